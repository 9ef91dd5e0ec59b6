//! The thing that a page's title says it is about: `Basalt Quay – Study Guide`.
//! What stands on the page and is no thing by itself has its place there.

use super::Walk;
use super::homes;
use crate::generator::around;
use crate::generator::enumerator;
use crate::generator::listed::Listed;
use crate::generator::outline::Section;
use crate::generator::sentence;
use crate::generator::words;

/// A page that is about a thing names it oftener than this.
const NAMED: usize = 4;

impl Walk<'_> {
    /// The thing that the one title of a page names before or after a subtitle,
    /// and that its sentences never write small.
    pub(super) fn titled(&self, root: &Section) -> Option<String> {
        let top = root.children.iter().find(|s| s.level == 1);
        let sole = top.filter(|_| !self.layout.has_chapters());
        // Without a title the first heading may be it, where no other names a thing
        // or it alone asks what a thing is.
        let first = || {
            let (first, others) = root.children.split_first()?;
            let asks = |s: &Section| around::opened(unmarked(&s.heading.plain())).is_some();
            let lone = match asks(first) {
                true => !others.iter().any(asks),
                false => !others
                    .iter()
                    .any(|s| self.home_of(&s.heading.plain()).is_some()),
            };
            lone.then_some(first)
        };
        let title = sole.or_else(first)?.heading.plain();
        let title = around::opened(unmarked(&title)).unwrap_or(&title);
        if let Some(thing) = self.home_of(title).filter(|t| self.is_named(t)) {
            return Some(thing);
        }
        let parts = title
            .split([':', '|', '(', '—', '–'])
            .flat_map(|p| p.split(" - "));
        parts.map(bare).find(|p| self.is_about(p))
    }

    fn is_about(&self, part: &str) -> bool {
        let titled =
            |w: &str| w.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit());
        let own = homes::own_word(part);
        let letters = |w: &&str| w.len() > 1 && w.chars().all(|c| c.is_ascii_uppercase());
        // `TDN TDL Quay`: several things in a row.
        let row = words::count(part) > 2 && part.split(' ').filter(letters).count() > 1;
        (1..=4).contains(&words::count(part))
            && !row
            && part.split(' ').all(titled)
            && !homes::gathers_many(part)
            && !homes::is_no_place(own)
            && self.usage.is_always_named(own)
            && self.is_named(part)
    }

    /// `# TideHub` over Japanese: what isn't written in its signs is a name.
    pub(super) fn untranslated(&self, root: &Section) -> Option<String> {
        let top = root.children.iter().find(|s| s.level == 1);
        let sole = top.filter(|_| self.language.is_eastern() && !self.layout.has_chapters());
        let title = sole?.heading.plain();
        let title = title.trim();
        let capital = |w: &str| w.starts_with(|c: char| c.is_ascii_uppercase());
        let name = title.is_ascii()
            && title.split(' ').all(capital)
            && (1..=4).contains(&words::count(title))
            && !homes::gathers_many(title)
            && !homes::is_no_place(homes::own_word(title));
        (name && self.is_named(title)).then(|| title.to_owned())
    }

    fn is_named(&self, thing: &str) -> bool {
        self.reading.mentions.exceed(homes::own_word(thing), NAMED)
    }
}

/// `Basalt Quay` of `Basalt Quay – Ropes and winches`.
pub(in crate::generator) fn before_subtitle(title: &str) -> &str {
    let split = [": ", " - ", " – ", " — "]
        .iter()
        .find_map(|d| title.split_once(d));
    split.map_or(title, |(head, _)| head)
}

/// A title without its number and the signs before it.
fn unmarked(title: &str) -> &str {
    enumerator::unnumbered(sentence::strip_symbols(title.trim()))
}

/// A part of a title without its number and the words that speak of the notes.
pub(in crate::generator) fn bare(part: &str) -> String {
    static NOTES: Listed = Listed::new(
        "study guide notes overview introduction intro cheatsheet cheat sheet revision card summary \
        deep dive basics explained faq faqs guide reference review complete detailed quick",
    );
    let part = part.trim_matches(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = enumerator::unnumbered(part).split_whitespace().collect();
    let about = |w: &&str| !NOTES.has(&w.to_lowercase());
    let end = words.iter().rposition(about).map_or(0, |i| i + 1);
    words[..end].join(" ")
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::fronts;

    #[test]
    fn a_title_that_isn_t_translated_is_the_thing_of_its_page() {
        let page = |title: &str| {
            let told = "TideHub は船を係留する。".repeat(5);
            fronts(&format!(
                "# {title}\n\n{told}\n\n## コア概念\n\n| 概念 | 説明 |\n|---|---|\n\
                | **ロープ張り** | 桟橋に係留された船の数を調整する |\n"
            ))
        };
        let asked = "ロープ張り (TideHub) とは何ですか？";
        assert!(page("TideHub").contains(&asked.to_owned()));
        assert!(!page("TideHub のメモ").contains(&asked.to_owned()));
        // What the page never speaks of is only called so.
        assert!(!page("Basalt").iter().any(|f| f.contains("Basalt")));
    }

    #[test]
    fn a_title_tells_what_a_page_is_about() {
        let page = |title: &str| {
            let told = "With help of Rekvell a port sees its boats. Ask for the count of masts, \
                and Rekvell answers. ";
            format!(
                "# {title}\n\n{}\n\n## Critical terms\n\n\
                - Cleat: a piece of iron that a rope is wound around\n\
                - Warp: a long rope by which a boat is pulled along a pier\n",
                told.repeat(6)
            )
        };
        for title in [
            "Basalt Rekvell - Pier Study Guide",
            "📷 Rekvell Deep Dive",
            "1. What is Rekvell?",
            "Introduction to Basalt Rekvell",
        ] {
            let found = fronts(&page(title));
            let placed = |f: &String| f.starts_with("In ") && f.contains("Rekvell, what is Cleat");
            assert!(found.iter().any(placed), "{title}: {found:?}");
        }
        // Without a title the one heading that asks what a thing is may be it.
        let asking = |heading: &str| {
            let page = page("x").replacen("# x\n", &format!("## {heading}\n"), 1);
            let found = fronts(&format!("{page}\n## KaiDB\n\nIt calls boats.\n"));
            found.iter().any(|f| f.contains("Rekvell, what is Cleat"))
        };
        assert!(asking("What is Rekvell?") && !asking("Rekvell"));
        // The prose writes `port` small.
        let found = fronts(&page("Pier Port"));
        assert!(!found.iter().any(|f| f.starts_with("In Pier")), "{found:?}");
        let found = fronts(&page("What I Saw at Sea"));
        assert!(!found.iter().any(|f| f.contains("Rekvell")), "{found:?}");
    }
}
