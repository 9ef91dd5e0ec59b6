//! Decks: drafts and authored questions put together, one deck a source.

mod book;
mod checks;
mod heirs;
mod sparse;
mod sure;

use super::account::{Account, Reason, Shape, Skipped};
use super::authored::{self, Authored};
use super::draft::Draft;
use super::facts::Walk;
use super::html;
use super::identity::{self, Identified, Past};
use super::ids;
use super::language::Language;
use super::markdown::{self, Lines};
use super::outline::{Document, Section};
use super::raised;
use super::ranged;
use super::realm;
use super::standing::Standing;
use super::strays;
use super::tiers;
use super::topic::{Reading, Topic};
use super::{Generated, Source};
use crate::domain::{Blueprint, Card, CardId, Deck, DeckId, Problem, Severity, TaskId, Text};
use book::{draft_all, sift, unite};
use checks::{references, tasks, vanished};
use std::collections::{HashMap, HashSet};

/// A deck and what was found on the way.
struct Made1 {
    deck: Deck,
    drafts: Vec<Draft>,
    authored: Vec<Authored>,
    /// The task statements that headings name, with line and column.
    tasks: Vec<(TaskId, (u32, u32))>,
    path: String,
}

pub(super) fn generate(
    sources: &[Source],
    previous: &[Deck],
    blueprint: Option<&Blueprint>,
    watch: &mut dyn FnMut(usize),
) -> Generated {
    let mut out = Generated::default();
    let mut lines = 0;
    let mut taken = ids::Names::default();
    let mut made: Vec<Made1> = Vec::new();
    for source in sources {
        let mut within = |line: usize| watch(lines + line);
        let deck = one(source, previous, &mut taken, &mut out, &mut within);
        made.push(deck);
        lines += source.text.lines().count();
        watch(lines);
    }
    references(&made, previous, &mut out.problems);
    if let Some(blueprint) = blueprint {
        tasks(&made, blueprint, &mut out.problems);
    }
    for m in &made {
        for d in &m.drafts {
            *out.account.made.entry(d.shape).or_default() += 1;
        }
        if !m.authored.is_empty() {
            *out.account.made.entry(Shape::Authored).or_default() += m.authored.len();
        }
    }
    out.decks = made
        .into_iter()
        .map(|m| m.deck)
        .filter(|d| !d.cards.is_empty())
        .collect();
    out.vanished = vanished(&out.decks, previous);
    out.account.skipped.sort();
    out.account.skipped.dedup();
    out.problems.sort_by(|a, b| {
        (a.file.as_str(), a.line, a.column, &a.code).cmp(&(
            b.file.as_str(),
            b.line,
            b.column,
            &b.code,
        ))
    });
    out
}

