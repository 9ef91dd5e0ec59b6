//! Recall cards: term → description, description → term, and facts under
//! their leads.

mod capabilities;
mod cells;
mod glosses;
mod places;
mod reversed;
mod served;

pub(super) use capabilities::capabilities;
use cells::{is_turned, placed};
use places::{
    asked_in_its_thing, asks_aim, asks_attribute, housed, is_unowned, is_work, shelf, shelved,
    topic_in_context,
};
use reversed::{backwards, foreign_shelf, home};
pub(super) use reversed::{description, gains};

use super::account::{Reason, Shape};
use super::ask;
use super::clause;
use super::cloze;
use super::column;
use super::degree;
use super::describe;
use super::described;
use super::distractors;
use super::draft::{self, Desk, Draft};
use super::facts::homes;
use super::fit;
use super::language::{self, Language};
use super::listed::Listed;
use super::manner;
use super::mask;
use super::name::{Name, is_initials};
use super::parts;
use super::phrase;
use super::polish;
use super::sentence;
use super::statement::{Form, Statement};
use super::topic::{Ask, Fact, Purpose};
use super::words;

/// Descriptions need so many words of substance to be asked backwards.
const SPECIFIC: usize = 4;
/// A single statement needs more to tell its topic from all others.
const TELLING: usize = 6;
/// Statements of one topic that are asked backwards, at most.
const MAX_BACKWARDS: usize = 3;

/// A card, or why there is none.
pub(super) type Made = Result<Draft, Reason>;

/// Term → description.
pub(super) fn term(desk: &Desk<'_>, topic: usize, purpose: &Purpose) -> Made {
    let t = &desk.topics[topic];
    if !t.vouched() {
        let body = &purpose.statement.body;
        // The same few words under two names tell neither from the other.
        let brief = matches!(purpose.statement.form, Form::Noun | Form::Fragment)
            && words::count(body) <= 6;
        if brief && desk.shared.contains(&body.to_lowercase()) {
            return Err(Reason::Ambiguous);
        }
        let covers = purpose.statement.form == Form::Fragment && parts::enumerates(body);
        if manner::tells_of_another(&purpose.statement)
            || covers && t.language == Language::English && !ask::holds_examples(&t.name)
        {
            return Err(Reason::Vague);
        }
        if manner::illustrates(&purpose.statement.body) {
            return Err(Reason::Vague);
        }
        // `Scalability: moor more boats`: what to do is not what an aim is for.
        if purpose.statement.form == Form::Base && !t.name.is_product() && aims(&t.name.short) {
            return Err(Reason::Vague);
        }
        // `Fully managed service.`: true of too much.
        let english = t.language == Language::English;
        let body = &purpose.statement.body;
        let few = (2..=3).contains(&words::count(body));
        if english && few && mask::telling_words(body).is_empty() {
            return Err(Reason::Short);
        }
    }
    let english = t.language == Language::English;
    if english && !t.vouched() && !ask::names_a_thing(&t.name) {
        let place = desk
            .within(topic)
            .or(t.category.as_deref())
            .ok_or(Reason::Vague)?;
        let front = format!("What does “{}” mean in {place}?", t.name.said);
        let back = describe::answer(&purpose.statement);
        let (front, back) = touched(desk, topic, front, back)?;
        return finished_term(desk, topic, purpose, &front, &back);
    }
    let (front, back) = if english {
        let spelt_out = spells_out(&t.name, &purpose.statement.body);
        let front = if spelt_out {
            format!("What does {} stand for?", t.name.said)
        } else {
            let name = glosses::unglossed(&t.name, &purpose.statement.body);
            describe::purpose_question(&name, &purpose.statement, desk.within(topic), t.vouched())
        };
        (
            shelved(desk, topic, front),
            describe::answer(&purpose.statement),
        )
    } else {
        let context = desk.within(topic).or(foreign_shelf(t));
        // `Basalt` is known by itself, a word of the language isn't.
        let word = t.language.is_spaced() || t.name.short.chars().any(words::is_unspaced);
        let home = t.home.as_deref().map(draft::context).filter(|_| word);
        let context = home.filter(|_| context.is_some()).or(context);
        // `PENDING`: a state or a setting of something.
        let state = places::is_state(&t.name.short);
        let context = context
            .or(t.home.as_deref().map(draft::context).filter(|_| state))
            .filter(|_| !t.name.is_proper() || state);
        (
            language::ask(t.language, &t.name.full, &purpose.statement.body, context),
            sentence::ended(&sentence::capitalised(&purpose.statement.body)),
        )
    };
    let (front, back) = match touched(desk, topic, front, back) {
        Err(Reason::Vague) if served::deals(desk, topic, purpose) => served::asked(t, purpose),
        made => made,
    }?;
    finished_term(desk, topic, purpose, &front, &back)
}

