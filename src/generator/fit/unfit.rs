//! What is refused at sight, before front and back are weighed against each
//! other: signs of glued lines, slogans for places, questions whose lead-in was
//! lost, answers about somebody else.

use super::asked::{Asked, Form};
use super::beside::{of_owner, points, scene};
use super::hollow::{is_benefit, ranks};
use super::things::{is_label, is_no_thing};
use super::told::{breaks_off, is_order, is_relation, of_two, pairs, says_little};
use crate::generator::account::Reason;
use crate::generator::clause;
use crate::generator::facts::homes;
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::words;

/// Why no card can be made of the sides, if that shows at once.
pub(super) fn unfit(asked: &Asked<'_>, front: &str, back: &str) -> Option<Reason> {
    // A heading's sign in the midst of a text: two lines were glued.
    let glued = back.contains("# ") && !back.contains('`') || asked.term.contains("# ");
    // Its author meant to go on.
    let unwritten = ["TO DO", "TODO", "TBD"].iter().any(|t| back.contains(t));
    if unwritten {
        return Some(Reason::Unfinished);
    }
    if glued || is_relation(asked.term) || back.contains('❌') {
        return Some(Reason::Symbols);
    }
    if scene(back) || points(asked, front) {
        return Some(Reason::Leans);
    }
    if misleads(asked, front) || of_others(asked, front, back) || tells_little(asked, front, back) {
        return Some(Reason::Vague);
    }
    let unfinished = breaks_off(back) || pairs(back) || of_two(back);
    unfinished.then_some(Reason::Unfinished)
}

/// Whether the question itself is none: its lead-in was not understood, or it
/// asks about nothing that one could be asked about.
fn misleads(asked: &Asked<'_>, front: &str) -> bool {
    let blunt = [
        " handled?",
        " handled in ",
        " cover?",
        " cover in ",
        "(explanation)",
        "oes Cost of ",
        "oes the cost of ",
        "hat holds ",
    ];
    let melted = [
        "hich offers ",
        "hich supports ",
        "hich provides ",
        "hich has ",
    ];
    // `the service`, `Simple analogy`, `// or`: lead-ins and remarks.
    let low = front.to_lowercase();
    let remark = low.contains("analogy") || front.contains(" // ");
    let one = ["service", "system", "tool", "application", "platform"]
        .iter()
        .any(|n| low.contains(&format!(" the {n} do?")) || low.ends_with(&format!(" is the {n}?")));
    let summed = asked.term.contains(" + ") && !asked.term.contains('`');
    let many = front.contains("hat are ") || front.contains("hat do ");
    let with = [" with ", " for ", " from ", " to ", " in ", " using "]
        .iter()
        .any(|p| asked.term.contains(p));
    asked.form != Form::Other && is_no_thing(asked.term)
        || asked.form == Form::Other && of_none(front)
        || with && works_on(asked.term)
        || many && works_on(asked.term)
        || blunt.iter().any(|b| front.contains(b))
        || melted.iter().any(|v| front.contains(v)) && front.ends_with(" are there?")
        || is_slogan(front)
        || remark
        || one
        || summed
        || asked.term.contains(" or ")
        || front.contains("hich of following")
        || front.contains("hich of the following")
        || is_order(asked.term)
}

/// `What is the rope of Rope Types?`, `What is a use case for Pier-side?`: asked of a
/// label, or of what the question names already; `Which node fits: “Multi-node …”`.
fn of_none(front: &str) -> bool {
    let bare = clause::unbracketed(front.trim_end_matches('?'));
    let bare = bare.trim();
    let kind = bare
        .strip_prefix("Which ")
        .and_then(|rest| rest.split(' ').next());
    if kind.is_some_and(|k| bare.contains(&format!("-{k}"))) {
        return true;
    }
    let Some((what, of)) = bare.rsplit_once(" of ").or(bare.rsplit_once(" for ")) else {
        return false;
    };
    let what = what.split_whitespace().next_back().unwrap_or("");
    let again = bare.contains("hat is the ")
        && words::words(of).any(|w| words::stem(&w) == words::stem(&what.to_lowercase()));
    is_label(&of.to_lowercase()) || again && what.starts_with(char::is_uppercase)
}

/// `A Tide Crawler scans …`: a sentence about somebody, which no name stands for.
fn acts_itself(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let article = words
        .next()
        .is_some_and(|w| matches!(w.to_lowercase().as_str(), "a" | "an" | "the"));
    let titled = |w: &&str| w.starts_with(char::is_uppercase);
    let mut rest = words.skip_while(titled);
    let verb = rest.next().unwrap_or("");
    let second = text.split_whitespace().nth(2);
    let two = second.is_some_and(|w| w.starts_with(char::is_uppercase));
    article && two && lexicon::base_of(verb).is_some() && !["works", "runs"].contains(&verb)
}

