//! Words: what a text is about, and when two words betray each other.
//!
//! Everything here errs towards "related": a card that might give itself away
//! is dropped, a distractor that might fit is not offered.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::OnceLock;

/// English words that carry no subject matter.
const STOP: &str = " a about above after again all also although always am among an and another \
any are around as at away be because been before being below between both but by can cannot come \
could did do does doing done down due during e each easily easy either else enough etc even ever \
every example few for from further g get gets give gives given go good got had has have having he \
help helps her here high how however i if in instead into is it its itself just kind know large \
later least less let lets like long look lot low made main mainly make makes making many may me \
might more most much must my need needs neither new next no nor not now number of off often on \
once one only or order other our out over own part per possible put quickly quite rather same say \
see several she should simply since single small so some such than that the their them then there \
these they thing things this those through thus to too two type types under up upon us use used \
useful user uses using usually various very via want was way we well were what when where whether \
which while who whole why will with within without work works would yet you your ";

/// A word's characters, in lower case; `-` splits, and so do capitals inside a
/// name (`CodeGuru` is `code`, `guru` and `codeguru`).
pub(super) fn name_words(name: &str) -> Vec<String> {
    let mut out = Vec::new();
    for raw in name.split(|c: char| !c.is_alphanumeric()) {
        let whole = raw.to_lowercase();
        let mut part = String::new();
        let mut parts = Vec::new();
        let mut lower_before = false;
        for c in raw.chars() {
            if c.is_uppercase() && lower_before && !part.is_empty() {
                parts.push(std::mem::take(&mut part));
            }
            lower_before = c.is_lowercase();
            part.extend(c.to_lowercase());
        }
        parts.push(part);
        let many = parts.len() > 1;
        out.extend(parts.into_iter().filter(|p| p.chars().count() > 1 || !many));
        if many {
            out.push(whole);
        }
    }
    out.retain(|w| !w.is_empty());
    out
}

/// The words of a text in lower case, in order.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !(c.is_alphanumeric() || c == '+' || c == '\''))
        .map(|w| w.trim_matches('\'').to_lowercase())
        .filter(|w| !w.is_empty())
}

/// Number of words, counting four characters of an unspaced script as one.
pub(super) fn count(text: &str) -> usize {
    if text.is_ascii() {
        let apart = text.split_ascii_whitespace();
        return apart
            .filter(|w| w.bytes().any(|b| b.is_ascii_alphanumeric()))
            .count();
    }
    let unspaced = text.chars().filter(|c| is_unspaced(*c)).count();
    text.split_whitespace()
        .filter(|w| w.chars().any(|c| c.is_alphanumeric() && !is_unspaced(c)))
        .count()
        + unspaced.div_ceil(4)
}

/// The syllables of Korean.
pub(super) fn is_hangul(c: char) -> bool {
    ('\u{ac00}'..='\u{d7af}').contains(&c)
}

/// Scripts written without spaces between words.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{e00}'..='\u{e7f}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{2fa1f}')
}

/// Whether a word carries no subject matter.
pub(super) fn is_stop(word: &str) -> bool {
    static SET: OnceLock<HashSet<&str>> = OnceLock::new();
    SET.get_or_init(|| STOP.split_whitespace().collect())
        .contains(word)
}

/// The stems of the words that carry a text's subject; pairs of characters
/// where words aren't spaced.
pub(super) fn content(text: &str) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for word in words(text) {
        if word.chars().any(is_unspaced) {
            let chars: Vec<char> = word.chars().collect();
            for pair in chars.windows(2) {
                let kana = pair.iter().all(|c| ('\u{3040}'..='\u{309f}').contains(c));
                if !kana {
                    out.insert(pair.iter().collect());
                }
            }
        } else if !is_stop(&word) {
            out.insert(stem(&word));
        }
    }
    out
}

/// The runs of katakana, of Chinese characters and of other letters in a text
/// without spaces, two characters or longer: roughly its nouns.
pub(super) fn runs(text: &str) -> Vec<String> {
    let script = |c: char| match c {
        '\u{30a0}'..='\u{30ff}' => 1,
        '\u{3400}'..='\u{9fff}' => 2,
        c if c.is_alphanumeric() && !is_unspaced(c) => 3,
        _ => 0,
    };
    let mut out = Vec::new();
    let mut run = String::new();
    let mut of = 0;
    for c in text.chars().chain([' ']) {
        let now = script(c);
        if now != of {
            if run.chars().count() > 1 && of > 0 {
                out.push(std::mem::take(&mut run));
            }
            run.clear();
            of = now;
        }
        run.push(c);
    }
    out
}

/// A word without its commonest English endings.
pub(super) fn stem(word: &str) -> String {
    let n = word.len();
    let cut = |suffix: &str, left: usize| {
        word.strip_suffix(suffix)
            .filter(|w| w.len() >= left && w.is_char_boundary(w.len()))
    };
    if n < 4 || !word.is_ascii() {
        return word.to_owned();
    }
    if let Some(w) = cut("ies", 3) {
        return format!("{w}y");
    }
    let base = cut("sses", 2)
        .map(|_| &word[..n - 2])
        .or_else(|| cut("ing", 4))
        .or_else(|| cut("ed", 4))
        .or_else(|| cut("es", 4))
        .or_else(|| cut("s", 3).filter(|w| !w.ends_with(['s', 'u', 'i'])))
        .unwrap_or(word);
    base.strip_suffix('e')
        .filter(|b| b.len() > 3)
        .unwrap_or(base)
        .to_owned()
}