/// Whether a text only says what a name's letters stand for, be they behind its
/// maker's: `Basalt TDN: Tide Deck Net of Basalt`.
fn spells_out(name: &Name, body: &str) -> bool {
    let body = clause::unbracketed(body.trim_end_matches('.'));
    let last = name.short.split_whitespace().next_back().unwrap_or("");
    let letters = last.len() > 2 && last.chars().all(|c| c.is_ascii_uppercase());
    is_initials(&name.short, &body)
        || letters && is_initials(last, clause::before_preposition(&body))
}

fn finished_term(
    desk: &Desk<'_>,
    topic: usize,
    purpose: &Purpose,
    front: &str,
    back: &str,
) -> Made {
    let t = &desk.topics[topic];
    let id = &desk.ids[topic].purpose;
    if mask::answer_shows(front, back) || !t.vouched() && mask::answer_echoes(front, back) {
        return Err(Reason::GivesAway);
    }
    let mut draft = desk.flashcard(topic, Shape::Term, (id, id), front, back);
    draft.concept = desk.ids[topic].slug.clone();
    draft.line = purpose.line;
    Ok(draft)
}

/// Both sides after the last touch, which the dialect's authors don't need.
fn touched(
    desk: &Desk<'_>,
    topic: usize,
    front: String,
    back: String,
) -> Result<(String, String), Reason> {
    let t = &desk.topics[topic];
    if t.vouched() {
        return Ok((front, back));
    }
    polish::check(&front, &back)?;
    // `P55` is a place in a talk, `ロープ、網` are two things.
    let said = t.name.short.as_str();
    let nothing = fit::is_page(said) || fit::is_operation(said) || t.name.short.contains('、');
    if nothing || fit::sums_up(&front, &back) {
        return Err(Reason::Vague);
    }
    match t.language {
        Language::English => {
            // `RopeNet and TideHub`: what is told is told of one of them.
            if desk.joins_two(topic) && fit::asks_of(&front) {
                return Err(Reason::Vague);
            }
            // `Watching a port: TideCam` says which, not what.
            let told = desk.names_another(topic, &back) || desk.is_product_of(topic, &back);
            if told && fit::asks_what(&front) {
                return Err(Reason::Vague);
            }
            let (front, back) = polish::sides(&front, &back);
            let (front, back) = fit::settle(front, back)?;
            let known = (t.name.branded || t.name.is_product()) && t.name.is_proper();
            match fit::is_proven(&front, &back, known.then_some(&t.name), desk.mentions) {
                true => Ok((front, back)),
                false => Err(Reason::Vague),
            }
        }
        _ => Ok((front, back)),
    }
}

/// A question for a term after the last touch.
fn turned(desk: &Desk<'_>, topic: usize, front: String) -> Result<String, Reason> {
    let t = &desk.topics[topic];
    match t.vouched() || t.language != Language::English {
        true => Ok(front),
        false => fit::backwards(front),
    }
}

/// `Cost optimisation`, `Security first`: a state to be reached rather than a
/// thing or a deed.
fn aims(name: &str) -> bool {
    static AIMS: Listed = Listed::new(
        "management improvement enhancement alignment optimization optimisation reduction \
        excellence governance compliance resilience performance savings first",
    );
    let last = name.split_whitespace().next_back().unwrap_or("");
    let last = last.to_lowercase();
    AIMS.has(&last) || ["ity", "ness", "ciency"].iter().any(|e| last.ends_with(e))
}

