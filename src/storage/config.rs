//! Settings of this machine: how the program looks and asks, never what was
//! learnt.
//!
//! A small JSON file outside the synced folder. A damaged one costs the
//! settings, not the start; what a newer version wrote into it is kept.

use super::atomic;
use super::read_file::read_regular;
use crate::domain::{Problem, Severity, shown_path};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::io;
use std::path::{Path, PathBuf};

const MAX_FILE: u64 = 64 * 1024;

/// Which colours are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the terminal seems to be.
    #[default]
    Auto,
    /// For a light background.
    Light,
    /// For a dark background.
    Dark,
    /// The terminal's own sixteen colours.
    #[serde(rename = "16")]
    Sixteen,
    /// No colours.
    Plain,
}

/// Whether colours are used at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Colour {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// When cards that were failed today are looked at once more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SecondLook {
    /// Offered at the end, when the day's work is done.
    #[default]
    End,
    /// After a few other cards.
    Soon,
    /// Not today any more.
    Never,
}

/// The settings, and where they are kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// Which colours are drawn.
    pub theme: Theme,
    /// Whether colours are used at all.
    pub colour: Colour,
    /// When failed cards are looked at once more.
    pub second_look: SecondLook,
    path: PathBuf,
    /// As it was read, with what this version doesn't know.
    known: Map<String, Value>,
}

impl Config {
    /// Reads `settings.json` in a folder. A missing file means the defaults; so
    /// does what can't be read, with a word about it.
    pub fn load(folder: &Path) -> (Self, Vec<Problem>) {
        let path = folder.join("settings.json");
        let shown = shown_path(&path);
        let mut config = Self {
            theme: Theme::default(),
            colour: Colour::default(),
            second_look: SecondLook::default(),
            path,
            known: Map::new(),
        };
        let mut problems = Vec::new();
        let mut warn = |what: String| {
            let problem = Problem::of_file(&shown, Severity::Warning, "settings", what);
            problems
                .push(problem.help("the default is used; change it in the settings to mend it"));
        };
        let bytes = match read_regular(&config.path, MAX_FILE) {
            Ok(bytes) => bytes,
            Err(e) if e.missing => return (config, Vec::new()),
            Err(e) => {
                warn(e.message);
                return (config, problems);
            }
        };
        match serde_json::from_slice::<Map<String, Value>>(&bytes) {
            Ok(map) => {
                config.theme = setting(&map, "theme", &mut warn);
                config.colour = setting(&map, "colour", &mut warn);
                config.second_look = setting(&map, "second look", &mut warn);
                config.known = map;
            }
            Err(_) => warn("the settings are damaged".into()),
        }
        (config, problems)
    }

    /// Writes the settings, and what a newer version put beside them.
    ///
    /// # Errors
    /// Those of the file system; then the old file is as it was.
    pub fn save(&mut self) -> io::Result<()> {
        let values = [
            ("theme", serde_json::to_value(self.theme)),
            ("colour", serde_json::to_value(self.colour)),
            ("second look", serde_json::to_value(self.second_look)),
        ];
        for (name, value) in values {
            self.known.insert(name.into(), value?);
        }
        let mut text = serde_json::to_string_pretty(&self.known)?;
        text.push('\n');
        if let Some(folder) = self.path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        atomic::write(&self.path, text.as_bytes())
    }
}

fn setting<T>(map: &Map<String, Value>, name: &str, warn: &mut impl FnMut(String)) -> T
where
    T: Default + for<'a> Deserialize<'a>,
{
    let Some(value) = map.get(name) else {
        return T::default();
    };
    T::deserialize(value).unwrap_or_else(|_| {
        let said: String = value.to_string().chars().take(40).collect();
        warn(format!("the {name} {said} isn't known"));
        T::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(content: &[u8]) -> (Config, Vec<String>, tempfile::TempDir) {
        let dir = tempfile::tempdir().expect("a folder");
        std::fs::write(dir.path().join("settings.json"), content).expect("written");
        let (config, problems) = Config::load(dir.path());
        let base = format!("{}/", shown_path(dir.path()));
        let lines = problems.iter().map(|p| p.to_string().replace(&base, ""));
        (config, lines.collect(), dir)
    }

    #[test]
    fn settings_are_kept() {
        let dir = tempfile::tempdir().expect("a folder");
        let folder = dir.path().join("made/when/needed");
        let (mut config, problems) = Config::load(&folder);
        assert_eq!(problems, []);
        assert_eq!((config.theme, config.colour), (Theme::Auto, Colour::Auto));
        config.theme = Theme::Dark;
        config.colour = Colour::Never;
        config.second_look = SecondLook::Soon;
        config.save().expect("written");
        let (again, problems) = Config::load(&folder);
        assert_eq!(problems, []);
        assert_eq!((again.theme, again.colour), (Theme::Dark, Colour::Never));
        assert_eq!(again.second_look, SecondLook::Soon);
    }

    #[test]
    fn damage_costs_the_settings_and_not_the_start() {
        for bytes in [&b""[..], b"{", b"[1]", b"\xff\xfe", b"\0\0\0"] {
            let (config, lines, _dir) = load(bytes);
            assert_eq!(config.theme, Theme::Auto);
            assert_eq!(
                lines,
                [
                    "settings.json:1:1: warning: the settings are damaged; the default is used; change it in the settings to mend it"
                ]
            );
        }
    }

    #[test]
    fn a_newer_versions_settings_are_kept() {
        let (mut config, lines, dir) =
            load(br#"{"theme":"sepia","colour":"never","sound":{"on":true}}"#);
        assert_eq!((config.theme, config.colour), (Theme::Auto, Colour::Never));
        assert_eq!(lines.len(), 1);
        assert!(
            lines[0].contains("the theme \"sepia\" isn't known"),
            "{}",
            lines[0]
        );
        config.theme = Theme::Light;
        config.save().expect("written");
        let text = std::fs::read_to_string(dir.path().join("settings.json")).expect("read");
        assert!(text.contains("\"on\": true"), "{text}");
        assert!(text.contains("\"theme\": \"light\""), "{text}");
    }
}
