//! Wordings that describe nothing: advice, steps, praise, what a lesson does,
//! what a thing is next to another.

use crate::generator::clause;
use crate::generator::headed;
use crate::generator::lesson;
use crate::generator::listed::Listed;
use crate::generator::qualities;
use crate::generator::words;

/// Whether an order may say what a product does: no step, no advice to a reader.
pub(super) fn works(body: &str) -> bool {
    static ASKED: Listed = Listed::new(
        "create set choose click go open install run launch add select configure enable \
        disable navigate use make ensure check avoid consider remember pay need see note \
        read learn understand know watch visit try start stop keep put get do be have \
        think look ask take let give sign log login enter type copy paste specify define \
        write save attach assign move turn-on begin follow prefer leave wait return",
    );
    let first = clause::first_word(body).to_lowercase();
    !ASKED.has(&first) && words::count(body) >= 4
}

/// What else a thing is, what it is not, or what it is next to others doesn't
/// say what it is: `It is also a store`, `isn't a pier`, `longer than a rope`.
pub(super) fn beside(text: &str) -> bool {
    let opening: Vec<String> = text
        .split_whitespace()
        .take(7)
        .map(|w| {
            w.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'')
                .to_lowercase()
        })
        .collect();
    let has = |word: &str, within: usize| opening.iter().take(within).any(|w| w == word);
    has("also", 5)
        || has("than", 7)
        || ["isn't", "aren't", "doesn't", "don't", "another"]
            .iter()
            .any(|w| has(w, 4))
        || opening
            .windows(2)
            .take(3)
            .any(|w| matches!(w[0].as_str(), "is" | "are" | "does" | "do") && w[1] == "not")
}

/// Whether a text runs on before it says what something is for: `a pier of stone,
/// we can moor there`, `a service that automatically scales`.
pub(super) fn misses(told: &str) -> bool {
    let low = clause::unbracketed(told).to_lowercase();
    [
        ", we ",
        " that automatically scales",
        " that scales automatically",
    ]
    .iter()
    .any(|m| low.contains(m))
}

/// Whether a title names a drawing.
pub(super) fn draws(text: &str) -> bool {
    static DRAWINGS: Listed = Listed::new(
        "architecture diagram overview flow workflow layout setup topology example design",
    );
    let last = text.trim_end_matches('.').split_whitespace().next_back();
    last.is_some_and(|w| DRAWINGS.has(&w.to_lowercase()))
}

/// Whether every word begins with a capital, as in a title.
pub(super) fn titled(text: &str) -> bool {
    let bare = clause::unbracketed(text.trim_end_matches(['.', ':']));
    let words: Vec<&str> = bare.split_whitespace().collect();
    (3..=7).contains(&words.len())
        && words
            .iter()
            .all(|w| w.starts_with(char::is_uppercase) || w.len() < 4)
        && words
            .iter()
            .filter(|w| w.chars().skip(1).any(char::is_lowercase))
            .count()
            > 2
}

/// `Covers …`, `Demonstrates …`: what a page or a lesson does.
pub(super) fn of_a_lesson(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("").to_lowercase();
    static WORDS: Listed = Listed::new(
        "covers covering demonstrates introduces introducing discusses explores exploring \
        teaches walks hands-on understand understanding learn learning overview here \
        here's here’s",
    );
    let lower = text.to_lowercase();
    let vague = ["the rest", "everything else", "for example", "for instance"]
        .iter()
        .any(|p| lower.starts_with(p));
    WORDS.has(&first) || vague || lesson::advises(text)
}

/// Whether a text tells steps or what happened once.
pub(super) fn narrates(text: &str) -> bool {
    let lower = text.to_lowercase();
    let past = [" were ", " was ", " had "]
        .iter()
        .any(|w| lower.contains(w));
    past || lower.contains("(2)") && lower.contains("(1)")
}

