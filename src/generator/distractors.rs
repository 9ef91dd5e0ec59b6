//! Distractors: siblings close enough to tempt, none of which the
//! description also fits.

use super::clause;
use super::draft::Desk;
use super::mask::{self, Sense};
use super::name;
use super::topic::Topic;
use super::words;
use std::collections::{BTreeSet, HashMap};

/// How far away, in topics, a distractor may stand.
pub(super) const WINDOW: usize = 40;
/// Words of the description that a distractor's own notes must lack.
const MISSING: usize = 2;

/// What is compared of each topic, computed once.
#[derive(Debug, Default)]
pub(super) struct Profile {
    purpose: BTreeSet<String>,
    everything: BTreeSet<String>,
    name: BTreeSet<String>,
    /// The name without its maker's: `Amazon Polly` may be part of `Polly Studio`.
    own_name: BTreeSet<String>,
    sense: Sense,
    lower: String,
    kind: Option<&'static str>,
    /// The words of the purpose that describe.
    telling: Vec<String>,
}

/// How much a shared word says, by how few topics it is used of.
#[derive(Debug, Default)]
pub(super) struct Weights {
    counts: HashMap<String, usize>,
    topics: usize,
}

impl Weights {
    pub(super) fn of(profiles: &[Profile]) -> Self {
        let mut counts: HashMap<String, usize> = HashMap::new();
        let mut topics = 0;
        for profile in profiles.iter().filter(|p| !p.purpose.is_empty()) {
            topics += 1;
            for word in &profile.purpose {
                *counts.entry(word.clone()).or_default() += 1;
            }
        }
        Self { counts, topics }
    }

    /// 0 for a word that every topic uses, 1 for one that a single topic uses.
    fn weight(&self, word: &str) -> f64 {
        let n = self.topics.max(2) as f64;
        let count = self.counts.get(word).copied().unwrap_or(1).max(1) as f64;
        // Two topics that share a word leave it fully telling.
        ((n / count).ln() / (n / 2.0).max(1.5).ln()).clamp(0.0, 1.0)
    }

    /// How alike two purposes are, 0 to 1, common words counting little.
    pub(super) fn likeness(&self, a: &Profile, b: &Profile) -> f64 {
        let sum = |p: &Profile| p.purpose.iter().map(|w| self.weight(w)).sum::<f64>();
        let shared: f64 = a
            .purpose
            .intersection(&b.purpose)
            .map(|w| self.weight(w))
            .sum();
        let all = sum(a) + sum(b);
        if all > 0.0 { 2.0 * shared / all } else { 0.0 }
    }
}

impl Profile {
    /// Whether two purposes share at least two words.
    pub(super) fn shares(&self, other: &Self) -> bool {
        self.purpose.intersection(&other.purpose).take(2).count() == 2
    }

    /// Whether two purposes share at least two words that describe.
    pub(super) fn shares_telling(&self, other: &Self) -> bool {
        self.telling
            .iter()
            .filter(|w| other.tells(w))
            .take(2)
            .count()
            == 2
    }

    /// Whether the purpose has a word, a stem or a run of an unspaced script.
    fn tells(&self, word: &str) -> bool {
        self.purpose.contains(word)
            || word.chars().any(words::is_unspaced) && self.lower.contains(word)
    }

    pub(super) fn of(topic: &Topic) -> Self {
        let purpose = topic
            .purpose
            .as_ref()
            .map(|p| p.text.as_str())
            .unwrap_or("");
        Self {
            purpose: words::content(purpose),
            everything: words::content(&topic.everything()),
            name: words::name_words(&topic.name.short).into_iter().collect(),
            own_name: words::name_words(own_name(topic)).into_iter().collect(),
            sense: Sense::of_name(&topic.name),
            telling: mask::telling_words(&purpose.to_lowercase()),
            lower: purpose.to_lowercase(),
            kind: topic
                .purpose
                .as_ref()
                .and_then(|p| p.statement.kind())
                .or(topic.kind),
        }
    }
}

/// Whether the description fits that other topic as well, as far as the notes
/// let one see: too few of its words are missing from the other's purpose, or
/// from all that is said of it.
pub(super) fn fits(description: &BTreeSet<String>, other: &Profile) -> bool {
    let missing =
        |said: &BTreeSet<String>| description.iter().filter(|w| !said.contains(*w)).count();
    let (of_purpose, of_all) = (missing(&other.purpose), missing(&other.everything));
    of_all < MISSING || of_purpose * 10 < description.len() * 3 || of_all * 4 < description.len()
}

/// Whether another topic's notes say nearly the same, so that a description
/// can't be asked backwards without options. Where an author vouches that a
/// purpose is told apart, only the other's purpose counts.
pub(super) fn repeats(description: &BTreeSet<String>, other: &Profile, vouched: bool) -> bool {
    let said = if vouched {
        &other.purpose
    } else {
        &other.everything
    };
    description.iter().filter(|w| !said.contains(*w)).count() < 2
}

