//! What the built-in pack promises: enough of everything, each question whole,
//! audited in its present wording, and not to be passed by test-wiseness.

use cramless::cli::check;
use cramless::cli::context::{Context, Exit};
use cramless::domain::*;
use cramless::generator::lint::{authored, coverage, measure, twins, wording};
use cramless::storage::blueprint_file::read_blueprint;
use cramless::storage::builtin::BUILTINS;
use cramless::storage::deck_file::read_deck;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const DECKS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/decks/mls-c01");

fn pack() -> Vec<Deck> {
    let files = BUILTINS.decks.iter();
    files
        .map(|f| read_deck(&Text::new(f.name), f.bytes).deck.unwrap())
        .collect()
}

/// All questions that a person wrote, with their decks.
fn questions(pack: &[Deck]) -> Vec<(&Deck, &Card, &Choice)> {
    let of = |d| authored(d).map(move |(_, card, choice)| (d, card, choice));
    pack.iter().flat_map(of).collect()
}

fn log() -> Vec<Value> {
    let text = std::fs::read_to_string(format!("{DECKS}/audit.jsonl")).unwrap();
    let lines = text.lines().map(|l| serde_json::from_str(l).unwrap());
    lines.collect()
}

#[test]
fn there_is_enough_of_everything() {
    let pack = pack();
    let questions = questions(&pack).len();
    assert!(questions >= 325, "{questions}: five full papers");
    let cards = || pack.iter().flat_map(|d| &d.cards);
    let flashcards = cards().filter(|c| c.kind() == Kind::Flashcard);
    let core = flashcards.clone().filter(|c| c.tier == Tier::Core).count();
    let all = flashcards.count();
    assert!(core <= 450, "{core} core cards are too many to learn first");
    assert!(all >= 900, "{all} flashcards");

    let (blueprint, _) = read_blueprint(&Text::default(), BUILTINS.blueprints[0].bytes);
    let decks: Vec<&Deck> = pack.iter().collect();
    let coverage = coverage(&decks, blueprint.as_ref());
    let tasks = || coverage.tasks.iter().filter(|r| r.task.is_some());
    assert_eq!(tasks().count(), 15);
    let thin: Vec<_> = tasks().filter(|r| r.questions < 15).collect();
    assert!(thin.is_empty(), "fewer than 15 questions: {thin:#?}");
    let topics: usize = coverage.tasks.iter().map(|r| r.topics).sum();
    assert!(topics >= 150, "{topics} topics");
}

