//! Where things are: the data folder, which may be synced, and the state
//! folder, which must not be.
//!
//! The data folder holds what is a person's own: journal and decks. The state
//! folder holds what belongs to this machine: its device id, the mirror of the
//! journal, rescue files, settings, caches. A copied data folder must not carry
//! the device id along, so state never lives inside it.

use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};

/// The two folders; neither need exist yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// What may be synced between machines.
    pub data: PathBuf,
    /// What stays on this machine.
    pub state: PathBuf,
}

/// Neither an option nor the environment says where things are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoHome(&'static str);

impl fmt::Display for NoHome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no home folder is known for {}", self.0)
    }
}

impl std::error::Error for NoHome {}

impl Places {
    /// Finds both folders. Data: the option, else `CRAMLESS_DATA`, else the
    /// platform's data folder. State: `CRAMLESS_STATE`, else the platform's
    /// state folder, wherever the data is.
    ///
    /// # Errors
    /// When the platform's folders are needed and no home folder is known.
    pub fn find(
        option: Option<PathBuf>,
        env: impl Fn(&str) -> Option<OsString>,
    ) -> Result<Self, NoHome> {
        let set = |name: &str| env(name).filter(|v| !v.is_empty()).map(PathBuf::from);
        let data = match option.or_else(|| set("CRAMLESS_DATA")) {
            Some(data) => data,
            None => data_home(&set).ok_or(NoHome("answers: use --data DIR"))?,
        };
        let state = match set("CRAMLESS_STATE") {
            Some(state) => state,
            None => state_home(&set).ok_or(NoHome("this machine's state: set CRAMLESS_STATE"))?,
        };
        Ok(Self { data, state })
    }

    /// The folder of journals, one a device.
    pub fn journals(&self) -> PathBuf {
        self.data.join("journal")
    }

    /// Whether state would be synced along with the data.
    pub(super) fn state_is_inside_data(&self) -> bool {
        let real = |p: &Path| p.canonicalize().or_else(|_| std::path::absolute(p));
        match (real(&self.state), real(&self.data)) {
            (Ok(state), Ok(data)) => state.starts_with(data),
            _ => false,
        }
    }
}

#[cfg(windows)]
fn data_home(set: &impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    Some(set("APPDATA")?.join("cramless"))
}

#[cfg(windows)]
fn state_home(set: &impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    Some(set("LOCALAPPDATA")?.join("cramless").join("state"))
}

#[cfg(not(windows))]
fn data_home(set: &impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    // As the XDG specification has it, a relative value is ignored.
    let xdg = set("XDG_DATA_HOME").filter(|p| p.is_absolute());
    let usual = || {
        Some(home(set)?.join(if cfg!(target_os = "macos") {
            "Library/Application Support"
        } else {
            ".local/share"
        }))
    };
    Some(xdg.or_else(usual)?.join("cramless"))
}

#[cfg(not(windows))]
fn state_home(set: &impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    // macOS has no state folder; what it offers is synced, or emptied at will.
    let xdg = set("XDG_STATE_HOME").filter(|p| p.is_absolute());
    let usual = || Some(home(set)?.join(".local/state"));
    Some(xdg.or_else(usual)?.join("cramless"))
}

#[cfg(not(windows))]
fn home(set: &impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    set("HOME").filter(|p| p.is_absolute())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn find(option: Option<&str>, vars: &[(&str, &str)]) -> Result<(String, String), NoHome> {
        let places = Places::find(option.map(PathBuf::from), |name| {
            let found = vars.iter().find(|(n, _)| *n == name);
            found.map(|(_, v)| OsString::from(v))
        })?;
        let text = |p: PathBuf| p.to_string_lossy().into_owned();
        Ok((text(places.data), text(places.state)))
    }

    fn pair(data: &str, state: &str) -> Result<(String, String), NoHome> {
        Ok((data.into(), state.into()))
    }

    #[test]
    fn an_option_beats_the_environment_and_state_stays_outside() {
        let vars = [
            ("HOME", "/h"),
            ("CRAMLESS_DATA", "/env"),
            ("XDG_STATE_HOME", "/s"),
        ];
        assert_eq!(find(Some("/opt"), &vars), pair("/opt", "/s/cramless"));
        assert_eq!(find(None, &vars), pair("/env", "/s/cramless"));
    }

    #[test]
    fn without_a_word_the_platform_decides() {
        let vars = [
            ("XDG_DATA_HOME", "/d"),
            ("XDG_STATE_HOME", "relative"),
            ("HOME", "/h"),
        ];
        assert_eq!(
            find(None, &vars),
            pair("/d/cramless", "/h/.local/state/cramless")
        );
        if cfg!(target_os = "linux") {
            let bare = [("HOME", "/h"), ("CRAMLESS_DATA", "")];
            let expected = pair("/h/.local/share/cramless", "/h/.local/state/cramless");
            assert_eq!(find(None, &bare), expected);
        }
    }

    #[test]
    fn state_can_be_moved_and_a_lost_home_is_said() {
        let vars = [("CRAMLESS_STATE", "/st")];
        assert_eq!(find(Some("/opt"), &vars), pair("/opt", "/st"));
        assert!(find(Some("/opt"), &[]).is_err());
        assert!(find(None, &vars).is_err());
    }
}
