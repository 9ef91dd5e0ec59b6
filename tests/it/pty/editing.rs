//! The person's own editor on the terminal, and the screens after it.

use super::terminal::{CRAMLESS, Home, Terminal};
use std::fs;
use std::os::unix::fs::PermissionsExt;

/// The environment with an editor that asks for a line and writes it into the
/// file, in place of these words.
fn with_editor(home: &Home, words: &str) -> Vec<(&'static str, String)> {
    let script = home.data().join("editor");
    // Its own affair what an interrupt does to it.
    let text = format!(
        "#!/bin/sh\ntrap '' INT\nstty -a | grep -q ' icanon' && echo the editor has it\n\
         read line\nsed -i.old \"s/{words}/$line/\" \"$2\"\nrm -f \"$2.old\"\n"
    );
    fs::write(&script, text).unwrap();
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).unwrap();
    let mut env = home.environment();
    env.push(("EDITOR", format!("'{}' --wait", script.display())));
    env
}

#[test]
fn a_card_is_edited_and_the_screen_comes_back_whatever_was_pressed() {
    let home = Home::with_cards(3);
    let env = with_editor(&home, "Answer 0.");
    let mut terminal = Terminal::spawn(CRAMLESS, &["study", "--deck", "own"], &env);
    terminal.wait_for("What is card-0?").press(" ");
    terminal.wait_for("Answer 0.").press("E");
    terminal.wait_until("lent", |s| {
        !s.alternate_screen() && !s.hide_cursor() && s.contents().contains("the editor has it")
    });
    terminal.press("\x03");
    terminal.press("Another answer.\n");
    terminal.wait_until("back", |s| {
        s.alternate_screen() && s.hide_cursor() && s.contents().contains("Another answer.")
    });
    terminal.press("3");
    terminal.wait_for("What is card-1?").press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.is_given_back();
    assert!(home.journal().contains("Another answer."));
    let left = fs::read_dir(home.data().parent().unwrap().join("state/edit"));
    assert_eq!(left.unwrap().count(), 0, "nothing is left behind");
}

#[test]
fn own_cards_are_added_and_edited_and_keep_their_history() {
    let home = Home::with_cards(1);
    let env = with_editor(&home, "What quibbles?");
    let mut terminal = Terminal::spawn(CRAMLESS, &[], &env);
    terminal.wait_for("add a card").press("a");
    terminal
        .wait_for("A card of your own")
        .press("What quibbles?\r");
    terminal.press("A card.\r");
    terminal.press("Cards\r");
    terminal.wait_for("Added to your own cards.").press("b");
    terminal.wait_for("Browse").press("quibbles\r");
    terminal.wait_for("A card.").press("f");
    terminal.wait_for("Flagged.").press("E");
    terminal
        .wait_for("the editor has it")
        .press("Who quibbles?\n");
    terminal.wait_for("made anew");
    terminal.wait_for("Who quibbles?");
    terminal.wait_for("flagged").press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.is_given_back();
    let summary = fs::read_to_string(home.data().join("my-cards.md")).unwrap();
    assert!(
        summary.contains("### Card: Who quibbles? {#what-quibbles tags=cards}"),
        "{summary}"
    );
}
