//! What `drive` says, as JSON.

use crate::domain::{Choice, Day, Face};
use crate::scheduling::CardState;
use crate::scheduling::prospects::Prospects;
use crate::scheduling::readiness::Estimate;
use crate::session::Showing;
use crate::session::answering::Outlook;
use crate::session::standing::Standing;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// A card as it is asked: never with its key.
pub(super) fn card(showing: &Showing, state: Option<&CardState>, day: Day) -> Value {
    let mut card = Map::new();
    card.insert("id".into(), json!(showing.card.as_str()));
    card.insert("kind".into(), json!(showing.content.kind()));
    if let Some(task) = showing.content.task {
        card.insert("domain".into(), json!(task.domain));
        card.insert("task".into(), json!(task.to_string()));
    }
    match &showing.content.face {
        Face::Flashcard(f) => {
            card.insert("front".into(), json!(f.front));
            card.insert("back".into(), json!(f.back));
        }
        Face::Choice(choice) => {
            card.insert("stem".into(), json!(choice.stem));
            card.insert("choose".into(), json!(choice.keys()));
            card.insert("options".into(), options(showing, choice));
        }
    }
    let seen = state.filter(|s| s.is_seen());
    json!({
        "card": card,
        "new": seen.is_none(),
        "retrievability": seen.and_then(|s| s.recall_on(day)),
    })
}

fn options(showing: &Showing, choice: &Choice) -> Value {
    let shown = showing.order.iter().filter_map(|id| {
        let option = choice.options.iter().find(|o| o.id == *id)?;
        Some(json!({ "id": id.as_str(), "text": option.text }))
    });
    shown.collect()
}

/// An answer that is on disk.
pub(super) fn recorded(outlook: &Outlook, verdict: Option<(bool, &Choice)>) -> Value {
    let mut out = json!({
        "recorded": true,
        "due": outlook.due.to_string(),
        "memory": {
            "stability": outlook.memory.stability,
            "difficulty": outlook.memory.difficulty,
        },
    });
    if let Some((right, choice)) = verdict {
        let keys = choice.options.iter().filter(|o| o.correct);
        out["correct"] = json!(right);
        out["key"] = keys.map(|o| json!(o.id.as_str())).collect();
    }
    out
}

/// How ready the person would be on the day if they studied no more.
pub(super) fn readiness(prospects: &Prospects, by_domain: &BTreeMap<u8, Standing>) -> Value {
    let r = &prospects.readiness;
    let domains = prospects
        .domains
        .iter()
        .zip(&r.domains)
        .map(|(number, (exam, cards))| {
            let s = by_domain.get(number).copied().unwrap_or_default();
            json!({
                "domain": number,
                "expected": exam.expected,
                "low": exam.low,
                "high": exam.high,
                "recall": cards.expected,
                "new": s.new,
                "known": s.known,
                "due": s.due,
            })
        });
    let mut out = estimate(&r.exam);
    out["cards"] = estimate(&r.cards);
    out["by_domain"] = domains.collect();
    out["pass"] = json!(r.pass);
    out["day"] = json!(prospects.day.to_string());
    out
}

fn estimate(e: &Estimate) -> Value {
    json!({ "expected": e.expected, "low": e.low, "high": e.high })
}
