//! What stands around a name in a heading: a question (`What is RopeNet?`),
//! words that introduce it or speak of the notes (`RopeNet overview`).

/// Phrases around a term in headings, taken off.
const BEFORE: [&str; 51] = [
    "was ist die ",
    "was ist der ",
    "was ist das ",
    "was ist eine ",
    "was ist ein ",
    "was ist ",
    "was sind die ",
    "was sind ",
    "was versteht man unter ",
    "che cos'è il ",
    "che cos'è la ",
    "che cos'è ",
    "che cosa è ",
    "cos'è il ",
    "cos'è la ",
    "cos'è un ",
    "cos'è ",
    "¿qué es el ",
    "¿qué es la ",
    "¿qué es un ",
    "¿qué es una ",
    "¿qué es ",
    "qué es ",
    "¿qué son ",
    "o que é o ",
    "o que é a ",
    "o que é ",
    "qu'est-ce que ",
    "what is a ",
    "what is an ",
    "what is the ",
    "what is ",
    "what are ",
    "what's an ",
    "what's a ",
    "what's the ",
    "what's ",
    "introduction to ",
    "intro to ",
    "overview of ",
    "understanding ",
    "about ",
    "describe the ",
    "describe ",
    "explain the ",
    "explain ",
    "basics of ",
    "all about ",
    "getting started with ",
    "working with ",
    "deep dive into ",
];

const AFTER: [&str; 28] = [
    " more info",
    " in depth",
    " - detailed overview",
    " - detailed",
    " - complete guide",
    " keypoints",
    " key points",
    " key facts",
    " quick facts",
    " essentials",
    " recap",
    " section",
    " intro",
    " in details",
    " in detail",
    " (cont.)",
    " overview",
    " introduction",
    " basics",
    " - overview",
    " in a nutshell",
    " deep dive",
    " summary",
    " cheat sheet",
    " explained",
    " fundamentals",
    " at a glance",
    " 101",
];

/// Whether a heading asks what a thing is: `¿Qué es un muelle?`.
pub(super) fn asks_what(title: &str) -> bool {
    let lower = title.to_lowercase();
    BEFORE
        .iter()
        .take_while(|p| **p != "introduction to ")
        .any(|p| lower.starts_with(p))
}

/// The thing that a heading asks about by its deeds: `What does RopeNet do?`,
/// `What is RopeNet used for?`.
fn asked_for(title: &str) -> Option<&str> {
    let bare = title.strip_suffix('?')?.trim_end();
    let lower = bare.to_lowercase();
    let forms = [
        ("what does ", " do"),
        ("what do ", " do"),
        ("what is ", " used for"),
        ("what are ", " used for"),
    ];
    let (opening, end) = forms
        .iter()
        .find(|(opening, end)| lower.starts_with(opening) && lower.ends_with(end))?;
    bare.get(opening.len()..bare.len() - end.len())
        .filter(|thing| !thing.trim().is_empty())
}

/// What a heading asks about or introduces: `RopeNet` of `What is RopeNet?`.
pub(super) fn opened(heading: &str) -> Option<&str> {
    let lower = heading.to_lowercase();
    let prefix = BEFORE.iter().find(|p| lower.starts_with(**p))?;
    let opened = heading.get(prefix.len()..)?;
    Some(opened.trim_end_matches('?'))
}

/// A heading without what stands around the name in it.
pub(super) fn bare(heading: &str) -> String {
    let t = asked_for(heading).unwrap_or(heading);
    let article = t.get(..4).filter(|a| a.eq_ignore_ascii_case("the "));
    let named = article.map(|a| t[a.len()..].trim_end_matches('?'));
    let t = opened(t).or(named).unwrap_or(t);
    let mut t = super::language::bare_title(t).to_owned();
    let lower = t.to_lowercase();
    for suffix in AFTER {
        if lower.ends_with(suffix)
            && t.is_char_boundary(t.len() - suffix.len())
            && lower.len() == t.len()
        {
            t.truncate(t.len() - suffix.len());
            break;
        }
    }
    t
}