fn one(
    source: &Source,
    previous: &[Deck],
    taken: &mut ids::Names,
    out: &mut Generated,
    watch: &mut dyn FnMut(usize),
) -> Made1 {
    let text = source.text.replace("\r\n", "\n");
    let text = text.trim_start_matches('\u{feff}');
    let document = if html::is_html(&source.path, text) {
        html::read(text)
    } else {
        markdown::read(text)
    };
    let id = deck_id(&document, &source.path, taken);
    let title = title(&document, &source.path);
    let subject = document.front("title").unwrap_or_default().to_owned();
    let exam = document.front("exam").map(Text::new);
    let core = document
        .front("core")
        .and_then(|n| n.parse().ok())
        .unwrap_or(tiers::MAX_CORE);
    let keeps_unsure = document.front("unsure") == Some("keep");
    let root = Document {
        blocks: ranged::ranged(raised::raised(document.blocks)),
        ..document
    }
    .sections();
    let mut walk = Walk::new(&source.path, text, watch);
    walk.root(&root, &subject);
    let standing = Standing::of(&root, &walk);
    let Walk {
        reading,
        authored: sections,
        vouched,
        language,
        layout,
        usage,
        ..
    } = walk;
    let mut reading = tidy(reading);
    let standing = standing.without(&strays::release(&mut reading));
    // Of many headings at the top the first is no title if it only names a thing.
    let bare = layout.has_chapters() && title.as_str().chars().all(char::is_alphanumeric);
    let named = if bare { "" } else { title.as_str() };
    let chapters = root.children.iter().filter(|_| root.children.len() > 1);
    let chapters = chapters.map(|s| s.heading.plain()).collect();
    reading.realm = realm::of(text, named, &chapters, &reading);
    let was_here = previous.iter().find(|d| d.id == id);
    let past = Past::of(was_here);
    let idents = identity::assign(&reading.topics, &past);
    sift(&mut reading, &idents, &source.path);
    unite(&mut reading, &source.path);
    let before = out.account.skipped.len();
    let mut drafts = draft_all(&reading, &idents, &source.path, &mut out.account);
    heirs::name(&mut drafts, &reading.topics, &idents, &past);
    if sections.is_empty() && !keeps_unsure && !reading.topics.iter().any(Topic::vouched) {
        let here = was_here.into_iter().flat_map(|d| &d.cards);
        let heirs = drafts.iter().filter(|d| !d.was.is_empty());
        let known: HashSet<String> = here
            .map(|c| c.id.to_string())
            .chain(heirs.map(|d| d.id.clone()))
            .collect();
        let (path, account) = (source.path.as_str(), &mut out.account);
        if language == Language::English && sparse::is_sparse(drafts.len(), text.len()) {
            drafts = sparse::thin(drafts, &known, path, account);
        }
        let refused = &account.skipped[before..];
        let lost = refused.iter().chain(&reading.skipped).map(|s| s.line);
        let lost: Vec<u32> = lost.collect();
        let topics = &reading.topics;
        drafts = sure::sure(drafts, (text, path), &lost, topics, &known, account);
    }
    standing.tell(&mut drafts, &reading.topics, &usage);
    let lines = Lines::of(text);
    for heading in &vouched {
        authored::check_topic(heading, &source.path, text, &lines, &mut out.problems);
    }
    let headings = vouched.iter().chain(&sections);
    let tasks = headings
        .filter_map(|h| authored::task(h, text, &lines))
        .collect();
    let questions = questions(
        &sections,
        source,
        (text, &lines),
        &mut out.problems,
        &mut out.account,
    );
    out.account.skipped.extend(reading.skipped.iter().cloned());
    let cards = cards(&drafts, &reading.topics, &idents, core);
    let cards = cards
        .into_iter()
        .chain(questions.iter().map(|q| q.card.clone()))
        .collect();
    Made1 {
        deck: Deck {
            id,
            title,
            exam,
            source: vec![Text::new(&source.path)],
            cards,
        },
        drafts,
        authored: questions,
        tasks,
        path: source.path.clone(),
    }
}

/// Merges topics that are one and drops those of which nothing is known.
fn tidy(mut reading: Reading) -> Reading {
    let mut first: HashMap<String, usize> = HashMap::new();
    let mut target: Vec<usize> = (0..reading.topics.len()).collect();
    for i in 0..reading.topics.len() {
        let t = &reading.topics[i];
        if t.vouched() || t.is_empty() {
            continue;
        }
        let owner = t.owner.map(|o| target[o]);
        let key = format!("{} {owner:?}", ids::slug(&t.name.short));
        match first.get(&key).copied() {
            Some(j) if alike(&reading.topics[j], &reading.topics[i]) => {
                // `Limits` of two things that no heading tells apart.
                for k in [i, j] {
                    reading.topics[k].facts.clear();
                }
                if reading.topics[j].purpose.is_some() {
                    reading.topics[i].purpose = None;
                }
            }
            Some(j) => {
                let mut later = std::mem::take(&mut reading.topics[i].facts);
                let purpose = reading.topics[i].purpose.take();
                let earlier = &mut reading.topics[j];
                if earlier.purpose.is_none() {
                    earlier.purpose = purpose;
                }
                earlier.facts.append(&mut later);
                target[i] = j;
            }
            None => {
                first.insert(key, i);
            }
        }
    }
    let mut place = vec![None; reading.topics.len()];
    let mut kept = Vec::new();
    let owners: HashSet<usize> = reading
        .topics
        .iter()
        .filter(|t| !t.is_empty())
        .filter_map(|t| t.owner.map(|o| target[o]))
        .collect();
    // A comparison needs the first of its two things.
    let compared: HashSet<String> = reading.contrasts.iter().map(|c| c.a.clone()).collect();
    for (i, topic) in std::mem::take(&mut reading.topics).into_iter().enumerate() {
        if !topic.is_empty() || owners.contains(&i) || compared.contains(&topic.name.full) {
            place[i] = Some(kept.len());
            kept.push(topic);
        }
    }
    for topic in &mut kept {
        topic.owner = topic.owner.and_then(|o| place[target[o]]);
    }
    reading.topics = kept;
    reading
}

/// Whether two topics share a label (`limits`, `Creation/Setup`) rather than
/// being one thing: lines of different lists, not called by a name.
fn alike(a: &Topic, b: &Topic) -> bool {
    let label = |t: &Topic| {
        t.rank > 6 && (t.name.said.starts_with(char::is_lowercase) || t.name.said.contains('/'))
    };
    label(a) && label(b) && a.group != b.group
}

