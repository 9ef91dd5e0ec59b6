//! Whether the back answers what the front asks: the last look at a card from
//! a stranger's page, where a text that was read in one way may have met a
//! question of another. What can be asked better is asked so; the rest goes.

mod asked;

use super::account::Reason;
use super::clause;
use super::lexicon;
use super::listed::Listed;
use super::manner;
use super::sentence::capitalised;
use super::words;
use asked::{Asked, Form};

/// The sides as they can stay, reworded where the answer asks for it.
///
/// # Errors
/// The reason why no card can be made of them.
pub(super) fn settle(front: String, back: String) -> Result<(String, String), Reason> {
    if let Some(of) = front.strip_prefix("What matters for the ")
        && !matters(of, &back)
    {
        return Err(Reason::Vague);
    }
    let asked = Asked::read(&front);
    if is_relation(asked.term) {
        return Err(Reason::Symbols);
    }
    if breaks_off(&back) || pairs(&back) || of_two(&back) {
        return Err(Reason::Unfinished);
    }
    if asked.form != Form::Other && tells_nothing(asked.whole, &back) {
        return Err(Reason::GivesAway);
    }
    let back = whole(back);
    let first = clause::first_word(&back);
    let fits = match asked.form {
        Form::Does => return does(&front, back),
        Form::For => return purpose(&asked, &front, back),
        Form::Is if made_of(&back).is_some() => {
            let told = made_of(&back).map(capitalised).unwrap_or_default();
            return Ok((asking(&front, "made of"), told));
        }
        Form::Is if acts(&first) => {
            let question = match front.contains("hat are ") {
                true => front.replacen("hat are ", "hat do ", 1),
                false => front.replacen("hat is ", "hat does ", 1),
            };
            return does(&asking(&question, "do"), back);
        }
        Form::Is => is(&first, &back),
        Form::Can => !is_passive(&back),
        Form::Characterises => words::count(&back) >= 4 && characterises(asked.term, &back),
        Form::Means => meaning(asked.term, &back),
        Form::Examples => !asked.names_one() && members(&back),
        Form::Has => members(&back) && !tells_of(asked.whole, &back),
        Form::Used | Form::Other => true,
    };
    let negative =
        matches!(first.as_str(), "no" | "not") && asked.form == Form::Is && words::count(&back) < 4;
    match fits && !negative {
        true => Ok((front, back)),
        false => Err(Reason::Vague),
    }
}

/// What matters for the security of a thing is more than a word or a slogan,
/// and a chapter has no security.
fn matters(of: &str, back: &str) -> bool {
    let thing = of.split_once(" of ").map_or("", |(_, thing)| thing);
    let named = super::name::Name::of(thing.trim_end_matches('?')).is_some_and(|n| n.is_proper());
    let listed = back.starts_with("- ");
    let first = clause::first_word(back);
    named && (listed || words::count(back) > 4 && !acts(&first))
}

/// Whether the question wants to know what something is or is for.
pub(super) fn asks_what(front: &str) -> bool {
    matches!(Asked::read(front).form, Form::Is | Form::For)
}

/// A description asked backwards: `What do you use to allow you to …` asks for
/// what allows it.
pub(super) fn backwards(front: String) -> Result<String, Reason> {
    for (asks, verb) in [
        (" do you use to allow ", " allows "),
        (" do you use to enable ", " enables "),
        (" do you use to let ", " lets "),
        (" do you use to help ", " helps "),
        (" do you use to make ", " makes "),
    ] {
        if let Some((which, rest)) = front.split_once(asks) {
            return Ok(format!("{which}{verb}{rest}"));
        }
    }
    let told = front.split_once(": “").map_or("", |(_, told)| told);
    let cut = breaks_off(front.trim_end_matches(['”', '?']));
    if pairs(told) || of_two(told) || glosses_another(told) || cut {
        return Err(Reason::Unfinished);
    }
    // `Integrated with X, which …`: told of X.
    let of_another = front
        .split_once(", which ")
        .is_some_and(|(before, _)| before.contains(" with "));
    // `What avoids a gap, ideal for …?` is no sentence.
    let spliced = told.is_empty()
        && [
            ", ideal ",
            ", great ",
            ", perfect ",
            ", you ",
            ", and it ",
            ", it ",
            "; ",
        ]
        .iter()
        .any(|s| front.contains(s));
    match spliced || of_another {
        true => Err(Reason::Vague),
        false => Ok(front),
    }
}

/// A verb in the third person, and no noun.
fn acts(first: &str) -> bool {
    lexicon::base_of(first).is_some() && !lexicon::is_either(first)
}

