//! Drafts as they are made, and the book of those that were refused, each with
//! its reason.

use crate::domain::{CardId, Face, Text};
use crate::generator::account::{Account, Reason, Shape, Skipped};
use crate::generator::distractors::{Profile, Weights};
use crate::generator::draft::{Desk, Draft};
use crate::generator::identity::Identified;
use crate::generator::mask::Family;
use crate::generator::placed::placed;
use crate::generator::recall::{self, Made};
use crate::generator::topic::{Reading, Topic};
use crate::generator::{compare, questions};
use std::collections::{HashMap, HashSet};

/// What is reckoned once for all topics of a reading.
struct Grounds {
    family: Family,
    profiles: Vec<Profile>,
    weights: Weights,
    names: HashSet<String>,
    shared: HashSet<String>,
}

impl Grounds {
    fn of(topics: &[Topic]) -> Self {
        let profiles: Vec<Profile> = topics.iter().map(Profile::of).collect();
        Self {
            family: Family::of(topics.iter().map(|t| &t.name)),
            weights: Weights::of(&profiles),
            profiles,
            names: topics.iter().map(|t| t.name.short.to_lowercase()).collect(),
            shared: shared(topics),
        }
    }

    fn desk<'a>(&'a self, reading: &'a Reading, ids: &'a [Identified]) -> Desk<'a> {
        let topics = &reading.topics;
        Desk {
            names: &self.names,
            shared: &self.shared,
            mentions: &reading.mentions,
            makers: &reading.makers,
            traditional: reading.traditional,
            subject: reading.subject.as_deref(),
            realm: reading.realm.as_deref(),
            trusted: topics.iter().any(Topic::vouched),
            topics,
            ids,
            family: &self.family,
            profiles: &self.profiles,
            weights: &self.weights,
        }
    }
}

/// Descriptions, in small letters, that stand under more than one name.
fn shared(topics: &[Topic]) -> HashSet<String> {
    let mut owners: HashMap<String, &str> = HashMap::new();
    let told = topics.iter().filter_map(|t| Some((t, t.purpose.as_ref()?)));
    told.filter_map(|(t, p)| {
        let body = p.statement.body.to_lowercase();
        let owner = *owners.entry(body.clone()).or_insert(&t.name.short);
        (owner != t.name.short).then_some(body)
    })
    .collect()
}

/// The maker in front of a name, if there is one, and the rest, in small
/// letters.
fn made(topic: &Topic, makers: &HashSet<String>) -> (String, String) {
    let low = topic.name.short.to_lowercase();
    let parts = low.split_once(' ').filter(|(m, _)| makers.contains(*m));
    let parts = parts.map(|(m, rest)| (m.to_owned(), rest.to_owned()));
    parts.unwrap_or((String::new(), low))
}

/// Whether two makers are one: one isn't said (`Quay` is `Basalt Quay`), or it is
/// abbreviated (`BQ Lamp` is `BasaltQuay Lamp`).
fn one_maker(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let mut letters = long.chars();
    let within = short.chars().all(|c| letters.any(|l| l == c));
    let begins = short.chars().next() == long.chars().next();
    short.is_empty() || short.len() < 4 && within && begins
}

/// The maker in front of a topic's name, and the topic.
type Twin = (String, usize);

/// Takes away the shorter of two descriptions of one thing that the page calls
/// by two names.
pub(super) fn unite(reading: &mut Reading, path: &str) {
    let told = |t: &Topic| t.purpose.as_ref().map_or(0, |p| p.text.chars().count());
    // Parts of two things may be called alike.
    let mut best: HashMap<(Option<usize>, String), Vec<Twin>> = HashMap::new();
    let mut doubled = Vec::new();
    for (i, topic) in reading.topics.iter().enumerate() {
        if topic.purpose.is_none() || topic.vouched() {
            continue;
        }
        let (maker, rest) = made(topic, &reading.makers);
        let twins = best.entry((topic.owner, rest)).or_default();
        match twins.iter_mut().find(|(m, _)| one_maker(m, &maker)) {
            Some((_, j)) if told(&reading.topics[*j]) < told(topic) => {
                doubled.push(std::mem::replace(j, i));
            }
            Some(_) => doubled.push(i),
            None => twins.push((maker, i)),
        }
    }
    for i in doubled {
        if let Some(purpose) = reading.topics[i].purpose.take() {
            reading.skip(path, purpose.line, Reason::Repeated, Some(Shape::Term));
        }
    }
}

/// Takes descriptions away of which no card could be made: they would be no
/// better asked backwards, among options or as a neighbour's contrast.
pub(super) fn sift(reading: &mut Reading, idents: &[Identified], path: &str) {
    let grounds = Grounds::of(&reading.topics);
    let desk = grounds.desk(reading, idents);
    let unsound = |i: usize, topic: &Topic| {
        let purpose = topic.purpose.as_ref().filter(|_| !topic.vouched())?;
        // What its name gives away is still what it is.
        let reason = recall::term(&desk, i, purpose).err();
        let reason = reason.filter(|r| *r != Reason::GivesAway)?;
        Some((i, purpose.line, reason))
    };
    let found: Vec<_> = reading
        .topics
        .iter()
        .enumerate()
        .filter_map(|(i, t)| unsound(i, t))
        .collect();
    for (i, line, reason) in found {
        reading.topics[i].purpose = None;
        reading.skip(path, line, reason, Some(Shape::Term));
    }
}

