//! The subject of a sentence: the term itself, its maker's other name, or a
//! pronoun; and what is left when it is taken off.

use crate::generator::lexicon;
use crate::generator::name::Name;

/// Subjects that stand for the term.
const PRONOUNS: [&str; 32] = [
    "it also",
    "it",
    "its main purpose",
    "this kind of service",
    "this type of service",
    "this service",
    "the service",
    "this algorithm",
    "the algorithm",
    "this tool",
    "the tool",
    "this metric",
    "the metric",
    "this technique",
    "this method",
    "the method",
    "this model",
    "the model",
    "this framework",
    "this feature",
    "the feature",
    "this level",
    "this layer",
    "this approach",
    "this option",
    "this mode",
    "this function",
    "this system",
    "this",
    "they are",
    "they",
    "these services",
];

/// `It’s a gate` written out.
pub(super) fn uncontracted(text: String) -> String {
    for (short, long) in [
        ("It's ", "It is "),
        ("it's ", "it is "),
        ("They're ", "They are "),
    ] {
        let curly = short.replace('\'', "’");
        let rest = text
            .strip_prefix(short)
            .or_else(|| text.strip_prefix(&curly));
        if let Some(rest) = rest {
            return format!("{long}{rest}");
        }
    }
    text
}

/// `Using X, you can do this`: what it lets one do.
pub(super) fn enabled(text: &str, name: &Name) -> Option<String> {
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return None;
    }
    let rest = lower
        .strip_prefix("using ")
        .or_else(|| lower.strip_prefix("with "))?;
    let subjects = name.aliases.iter().map(String::as_str);
    let rest = subjects
        .chain(["this service", "this tool", "this feature", "it", "this"])
        .find_map(|s| rest.strip_prefix(s))?;
    let rest = rest.trim_start_matches([',', ' ']);
    let act = [
        "it can be possible to ",
        "it is possible to ",
        "it's possible to ",
        "we can be able to ",
        "we are able to ",
        "you are able to ",
        "you can ",
        "we can ",
        "one can ",
        "users can ",
        "developers can ",
    ]
    .iter()
    .find_map(|p| rest.strip_prefix(p))?;
    let first = act.split_whitespace().next()?;
    lexicon::is_base_verb(first).then(|| text[text.len() - act.len()..].to_owned())
}

/// What follows the term, or a pronoun for it, at the head of a sentence.
pub(super) fn after_subject<'a>(text: &'a str, name: &Name) -> Option<&'a str> {
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return None;
    }
    let bare = ["the ", "an ", "a "]
        .iter()
        .find(|a| lower.starts_with(**a))
        .map_or(0, |a| a.len());
    // Under `Basalt TideLock` many write `Granite TideLock is …`: the maker by his
    // other name.
    let made = name.is_product() && name.short.contains(' ');
    let maker = match made && text.starts_with(char::is_uppercase) {
        true => text.find(' ').map_or(0, |at| at + 1),
        false => 0,
    };
    for alias in &name.aliases {
        for skip in [0, bare, maker] {
            let Some(rest) = lower
                .get(skip..)
                .and_then(|l| l.strip_prefix(alias.as_str()))
            else {
                continue;
            };
            let at = text.len() - rest.len();
            let tail = &text[at..];
            // `Polly (text to speech) is …`
            let tail = match tail
                .trim_start()
                .strip_prefix('(')
                .and_then(|t| t.split_once(')'))
            {
                Some((inner, after)) if inner.len() < 60 => after,
                _ => tail,
            };
            if tail.starts_with([' ', ',']) {
                return Some(tail);
            }
        }
    }
    for pronoun in PRONOUNS {
        if let Some(rest) = lower.strip_prefix(pronoun)
            && rest.starts_with([' ', ','])
        {
            let tail = &text[text.len() - rest.len()..];
            return Some(tail);
        }
    }
    None
}

/// A predicate without the adverbs before its verb.
pub(super) fn unadverbed(rest: &str) -> String {
    let mut t = rest.trim_start();
    for adverb in [
        "also ",
        "basically ",
        "generally ",
        "typically ",
        "usually ",
        "simply ",
        "essentially ",
        "automatically ",
        "mainly ",
        "primarily ",
    ] {
        if let Some(tail) = t.strip_prefix(adverb) {
            t = tail;
        }
    }
    t.to_owned()
}

#[cfg(test)]
mod tests {
    use crate::generator::name::Name;
    use crate::generator::statement;

    #[test]
    fn the_maker_may_have_another_name() {
        let name = Name::of("Basalt TideLock").unwrap();
        let read = |text| statement::read(text, &name).about_term;
        assert!(read("Granite TideLock is a gate that keeps water in."));
        assert!(!read("Granite walls hold the TideLock in a storm."));
    }
}