/// What something is isn't told by a limit or a sentence about each.
fn is(first: &str, back: &str) -> bool {
    !back.starts_with("Up to ")
        && !points_back(back)
        && !glosses_another(back)
        && !matches!(first, "each" | "every" | "knowledge")
}

/// `Pilot Boat (guides ships)`: another thing and what it does.
fn glosses_another(text: &str) -> bool {
    let t = text.trim_end_matches(['.', '?', '”']);
    t.strip_suffix(')')
        .and_then(|t| t.split_once(" ("))
        .is_some_and(|(name, gloss)| {
            let named = name
                .split_whitespace()
                .all(|w| w.starts_with(char::is_uppercase));
            let first = clause::first_word(gloss);
            named
                && words::count(name) > 1
                && words::count(gloss) > 1
                && lexicon::base_of(&first).is_some()
        })
}

/// `What is X?` → `What is X made of?`, before a place in brackets.
fn asking(front: &str, tail: &str) -> String {
    let bare = front.trim_end_matches('?');
    match bare.rfind(" (") {
        Some(at) if bare.ends_with(')') => format!("{} {tail}{}?", &bare[..at], &bare[at..]),
        _ => format!("{bare} {tail}?"),
    }
}

/// What a thing is made of, where that is all that is said.
fn made_of(back: &str) -> Option<&str> {
    [
        "Made up of ",
        "Made of ",
        "Composed of ",
        "Comprised of ",
        "Consists of ",
    ]
    .iter()
    .find_map(|p| back.strip_prefix(p))
}

/// A back without a last sentence that only announces more: `Two modes.`
fn whole(back: String) -> String {
    static COUNTS: Listed =
        Listed::new("two three four five six seven several 2 3 4 5 6 7 many different");
    let Some((told, last)) = back.trim_end_matches('.').rsplit_once(". ") else {
        return back;
    };
    let announces = words::count(last) <= 3 && COUNTS.has(&clause::first_word(last));
    match announces && words::count(told) > 2 {
        true => format!("{told}."),
        false => back,
    }
}

/// What something does is told by a verb that it can be the subject of.
fn does(front: &str, back: String) -> Result<(String, String), Reason> {
    let mut parts = back.split_whitespace();
    let (first, second, third) = (
        parts.next().unwrap_or("").to_lowercase(),
        parts.next().unwrap_or("").to_lowercase(),
        parts.next().unwrap_or("").to_lowercase(),
    );
    let rest = |skip: usize| {
        let rest: Vec<&str> = back.split_whitespace().skip(skip).collect();
        capitalised(&rest.join(" "))
    };
    let asks = |verb: &str| {
        front
            .replace(" do?", &format!(" {verb}?"))
            .replace(" do (", &format!(" {verb} ("))
    };
    let (front, back) = match (first.as_str(), second.as_str()) {
        ("consists" | "consist", "of") => (asks("consist of"), rest(2)),
        ("involves" | "involve", _) => (asks("involve"), rest(1)),
        ("depends" | "depend", "on") => (asks("depend on"), rest(2)),
        ("refers" | "refer", "to") => (asks("refer to"), rest(2)),
        ("contains" | "contain", _) => (asks("contain"), rest(1)),
        ("requires" | "require", _) if words::count(&back) < 12 => (asks("require"), rest(1)),
        ("works" | "work", "by") => (
            front
                .replace("hat does ", "ow does ")
                .replace("hat do ", "ow do ")
                .replace("Wow ", "How ")
                .replace("wow ", "how ")
                .replace(" do?", " work?")
                .replace(" do (", " work ("),
            rest(1),
        ),
        _ => {
            static STATES: Listed = Listed::new(
                "is are was were has have had how exists exist varies vary looks look costs cost \
                comes come stays stay lives live",
            );
            let noun = lexicon::is_either(&first)
                && (matches!(second.as_str(), "and" | "or" | "of")
                    && !third.ends_with("ing")
                    && lexicon::base_of(&third).is_none()
                    || second.is_empty());
            let property = matches!(first.as_str(), "runs" | "run")
                && matches!(
                    second.as_str(),
                    "on" | "in" | "at" | "with" | "efficiently" | "as"
                );
            static SAYS: Listed = Listed::new(
                "ensures guarantees means shows says states checks verifies proves indicates \
                assumes ensure guarantee mean show say check verify prove indicate assume",
            );
            // `Changes made to …`, `contracts that …`: a noun and what is said of it.
            let qualified = matches!(
                second.as_str(),
                "which" | "who" | "made" | "used" | "needed" | "must" | "need" | "are"
            ) || second == "that" && !SAYS.has(&first);
            if STATES.has(&first) || noun || qualified || property {
                return Err(Reason::Vague);
            }
            (front.to_owned(), back)
        }
    };
    Ok((front, back))
}

