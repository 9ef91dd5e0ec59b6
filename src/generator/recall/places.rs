//! Where a question says that its term belongs: the thing above, the shelf a
//! common word stands on, and what a chapter can't be asked for.

use crate::generator::draft::{self, Desk};
use crate::generator::language::Language;
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::name::Name;
use crate::generator::sentence;
use crate::generator::topic::Ask;
use crate::generator::words;

/// A common word gets the shelf it stands on, so that the question is clear.
pub(super) fn shelved(desk: &Desk<'_>, topic: usize, front: String) -> String {
    match shelf(desk, topic) {
        Some(shelf) => match front.strip_suffix('?') {
            Some(bare) => format!("{bare} ({shelf})?"),
            None => front,
        },
        None => front,
    }
}

/// The heading over a name that is a word of the language, or that the notes
/// use but once and no sign shows to be one.
pub(super) fn shelf<'a>(desk: &Desk<'a>, topic: usize) -> Option<&'a str> {
    let t = &desk.topics[topic];
    let english = t.language == Language::English && !t.vouched();
    let word = !t.name.is_proper() && words::count(&t.name.full) == 1;
    let known = t.name.is_known();
    let once = english && !known && !desk.mentions.exceed(&t.name.short, 1);
    let told = |c: &&str| !(c.is_empty() || english && draft::holds_notes(c));
    let vague = (word || once) && desk.within(topic).is_none();
    // `Kendra` below `Lex` stands beside it, `Net Guard` below `Nets` says so.
    let own = t.name.full.to_lowercase();
    let clear = |c: &&str| {
        let beside = english && !c.contains(' ') && t.name.said.starts_with(char::is_uppercase);
        let says = own.contains(&c.to_lowercase()) || own.contains('(') && !word;
        !(beside && c.starts_with(char::is_uppercase) && !lexicon::looks_plural(&c.to_lowercase())
            || english && says)
    };
    t.category
        .as_deref()
        .filter(|_| vague)
        .filter(told)
        .filter(clear)
}

/// `Spread`, `Rolling`, `Clusters`: a word that has its sense without the notes.
fn is_everyday(name: &str) -> bool {
    let low = name.to_lowercase();
    let one = low.chars().all(|c| c.is_ascii_lowercase());
    let acts = ["ing", "ed"]
        .iter()
        .any(|e| low.len() > 5 && low.ends_with(e));
    one && (acts || lexicon::is_everyday(name))
}

/// `What are use cases for analytics?`, `What kinds of rope can I tie to a ring?`:
/// asked in the thing of whose section the page asks it.
pub(super) fn asked_in_its_thing(desk: &Desk<'_>, topic: usize, question: &str) -> String {
    let t = &desk.topics[topic];
    let english = t.language == Language::English && !t.vouched();
    let said = &t.name.said;
    let word = english && words::count(said) == 1 && !t.name.is_proper();
    let place = desk.within(topic).filter(|_| word);
    if let Some(place) = place.filter(|p| !question.contains(*p))
        && let Some(bare) = question.strip_suffix(&format!(" {said}?"))
    {
        return format!("{bare} {said} ({place})?");
    }
    let known = t.name.is_known();
    let own = t.houses.then(|| draft::context(&t.name.said));
    let home = own.or(t.home.as_deref().map(draft::context).filter(|_| !known));
    let shows = |home: &&str| {
        let asked = words::content(question);
        words::content(home).iter().any(|w| asked.contains(w))
    };
    let place = home.filter(|h| english && !shows(h));
    match place.filter(|_| !question.starts_with("In ") && !question.contains(['(', ':'])) {
        Some(place) => format!("In {place}, {}", sentence::lowered(question)),
        None => question.to_owned(),
    }
}

/// `Hierarchical`, `Fixed-size` under `Chunking Strategies`: what bends a noun that
/// only the heading has.
fn bent(name: &Name, heading: &str) -> bool {
    let known = name.is_known();
    let base = name.short.split(" + ").next().unwrap_or("");
    let low = base.split('-').next_back().unwrap_or("").to_lowercase();
    let bends = ["al", "ic", "ive", "ed", "ous", "ary", "able", "size"];
    let one = words::count(base) == 1 && base.is_ascii() && name.full == name.short;
    let last = heading.split(' ').next_back().unwrap_or("");
    let many = lexicon::looks_plural(&last.to_lowercase()) && words::count(heading) > 1;
    one && !known && many && bends.iter().any(|e| low.len() > 3 && low.ends_with(e))
}

/// `SUBMITTED`, `BEST_FIT`: a word in capitals, and no acronym.
pub(super) fn is_state(name: &str) -> bool {
    let signs = |c: char| c.is_ascii_uppercase() || c == '_';
    name.len() > 4 && name.chars().all(signs)
}