/// The topics near a key, by their numbers.
pub(super) fn near(topics: &[Topic], key: usize) -> impl Iterator<Item = usize> + use<> {
    let from = key.saturating_sub(WINDOW);
    let to = (key + WINDOW + 1).min(topics.len());
    (from..to).filter(move |i| *i != key)
}

/// A description that asks for its topic, and what it takes to be wrong there.
pub(super) struct Key<'a> {
    desk: &'a Desk<'a>,
    pub(super) topic: usize,
    own: Vec<String>,
    description: BTreeSet<String>,
    sense: Sense,
    hints: usize,
    stem: String,
}

impl<'a> Key<'a> {
    /// `None` where the description says too little to have one right answer.
    pub(super) fn of(desk: &'a Desk<'a>, topic: usize, stem: &str) -> Option<Self> {
        let own = match desk.topics[topic].vouched() {
            // Who writes in the dialect sees to it that purposes tell apart.
            true => Vec::new(),
            false => own_words(desk, topic, stem)?,
        };
        let sense = Sense::of_text(stem);
        Some(Self {
            desk,
            topic,
            own,
            description: words::content(stem),
            hints: desk.profiles[topic].sense.hints(&sense),
            sense,
            stem: stem.to_lowercase(),
        })
    }

    /// Whether another topic can stand among the options, and is wrong and
    /// quiet there.
    pub(super) fn takes(&self, other: usize) -> bool {
        let (topics, profiles) = (self.desk.topics, self.desk.profiles);
        other != self.topic
            && other.abs_diff(self.topic) <= WINDOW
            && comparable(topics, profiles, self.topic, other)
            && self.is_wrong(other)
    }

    fn is_wrong(&self, other: usize) -> bool {
        let (topics, profiles) = (self.desk.topics, self.desk.profiles);
        !may_do_the_same(&self.own, &profiles[other])
            && !fits(&self.description, &profiles[other])
            && profiles[other].sense.hints(&self.sense) >= self.hints
            && !mentions(topics, profiles, self.topic, other)
            && !topics[other].name.is_in(&self.stem)
    }

    /// How near another topic comes to the key: alike, of one list, close by.
    pub(super) fn temptation(&self, other: usize) -> f64 {
        let Desk {
            topics, profiles, ..
        } = self.desk;
        let same_group = topics[other].group == topics[self.topic].group;
        let distance = self.topic.abs_diff(other) as f64;
        let likeness = self
            .desk
            .weights
            .likeness(&profiles[self.topic], &profiles[other]);
        2.0 * likeness + if same_group { 0.5 } else { 0.0 } - distance / 200.0
    }
}

/// Three distractors for a stem about a topic, the most tempting first.
/// `offered` counts how often each topic was a wrong answer so far.
pub(super) fn choose(
    desk: &Desk<'_>,
    offered: &mut [u32],
    key: usize,
    stem: &str,
) -> Option<[usize; 3]> {
    let (topics, profiles) = (desk.topics, desk.profiles);
    let topic = &topics[key];
    let near: Vec<usize> = near(topics, key)
        .filter(|i| comparable(topics, profiles, key, *i))
        .collect();
    if near.len() < 3 {
        return None;
    }
    let asked = Key::of(desk, key, stem)?;
    // Who is always wrong is known to be wrong.
    let worn = |i: usize| match topic.vouched() {
        true => 0.0,
        false => f64::from(offered[i]) / 4.0,
    };
    let mut candidates: Vec<(f64, usize)> = near
        .into_iter()
        .map(|i| (asked.temptation(i) - worn(i), i))
        .collect();
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut chosen: Vec<usize> = Vec::new();
    for (_, i) in candidates {
        let twin = chosen.iter().any(|c| is_one(&topics[*c], &topics[i]));
        if !twin && asked.is_wrong(i) {
            chosen.push(i);
        }
        if let [a, b, c] = chosen[..] {
            for i in [a, b, c] {
                offered[i] += 1;
            }
            return Some([a, b, c]);
        }
    }
    None
}

/// Whether a sibling's purpose has so many of a description's own words that it
/// may do the same under another name.
fn may_do_the_same(own: &[String], other: &Profile) -> bool {
    let shared = own.iter().filter(|w| other.tells(w)).count();
    shared * 5 > own.len() * 2 || own.len() <= 4 && shared > 0
}

/// The words of a description that few of the key's neighbours share, examples
/// in brackets aside. A description with fewer than three says too little to
/// have one right answer.
fn own_words(desk: &Desk<'_>, key: usize, stem: &str) -> Option<Vec<String>> {
    let around: Vec<usize> = near(desk.topics, key)
        .filter(|i| desk.topics[*i].purpose.is_some())
        .collect();
    let many = 3.max(around.len() / 4);
    let own: Vec<String> = mask::telling_words(&clause::unbracketed(stem))
        .into_iter()
        .filter(|w| {
            around
                .iter()
                .filter(|i| desk.profiles[**i].tells(w))
                .count()
                < many
        })
        .collect();
    (own.len() >= 3).then_some(own)
}