/// What something is for is told by an aim: `to …`, `for …`, or an order.
fn purpose(asked: &Asked<'_>, front: &str, back: String) -> Result<(String, String), Reason> {
    let mut parts = back.split_whitespace();
    let first = parts.next().unwrap_or("").to_lowercase();
    let second = parts.next().unwrap_or("").to_lowercase();
    static STATES: Listed = Listed::new(
        "consist have has is are be fail end start know remember happen occur exist depend reject",
    );
    static LETS: Listed = Listed::new("allow enable let help");
    let aims = matches!(first.as_str(), "to" | "for");
    let step = !asked.term.contains(' ') && lexicon::is_base_verb(&asked.term.to_lowercase());
    let verdict = back.to_lowercase().contains(" not for ");
    // `For a large port, the crane is moved`: a sentence that begins so.
    let sentence = first == "for"
        && back.split_once(", ").is_some_and(|(_, rest)| {
            let joined = matches!(
                clause::first_word(rest).as_str(),
                "but" | "and" | "or" | "which" | "where" | "that" | "to"
            );
            !joined && clause::has_own_verb(rest)
        });
    // `Monitor by stage` is no aim of a monitor.
    let aimless = matches!(
        second.as_str(),
        "by" | "at" | "in" | "on" | "as" | "" | "is" | "are"
    );
    let bare = aims && words::count(&back) < 3 || !aims && aimless;
    if STATES.has(&first) || step || verdict || sentence || bare {
        return Err(Reason::Vague);
    }
    if LETS.has(&first) && !second.is_empty() {
        let many = front.contains("hat are ");
        let question = match many {
            true => front.replacen("hat are ", "hat do ", 1),
            false => front.replacen("hat is ", "hat does ", 1),
        };
        let question = question
            .replacen(" for?", " do?", 1)
            .replacen(" for (", " do (", 1);
        let verb = match many {
            true => first.clone(),
            false => format!("{first}s"),
        };
        let told = back.get(first.len()..).unwrap_or("");
        return Ok((question, format!("{}{told}", capitalised(&verb))));
    }
    Ok((front.to_owned(), back))
}

/// `It can be more simplified`: what is done to a thing is nothing it can do.
fn is_passive(back: &str) -> bool {
    let lower = back.to_lowercase();
    let body = lower
        .strip_prefix("it can ")
        .or_else(|| lower.strip_prefix("they can "))
        .unwrap_or(&lower);
    body.starts_with("be ") && !body.starts_with("be used ") || body.starts_with("only ")
}

/// A quality, or a sentence about the thing itself.
fn characterises(term: &str, back: &str) -> bool {
    if manner::is_quality(&back.to_lowercase()) {
        return true;
    }
    let lower = back.to_lowercase();
    if lower.starts_with("can be ") || lower.starts_with("capable ") || lower.starts_with("must ") {
        return true;
    }
    let opening: String = lower
        .split_whitespace()
        .take(5)
        .collect::<Vec<_>>()
        .join(" ");
    let named = words::content(term)
        .iter()
        .any(|w| words::content(&opening).contains(w));
    match clause::has_own_verb(back) {
        true => named,
        false => !manner::orders(&lower),
    }
}

/// What a word means isn't told by a judgement or a rule about something else.
fn meaning(term: &str, back: &str) -> bool {
    let lower = back.to_lowercase();
    static ELSEWHERE: Listed = Listed::new(
        "one all even although though most some many enabling despite unlike cloud function",
    );
    let first = clause::first_word(&lower);
    let opening: String = lower
        .split_whitespace()
        .take(4)
        .collect::<Vec<_>>()
        .join(" ");
    let named = words::content(term)
        .iter()
        .any(|w| words::content(&opening).contains(w));
    let rules = !matches!(first.as_str(), "if" | "when")
        && [" must ", " should ", " would be "]
            .iter()
            .any(|v| lower.contains(v));
    !ELSEWHERE.has(&first) && !points_back(back) && (named || !(rules || words::count(term) > 3))
}

/// `Which piers …? Each pier has a lamp`: sentences about the class, no members.
fn tells_of(question: &str, back: &str) -> bool {
    let class = question
        .split_once(" do")
        .and_then(|(head, _)| head.split_whitespace().next_back())
        .map(|w| words::stem(&w.to_lowercase()))
        .unwrap_or_default();
    back.lines().any(|l| {
        words::words(l).any(|w| words::stem(&w) == class)
            && clause::has_own_verb(l.trim_start_matches("- "))
    })
}

