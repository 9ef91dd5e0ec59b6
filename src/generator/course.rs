//! Courses: tables that say when and how somebody learns — modules, weeks, the
//! domains of an exam and their weights — and nothing of what is learnt.

use super::listed::Listed;
use super::outline::Row;

/// Whether a table runs a course or an exam.
pub(super) fn administers(heads: &[String], body: &[Row]) -> bool {
    let lower: Vec<String> = heads.iter().map(|h| h.to_lowercase()).collect();
    let Some((first, rest)) = lower.split_first() else {
        return false;
    };
    let divides = divides(first);
    lower.iter().any(|h| of_learning(h))
        || divides && rest.iter().any(|h| of_plan(h))
        || numbered(body)
}

/// Heads that only a learner's plan has.
fn of_learning(head: &str) -> bool {
    static HEADS: Listed = Listed::phrases(
        "% of exam|% of the exam|exam %|exam weight|exam weighting|weighting|estimated time|\
        time to study|study time|study hours|hours of study|my confidence|confidence level|\
        learning outcomes|learning objectives|learning objective|exam relevance|出題割合|出題比率",
    );
    HEADS.has(head)
        || [
            "why learn",
            "why study",
            "what you'll learn",
            "what you will learn",
        ]
        .iter()
        .any(|p| head.starts_with(p))
}

/// What a course or an exam is divided into.
fn divides(head: &str) -> bool {
    static PARTS: Listed = Listed::new(
        "module modules lesson lessons lecture lectures week weeks day days chapter chapters course \
        courses section sections video videos domain domains session sessions sprint topic topics \
        分野 ドメイン domínio dominio domaine",
    );
    PARTS.has(head.split(' ').next_back().unwrap_or(""))
}

/// What a plan says of such a part.
fn of_plan(head: &str) -> bool {
    static HEADS: Listed = Listed::phrases(
        "weight|weightage|weights|percentage|%|status|progress|done|completed|resources|resource|\
        hours|time|duration|due|due date|deadline|focus|domain focus|goals|homework|assignment|\
        assignments|materials|material|readings|reading|videos|labs|lab|quiz|questions|score|\
        confidence|割合|比重|比率|peso|poids",
    );
    HEADS.has(head) || HEADS.has(head.split(" (").next().unwrap_or(head))
}

/// `Week 3`, `Domain 1: Moor a Boat`: rows that are counted as parts of a course.
fn numbered(body: &[Row]) -> bool {
    static PARTS: Listed = Listed::new(
        "module lesson lecture week day chapter domain session task unit course sprint",
    );
    let counts = |r: &Row| {
        let text = r.cells.first().map(|c| c.plain().to_lowercase());
        let text = text.unwrap_or_default();
        let mut parts = text.split_whitespace();
        let part = parts.next().unwrap_or("");
        let next = match part {
            "task" => parts.find(|w| *w != "statement"),
            _ => parts.next(),
        };
        PARTS.has(part) && next.is_some_and(|w| w.starts_with(|c: char| c.is_ascii_digit()))
    };
    body.len() > 1 && body.iter().filter(|r| counts(r)).count() * 2 > body.len()
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::{cards, shows};

    #[test]
    fn a_plan_of_lessons_teaches_nothing() {
        for (head, rows) in [
            (
                "| Module | Description | Why Learn It |",
                "| Ropes and knots | Tying boats with hemp ropes | Every pilot ties knots |\n\
                | Night lights | Lamps that show ships the way | Piers are dark |\n",
            ),
            (
                "| Domain | Weight | Key skills |",
                "| Mooring of boats | 40% | Ropes, knots and bollards |\n\
                | Reading of tides | 60% | Tables, moons and gauges |\n",
            ),
            (
                "| Part | Description |  Purpose |",
                "| Week 1 | Hemp ropes and steel chains | Tying boats at night |\n\
                | Week 2 | Lamps that show ships the way | Piers are dark |\n",
            ),
        ] {
            let columns = head.matches('|').count() - 1;
            let page = format!(
                "# Pilots\n\n## The road\n\n{head}\n|{}\n{rows}",
                "---|".repeat(columns)
            );
            assert!(cards(&page).is_empty(), "{:?}", cards(&page));
        }
    }

    #[test]
    fn what_is_divided_otherwise_is_learnt() {
        let page = "# Harbour\n\n## Rope modules\n\n| Module | Description |\n|---|---|\n\
            | RopeNet | A net of ropes that keeps ships off the pier |\n\
            | TideLock | A gate that keeps the water of the harbour in |\n";
        assert!(shows(page, "keeps ships off"), "{:?}", cards(page));
    }
}