/// `Splicing ropes`: work on many things, and not many things.
fn works_on(term: &str) -> bool {
    static WORK: Listed = Listed::new(
        "troubleshooting checkpointing managing creating building deploying handling choosing \
        configuring understanding preventing optimizing optimising selecting setting using making \
        getting adding removing writing reading comparing identifying evaluating preparing \
        collecting splitting improving reducing avoiding debugging securing protecting designing \
        implementing integrating migrating connecting accessing storing loading encrypting",
    );
    let mut words = term.split_whitespace();
    WORK.has(&words.next().unwrap_or("").to_lowercase()) && words.next().is_some()
}

/// Whether the answer is about another thing or another time.
fn of_others(asked: &Asked<'_>, front: &str, back: &str) -> bool {
    // `RopeNet and TideHub work together` tells of neither.
    let shared = || {
        let low = back.to_lowercase();
        let bare = low.strip_prefix("the ").unwrap_or(&low);
        bare.strip_prefix(&asked.term.to_lowercase())
            .is_some_and(|rest| rest.starts_with(" and "))
    };
    // `Rope nets hold boats` below `Rope net`: a sentence, and no definition.
    let told_of_many = asked.form == Form::Is
        && back
            .to_lowercase()
            .strip_prefix(&asked.term.to_lowercase())
            .and_then(|rest| rest.strip_prefix("s "))
            .is_some_and(|rest| !matches!(clause::first_word(rest).as_str(), "are" | "is"));
    static GOES_ON: Listed =
        Listed::new("then thus so hence also and but or plus next finally now depending");
    let past = GOES_ON.has(&clause::first_word(back))
        || told_of_many
        || asked.form == Form::Is && of_somebody(asked.term, back)
        || asked.form == Form::Is && (back.starts_with("Over the ") || back.starts_with("Any "))
        || back.contains(" used to be ")
        || back.contains("it's time to")
        || back.starts_with("Now that ");
    // `IoT stands for …` below `Basalt IoT Quay` spells only a part of it out.
    let part = back
        .split_once(" stands for ")
        .is_some_and(|(letters, _)| words::count(letters) == 1 && !asked.term.ends_with(letters));
    // `Nets help you …`: other things do it.
    let others = asked.form == Form::Does && acted_by_others(asked.term, back);
    let told = front
        .split_once("the name for ")
        .map_or(back, |(_, told)| told);
    let act = (asked.form == Form::Is || told != back) && acts_itself(told);
    past || act
        || part
        || others
        || of_owner(asked, front, back)
        || of_members(front)
        || asked.form == Form::Is && (remarks(back) || tells_of_notes(back))
        || asked.form == Form::Is && shared()
        || asked.form == Form::Used && (back.starts_with("By ") || back.starts_with("To be named "))
}

/// Whether an answer has a plural subject of its own: `Nets help you catch fish`.
fn acted_by_others(term: &str, back: &str) -> bool {
    let mut parts = back.split_whitespace();
    let (subject, verb) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    static HELPING: Listed = Listed::new("help allow enable let provide make give ensure support");
    let own = words::name_words(term);
    let subject = subject.to_lowercase();
    HELPING.has(verb)
        && lexicon::looks_plural(&subject)
        && lexicon::base_of(&subject).is_none()
        && !own.iter().any(|w| words::related(w, &subject))
}

/// `When should you use Mooring Services?`: what follows is each service's.
fn of_members(front: &str) -> bool {
    let (_, of) = front
        .split_once(" use cases for ")
        .or_else(|| front.split_once("hen should you use "))
        .unwrap_or_default();
    let of = clause::unbracketed(of.trim_end_matches('?'));
    words::count(&of) > 1 && homes::gathers_many(of.trim())
}

/// `Considered a good net by many`, `What boats have`, `… is what we call a net`.
fn remarks(back: &str) -> bool {
    let opens = |all: &[&str]| all.iter().any(|p| back.starts_with(p));
    let holds = |all: &[&str]| all.iter().any(|p| back.contains(p));
    opens(&["Considered ", "Regarded ", "Some key ", "A slightly "])
        || opens(&["What "]) && holds(&[" stands for "])
        || holds(&[" what we call ", " started with ", " began with "])
        || holds(&["go-to answer", " ones above", " one above"])
        || opens(&["A set to "])
}

/// `A pilot team that needs …`: an example's actor, for a term that is nobody.
fn of_somebody(term: &str, back: &str) -> bool {
    static SOMEBODY: Listed = Listed::new(
        "team company customer startup business organization organisation student person",
    );
    let article = back.starts_with("A ") || back.starts_with("An ");
    let actor = back
        .split_whitespace()
        .skip(1)
        .take(3)
        .any(|w| SOMEBODY.has(w));
    let who = back.contains(" that ") || back.contains(" who ");
    let role = ["er", "or", "ist", "ant", "team", "company", "customer"]
        .iter()
        .any(|e| term.ends_with(e));
    article && actor && who && !role
}