/// Several names: no qualities, no orders, no lone adjective.
fn members(back: &str) -> bool {
    if back.starts_with("- ") {
        return !back.lines().any(|l| {
            let item = l.trim_start_matches("- ").to_lowercase();
            manner::orders(&item) && words::count(&item) > 1
        });
    }
    let text = back.trim_end_matches('.');
    let several = text.contains(',') || text.contains(" and ") || text.contains('/');
    let first = text.split([',', ' ']).next().unwrap_or("").to_lowercase();
    let quality = manner::is_quality(&text.to_lowercase())
        || matches!(first.as_str(), "low" | "high" | "constant" | "very" | "no");
    several && !quality && !manner::orders(&text.to_lowercase())
}

/// `≥`, `=`, `→` in a term: a relation, not a thing. Code keeps its signs.
fn is_relation(term: &str) -> bool {
    !term.contains('`')
        && (term.contains(['≥', '≤', '≠', '→', '⇒'])
            || term.contains(" = ")
            || term.contains(" < ")
            || term.contains(" > "))
}

/// `…, such as A. Piers 1.`: cut where a list of its own begins.
fn breaks_off(text: &str) -> bool {
    let t = text.trim_end_matches(['.', ' ']);
    let last = t.split_whitespace().next_back().unwrap_or("");
    let number = last.len() == 1
        && last.bytes().all(|b| b.is_ascii_digit())
        && text.trim_end().ends_with('.');
    let before = t.split_whitespace().rev().nth(1).unwrap_or("");
    let dangling = [
        "as written",
        "as described",
        "as shown",
        "as explained",
        "creates this",
        "means this",
    ]
    .iter()
    .any(|d| t.to_lowercase().ends_with(d));
    number && before.starts_with(char::is_uppercase) || t.contains(", A. ") || dangling
}

/// `depth: 3 m, width: 2 m, …`: values of several attributes in one line.
fn pairs(text: &str) -> bool {
    if text.starts_with("- ") || text.contains('\n') {
        return false;
    }
    clause::unbracketed(text)
        .split([',', ';'])
        .filter(|part| {
            part.trim().split_once(": ").is_some_and(|(label, value)| {
                words::count(label) <= 3 && words::count(value) <= 4 && !value.is_empty()
            })
        })
        .count()
        > 1
}

/// `Guards the pier; Sailor - guards the boat`: what two do, in one line.
fn of_two(text: &str) -> bool {
    text.split("; ").skip(1).any(|part| {
        [" - ", " – ", " = "].iter().any(|dash| {
            part.split_once(dash).is_some_and(|(label, _)| {
                words::count(label) <= 3 && label.starts_with(char::is_uppercase)
            })
        })
    })
}

/// A back that leans on the term's place in a text.
fn points_back(back: &str) -> bool {
    let t = back.trim_end_matches(['.', ' ']).to_lowercase();
    t.ends_with(" this") || t.ends_with(" it") && t.split_whitespace().count() < 5
}