fn cards(drafts: &[Draft], topics: &[Topic], idents: &[Identified], core: usize) -> Vec<Card> {
    let tiers = tiers::assign(drafts, |topic| {
        let topic = &topics[topic];
        // Where the core is kept small, a table's rows are no part of it.
        let usual = if core < tiers::MAX_CORE && !topic.vouched() {
            0
        } else {
            core
        };
        topic.core.unwrap_or(usual)
    });
    drafts
        .iter()
        .zip(tiers)
        .filter_map(|(draft, tier)| {
            let topic = &topics[draft.topic];
            Some(Card {
                id: CardId::new(draft.id.clone()).ok()?,
                face: draft.face.clone(),
                task: topic.task,
                tags: vec![Text::new(&idents[draft.topic].slug)],
                note: CardId::new(draft.note.clone()).ok(),
                concept: CardId::new(draft.concept.clone()).ok(),
                tier,
                was: draft.was.clone(),
                reference: topic.reference.as_ref().map(Text::new),
                status: topic.status.as_ref().map(Text::new),
            })
        })
        .collect()
}

fn questions(
    sections: &[Section],
    source: &Source,
    (text, lines): (&str, &Lines),
    problems: &mut Vec<Problem>,
    account: &mut Account,
) -> Vec<Authored> {
    let mut seen: HashSet<CardId> = HashSet::new();
    let mut out = Vec::new();
    for section in sections {
        match authored::read(section, &source.path, text, lines, problems) {
            Some(question) if seen.insert(question.card.id.clone()) => out.push(question),
            Some(question) => problems.push(
                Problem::of_file(
                    &Text::new(&source.path),
                    Severity::Quarantine,
                    "same-id",
                    format!(
                        "the id {} was given to an earlier question",
                        question.card.id
                    ),
                )
                .at((question.line, 1))
                .help("give this question a slug of its own"),
            ),
            None => account.skipped.push(Skipped {
                file: source.path.clone(),
                line: section.place.line,
                reason: Reason::BadQuestion,
                shape: Some(Shape::Authored),
            }),
        }
    }
    out
}

fn deck_id(document: &Document, path: &str, taken: &mut ids::Names) -> DeckId {
    let named = document
        .front("id")
        .filter(|id| crate::domain::id::check_id(id).is_ok());
    let id = named.map_or_else(|| stem(path, ids::slug), str::to_owned);
    let unique = taken.unique(&id);
    DeckId::new(unique.clone())
        .or_else(|_| DeckId::new(ids::slug(&unique)))
        .unwrap_or_else(|_| DeckId::new("deck").expect("a lawful id"))
}

fn stem<T>(path: &str, make: impl Fn(&str) -> T) -> T {
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    make(file.rsplit_once('.').map_or(file, |(stem, _)| stem))
}

fn title(document: &Document, path: &str) -> Text {
    if let Some(title) = document.front("title") {
        return Text::new(title);
    }
    let heading = document.blocks.iter().find_map(|b| match b {
        super::outline::Block::Heading(1, rich, ..) => Some(rich.plain()),
        _ => None,
    });
    Text::new(
        heading
            .filter(|h| !h.is_empty())
            .unwrap_or_else(|| stem(path, |s| s.replace(['-', '_'], " "))),
    )
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::{cards, shows};
    use crate::generator::{Source, generate_watched};

    #[test]
    fn a_label_of_two_lists_belongs_to_neither() {
        let list = |limit: &str, more: &str| {
            format!("- Lifts boats of all sizes\n- Creation/Setup\n  - {limit}\n  - {more}\n\n")
        };
        let one = list("It works with up to 20 piers", "Can be moved at any time");
        let other = list("It works with up to 5 piers", "Can be bought with the pier");
        let alone = format!("# Harbour\n\n## Lifting machines\n\nCranes are older.\n\n{one}");
        let both = format!("{alone}Hoists are newer.\n\n{other}");
        assert!(shows(&alone, "up to ____"), "{:?}", cards(&alone));
        assert!(!shows(&both, "up to ____"), "{:?}", cards(&both));
    }

    #[test]
    fn whoever_waits_hears_of_the_reading() {
        let text = "# Ports\n\n".to_owned() + &"A pier is a wall.\n\n".repeat(50);
        let sources = [Source {
            path: "ports.md".into(),
            text,
        }];
        let mut told = Vec::new();
        let _ = generate_watched(&sources, &[], None, &mut |lines| told.push(lines));
        assert!(told.len() > 40 && told.is_sorted(), "{told:?}");
        assert_eq!(told.last(), Some(&102));
    }
}