/// A fact under its lead, its question or its column.
pub(super) fn fact(
    desk: &Desk<'_>,
    topic: usize,
    index: usize,
    backwards_so_far: &mut usize,
) -> Made {
    let t = &desk.topics[topic];
    let fact = &t.facts[index];
    let id = &desk.ids[topic].facts[index];
    let english = t.language == Language::English;
    if !t.language.is_asked() && !t.vouched() {
        // Without a sentence to ask it with, an aspect is a riddle.
        return Err(Reason::Unasked);
    }
    // A product needs no heading to place it, whatever that says.
    let product = |lead: &str| Name::of(lead).is_some_and(|n| n.is_product());
    let unplaced = english
        && draft::says_nothing(&t.name.short)
        && matches!(&fact.ask, Ask::Lead(lead) if product(lead));
    let owner = match topic_in_context(desk, topic) {
        Some(owner) if !unplaced => owner,
        None if !unplaced => return Err(Reason::Vague),
        _ => t.name.said.clone(),
    };
    let owner = match english {
        true => owner,
        false => glosses::untold(&t.name, owner, &fact.text),
    };
    if !t.vouched()
        && !desk.trusted
        && let Ask::Lead(head) | Ask::Cell(head) | Ask::Placed { column: head, .. } = &fact.ask
        && (degree::is_price(head, &fact.text)
            || english && degree::asks_value(&fact.ask, head) && degree::leans(head, &fact.text))
    {
        return Err(Reason::Cell);
    }
    let (front, back, shape) = match &fact.ask {
        Ask::Lead(head) | Ask::Cell(head)
            if english && !t.vouched() && degree::sides(&t.name.full).is_some() =>
        {
            let asked = degree::differing(&t.name.full, head, &fact.text);
            (asked.ok_or(Reason::Vague)?, fact.text.clone(), fact.shape)
        }
        Ask::Lead(lead) if english => {
            let statement = super::statement::read(&fact.text, &t.name);
            (
                phrase::lead_question(&owner, lead, &fact.text, &statement, t.vouched())
                    .ok_or(Reason::Vague)?,
                fact.text.clone(),
                fact.shape,
            )
        }
        Ask::Lead(lead) => (
            language::question(t.language, &owner, lead, false).ok_or(Reason::Unasked)?,
            fact.text.clone(),
            fact.shape,
        ),
        Ask::Cell(title) if english => (
            column::question(&owner, title, &fact.text, desk.trusted).ok_or(Reason::Vague)?,
            fact.text.clone(),
            fact.shape,
        ),
        Ask::Placed {
            column,
            place,
            part,
        } if english => {
            let thing = cells::playing(owner.clone(), part.as_deref());
            let asked = placed(&thing, column, place, &fact.text).ok_or(Reason::Vague)?;
            (asked, fact.text.clone(), fact.shape)
        }
        Ask::Placed { .. } => return Err(Reason::Unasked),
        // Things side by side, and what is said of each down the page.
        Ask::Cell(column) if is_turned(t, column) => return Err(Reason::Layout),
        Ask::Cell(column)
            if !t.vouched() && (language::is_remark(column) || language::asks_nothing(column)) =>
        {
            return Err(Reason::Apparatus);
        }
        Ask::Cell(column) => (
            language::question(t.language, &owner, column, true).ok_or(Reason::Unasked)?,
            fact.text.clone(),
            fact.shape,
        ),
        Ask::Direct(question) if english && !t.vouched() && t.name.counts_many() => {
            let one = format!("does {} ", t.name.said);
            let many = format!("do {} ", t.name.said);
            (question.replace(&one, &many), fact.text.clone(), fact.shape)
        }
        Ask::Direct(question) if english && !t.vouched() && is_unowned(question) => {
            let named = t.houses || t.name.branded || t.name.is_product();
            let home = t.home.as_deref().map(draft::context);
            let place = match named {
                true => Some(draft::context(&t.name.said)),
                false => desk.within(topic).or(home),
            };
            let asked = sentence::lowered(question);
            let place = place.ok_or(Reason::Vague)?;
            let front = format!("In {place}, {}", asked);
            (front, fact.text.clone(), fact.shape)
        }
        Ask::Direct(question) => {
            let asked = asked_in_its_thing(desk, topic, question);
            (asked, fact.text.clone(), fact.shape)
        }
        Ask::Statement(statement, _) => {
            let (front, back, shape) = bare(desk, topic, fact, statement, backwards_so_far)?;
            (front, back, shape)
        }
    };
    let front = match unplaced {
        true => match front.strip_prefix(&format!("In {owner}, ")) {
            Some(bare) => sentence::capitalised(bare),
            None if !front.contains(&owner) => front,
            None => return Err(Reason::Vague),
        },
        false => front,
    };
    let front = match english && !t.vouched() && t.name.counts_many() {
        true => many(&front, &owner),
        false => front,
    };
    let front = housed(desk, topic, &owner, front);
    // `The latency of Piers and locks`: a chapter has none.
    let joint = english
        && !t.vouched()
        && [" and ", " & ", " with "]
            .iter()
            .any(|j| t.name.short.contains(j));
    let chapter =
        english && !t.vouched() && t.name.is_plural() && homes::gathers_many(&t.name.short);
    let work = english && !t.vouched() && is_work(&t.name.short) && !asks_aim(&front);
    if (joint || chapter || work) && asks_attribute(&front, &owner) {
        return Err(Reason::Vague);
    }
    let (front, back) = touched(desk, topic, front, back)?;
    // A question may tell the maker of what it asks for.
    let own = match (shape, back.split_once(' ')) {
        (Shape::Description, Some((m, own))) if desk.makes(m) => own,
        _ => &back,
    };
    let shows = mask::answer_shows(&front, own) || !t.vouched() && mask::answer_echoes(&front, own);
    if shows && shape != Shape::Cloze {
        return Err(Reason::GivesAway);
    }
    let mut draft = desk.flashcard(topic, shape, (id, id), &front, &back);
    draft.line = fact.line;
    Ok(draft)
}