/// All cards that a reading lets one make.
pub(super) fn draft_all(
    reading: &Reading,
    idents: &[Identified],
    path: &str,
    account: &mut Account,
) -> Vec<Draft> {
    let grounds = Grounds::of(&reading.topics);
    let desk = grounds.desk(reading, idents);
    let mut book = Book {
        desk: &desk,
        account,
        path,
        drafts: Vec::new(),
        fronts: HashSet::new(),
        ids: HashSet::new(),
    };
    let mut pairs: HashMap<usize, Vec<Draft>> = HashMap::new();
    for draft in compare::neighbours(&desk, reading) {
        pairs.entry(draft.topic).or_default().push(draft);
    }
    let mut offers = questions::Offers::of(&desk);
    for (i, topic) in reading.topics.iter().enumerate() {
        if let Some(purpose) = &topic.purpose {
            let line = purpose.line;
            book.enter(recall::term(&desk, i, purpose), Shape::Term, line);
            let reversed = recall::description(&desk, i, purpose);
            book.enter(reversed, Shape::Description, line);
            let question = questions::make(&desk, &mut offers, i, purpose);
            book.enter(question, Shape::Choice, line);
        }
        let mut backwards = 0;
        for (f, fact) in topic.facts.iter().enumerate() {
            let made = recall::fact(&desk, i, f, &mut backwards);
            book.enter(made, fact.shape, fact.line);
        }
        for draft in recall::capabilities(&desk, i) {
            let line = draft.line;
            book.enter(Ok(draft), Shape::List, line);
        }
        for draft in pairs.remove(&i).unwrap_or_default() {
            book.enter(Ok(draft), Shape::Comparison, topic.line);
        }
    }
    for contrast in &reading.contrasts {
        if let Some(draft) = compare::contrast(&desk, contrast) {
            book.enter(Ok(draft), Shape::Comparison, contrast.line);
        }
    }
    let mut drafts = book.drafts;
    drafts.sort_by_key(|d| d.topic);
    drafts
}

/// Takes cards in, or books why not.
struct Book<'a> {
    desk: &'a Desk<'a>,
    account: &'a mut Account,
    path: &'a str,
    drafts: Vec<Draft>,
    fronts: HashSet<String>,
    ids: HashSet<String>,
}

/// Whether a flashcard's whole answer stands in its question: the last word on
/// whatever the shapes' own checks let through.
fn betrays(face: &Face) -> bool {
    let Face::Flashcard(f) = face else {
        return false;
    };
    let (front, back) = (
        f.front.as_str().to_lowercase(),
        f.back.as_str().to_lowercase(),
    );
    back.len() >= 3 && front.contains(&back)
}

impl Book<'_> {
    fn enter(&mut self, made: Made, shape: Shape, line: u32) {
        let checked = made.and_then(|draft| {
            let draft = placed(self.desk, draft);
            if blank(&draft.face) {
                return Err(Reason::Empty);
            }
            if betrays(&draft.face) {
                return Err(Reason::GivesAway);
            }
            let front = match &draft.face {
                Face::Flashcard(f) => f.front.one_line().to_lowercase(),
                Face::Choice(c) => {
                    format!("choice {}", c.stem.one_line().to_lowercase())
                }
            };
            let lawful = CardId::new(draft.id.clone()).is_ok();
            let fresh = lawful && self.fronts.insert(front) && self.ids.insert(draft.id.clone());
            if fresh {
                Ok(draft)
            } else {
                Err(Reason::Repeated)
            }
        });
        match checked {
            Ok(mut draft) => {
                draft.rank = u32::try_from(self.drafts.len()).unwrap_or(u32::MAX);
                self.drafts.push(draft);
            }
            Err(reason) => self.account.skipped.push(Skipped {
                file: self.path.to_owned(),
                line,
                reason,
                shape: Some(shape),
            }),
        }
    }
}

/// Whether a side of the card says nothing.
fn blank(face: &Face) -> bool {
    let says = |t: &Text| t.as_str().chars().any(char::is_alphanumeric);
    match face {
        Face::Flashcard(f) => !says(&f.front) || !says(&f.back),
        Face::Choice(c) => !says(&c.stem) || !c.options.iter().all(|o| says(&o.text)),
    }
}

#[cfg(test)]
mod tests {
    use super::one_maker;
    use crate::generator::tests::fronts;

    #[test]
    fn a_maker_may_begin_with_any_letter() {
        assert!(one_maker("ÉC", "ÉcluseCordage") && one_maker("", "Écluse"));
        assert!(!one_maker("É", "Ècluse") && !one_maker("潮", "汐潮"));
    }

    #[test]
    fn one_thing_is_not_asked_for_under_two_names() {
        let asked = |maker: &str, second: &str| -> Vec<String> {
            let page = format!(
                "# Ports\n\nWith help of BasaltQuay a port is safe, and BasaltQuay moors. With {maker} \
                it sees, so {maker} films.\n\n\
                - **BasaltQuay Lamp**: a service that lights the piers of a port\n\
                - **BasaltQuay Horn**: a service that calls the boats of a port in fog\n\
                - **BasaltQuay Chart**: a service that draws the depth of each dock\n\
                - **{maker} Lamp**: {second}\n\
                - **{maker} Film**: a service that films who comes and who goes\n\
                - **{maker} Bell**: a service that rings when the water turns\n"
            );
            let mut all = fronts(&page);
            all.retain(|f| f.starts_with("What is") && f.ends_with("Lamp?"));
            all
        };
        let short = "a service that makes light";
        let long = "a service that lights the piers of a port in every night of winter";
        assert_eq!(asked("BQ", short), ["What is BasaltQuay Lamp?"]);
        assert_eq!(asked("BQ", long), ["What is BQ Lamp?"]);
        assert_eq!(asked("Tidenet", long).len(), 2);
    }
}