/// Whether the back only says the term's own words again, with verbs and nouns
/// that fit anything.
fn tells_nothing(term: &str, back: &str) -> bool {
    static ANYTHING: Listed = Listed::new(
        "allow enable creat manag provid perform run support handl servic tool featur applic \
        application system thing resourc functional multipl just differ simpl process",
    );
    // A member may well be called after its class.
    if members(back) && back.matches(',').count() > 1 {
        return false;
    }
    let own = words::content(term);
    let told = words::content(back);
    let named = |w: &&String| {
        own.iter()
            .any(|o| o == *w || w.len() > 5 && words::related(o, w))
    };
    let shared = told.iter().filter(named).count();
    let new = told
        .iter()
        .filter(|w| !named(w) && !ANYTHING.has(w))
        .count();
    (shared > 1 && new <= 1 || shared > 0 && new == 0) && told.len() <= 6 && !back.contains('\n')
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn kept(front: &str, back: &str) -> Option<(String, String)> {
        settle(front.to_owned(), back.to_owned()).ok()
    }

    #[test]
    fn a_back_of_another_form_makes_no_card() {
        for (front, back) in [
            (
                "What do deployment buoys do?",
                "Changes made to a buoy need a pilot.",
            ),
            ("What does Harbour Data (HD) do?", "Names and addresses."),
            ("What does the pier do?", "Is ideal for ferries."),
            ("What is RopeMeter for?", "Monitor by stage."),
            (
                "What is RopeStore for?",
                "For small boats, not for ferries.",
            ),
            (
                "What is RopeStore for?",
                "Consist of ropes, knots and rings.",
            ),
            ("What can the winch do?", "It can be enabled by a pilot."),
            ("What characterises the lock?", "Managed by pilots."),
            (
                "What matters for the security of piers and boats?",
                "- Lamps at night\n- A rope for each boat",
            ),
            (
                "What matters for the security of TideHub?",
                "Protects boats and lowers the risk.",
            ),
            (
                "What characterises operational detail?",
                "The crane holds boats over the water.",
            ),
            (
                "What are examples of RopeNet?",
                "- Lift a boat\n- Paint a boat",
            ),
            ("Which moorings does RopeNet have?", "Constant, low waves."),
            (
                "What is the dock team?",
                "Pilot Boat (guides ships to the pier).",
            ),
            (
                "Which piers does RopeNet have?",
                "- Each pier has a lamp\n- Piers are long",
            ),
            ("What is RopeNet?", "Each boat that moors has a rope."),
            ("What is RopeNet?", "Depth: 3 m, width: 2 m, length: 9 m."),
            (
                "What is the sailor?",
                "Guards the pier; Pilot - guards the boat.",
            ),
            ("What is p ≥ 3 m?", "Boats with a deep keel stay outside."),
            (
                "What is RopeWatch?",
                "A tool that watches ropes like, A. Hemp 1.",
            ),
            (
                "What does Rope Image Builder do?",
                "Allows you to build rope images.",
            ),
        ] {
            assert_eq!(kept(front, back), None, "{front} {back}");
        }
    }

    #[test]
    fn what_answers_its_question_stays() {
        for (front, back) in [
            ("What does RopeNet do?", "Routes boats to a free pier."),
            ("What does the winch do?", "Allows a pilot to lift a keel."),
            ("What is RopeNet?", "A service that routes boats."),
            ("What is RopeNet for?", "Route boats to a free pier."),
            ("In RopeNet, what is tarring for?", "Prevent rot."),
            (
                "What is TideDisk for?",
                "For data that is read rarely, but needs care.",
            ),
            ("What does RopeRegister do?", "Catalogs and manages ropes."),
            ("What does the crew do?", "Runs boats to the shed."),
            (
                "What are alternatives to RopeNet?",
                "RopeBus (pro: calm, con: slow)",
            ),
            ("What is RopeNet for?", "For boats without a pilot."),
            (
                "What characterises RopeNet?",
                "Designed for ports with few piers.",
            ),
            (
                "What are examples of knots?",
                "Bowline, sheet bend, clove hitch.",
            ),
            (
                "What does “springing” mean?",
                "When a boat turns on one rope.",
            ),
            ("What is `a = b`?", "A test of two ropes."),
            ("What does the lock do?", "Ensures that no boat drifts."),
        ] {
            assert!(kept(front, back).is_some(), "{front} {back}");
        }
    }

    #[test]
    fn the_answer_chooses_its_question() {
        for (front, back, asked, told) in [
            (
                "What does the lock do?",
                "Consists of two gates and a chamber.",
                "What does the lock consist of?",
                "Two gates and a chamber.",
            ),
            (
                "In Ports, what does the lock do?",
                "Works by filling a chamber.",
                "In Ports, how does the lock work?",
                "By filling a chamber.",
            ),
            (
                "What is RopeNet for?",
                "Allow pilots to share a pier.",
                "What does RopeNet do?",
                "Allows pilots to share a pier.",
            ),
        ] {
            assert_eq!(kept(front, back), Some((asked.to_owned(), told.to_owned())));
        }
        assert_eq!(
            kept("What is the hull (Boats)?", "Made of oak and tar.").unwrap(),
            (
                "What is the hull made of (Boats)?".to_owned(),
                "Oak and tar.".to_owned()
            )
        );
        assert_eq!(
            kept("What is a fiscal tide?", "Involves moon and sun.").unwrap(),
            (
                "What does a fiscal tide involve?".to_owned(),
                "Moon and sun.".to_owned()
            )
        );
        assert_eq!(
            kept("What is the ebb?", "Time of falling water. Two kinds.")
                .unwrap()
                .1,
            "Time of falling water."
        );
        assert_eq!(
            backwards("What do you use to allow you to moor a boat?".to_owned()).unwrap(),
            "What allows you to moor a boat?"
        );
        assert!(backwards("What is joined with TideHub, which counts boats?".to_owned()).is_err());
        assert!(backwards("What avoids waves, ideal for ferries?".to_owned()).is_err());
    }
}