/// Whether two topics can stand side by side as options: of one kind, written
/// alike, neither part of the other.
fn comparable(topics: &[Topic], profiles: &[Profile], a: usize, b: usize) -> bool {
    let (x, y) = (&topics[a], &topics[b]);
    if y.purpose.is_none() || y.gathers || x.language != y.language {
        return false;
    }
    let (p, q) = (&profiles[a], &profiles[b]);
    let same_group = x.group == y.group;
    let cousins = x.rank == y.rank && x.rank < 7 && x.vouched() == y.vouched();
    let kinds_agree = match (p.kind, q.kind) {
        (Some(k), Some(l)) => k == l || same_group && x.kind == y.kind,
        _ => same_group || cousins,
    };
    kinds_agree
        && x.owner != Some(b)
        && y.owner != Some(a)
        && (same_group || cousins || x.owner.is_none() && y.owner.is_none())
        && x.name.is_proper() == y.name.is_proper()
        && announces(&x.name.short) == announces(&y.name.short)
        && !p.own_name.is_subset(&q.own_name)
        && !q.own_name.is_subset(&p.own_name)
        && !(kin(&p.name, &q.name) || kin(&q.name, &p.name))
        && !is_one(x, y)
        && (x.vouched() || written_alike(x, y))
}

/// Whether two topics are one, by its name or its letters: `TDL` and `Tide Data
/// Lake`.
fn is_one(x: &Topic, y: &Topic) -> bool {
    let (a, b) = (x.name.short.as_str(), y.name.short.as_str());
    a.eq_ignore_ascii_case(b) || name::is_initials(a, b) || name::is_initials(b, a)
}

/// A name without the maker that many names of its page begin with, unless
/// only a common word is left.
fn own_name(topic: &Topic) -> &str {
    let short = topic.name.short.as_str();
    match short.split_once(' ') {
        Some((_, own)) if topic.name.branded => own,
        _ => short,
    }
}

/// Whether two names are of one hand: both code, both products or neither.
fn written_alike(x: &Topic, y: &Topic) -> bool {
    let code = |t: &Topic| t.name.short.contains('`');
    let digits = |t: &Topic| t.name.short.starts_with(|c: char| c.is_ascii_digit());
    let made = |t: &Topic| t.name.branded || t.name.is_product();
    let plain = |t: &Topic| !t.name.is_proper() || words::count(&t.name.short) > 2;
    let mixed = made(x) && !made(y) && plain(y) || made(y) && !made(x) && plain(x);
    // `Points that are …`: the only plural would be known by its verb.
    let one = x.name.is_plural() == y.name.is_plural() || made(x) && made(y);
    code(x) == code(y) && digits(x) == digits(y) && one && !mixed && !heads(x, y) && !heads(y, x)
}

/// Whether one name's head stands inside the other: a `Signal process` may be a
/// `Signal` (`Web Signal`), where two `… routing` are siblings.
fn heads(x: &Topic, y: &Topic) -> bool {
    let of = |t: &Topic| words::name_words(own_name(t));
    let (a, b) = (of(x), of(y));
    let (Some(head), Some(other)) = (a.last(), b.last()) else {
        return false;
    };
    head != other && a.len() > 1 && b.contains(head) && !mask::is_general(head)
}

/// Whether a name is a heading that announces what comes (`Choosing an option`,
/// `Quotas of services`, `Batch or streaming`) rather than the name of a thing:
/// among names it is known to be wrong, or right, at first sight.
fn announces(name: &str) -> bool {
    let lower = name.to_lowercase();
    let phrase = [
        " by ", " or ", " instead", " beyond ", " versus ", " vs ", " as a ",
    ];
    let mut words = lower.split_whitespace();
    let (first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let goes_on = name
        .split_whitespace()
        .nth(1)
        .is_some_and(|w| w.starts_with(char::is_lowercase));
    let doing =
        first.ends_with("ing") && goes_on && !matches!(second, "of" | "in" | "job" | "jobs");
    let several = first.ends_with('s') && matches!(second, "of" | "for");
    doing || several || phrase.iter().any(|p| lower.contains(p))
}

/// Whether a word of one name begins one of the other's (`Snow Family`,
/// `Snowball`): one may be a kind of the other.
fn kin(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    a.difference(b).any(|w| {
        w.chars().count() >= 4
            && b.difference(a)
                .any(|v| v.len() > w.len() && v.starts_with(w.as_str()))
    })
}

/// Whether one of two purposes names the other topic.
fn mentions(topics: &[Topic], profiles: &[Profile], a: usize, b: usize) -> bool {
    topics[a].name.is_in(&profiles[b].lower) || topics[b].name.is_in(&profiles[a].lower)
}