/// `Which two gates are there?`
pub(super) fn is_unowned(question: &str) -> bool {
    question.starts_with("Which ") && question.ends_with(" are there?")
}

/// `In Core Parts (RopeNet), what is a cleat?` is asked in RopeNet: a chapter is
/// no place where there is a thing.
pub(super) fn housed(desk: &Desk<'_>, topic: usize, owner: &str, front: String) -> String {
    let t = &desk.topics[topic];
    let chapter = t.language == Language::English
        && !t.vouched()
        && !t.houses
        && t.purpose.is_none()
        && draft::is_chapter(&t.name.short);
    let Some(home) = t.home.as_deref().map(draft::context).filter(|_| chapter) else {
        return front;
    };
    if let Some(asked) = front.strip_prefix(&format!("In {owner}, ")) {
        return format!("In {home}, {asked}");
    }
    // `Core winch` repeats its chapter's word, which places neither.
    let about = ["What is ", "What are ", "What does ", "What do "];
    let said = [t.name.said.as_str(), owner, home];
    let names = said.into_iter().any(|n| front.contains(n));
    match !names && about.iter().any(|a| front.starts_with(a)) && !front.contains('(') {
        true => format!("In {home}, {}", sentence::lowered(&front)),
        false => front,
    }
}

/// `Rope optimisation`: what is done, which has no length of its own.
pub(super) fn is_work(name: &str) -> bool {
    static WORK: Listed = Listed::new(
        "optimization optimisation engineering processing preparation management tuning monitoring \
        training testing planning modeling modelling scaling",
    );
    let last = name.split_whitespace().next_back().unwrap_or("");
    WORK.has(&last.to_lowercase())
}

/// `What is the goal of …?`
pub(super) fn asks_aim(front: &str) -> bool {
    let low = front.to_lowercase();
    let asked = low.strip_prefix("what is the ").unwrap_or("");
    let head = asked.split(" of ").next().unwrap_or("");
    let last = head.split(' ').next_back().unwrap_or("");
    static AIMS: Listed = Listed::new(
        "goal purpose objective aim role cause effect definition benefit advantage disadvantage \
        formula result output outcome input challenge process",
    );
    AIMS.has(last)
}

/// `What is the price of X?`, `How is X priced?`
pub(super) fn asks_attribute(front: &str, owner: &str) -> bool {
    let low = front.to_lowercase();
    let owner = owner.to_lowercase();
    let value = low.starts_with("what is the ") && low.contains(&format!(" of {owner}"));
    value
        || low.starts_with("how many ") && low.contains(&owner)
        || low.starts_with(&format!("how is {owner} priced"))
}

