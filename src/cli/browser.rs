//! Opening an address in the person's browser, detached, and never by way of a
//! shell. Only what `session::reference` takes for an address comes here.

use crate::domain::Text;
use std::ffi::OsString;
use std::process::{Command, Stdio};

/// Opens it, and says so; where nothing can be opened, says the address.
pub(super) fn open(address: &str, env: &dyn Fn(&str) -> Option<OsString>) -> Text {
    let shown = Text::new(address);
    let Some(program) = opener(env) else {
        return Text::new(format!("No browser here; read it at {shown}"));
    };
    let mut command = Command::new(program);
    command
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    #[cfg(unix)]
    {
        // A key meant for this program is none for the browser.
        use std::os::unix::process::CommandExt;
        command.process_group(0);
    }
    match command.spawn() {
        Ok(mut child) => {
            // Whoever ends is to be waited for.
            let waits = move || drop(child.wait());
            let _ = std::thread::Builder::new().spawn(waits);
            Text::new(format!("Opened {shown}"))
        }
        Err(_) => Text::new(format!("No browser can be started; read it at {shown}")),
    }
}

/// What opens addresses here. Without a desktop `xdg-open` would take the
/// terminal for a browser of text.
fn opener(env: &dyn Fn(&str) -> Option<OsString>) -> Option<&'static str> {
    let set = |name| env(name).is_some_and(|v| !v.is_empty());
    if cfg!(target_os = "macos") {
        Some("open")
    } else if cfg!(windows) {
        Some("explorer")
    } else if set("DISPLAY") || set("WAYLAND_DISPLAY") {
        Some("xdg-open")
    } else if set("WSL_DISTRO_NAME") {
        Some("wslview")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(all(unix, not(target_os = "macos")))]
    fn without_a_desktop_the_address_is_said() {
        let said = open("https://a.example/x", &|_| None);
        assert_eq!(
            said.as_str(),
            "No browser here; read it at https://a.example/x"
        );
    }
}