/// `Some notes on the theory of knots`: what stands on the page, not what it is about.
fn tells_of_notes(back: &str) -> bool {
    static PAPERS: Listed = Listed::new(
        "notes note question questions article blog post video course summary section chapter page",
    );
    let mut words = back
        .split_whitespace()
        .map(str::to_lowercase)
        .skip_while(|w| matches!(w.as_str(), "a" | "an" | "the" | "some" | "my" | "short"));
    let paper = words.next().is_some_and(|w| PAPERS.has(&w));
    paper
        && words
            .next()
            .is_some_and(|w| matches!(w.as_str(), "on" | "about"))
}

/// Whether the answer only ranks, praises or repeats.
fn tells_little(asked: &Asked<'_>, front: &str, back: &str) -> bool {
    let represents = front.ends_with(" represent?");
    let told = asked.form != Form::Other || represents;
    back.contains("one of the most ")
        || told && ranks(back)
        || represents && is_benefit(represented(front))
        || asked.form == Form::Is && says_little(asked.term, back)
        || !back.starts_with("- ") && front.contains("hat are the characteristics of ")
}

/// `In Effective and Cheap, what …`, `Store ropes at a pier (RopeNet): what …`: a
/// place that is praise or an order.
fn is_slogan(front: &str) -> bool {
    let place = front
        .strip_prefix("In ")
        .and_then(|rest| rest.split_once(", wh").or_else(|| rest.split_once(", how")))
        .or_else(|| front.split_once(": wh"))
        .map_or("", |(place, _)| place);
    let mut words = place.split_whitespace();
    let first = words.next().unwrap_or("").to_lowercase();
    let second = words.next().unwrap_or("");
    let praised = ["less", "ive", "able", "ible", "ful", "ous"]
        .iter()
        .any(|e| first.ends_with(e))
        && matches!(second, "and" | "&");
    let ordered = lexicon::is_base_verb(&first)
        && second.starts_with(char::is_lowercase)
        && words.next().is_some();
    praised || ordered
}

/// What is asked about in `What does X represent?`
fn represented(front: &str) -> &str {
    let (_, rest) = front.rsplit_once("hat does ").unwrap_or(("", front));
    rest.trim_end_matches(" represent?")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_speaks_of_its_page_or_its_options_asks_nothing() {
        let refused = |front: &str, back: &str| unfit(&Asked::read(front), front, back).is_some();
        for (front, back) in [
            (
                "What are Knots & Nets?",
                "Some notes on the theory of knots.",
            ),
            ("What is RopeNet?", "Question about tying boats at night."),
            ("Which of following is a knot?", "A bowline."),
            ("What is RopeNet?", "Considered a good net by all pilots."),
            (
                "What are far piers?",
                "The last pier that one sees is what we call a far pier.",
            ),
            (
                "What is Ship Count?",
                "The attempt to count ships started with a pilot.",
            ),
            (
                "What does RopeNet do?",
                "Ties a net between these two boats.",
            ),
            (
                "What is RopeNet?",
                "The go-to answer for boats that come at night.",
            ),
            (
                "What is RopeNet?",
                "A net that ties knots like the ones above.",
            ),
            ("What is RopeNet used for?", "To be named `TideNet`."),
            (
                "What is a mooring?",
                "A set to NONE, and it is made at once.",
            ),
            (
                "When should you use Rope Services?",
                "When the water is calm.",
            ),
            ("What are use cases for Rope Volume Types?", "Old ropes."),
            (
                "What is the Rope of Rope Houses?",
                "A long house by the sea.",
            ),
            ("What is a use case for Pier-side?", "Boats with two hulls."),
            (
                "Which rope fits this description: “Multi-rope net for storms”?",
                "TideNet",
            ),
            (
                "What is Rope Search?",
                "A Tide Crawler finds ropes that drift in a port.",
            ),
            (
                "What is the name for a Tide Crawler finds ropes in a port?",
                "Rope Search",
            ),
            ("What is RopeNet?", "A net that ties boats across."),
            ("What is RopeNet?", "A service to create."),
        ] {
            assert!(refused(front, back), "{front} {back}");
        }
        for (front, back) in [
            (
                "What is a chart?",
                "A page of a book that shows the depth of a port.",
            ),
            ("What does RopeNet do?", "Ties two boats together."),
            ("What is the length of Rope Houses?", "Nine yards."),
            (
                "What is RopeNet?",
                "A net with all that pilots need to create.",
            ),
            (
                "What is RopeNet?",
                "The Tide Net of a port that ties boats.",
            ),
        ] {
            assert!(!refused(front, back), "{front} {back}");
        }
    }
}
