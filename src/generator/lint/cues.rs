//! Flaws that give the key away to someone who doesn't know the subject.

use super::Flaw;
use super::bots::{ABSOLUTE, VAGUE, among};
use super::item::{Item, Opt};
use std::collections::BTreeSet;

/// Pairs of words of which one must hold.
const OPPOSITES: [(&str, &str); 16] = [
    ("increase", "decrease"),
    ("increases", "decreases"),
    ("raise", "lower"),
    ("higher", "lower"),
    ("larger", "smaller"),
    ("more", "fewer"),
    ("more", "less"),
    ("enable", "disable"),
    ("add", "remove"),
    ("with", "without"),
    ("before", "after"),
    ("above", "below"),
    ("rises", "falls"),
    ("rise", "fall"),
    ("is", "isn't"),
    ("can", "cannot"),
];

pub(super) fn look(item: &Item<'_>, out: &mut Vec<Flaw>) {
    duplicates(item, out);
    all_or_none(item, out);
    containment(item, out);
    exhaustion(item, out);
    if let Some(key) = item.key() {
        length(item, key, out);
        echo(item, out);
        grammar(item, key, out);
        wording(item, key, out);
        convergence(item, key, out);
        odd_one_out(item, key, out);
    }
}

fn length(item: &Item<'_>, key: &Opt, out: &mut Vec<Flaw>) {
    let ratio = item.key_by_mean().unwrap_or(1.0);
    let longest_other = item.distractors().map(|d| d.length).max().unwrap_or(0);
    // Keys of one figure or name differ by a letter or two; nobody sees that.
    if ratio >= 1.5 && key.length > longest_other + 4 {
        let what = format!(
            "the key is {ratio:.1} times as long as the other options on average: length gives it away"
        );
        out.push(Flaw::new(
            "key-long",
            what,
            "shorten the key, or give the others as much detail",
        ));
    } else if item.key_longest() && key.length * 100 >= longest_other * 120 && key.length > 30 {
        let what = "the key stands out as the longest option: a guesser takes that one";
        out.push(Flaw::new(
            "key-longest",
            what,
            "move detail into its rationale, or lengthen a distractor",
        ));
    }
}

/// Where distractors echo the stem too, the word points nowhere; the measure of
/// the bank still counts it.
fn echo(item: &Item<'_>, out: &mut Vec<Flaw>) {
    let alone = !item.distractors().any(|d| item.echo(d).is_some());
    if let Some(word) = item.clang().filter(|_| alone) {
        let what = format!(
            "the stem's word \"{word}…\" stands in the key and in no other option: it points there"
        );
        out.push(Flaw::new(
            "clang",
            what,
            "say it differently, or use the word in a distractor too",
        ));
    }
}

fn grammar(item: &Item<'_>, key: &Opt, out: &mut Vec<Flaw>) {
    let ending = item.prose.trim_end_matches([' ', ':', '.', '…', '_', '?']);
    let article = ending.rsplit(' ').next().unwrap_or("").to_lowercase();
    if matches!(article.as_str(), "a" | "an") {
        let vowel = |o: &Opt| o.text.to_lowercase().starts_with(['a', 'e', 'i', 'o', 'u']);
        let fits = |o: &&Opt| vowel(o) == (article == "an");
        if fits(&key) && item.distractors().filter(fits).count() == 0 {
            let what = format!("only the key goes with \"{article}\" at the end of the stem");
            out.push(Flaw::new(
                "grammar",
                what,
                "end the stem before the article",
            ));
        }
    }
    let asked: Vec<&str> = item.question.split(' ').collect();
    let plural = asked.windows(2).any(|w| {
        let plurals = [
            "actions",
            "steps",
            "services",
            "changes",
            "measures",
            "metrics",
            "options",
            "statements",
            "algorithms",
            "solutions",
            "techniques",
            "approaches",
        ];
        w[0].eq_ignore_ascii_case("which") && plurals.contains(&w[1].trim_end_matches('?'))
    });
    let several = |o: &Opt| {
        let joined = |w: &String| matches!(w.as_str(), "and" | "then" | "with" | "plus");
        o.words.iter().any(joined) || o.text.contains([',', ';', '→'])
    };
    if plural && several(key) && !item.distractors().any(several) {
        let what = "the stem asks for several things and only the key names several";
        out.push(Flaw::new(
            "grammar",
            what,
            "give every option the same number of parts",
        ));
    }
}

fn wording(item: &Item<'_>, key: &Opt, out: &mut Vec<Flaw>) {
    let absolute = item
        .distractors()
        .filter(|d| among(d, &ABSOLUTE) > 0)
        .count();
    if absolute >= 2 && among(key, &ABSOLUTE) == 0 {
        let what = format!(
            "absolute words (always, only, all, …) stand in {absolute} distractors and not in the key: such claims are easy to rule out"
        );
        out.push(Flaw::new(
            "absolutes",
            what,
            "qualify the distractors, or make the key as definite",
        ));
    }
    if among(key, &VAGUE) > 0 && !item.distractors().any(|d| among(d, &VAGUE) > 0) {
        let what =
            "only the key is hedged (usually, often, may, …): such claims are hard to refute";
        out.push(Flaw::new("hedged-key", what, "state the key plainly"));
    }
}

/// How many subject words an option shares with each of the others, summed.
fn shared(item: &Item<'_>, option: &Opt) -> usize {
    let others = item.options.iter().filter(|o| !std::ptr::eq(*o, option));
    others
        .map(|o| o.subject.intersection(&option.subject).count())
        .sum()
}