/// How alike two sets are, 0 to 1 (Dice).
pub(super) fn likeness(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let shared = a.intersection(b).count();
    2.0 * shared as f64 / (a.len() + b.len()) as f64
}

/// Whether seeing one word gives the other away: same stem, a long shared
/// beginning, one inside the other, or nearly the same spelling.
pub(super) fn related(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let short_len = short.chars().count();
    if short_len < 4 {
        return short_len >= 2 && stem(a) == stem(b);
    }
    let shared = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    (shared >= 4 && shared * 10 >= short_len * 7)
        || long.contains(short)
        || (short_len >= 6 && strsim::normalized_levenshtein(a, b) >= 0.75)
        || (short_len >= 5 && {
            let inner: String = short.chars().skip(1).collect();
            inner.chars().count() >= 5 && long.contains(&inner)
        })
}

/// Meanings that give each other away although no letters do: a name in one
/// row hints at a description in the same row.
const MEANINGS: [&str; 34] = [
    "speech voice audio talk spoken say sound vocal speak listen echo tongue lip",
    "text document word language read write letter script page lexic",
    "vision image video picture visual photo eye sight camera look lens pixel",
    "store storage save keep vault lake warehouse archive bucket repository silo attic cellar barn",
    "stream real-time flow river continuous pipe torrent brook",
    "search find query index seek discover lookup hunt",
    "guard protect secure security shield threat safe lock key encrypt secret fort armour wall fence",
    "watch monitor observe metric alarm trail log audit sentinel beacon",
    "predict forecast future prophet oracle foresee",
    "label annotate tag mark",
    "queue message notify mail post letter courier messenger",
    "deploy release ship launch",
    "translate language interpret babel",
    "database table sql relational record row ledger",
    "schedule calendar cron clock timer time timetable",
    "cost budget price bill money spend coin purse penny",
    "balance distribute route traffic router load road",
    "backup restore copy snapshot replica mirror twin clone",
    "identity user login access auth sign password gate door badge passport",
    "edge device iot sensor",
    "learn train model teach school tutor coach",
    "chart graph dashboard visualise visualize plot insight",
    "event trigger bus function lambda serverless",
    "network cloud vpc subnet connect link bridge tunnel",
    "compute server machine instance virtual engine",
    "cache memory fast quick speed accelerate rapid swift",
    "clean prepare transform etl shape wrangle scrub wash",
    "recommend personal suggest taste",
    "human person people crowd workforce worker hand",
    "chat bot conversation dialog converse talk",
    "map location geo place address atlas compass",
    "test experiment trial check verify probe",
    "share exchange publish market broadcast",
    "sort order rank queue",
];

/// The everyday meanings that a word belongs to, by their numbers.
pub(super) fn meanings(word: &str) -> Vec<usize> {
    static BY_STEM: OnceLock<HashMap<String, Vec<usize>>> = OnceLock::new();
    let by_stem = BY_STEM.get_or_init(|| {
        let mut map: HashMap<String, Vec<usize>> = HashMap::new();
        for (i, row) in MEANINGS.iter().enumerate() {
            for w in row.split_whitespace() {
                map.entry(stem(w)).or_default().push(i);
            }
        }
        map
    });
    let stem = stem(word);
    if let Some(rows) = by_stem.get(&stem) {
        return rows.clone();
    }
    // `personalize` belongs where `personal` does.
    (5..stem.len())
        .rev()
        .filter(|n| stem.is_char_boundary(*n))
        .find_map(|n| by_stem.get(&stem[..n]))
        .cloned()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_apart() {
        assert_eq!(name_words("CodeGuru X"), ["code", "guru", "codeguru", "x"]);
        assert_eq!(name_words("Amazon S3"), ["amazon", "s3"]);
        assert_eq!(name_words("text-to-speech"), ["text", "to", "speech"]);
    }

    #[test]
    fn words_that_betray_each_other_are_related() {
        for (a, b) in [
            ("translate", "translation"),
            ("textract", "extracts"),
            ("rekognition", "recognition"),
            ("store", "storage"),
            ("code", "codeguru"),
            ("labels", "labelling"),
        ] {
            assert!(related(a, b), "{a} {b}");
        }
        for (a, b) in [
            ("transcribe", "transform"),
            ("polly", "policy"),
            ("the", "them"),
        ] {
            assert!(!related(a, b), "{a} {b}");
        }
    }

    #[test]
    fn content_leaves_out_what_says_nothing() {
        let c = content("It is used for the storing of objects");
        assert_eq!(c.into_iter().collect::<Vec<_>>(), ["object", "stor"]);
        assert!(content("文章を音声に変換する").contains("音声"));
    }
}
