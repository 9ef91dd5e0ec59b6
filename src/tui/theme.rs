//! Colours: one accent on the terminal's own foreground and background.
//!
//! Nothing here carries meaning by itself: whatever is coloured also has a
//! sign, a word or weight, so `plain` loses beauty and no information.

use ratatui::style::{Color, Modifier, Style};

/// What the person asked for in the settings or on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeChoice {
    /// Whatever the terminal seems to be.
    #[default]
    Auto,
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// The terminal's own sixteen colours.
    Sixteen,
    /// No colours.
    Plain,
}

impl ThemeChoice {
    /// All, in the order in which the settings cycle.
    pub const ALL: [ThemeChoice; 5] = [
        ThemeChoice::Auto,
        ThemeChoice::Dark,
        ThemeChoice::Light,
        ThemeChoice::Sixteen,
        ThemeChoice::Plain,
    ];

    /// Its name in settings and configuration.
    pub fn name(self) -> &'static str {
        match self {
            ThemeChoice::Auto => "auto",
            ThemeChoice::Dark => "dark",
            ThemeChoice::Light => "light",
            ThemeChoice::Sixteen => "16",
            ThemeChoice::Plain => "plain",
        }
    }

    /// What a person reads beside the name.
    pub fn describe(self) -> &'static str {
        match self {
            ThemeChoice::Auto => "as the terminal is",
            ThemeChoice::Dark => "for a dark background",
            ThemeChoice::Light => "for a light background",
            ThemeChoice::Sixteen => "the terminal's own 16 colours",
            ThemeChoice::Plain => "no colours",
        }
    }

    /// The choice of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.name() == name)
    }

    /// The one after (or before) it, round and round.
    pub fn step(self, forward: bool) -> Self {
        let at = Self::ALL.iter().position(|c| *c == self).unwrap_or(0);
        let n = Self::ALL.len();
        Self::ALL[(at + if forward { 1 } else { n - 1 }) % n]
    }
}

/// How many colours the terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// 24 bits.
    Full,
    /// The 256-colour palette.
    Palette,
    /// Sixteen.
    Sixteen,
    /// None.
    None,
}

/// What the environment says about the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ground {
    /// Colours it shows.
    pub depth: Depth,
    /// Whether its background is light.
    pub light: bool,
}

impl Ground {
    /// Reads the usual environment variables through `var`.
    pub fn of(var: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| var(name).filter(|v| !v.is_empty());
        let term = set("TERM").unwrap_or_default();
        let depth = if set("NO_COLOR").is_some() || term == "dumb" {
            Depth::None
        } else if set("COLORTERM").is_some_and(|v| v == "truecolor" || v == "24bit")
            || term.ends_with("-direct")
        {
            Depth::Full
        } else if term.contains("256color") {
            Depth::Palette
        } else {
            Depth::Sixteen
        };
        // "15;0" or "0;default;15": the last field is the background.
        let light = set("COLORFGBG")
            .and_then(|v| v.rsplit(';').next().and_then(|b| b.parse::<u8>().ok()))
            .is_some_and(|b| b == 7 || b == 15);
        Self { depth, light }
    }
}

/// The styles of everything on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Prose.
    pub text: Style,
    /// What steps back: labels, remarks, rules.
    pub dim: Style,
    /// The one accent: the key to press next, progress, what is right.
    pub accent: Style,
    /// Lines in the accent.
    pub line: Style,
    /// Emphasis without colour.
    pub strong: Style,
    /// Inline code and code blocks.
    pub code: Style,
    /// Must not be overlooked: NOT SAVED.
    pub alarm: Style,
}

impl Theme {
    /// No colours at all.
    pub fn plain() -> Self {
        let base = Style::new();
        Self {
            text: base,
            dim: base,
            accent: base.add_modifier(Modifier::BOLD),
            line: base,
            strong: base.add_modifier(Modifier::BOLD),
            code: base,
            alarm: base.add_modifier(Modifier::BOLD | Modifier::REVERSED),
        }
    }

