//! Two pages for the last days: a person's own misses, mix-ups and the facts
//! behind them, as Markdown.

use super::missed::{Filter, missed};
use crate::domain::{Blueprint, Card, CardIx, Catalogue, Day, Face, OptionId, Text};
use crate::scheduling::progress::{CardState, Progress};

/// Lines that fit on two printed pages.
const LINES: usize = 110;
/// Characters of a line at most, about what two printed lines take.
const WIDTH: usize = 180;

/// Which cards' wording the sheet needs, most worth having first.
pub fn wanted(
    catalogue: &Catalogue,
    progress: &Progress,
    blueprints: &[Blueprint],
    day: Day,
) -> Vec<CardIx> {
    let mut out: Vec<CardIx> = missed(catalogue, progress, blueprints, &Filter::default(), day)
        .iter()
        .map(|m| m.card)
        .collect();
    // What was missed before and is shaky again, then what was flagged.
    let mut shaky: Vec<(f32, CardIx)> = Vec::new();
    for (ix, entry) in catalogue.indices().map(|ix| (ix, catalogue.entry(ix))) {
        let Some(state) = progress
            .card(&entry.card)
            .filter(|s| !out.contains(&ix) && !s.suspended)
        else {
            continue;
        };
        let recall = state.recall_on(day).unwrap_or(1.0);
        if state.flagged || (state.misses.times > 0 && recall < 0.9) {
            shaky.push((recall, ix));
        }
    }
    shaky.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    out.extend(shaky.into_iter().map(|(_, ix)| ix));
    out.truncate(LINES);
    out
}

/// The sheet from those cards, at most two pages.
pub fn sheet(
    cards: &[(CardIx, Card)],
    catalogue: &Catalogue,
    progress: &Progress,
    day: Day,
) -> String {
    let mut misses = Vec::new();
    let mut mixups = Vec::new();
    let mut numbers = Vec::new();
    for (ix, card) in cards {
        let state = progress.card(&catalogue.entry(*ix).card);
        if let Some(line) = state.and_then(|s| mixup(card, s)) {
            mixups.push(line);
        }
        let line = fact(card);
        if is_number(&line) {
            numbers.push(line);
        } else {
            misses.push(line);
        }
    }
    let mut out = format!("# My sheet, {day}\n");
    let mut room = LINES - 8;
    for (title, lines) in [
        ("What I missed", misses),
        ("What I mixed up", mixups),
        ("Formulas and limits", numbers),
    ] {
        if lines.is_empty() || room == 0 {
            continue;
        }
        out.push_str(&format!("\n## {title}\n\n"));
        for line in lines.iter().take(room.min(LINES / 2)) {
            out.push_str(&format!("- {line}\n"));
        }
        room = room.saturating_sub(lines.len().min(LINES / 2));
    }
    if cards.is_empty() {
        out.push_str("\nNothing was missed so far: there is nothing to put here.\n");
    }
    out
}

fn fact(card: &Card) -> String {
    match &card.face {
        Face::Flashcard(f) => shorten(&format!("**{}** {}", f.front.one_line(), f.back.one_line())),
        Face::Choice(c) => {
            let keys: Vec<_> = c.options.iter().filter(|o| o.correct).collect();
            let why = c
                .explanation
                .as_ref()
                .or_else(|| keys.first()?.why.as_ref());
            let keys: Vec<_> = keys.iter().map(|o| o.text.one_line()).collect();
            shorten(&format!(
                "**{}** {}",
                keys.join("; "),
                why.map(Text::one_line).unwrap_or_default()
            ))
        }
    }
}

/// The wrong option chosen most often, beside the key.
fn mixup(card: &Card, state: &CardState) -> Option<String> {
    let choice = card.choice()?;
    let (wrong, _) = state.confused.iter().max_by_key(|(_, times)| *times)?;
    let text = |id: &OptionId| choice.options.iter().find(|o| o.id == *id);
    let wrong = text(wrong).filter(|o| !o.correct)?;
    let key = choice.options.iter().find(|o| o.correct)?;
    let why = wrong.why.as_ref().map(Text::one_line).unwrap_or_default();
    Some(shorten(&format!(
        "**{}**, not {}. {why}",
        key.text.one_line(),
        wrong.text.one_line()
    )))
}

/// Formulas stand in code; limits hold digits.
fn is_number(line: &str) -> bool {
    line.contains('`') || line.chars().filter(char::is_ascii_digit).count() >= 2
}

fn shorten(line: &str) -> String {
    if line.chars().count() <= WIDTH {
        return line.trim_end().to_owned();
    }
    let cut: String = line.chars().take(WIDTH - 1).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", &cut[..end])
}