/// `What is target groups good for?` → `What are …`.
fn many(front: &str, owner: &str) -> String {
    let mut front = front.to_owned();
    for (one, more) in [("is", "are"), ("does", "do")] {
        front = front.replace(&format!(" {one} {owner} "), &format!(" {more} {owner} "));
    }
    front
}

/// A statement without a lead: a cloze if it decides one thing, else asked
/// backwards if it tells its topic from the siblings.
fn bare(
    desk: &Desk<'_>,
    topic: usize,
    fact: &Fact,
    statement: &Statement,
    backwards_so_far: &mut usize,
) -> Result<(String, String, Shape), Reason> {
    let t = &desk.topics[topic];
    if t.language != Language::English || t.gathers {
        return Err(Reason::Unasked);
    }
    if let Some((front, back)) = cloze::make(
        &fact.text,
        statement,
        &t.name,
        desk.within(topic),
        t.vouched(),
    ) {
        return Ok((front, back, Shape::Cloze));
    }
    let asks = matches!(statement.form, Form::Verb | Form::Modal | Form::Used) && !statement.plural;
    let single = matches!(fact.ask, Ask::Statement(_, true));
    let goes_on = describe::after_be(&statement.body).starts_with("also ");
    let telling = !goes_on
        && single
        && statement.about_term
        && words::content(&statement.body).len() >= TELLING;
    if !asks
        || !telling
        || *backwards_so_far >= MAX_BACKWARDS
        || t.owner.is_some()
        || siblings(desk, topic) < 3
    {
        return Err(Reason::Unasked);
    }
    if words::count(&statement.body) > 30 {
        return Err(Reason::Long);
    }
    backwards(desk, topic, statement)?;
    *backwards_so_far += 1;
    // One thing that it does may be said of many: its class goes before.
    let class = class_of(desk, topic);
    let kind = class.as_deref().or(desk.kind(topic));
    let front = turned(
        desk,
        topic,
        described::description_question(kind, statement, home(desk, topic, &statement.body)),
    )?;
    Ok((front, t.name.full.clone(), Shape::Description))
}