fn convergence(item: &Item<'_>, key: &Opt, out: &mut Vec<Flaw>) {
    let mine = shared(item, key);
    let next = item
        .distractors()
        .map(|d| shared(item, d))
        .max()
        .unwrap_or(0);
    let size = key.subject.len();
    let widest = item
        .distractors()
        .map(|d| d.subject.len())
        .max()
        .unwrap_or(0);
    // A key that simply says more shares more, which `key-long` judges.
    if mine >= 4 && mine >= next * 2 && size <= widest + 1 {
        let what =
            "the key shares the most parts with the other options: whoever counts parts finds it";
        out.push(Flaw::new(
            "convergence",
            what,
            "spread the parts: let two distractors share one that the key lacks",
        ));
    }
}

/// What an option looks like, feature by feature.
fn looks(o: &Opt, raw: &str) -> [(&'static str, bool); 4] {
    [
        ("ends with a full stop", o.text.ends_with('.')),
        ("holds code", raw.contains('`')),
        ("has a remark in brackets", o.text.contains('(')),
        ("holds a figure", o.text.chars().any(|c| c.is_ascii_digit())),
    ]
}

fn odd_one_out(item: &Item<'_>, key: &Opt, out: &mut Vec<Flaw>) {
    let raw = |o: &Opt| {
        let at = item.options.iter().position(|p| std::ptr::eq(p, o));
        at.and_then(|i| item.choice.options.get(i))
            .map_or("", |c| c.text.as_str())
    };
    let others: Vec<_> = item.distractors().map(|d| looks(d, raw(d))).collect();
    for (i, (what, has)) in looks(key, raw(key)).into_iter().enumerate() {
        if has && others.len() > 1 && others.iter().all(|o| !o[i].1) {
            let what = format!("only the key {what}: it looks different");
            out.push(Flaw::new("odd-key", what, "give all options one form"));
        }
    }
}

fn duplicates(item: &Item<'_>, out: &mut Vec<Flaw>) {
    let mut seen = BTreeSet::new();
    for o in &item.options {
        if !o.words.is_empty() && !seen.insert(&o.words) && !distinct_signs(item) {
            let what = format!("two options say the same: \"{}\"", o.text);
            out.push(Flaw::new(
                "same-option",
                what,
                "change or remove one of them",
            ));
        }
    }
}

/// Formulas and code differ in signs, not in words.
fn distinct_signs(item: &Item<'_>) -> bool {
    let texts: BTreeSet<_> = item.options.iter().map(|o| o.text.to_lowercase()).collect();
    texts.len() == item.options.len()
}

fn all_or_none(item: &Item<'_>, out: &mut Vec<Flaw>) {
    for o in &item.options {
        let lower = o.text.to_lowercase();
        let said = [
            "all of the above",
            "none of the above",
            "all of these",
            "none of these",
            "all of the other",
            "none of the other",
            "all the above",
            "any of the above",
        ];
        let both = [
            "both a and b",
            "a and b",
            "both of the above",
            "a and c",
            "b and c",
        ];
        let short = lower.trim_end_matches('.');
        if said.iter().any(|s| lower.contains(s)) || both.contains(&short) {
            let what = format!(
                "\"{}\" refers to other options: it is answered by knowing two of them, and options are shuffled",
                o.text
            );
            out.push(Flaw::new(
                "all-or-none",
                what,
                "offer a plausible answer of its own",
            ));
        }
    }
}

fn containment(item: &Item<'_>, out: &mut Vec<Flaw>) {
    let joined = |w: Option<&String>| {
        w.is_some_and(|w| matches!(w.as_str(), "and" | "plus" | "then" | "or"))
    };
    for a in item.options.iter().filter(|o| !o.words.is_empty()) {
        for b in item
            .options
            .iter()
            .filter(|b| b.words.len() > a.words.len())
        {
            let n = a.words.len();
            let before = b.words.starts_with(&a.words) && joined(b.words.get(n));
            let rest = b.words.len() - n;
            let after = b.words.ends_with(&a.words) && joined(b.words.get(rest.wrapping_sub(1)));
            if before || after {
                let what = format!(
                    "the option \"{}\" contains the option \"{}\": if one holds so does part of the other",
                    b.text, a.text
                );
                out.push(Flaw::new(
                    "contained-option",
                    what,
                    "make them exclude each other",
                ));
                return;
            }
        }
    }
}

fn exhaustion(item: &Item<'_>, out: &mut Vec<Flaw>) {
    let mut pairs = Vec::new();
    for (i, a) in item.options.iter().enumerate() {
        for b in &item.options[i + 1..] {
            if opposite(&a.words, &b.words) {
                pairs.push((a, b));
            }
        }
    }
    // Two pairs are a deliberate grid: neither stands out.
    if let ([(a, b)], true) = (&pairs[..], item.options.len() == 4)
        && (a.key || b.key)
    {
        let what = format!(
            "\"{}\" and \"{}\" are opposites and one is the key: the rest can be left out",
            a.text, b.text
        );
        out.push(Flaw::new(
            "exhausting-pair",
            what,
            "pair the other options as well, or break the pair",
        ));
    }
}

/// Whether two options differ in one word, by its opposite.
fn opposite(a: &[String], b: &[String]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let differ: Vec<_> = a.iter().zip(b).filter(|(x, y)| x != y).collect();
    let [(x, y)] = differ[..] else {
        return false;
    };
    let is = |p: &str, q: &str| x == p && y == q;
    OPPOSITES.iter().any(|(p, q)| is(p, q) || is(q, p))
}