#[test]
fn every_question_is_whole() {
    let pack = pack();
    let mut broken = Vec::new();
    for (deck, card, choice) in questions(&pack) {
        let whole = card.task.is_some()
            && card.concept.is_some()
            && card
                .reference
                .as_ref()
                .is_some_and(|r| r.as_str().starts_with("https://"))
            && choice.level.is_some()
            && choice.explanation.is_some()
            && choice
                .options
                .iter()
                .all(|o| o.why.as_ref().is_some_and(|w| !w.is_blank()));
        let shape = match choice.keys() {
            1 => choice.options.len() == 4,
            n => choice.options.len() >= 5 && n < choice.options.len(),
        };
        if !whole || !shape {
            broken.push(format!("{}#{}", deck.id, card.id));
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn no_two_questions_are_nearly_the_same() {
    let pack = pack();
    let questions = questions(&pack);
    let found = twins(questions.iter().map(|(_, _, c)| *c));
    let named: Vec<_> = found
        .iter()
        .map(|t| (&questions[t.first].1.id, &questions[t.second].1.id, t.alike))
        .collect();
    assert!(named.is_empty(), "{named:#?}");
    let slugs: BTreeSet<_> = questions.iter().map(|(_, card, _)| &card.id).collect();
    assert_eq!(slugs.len(), questions.len(), "a slug stands in two decks");
}

#[test]
fn the_pack_cannot_be_passed_by_test_wiseness() {
    let pack = pack();
    let all = measure(questions(&pack).iter().map(|(_, _, c)| *c));
    assert!(all.tells());
    let gates = all.gates();
    assert_eq!(gates.len(), 8);
    let broken: Vec<_> = gates.iter().filter(|g| !g.ok()).collect();
    assert!(broken.is_empty(), "{broken:#?}");
    for (place, share) in all.positions.iter().enumerate() {
        assert!((0.18..=0.32).contains(share), "place {place}: {share}");
    }
}

#[test]
fn each_question_was_audited_in_its_present_wording() {
    let pack = pack();
    let mut vouched: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for e in log() {
        let text = |field: &str| e[field].as_str().unwrap_or_else(|| panic!("{field}: {e}"));
        assert!(!text("blind").is_empty() && e["agreed"].is_boolean(), "{e}");
        assert!(
            matches!(text("verdict"), "kept" | "mended" | "dropped"),
            "{e}"
        );
        // Whoever disagrees with a key finds it mended or dropped.
        let disputed = e["agreed"] == false && e["verdict"] == "kept";
        assert!(!disputed || !text("changed").is_empty(), "{e}");
        vouched
            .entry(text("question").to_owned())
            .or_default()
            .push(text("wording").to_owned());
    }
    let missing: Vec<_> = questions(&pack)
        .iter()
        .map(|(deck, card, choice)| (CardRef::new(&deck.id, &card.id), wording(choice)))
        .filter(|(q, w)| !vouched.get(q.as_str()).is_some_and(|v| v.contains(w)))
        .map(|(q, w)| format!("{q} {w}"))
        .collect();
    assert!(
        missing.is_empty(),
        "audit.jsonl has no entry for {missing:#?}"
    );
}

#[test]
fn the_command_says_the_same() {
    let home = tempfile::tempdir().unwrap();
    let run = |args: &[&str]| {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut context = Context::new(home.path(), home.path(), "test", &mut out, &mut err);
        #[derive(clap::Parser)]
        struct Cli {
            #[command(flatten)]
            check: check::Args,
        }
        let cli: Cli = clap::Parser::try_parse_from(["check"].iter().chain(args)).unwrap();
        let today = Day::parse("2026-12-01").unwrap();
        let exit = check::run(&cli.check, today, &mut context).unwrap();
        (exit, String::from_utf8(out).unwrap())
    };
    let log = format!("{DECKS}/audit.jsonl");
    let decks: Vec<String> = BUILTINS
        .decks
        .iter()
        .map(|f| format!("{}/decks/{}", env!("CARGO_MANIFEST_DIR"), f.name))
        .collect();
    let mut args: Vec<&str> = decks.iter().map(String::as_str).collect();
    args.extend(["--json", "--coverage", "--audit", &log]);
    let (exit, out) = run(&args);
    let json: Value = serde_json::from_str(&out).unwrap();
    let errors: Vec<_> = json["problems"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|p| p["severity"] == "error")
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert_eq!(exit, Exit::Done);
    let exam = &json["exams"][0];
    assert_eq!(
        (&exam["exam"], &exam["decks"]),
        (&"MLS-C01".into(), &16.into())
    );
    assert_eq!(exam["gates"]["bot_longest"]["ok"], true);
    assert_eq!(exam["coverage"]["tasks"][0]["task"], "1.1");

    // An unaudited wording is told.
    let text = std::fs::read_to_string(&decks[0]).unwrap();
    let changed = home.path().join("changed.json");
    std::fs::write(
        &changed,
        text.replacen("\"stem\": \"", "\"stem\": \"Today ", 1_000),
    )
    .unwrap();
    let (exit, out) = run(&[changed.to_str().unwrap(), "--audit", &log]);
    assert_eq!(exit, Exit::Problems);
    assert!(out.contains("was reworded since its audit"), "{out}");
}