    /// The theme for a choice on a terminal. `NO_COLOR` wins over every choice.
    pub fn resolve(choice: ThemeChoice, ground: Ground) -> Self {
        let depth = match (choice, ground.depth) {
            (_, Depth::None) | (ThemeChoice::Plain, _) => return Self::plain(),
            (ThemeChoice::Sixteen, _) => Depth::Sixteen,
            (_, depth) => depth,
        };
        let light = match choice {
            ThemeChoice::Light => true,
            ThemeChoice::Dark => false,
            _ => ground.light,
        };
        Self::coloured(depth, light)
    }

    fn coloured(depth: Depth, light: bool) -> Self {
        let plain = Self::plain();
        let (accent, dim, code) = match (depth, light) {
            (Depth::Full, false) => (
                Style::new().fg(Color::Rgb(0x5f, 0xc9, 0xb8)),
                Style::new().fg(Color::Rgb(0x8b, 0x93, 0x9c)),
                Style::new().fg(Color::Rgb(0xd7, 0xd2, 0xb8)),
            ),
            (Depth::Full, true) => (
                Style::new().fg(Color::Rgb(0x00, 0x73, 0x68)),
                Style::new().fg(Color::Rgb(0x66, 0x6d, 0x76)),
                Style::new().fg(Color::Rgb(0x5a, 0x4a, 0x1e)),
            ),
            (Depth::Palette, false) => (
                Style::new().fg(Color::Indexed(79)),
                Style::new().fg(Color::Indexed(246)),
                Style::new().fg(Color::Indexed(187)),
            ),
            (Depth::Palette, true) => (
                Style::new().fg(Color::Indexed(29)),
                Style::new().fg(Color::Indexed(242)),
                Style::new().fg(Color::Indexed(58)),
            ),
            // Bright black vanishes in popular palettes, so DIM it is; cyan is
            // unreadable on white.
            (_, light) => (
                Style::new().fg(if light { Color::Blue } else { Color::Cyan }),
                Style::new().add_modifier(Modifier::DIM),
                Style::new(),
            ),
        };
        Self {
            dim,
            accent: accent.add_modifier(Modifier::BOLD),
            line: accent,
            code,
            ..plain
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn ground(vars: &[(&str, &str)]) -> Ground {
        Ground::of(|name| {
            let hit = vars.iter().find(|(n, _)| *n == name);
            hit.map(|(_, v)| (*v).to_owned())
        })
    }

    #[test]
    fn the_environment_decides_the_depth() {
        let full = ground(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")]);
        assert_eq!(full.depth, Depth::Full);
        assert_eq!(ground(&[("TERM", "tmux-256color")]).depth, Depth::Palette);
        assert_eq!(ground(&[("TERM", "linux")]).depth, Depth::Sixteen);
        let no = ground(&[("COLORTERM", "truecolor"), ("NO_COLOR", "1")]);
        assert_eq!(no.depth, Depth::None);
        // An empty NO_COLOR is no NO_COLOR (no-color.org).
        assert_eq!(
            ground(&[("TERM", "linux"), ("NO_COLOR", "")]).depth,
            Depth::Sixteen
        );
        assert!(ground(&[("COLORFGBG", "0;default;15")]).light);
        assert!(!ground(&[("COLORFGBG", "15;0")]).light);
    }

    #[test]
    fn no_color_wins_over_every_choice() {
        let none = ground(&[("NO_COLOR", "1")]);
        for choice in ThemeChoice::ALL {
            assert_eq!(Theme::resolve(choice, none), Theme::plain());
        }
    }

    #[test]
    fn sixteen_colours_are_sixteen() {
        let full = ground(&[("COLORTERM", "24bit")]);
        let theme = Theme::resolve(ThemeChoice::Sixteen, full);
        for style in [
            theme.text,
            theme.dim,
            theme.accent,
            theme.line,
            theme.code,
            theme.alarm,
        ] {
            assert!(!matches!(
                style.fg,
                Some(Color::Rgb(..) | Color::Indexed(_))
            ));
        }
    }

    #[test]
    fn choices_have_names_and_go_round() {
        for choice in ThemeChoice::ALL {
            assert_eq!(ThemeChoice::parse(choice.name()), Some(choice));
            assert_eq!(choice.step(true).step(false), choice);
        }
        assert_eq!(ThemeChoice::parse("beige"), None);
    }
}