/// The class in a topic's definition with what stands before it, if that
/// doesn't give the name away: `managed rope service`.
fn class_of(desk: &Desk<'_>, topic: usize) -> Option<String> {
    let t = &desk.topics[topic];
    let statement = t.purpose.as_ref().map(|p| &p.statement)?;
    statement.kind().filter(|_| !t.vouched())?;
    let (_, end, _) = statement.head()?;
    let phrase = statement.body.get(..end)?;
    let phrase = ["a ", "an ", "the "]
        .iter()
        .find_map(|a| phrase.strip_prefix(a))
        .unwrap_or(phrase);
    let phrase = sentence::lowered(phrase);
    let told = words::count(&phrase) <= 7 && !phrase.contains([',', '(']);
    (told && !mask::gives_away(&t.name, &phrase, desk.family)).then_some(phrase)
}

/// Topics of the same group that could be taken for this one.
fn siblings(desk: &Desk<'_>, topic: usize) -> usize {
    let t = &desk.topics[topic];
    distractors::near(desk.topics, topic)
        .filter(|i| {
            let other = &desk.topics[*i];
            other.group == t.group
                && !other.is_empty()
                && other.name.is_proper() == t.name.is_proper()
        })
        .count()
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::fronts;

    #[test]
    fn a_product_under_a_heading_that_says_nothing_is_asked_without_it() {
        let page = "# Harbour services\n\n## Categories\n\n  * Gates\n\n    * Amazon TideLock  \n      \
            Amazon TideLock is a gate that keeps the water in a dock. It opens at noon.\n\n\
            \x20\x20* Books\n\n    * Amazon PilotBook  \n      \
            Amazon PilotBook is a register that keeps the depth of each channel.\n";
        let fronts = fronts(page);
        assert!(
            fronts.iter().any(|f| f == "What is Amazon TideLock?"),
            "{fronts:?}"
        );
        assert!(
            fronts.iter().all(|f| !f.contains("ategories")),
            "{fronts:?}"
        );
    }

    #[test]
    fn a_gain_is_neither_asked_for_nor_an_answer() {
        let page = "# Ports\n\n## Gains\n\n\
            - **Scalability**: Moors twenty ferries at one pier of the port\n\
            - **Faster mooring**: A winch that pulls ferries to the pier\n\
            - **Crane yard**: A yard in which cranes lift boats from the water\n";
        let cards = crate::generator::tests::cards(page);
        let gained = |t: &str| {
            let t = t.to_lowercase();
            t.contains("scalability") || t.contains("faster mooring")
        };
        assert!(
            !cards.iter().any(|(f, b)| gained(f) || gained(b)),
            "{cards:?}"
        );
        assert!(
            cards.iter().any(|(f, _)| f.contains("rane yard")),
            "{cards:?}"
        );
    }

    #[test]
    fn this_is_when_defines() {
        let page = "# Tides\n\n## Slack water\n\n\
            This is when the stream rests between two tides of a day.\n\n\
            ## Warping\n\nThis is when you pull a boat along a pier by its ropes.\n";
        let cards = crate::generator::tests::cards(page);
        let told = ("What is Warping?", "It is when you pull a boat along");
        let found =
            |(f, b): &(String, String)| f.eq_ignore_ascii_case(told.0) && b.starts_with(told.1);
        assert!(cards.iter().any(found), "{cards:?}");
    }

    #[test]
    fn what_an_aim_orders_is_not_what_it_is_for() {
        let page = "# Harbour rules\n\n## Rules of the port\n\n\
            - **Crew efficiency**: Build a second pier for the ferries\n\
            - **Crane yard**: Build a second pier for the ferries\n";
        let fronts = fronts(page);
        let asks = |term: &str| fronts.iter().any(|f| f.to_lowercase().contains(term));
        assert!(!asks("crew efficiency") && asks("crane yard"), "{fronts:?}");
    }
}