/// `the best for …`, `a good way …`: a judgement, not a description.
pub(super) fn praises(body: &str) -> bool {
    let mut parts = body.split_whitespace();
    let (first, second) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    static WORDS: Listed = Listed::new(
        "best most same default good great better challenge lot must bit big huge pain \
        problem question pleasure",
    );
    static EMPTY: Listed =
        Listed::new("feature part type kind form service example tool way subset version set");
    let hollow = EMPTY.has(second) && words::count(body) <= 5;
    let article = matches!(first, "the" | "a" | "an");
    let third = parts.next().unwrap_or("");
    let open = matches!(
        third,
        "to" | "way" | "option" | "one" | "choice" | "of" | "method"
    );
    if body.contains("gold standard") || body.contains("strong balance") {
        return true;
    }
    if first == "the" && second.len() > 5 && second.ends_with("est") && open {
        return true;
    }
    // `Low cost and …`, `Fault tolerant …`, `Best suited …`: praise without a noun.
    let quality = matches!(
        (first, second.trim_end_matches(',')),
        ("low" | "lower" | "high" | "higher" | "highly", _)
            | (
                "fault" | "best" | "well",
                "tolerant" | "suited" | "suitable" | "for"
            )
    ) && headed::head(body) != headed::Head::Class;
    if quality {
        return true;
    }
    article && (WORDS.has(second) || hollow) || body.starts_with("one of ")
}

/// Steps to follow rather than a description.
pub(super) fn instructs(body: &str) -> bool {
    static WORDS: Listed = Listed::new(
        "paste click choose select go head enter type open navigate press copy download install \
        run log sign visit check set try pick name leave follow watch read see review practice \
        practise study memorize understand learn know remember ensure make just wait keep don't \
        do start stop use consider think ask avoid note look test load take put give get let be",
    );
    let first = body.split_whitespace().next().unwrap_or("");
    WORDS.has(&first.to_lowercase())
}

/// Verbs that say something of a thing without saying what it is for.
pub(super) fn dull(body: &str) -> bool {
    static WORDS: Listed = Listed::new(
        "considers expects supports accepts requires needs works has takes comes costs depends \
        does gets goes starts ends integrates includes contains varies charges looks uses performs \
        consists exists lives scales assumes means is differ consist depend include contain \
        require cost vary apply applies relate relates supported recommended",
    );
    WORDS.has(body.split_whitespace().next().unwrap_or(""))
}

/// `fully managed, cost effective, …`: qualities, but of what?
pub(super) fn only_qualities(body: &str) -> bool {
    if qualities::unqualified(body).len() < body.len() {
        return false;
    }
    let first = body.split([',', ';', '.', '(']).next().unwrap_or("");
    let words: Vec<&str> = first.split_whitespace().collect();
    let last = words.last().map(|w| w.to_lowercase()).unwrap_or_default();
    let opening = words.first().map(|w| w.to_lowercase()).unwrap_or_default();
    let adjective = |w: &str| {
        static WORDS: Listed = Listed::new(
            "serverless real-time durable secure cheap fast available simple easy free \
        flexible regional global stateless stateful elastic automatic faster cheaper \
        supervised unsupervised",
        );
        w.ends_with("able") || w.ends_with("ive") || WORDS.has(w)
    };
    static PRAISE: Listed = Listed::new(
        "great good best better expensive cheap cheaper fast faster ideal perfect useful \
        suitable recommended available more less only very kept same similar not no \
        always never up default free limited simple easy easier hard important optional \
        mandatory required allowed possible worse lower higher too also must most slow \
        slower just like than generally usually typically mostly often mainly basically \
        really actually currently normally using commonly also sometimes usually \
        difficult impossible necessary essential crucial critical",
    );
    static LINKS: Listed = Listed::new("on by in for with at from to as using when if per");
    let participle = opening.ends_with("ed")
        && !matches!(
            opening.as_str(),
            "designed" | "used" | "intended" | "optimised" | "optimized" | "dedicated"
        )
        && words.get(1).is_some_and(|w| LINKS.has(w));
    PRAISE.has(&opening)
        || participle
        || words.len() <= 3 && (last.ends_with("ed") || adjective(&last))
}

/// `TLB a gate of steel`: the verb is missing after another's letters.
pub(super) fn lacks_copula(body: &str) -> bool {
    let mut words = body.split_whitespace();
    let letters = words.next().unwrap_or("");
    let loud = letters.len() > 1 && letters.chars().all(|c| c.is_ascii_uppercase());
    loud && matches!(words.next(), Some("a" | "an" | "the"))
}

#[cfg(test)]
mod tests {
    use super::of_a_lesson;

    #[test]
    fn what_presents_the_page_tells_of_a_lesson() {
        assert!(of_a_lesson("Here’s a complete guide to ropes for pilots"));
        assert!(!of_a_lesson("A guide that leads boats to piers"));
    }
}
