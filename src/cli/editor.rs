//! The person's own editor, as `VISUAL` or `EDITOR` names it. It is started
//! directly, never through a shell.

use crate::storage::atomic;
use crate::tui::terminal::lending::lend;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The longest text that is taken back.
const MOST: u64 = 4 << 20;

/// The editor's command, without a file yet.
///
/// # Errors
/// Which variable to set.
pub(super) fn find(env: &dyn Fn(&str) -> Option<OsString>) -> Result<Command, String> {
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(env);
    let words = named
        .map(|v| words(&v.to_string_lossy()))
        .find(|w| !w.is_empty());
    let Some(words) = words else {
        return Err("No editor is known: set VISUAL or EDITOR, such as EDITOR=nano.".into());
    };
    let mut command = Command::new(&words[0]);
    command.args(&words[1..]);
    Ok(command)
}

/// Opens a file in the editor, and returns when the person has left it.
///
/// # Errors
/// It can't be started, or it failed.
pub(super) fn open(mut editor: Command, file: &Path) -> Result<(), String> {
    let name = editor.get_program().to_string_lossy().into_owned();
    editor.arg(file);
    match lend(editor) {
        Ok(true) => Ok(()),
        Ok(false) => Err(format!("{name} ended with an error; nothing was changed.")),
        Err(e) => Err(format!(
            "{name} can't be started ({e}); check VISUAL or EDITOR."
        )),
    }
}

/// Lets the person change a text, in a file that is gone afterwards. If what
/// they wrote can't be taken, the file stays and is named.
///
/// # Errors
/// There is no editor, it failed, or the file can't be written or read.
pub(super) fn change(editor: Command, folder: &Path, text: &str) -> Result<String, String> {
    let name = |n: u32| folder.join(format!("card-{}-{n}.md", std::process::id()));
    let free = (1..).map(name).find(|f| !f.exists());
    let file = free.unwrap_or_else(|| name(0));
    let cant = |e: std::io::Error| format!("the card can't be put into a file: {e}");
    fs::create_dir_all(folder).map_err(cant)?;
    atomic::write(&file, text.as_bytes()).map_err(cant)?;
    let opened = open(editor, &file);
    let size = fs::metadata(&file).map_or(0, |m| m.len());
    let changed = match size {
        ..=MOST => fs::read(&file).map_err(cant),
        _ => Err("That is too much for one card; nothing was changed.".to_owned()),
    };
    let untouched = changed.as_ref().is_ok_and(|c| c == text.as_bytes());
    let read = opened.and(changed).and_then(|bytes| {
        String::from_utf8(bytes)
            .map_err(|_| "That is no UTF-8 text; nothing was changed.".to_owned())
    });
    if read.is_err() && !untouched && file.exists() {
        let kept = crate::domain::shown_path(&file);
        return read.map_err(|why| format!("{why} What you wrote is in {kept}."));
    }
    let _ = fs::remove_file(&file);
    read
}

/// A command's words; quotes hold words together, as in a shell.
fn words(line: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let (mut word, mut quote, mut open) = (String::new(), None, false);
    for c in line.chars() {
        match (c, quote) {
            (c, Some(q)) if c == q => quote = None,
            ('"' | '\'', None) => (quote, open) = (Some(c), true),
            (c, None) if c.is_whitespace() => {
                if open || !word.is_empty() {
                    out.push(std::mem::take(&mut word));
                }
                open = false;
            }
            (c, _) => word.push(c),
        }
    }
    if open || !word.is_empty() {
        out.push(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_editor_may_have_arguments_and_spaces_in_its_name() {
        assert_eq!(words("code --wait"), ["code", "--wait"]);
        assert_eq!(
            words("'/opt/my editor' -n \"\""),
            ["/opt/my editor", "-n", ""]
        );
        assert_eq!(words("  "), [] as [&str; 0]);
    }

    #[test]
    fn visual_comes_before_editor_and_none_is_told() {
        let env = |visual: &'static str| {
            move |name: &str| match name {
                "VISUAL" => Some(OsString::from(visual)),
                _ => Some(OsString::from("ed")),
            }
        };
        let program = |visual| find(&env(visual)).map(|c| c.get_program().to_owned());
        assert_eq!(program("vi"), Ok("vi".into()));
        assert_eq!(program(" "), Ok("ed".into()), "set, but to nothing");
        let none = find(&|_| None).map(|_| ());
        assert!(none.expect_err("none").contains("EDITOR"));
    }
}