/// The topic as facts are asked of it; `None` where its heading says nothing.
pub(super) fn topic_in_context(desk: &Desk<'_>, topic: usize) -> Option<String> {
    let t = &desk.topics[topic];
    let name = &t.name;
    if t.vouched() {
        return Some(match desk.within(topic) {
            Some(owner) => format!("{} ({owner})", name.said),
            None => name.said.clone(),
        });
    }
    if draft::says_nothing(&name.short) {
        let owner = &desk.topics[t.owner?].name;
        return (!draft::says_nothing(&owner.short))
            .then(|| draft::context(&owner.said).to_owned());
    }
    // Another language has articles of its own.
    let said = match t.language {
        Language::English => &name.said,
        _ => &name.full,
    };
    let said = match said.contains(": ") {
        true => draft::context(said),
        false => said,
    };
    // `Windows` in a table of one thing's kinds.
    let tabled = t.facts.iter().any(|f| matches!(f.ask, Ask::Cell(_)));
    let lone = tabled && words::count(&name.full) == 1 && !name.is_proper();
    let house = t.home.as_deref().map(draft::context);
    let near = desk.within(topic);
    let place: Option<String> = match t.language {
        Language::English => near
            .or(house.filter(|_| lone))
            .or_else(|| shelf(desk, topic).filter(|_| is_everyday(&name.full)))
            .or_else(|| t.category.as_deref().filter(|c| tabled && bent(name, c)))
            .map(str::to_owned),
        // Of a chapter's name nobody knows whether it is one.
        _ => match (near, house) {
            (Some(near), Some(house)) if !near.contains(house) => Some(format!("{near}, {house}")),
            (Some(near), _) => Some(near.to_owned()),
            (None, house) => house
                .filter(|_| tabled && !name.is_product() && !name.branded)
                .map(str::to_owned),
        },
    };
    // `M2`: of what, only its place says.
    let code = name.short.trim_matches('`');
    let coded = t.language == Language::English
        && code.len() < 4
        && code.contains(|c: char| c.is_ascii_digit())
        && tabled
        && !desk.mentions.exceed(code, 3);
    if coded && place.is_none() {
        return None;
    }
    Some(match place.filter(|o| !said.contains(o.as_str())) {
        Some(owner) => format!("{said} ({owner})"),
        None => said.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::fronts;

    #[test]
    fn an_everyday_word_gets_the_shelf_it_stands_on() {
        asks(
            "# Boats\n\n## Hulls\n\n### Keels\n\nKeels are beams that steady a boat.\n\n\
            # Mooring Strategies\n\n## 1. Rolling\n\n- **Goal**: Tie the boats in batches while \
            others wait.\n- **Cost**: Rolling is slow.\n\n## 2. Spread\n\n- **Goal**: Tie each boat to \
            another pier of the port.\n- **Cost**: Of Rolling and Spread, Rolling costs less.\n",
            &["What is Rolling (Mooring Strategies)?"],
        );
        asks(
            "# Harbour notes\n\n## Boats\n\nBoats are hulls that float on water.\n\n\
            ### Mooring Groups\n\n- Sometimes you want control over the placement of boats\n\n\
            #### Spread\n\n- Pros: Boats lie on different piers of the port.\n\
            - Cons: Only seven boats fit on each pier.\n\
            - Use case: critical boats that must not sink together\n\n\
            #### Cluster\n\n- Pros: Great ropes between all boats of a pier.\n\
            - Cons: If the pier fails, all boats fail at the same time.\n",
            &["What are the advantages of Spread (Mooring Groups)?"],
        );
    }

    #[test]
    fn a_row_that_bends_a_noun_gets_the_heading_that_has_it() {
        let page = "# Boats\n\nAll boats of a port are moored by rules.\n\n## Mooring Strategies\n\n\
            | Strategy | Best for |\n|---|---|\n\
            | **Fixed-size** | ferries that are all of one length |\n\
            | **Hierarchical** | fleets that follow a flagship by night |\n\
            | **RopeNet** | boats that nobody watches in winter |\n";
        let found = fronts(page);
        for asked in [
            "What is Fixed-size (Mooring Strategies) best for?",
            "What is Hierarchical (Mooring Strategies) best for?",
            "What is RopeNet best for?",
        ] {
            assert!(found.iter().any(|f| f == asked), "{asked}: {found:?}");
        }
    }

    #[test]
    fn what_stands_under_a_chapter_is_asked_in_the_thing_above() {
        let page = "# TDN Quay\n\nTDN Quay is a service that moors boats.\n\n\
            ## Core Components\n\n- Master winch: runs all the ropes of a pier\n\
            - Core winch: pulls ferries to the pier at night\n\n\
            ## Analyse a tide\n\n- Labels: marks that show how high the water stood\n";
        let fronts = fronts(page);
        for asked in [
            "In TDN Quay, what does Master winch do?",
            "In TDN Quay, what does Core winch do?",
            "In TDN Quay, what are labels?",
        ] {
            let found = fronts.iter().any(|f| f.eq_ignore_ascii_case(asked));
            assert!(found, "{asked}: {fronts:?}");
        }
    }

    #[test]
    fn the_first_sentence_of_a_page_without_a_title_names_its_subject() {
        let told = "Basalt Quay is a managed service that moors boats for a port. ";
        let rest = "Basalt is old.\n\n## Winches\n\n\
            - Queue: a list of boats that wait for a free winch\n";
        let fronts = fronts(&format!(
            "{told}It runs on Basalt rafts, as Basalt says.\n\n{rest}"
        ));
        assert!(
            fronts.contains(&"In Winches (Basalt Quay), what is a queue?".to_owned()),
            "{fronts:?}"
        );
    }

    #[test]
    fn an_overview_names_the_subject_of_its_page() {
        let page = |first: &str| {
            format!(
                "# {first}\n\n- Basalt Quay is a managed service that moors boats for a port.\n\n\
                # When to use Basalt Quay\n\n- Basalt Quay is dear.\n- Basalt Quay is old.\n\n\
                # Terms\n\n- Basalt Quay has many. Basalt Quay needs ropes. Basalt Quay sleeps.\n\
                - **Cleat**\n    - A piece of iron that ropes are wound around.\n"
            )
        };
        asks(&page("Overview"), &["In Basalt Quay, what is Cleat?"]);
        assert!(
            !fronts(&page("Tidal Rafts"))
                .iter()
                .any(|f| f.contains("In Basalt"))
        );
    }

    #[test]
    fn how_many_there_are_is_asked_of_a_thing() {
        let page = "# Basalt TDL\n\n## Basalt TDL\n\nBasalt TDL is a log that keeps the depth of each dock. \
            There are two offerings: Basalt TDL Daily and Basalt TDL Hourly.\n";
        let fronts = fronts(page);
        assert!(
            fronts.contains(&"In Basalt TDL, which two offerings are there?".to_owned()),
            "{fronts:?}"
        );
    }

    /// Asserts that the fronts of a page have these.
    fn asks(page: &str, wanted: &[&str]) {
        let fronts = fronts(page);
        for front in wanted {
            assert!(fronts.iter().any(|f| f == front), "{front}: {fronts:?}");
        }
    }

    #[test]
    fn a_heading_that_begins_with_a_thing_houses_what_stands_below() {
        asks(
            "# Ports\n\n## TDL Winch Types\n\n- Capstan: a winch that pulls ferries to the pier\n",
            &["In TDL, what is Capstan?"],
        );
        asks(
            "# Ports\n\n## TDL Structure Part 1\n\n- Capstan: a winch that pulls ferries to the pier\n",
            &["In TDL, what is Capstan?"],
        );
        asks(
            "# Ports\n\n## Pier 9\n\n### Critical terms\n\n- Cleat: a piece of iron that a rope is wound around\n",
            &["In Pier 9, what is Cleat?"],
        );
    }

    #[test]
    fn the_front_matter_names_a_page_s_subject() {
        let body = "## Winches\n\n- Cleat: a piece of iron that a rope is wound around\n\n\
            RopeNet moors boats. RopeNet is old.\n";
        let titled = format!("---\ntitle: RopeNet\n---\n\n{body}");
        asks(&titled, &["In Winches (RopeNet), what is Cleat?"]);
        // What a file is called says little of what stands in it.
        let source = crate::generator::Source {
            path: "RopeNet.md".into(),
            text: body.into(),
        };
        let made = crate::generator::generate(&[source], &[], None);
        let fronts = format!("{:?}", made.decks[0].cards);
        assert!(!fronts.contains("In Winches (RopeNet)"), "{fronts}");
    }

    #[test]
    fn a_word_is_placed_wherever_it_is_asked_for() {
        let page = "# RopeNet\n\nRopeNet is a service that moors boats.\n\n## Analytics\n\n\
            Use cases:\n\n- Counting of boats\n- Finding of lost ropes\n";
        asks(page, &["What are use cases for Analytics (RopeNet)?"]);
    }

    #[test]
    fn a_word_in_capitals_is_no_name() {
        let page = "# RopeNet\n\nRopeNet is a service that moors boats.\n\n## Two modes\n\n\
            - SHARED Mode: a mode in which boats lie side by side\n";
        asks(page, &["In RopeNet, what is SHARED Mode?"]);
    }

    #[test]
    fn a_page_s_own_question_is_asked_in_the_thing_of_its_section() {
        let page = "# TDN\n\nTDN is a service that moors boats. Pilots pay for TDN.\n\n\
            ## What happens to the ropes once a boat is gone?\n\n\
            The ropes stay on the pier until the keeper of the ring takes them away.\n";
        asks(
            page,
            &["In TDN, what happens to the ropes once a boat is gone?"],
        );
    }

    #[test]
    fn a_step_of_a_workflow_is_no_term() {
        let page = "# RopeNet\n\n## RopeNet Workflow\n\n\
            - **Train Crew**: Runs lessons in which pilots learn to moor\n\
            - **Crane Yard**: Runs cranes that lift boats from the water\n";
        let fronts = fronts(page);
        let about = |name: &str| fronts.iter().any(|f| f.contains(name));
        assert!(about("Crane Yard") && !about("Train Crew"), "{fronts:?}");
    }

    #[test]
    fn a_state_has_its_thing_in_other_tongues_too() {
        let page = "# RopeNet\n\nRopeNet は船を係留するサービスである。\n\n## 状態\n\n\
            - PENDING: 係留ロープの空きを待っている状態\n- MOORED: 桟橋に係留されている状態\n";
        asks(page, &["PENDING (RopeNet) とは何ですか？"]);
    }

    #[test]
    fn a_table_of_items_tells_of_the_heading_above_it() {
        let page = "# RopeNet\n\nRopeNet は船を係留するサービスである。\n\n## TideHub\n\n\
            | 項目 | 内容 |\n|---|---|\n| 構成 | 三本の桟橋と水門 |\n| 理由 | 波が穏やかである |\n";
        let fronts = fronts(page);
        let of = |what: &str| fronts.iter().any(|f| f.contains(what));
        assert!(of("TideHub") && !of("理由"), "{fronts:?}");
        assert!(!fronts.iter().any(|f| f.starts_with("構成")), "{fronts:?}");
    }
}
