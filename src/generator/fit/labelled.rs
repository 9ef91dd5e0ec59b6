//! Whether what stands beside a label answers `What is the LABEL of X?`. A
//! table's author writes for an eye that sees its head, its neighbours and the
//! line above; the card shows one cell.

use crate::generator::clause;
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::words;

/// Whether a label doesn't ask for what stands beside it.
pub(super) fn mislabelled(front: &str, back: &str) -> bool {
    let question = front.rsplit(", ").next().unwrap_or(front);
    let low = question.to_lowercase();
    let of = ["what is the ", "what are the "]
        .iter()
        .find_map(|p| low.strip_prefix(p))
        .and_then(|rest| rest.split_once(" of "));
    let Some((label, _)) = of else {
        return false;
    };
    sorts(label, back) || is_evasive(back) || tells_itself(label, back)
}

/// `Category: ropes`: where the author put it, and little to know.
fn sorts(label: &str, back: &str) -> bool {
    static SORTS: Listed = Listed::phrases(
        "type|category|kind|class|group|area|section|data type|domain|level|status|version",
    );
    let told = words::count(back) > 3 || back.contains(|c: char| c.is_ascii_digit());
    SORTS.has(label) && !told
}

/// `Flexible`, `Higher`, `Not native`, `Many nets`: less than its neighbour, or
/// as its reader likes.
fn is_evasive(back: &str) -> bool {
    static VAGUE: Listed = Listed::new(
        "flexible higher lower faster slower better worse more less fewer greater cheaper larger \
        smaller easier simpler many various several integrated different varies variable depends \
        unlimited similar same good great excellent limited moderate",
    );
    let bare = clause::unbracketed(back);
    let figure = back.contains(|c: char| c.is_ascii_digit());
    let brief = words::count(&bare) <= 3 && !figure;
    brief && (VAGUE.has(&clause::first_word(&bare)) || clause::first_word(&bare) == "not")
}

/// `Outliers: outliers are squeezed`: a sentence about the label, or about
/// something else, where the label's value should stand.
fn tells_itself(label: &str, back: &str) -> bool {
    let first = clause::first_word(back);
    let same = words::count(label) == 1
        && lexicon::looks_plural(label)
        && first == label
        && clause::has_own_verb(back);
    static ABOUT: Listed = Listed::new("operations size outliers rules requirements command");
    let beside = ABOUT.has(label) && !back.starts_with("- ") && clause::has_own_verb(back);
    same || beside
}

#[cfg(test)]
mod tests {
    use super::mislabelled;

    #[test]
    fn a_cell_must_answer_its_label() {
        for (front, back) in [
            ("What is the category of RopeNet?", "Mooring nets"),
            ("In Harbour, what is the type of RopeNet?", "Net"),
            ("What is the latency of RopeNet?", "Higher (than TideHub)"),
            ("What is the storage of RopeNet?", "Not native."),
            (
                "What are the gates of RopeNet?",
                "Gates of the dock are locked at night.",
            ),
            (
                "What is the size of RopeNet?",
                "All ropes of a net must be shorter than the pier.",
            ),
        ] {
            assert!(mislabelled(front, back), "{front} {back}");
        }
        for (front, back) in [
            ("What is the latency of RopeNet?", "Higher (60 s)"),
            (
                "What is the type of RopeNet?",
                "A net that is woven of hemp ropes",
            ),
            ("What are the gates of RopeNet?", "- Sluice\n- Sea gate"),
            ("What is the size of RopeNet?", "Up to 20 m"),
            ("What is RopeNet?", "Flexible"),
        ] {
            assert!(!mislabelled(front, back), "{front} {back}");
        }
    }
}
