//! The last touch on the sides of a card: what front and back owe each other
//! once both are known.

use super::account::Reason;
use super::facts::is_template;
use super::lexicon;
use super::listed::Listed;
use super::sentence;
use super::words;

/// Front and back so that one answers the other in number and form.
pub(super) fn sides(front: &str, back: &str) -> (String, String) {
    let front = counted(front);
    let asks = front.to_lowercase();
    let back = unlinked(back);
    let asked_of_many =
        asks.starts_with("what do ") || asks.contains(", what do ") || asks.contains(": what do ");
    let modal = asks.starts_with("what can ")
        || asks.contains(", what can ")
        || asks.contains(": what can ");
    let back = if asked_of_many && asks.ends_with(" do?") {
        agreeing(&back)
    } else if modal {
        let bare = back.strip_prefix("Can ").map(sentence::capitalised);
        bare.unwrap_or(back)
    } else {
        back
    };
    (front, back)
}

/// What no card may hold, whatever it was made of.
///
/// # Errors
/// The reason why it may not.
pub(super) fn check(front: &str, back: &str) -> Result<(), Reason> {
    if is_template(back) || is_template(front) {
        return Err(Reason::Symbols);
    }
    if front.contains("**") || back.contains("**") {
        return Err(Reason::Markup);
    }
    // `A log 📖 Tide table - hours`: labels in a row.
    let drawn = |c: char| ('\u{1f4d0}'..='\u{1f4ff}').contains(&c);
    let inside = |t: &str| {
        t.trim_matches(|c: char| !c.is_alphanumeric())
            .contains(drawn)
    };
    if inside(back) || inside(front) {
        return Err(Reason::Layout);
    }
    if front.starts_with("Which parts of ") {
        // Names in a sentence are no parts of its subject.
        return Err(Reason::Vague);
    }
    Ok(())
}

/// `Which 2 modes` → `Which two modes`.
fn counted(front: &str) -> String {
    const SPELT: [&str; 8] = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    let Some(rest) = front.strip_prefix("Which ") else {
        return front.to_owned();
    };
    let (first, tail) = rest.split_once(' ').unwrap_or((rest, ""));
    match first
        .parse::<usize>()
        .ok()
        .and_then(|n| SPELT.get(n.wrapping_sub(2)))
    {
        Some(word) => format!("Which {word} {tail}"),
        None => front.to_owned(),
    }
}

/// `Is created by …` → `Created by …`.
fn unlinked(back: &str) -> String {
    let rest = back
        .strip_prefix("Is ")
        .or_else(|| back.strip_prefix("Are "));
    match rest.filter(|r| words::count(r) > 1 && !r.ends_with('?')) {
        Some(rest) => sentence::capitalised(rest),
        None => back.to_owned(),
    }
}

/// `Saves money and lets …` → `Save money and let …`, for what many do.
pub(super) fn agreeing(back: &str) -> String {
    // `and stores data`, but not `and stores of data` or `keys and values`.
    let governs = |after: Option<&&str>| {
        static LINKS: Listed =
            Listed::new("of for in on at to from with by as and or that which is are into per");
        after.is_some_and(|w| !LINKS.has(w) && !w.ends_with("ly"))
    };
    let line = |text: &str| -> String {
        let mut out: Vec<String> = Vec::new();
        let mut joined = true;
        let mut after_and = false;
        let parts: Vec<&str> = text.split(' ').collect();
        for (i, word) in parts.iter().enumerate() {
            let bare = word.trim_end_matches([',', '.', ';']);
            let verb = lexicon::base_of(&bare.to_lowercase());
            let first = i == 0 && verb.is_some();
            let noun = lexicon::is_either(bare)
                && !(after_and && word.len() == bare.len() && governs(parts.get(i + 1)));
            let next = joined && i > 0 && verb.is_some() && !noun;
            after_and = bare == "and";
            joined = matches!(bare, "and" | "or") || word.ends_with(',');
            out.push(match verb.filter(|_| first || next) {
                Some(base) => {
                    let base = match bare.starts_with(char::is_uppercase) {
                        true => sentence::capitalised(&base),
                        false => base,
                    };
                    format!("{base}{}", &word[bare.len()..])
                }
                None => (*word).to_owned(),
            });
        }
        out.join(" ")
    };
    back.lines()
        .map(|l| match l.strip_prefix("- ") {
            Some(item) => format!("- {}", line(item)),
            None => line(l),
        })
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_and_back_agree() {
        for (front, back, asked, told) in [
            (
                "What do basalt rings do?",
                "Saves money and keeps heat in the house.",
                "What do basalt rings do?",
                "Save money and keep heat in the house.",
            ),
            (
                "What do basalt rings do?",
                "Runs tasks and stores data for keys and values.",
                "What do basalt rings do?",
                "Run tasks and store data for keys and values.",
            ),
            (
                "What characterises Basalt?",
                "Is created and kept by its user.",
                "What characterises Basalt?",
                "Created and kept by its user.",
            ),
            (
                "In Basalt, what can the reader do?",
                "Can view all tables.",
                "In Basalt, what can the reader do?",
                "View all tables.",
            ),
            (
                "Which 2 modes does Basalt have?",
                "A and B.",
                "Which two modes does Basalt have?",
                "A and B.",
            ),
            (
                "What does Basalt do?",
                "Saves money.",
                "What does Basalt do?",
                "Saves money.",
            ),
        ] {
            assert_eq!(sides(front, back), (asked.to_owned(), told.to_owned()));
        }
    }

    #[test]
    fn fields_of_a_template_make_no_card() {
        assert_eq!(
            check("What is the price of Basalt?", "{{ basalt.price }}"),
            Err(Reason::Symbols)
        );
        assert_eq!(check("What is Basalt?", "A rock."), Ok(()));
    }

    #[test]
    fn labels_in_a_row_are_no_answer() {
        assert!(check("What is RopeNet?", "A net 📖 Tide table - hours").is_err());
        assert!(check("What is RopeNet?", "A net that moors boats 📖").is_ok());
    }
}
