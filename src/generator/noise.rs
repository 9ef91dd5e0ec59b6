//! What stands in notes without being worth a card: captions, credits,
//! contents, references, invitations, the author's own story.

use super::account::Reason;
use super::outline::{Block, Item};
use super::rich::Rich;
use super::sentence;

/// Headings under which nothing is to be learned.
const APPARATUS: [&str; 78] = [
    "pre-requisites",
    "pre-requisite",
    "prerequisite",
    "bibliography",
    "references",
    "reference",
    "further reading",
    "resources",
    "links",
    "useful links",
    "contents",
    "table of contents",
    "toc",
    "index",
    "contact",
    "contacts",
    "about the author",
    "about me",
    "acknowledgements",
    "acknowledgments",
    "license",
    "licence",
    "changelog",
    "contributing",
    "contributors",
    "see also",
    "sources",
    "source",
    "credits",
    "support",
    "related",
    "related articles",
    "related posts",
    "comments",
    "share",
    "disclaimer",
    "prerequisites",
    "installation",
    "setup",
    "navigation",
    "table of content",
    "agenda",
    "to do",
    "todo",
    "study plan",
    "progress",
    "schedule",
    "practice questions",
    "practice exam",
    "practice exams",
    "sample questions",
    "quiz",
    "whitepapers",
    "white papers",
    "white paper",
    "videos",
    "courses",
    "learning objectives",
    "objectives",
    "course outline",
    "outline",
    "author",
    "thanks",
    "recommended reading",
    "additional resources",
    "external links",
    "footnotes",
    "notes and references",
    "next steps",
    "exam results",
    "目次",
    "参考",
    "参考文献",
    "参考資料",
    "参考リンク",
    "关于作者",
    "目录",
    "参考资料",
];

/// Beginnings of sentences that ask the reader to go elsewhere.
const INVITATIONS: [&str; 32] = [
    "if you are interested",
    "if you want to",
    "if you would like",
    "if you'd like",
    "for more information",
    "for more details",
    "for further",
    "for additional",
    "to learn more",
    "to find out more",
    "more information",
    "additional information",
    "you can find",
    "you can read",
    "read more",
    "learn more",
    "check out",
    "click",
    "follow me",
    "subscribe",
    "feel free",
    "thanks for",
    "thank you",
    "don't forget to",
    "stay tuned",
    "see this",
    "watch this",
    "next:",
    "previous:",
    "prev:",
    "up next",
    "next up",
];

/// Why a section's heading shows that nothing under it is to be learned.
pub(super) fn heading(text: &str) -> Option<Reason> {
    let t = super::enumerator::unnumbered(sentence::strip_symbols(text)).to_lowercase();
    let t = t.trim_end_matches([':', '.', ' ', '：']).trim();
    let begins = [
        "contact",
        "topics covered",
        "related topics",
        "useful ",
        "what you will learn",
        "skills ",
        "resources for",
        "further ",
        "repository structure",
        "project structure",
        "folder structure",
        "directory structure",
        "how to use this",
        "tomorrow",
        "privacy policy",
        "terms and conditions",
        "end of day",
        "study ",
        "practice ",
        "sample question",
        "mock ",
        "certification path",
        "analogy",
        "metaphor",
        "about this",
        "about the ",
        "how i ",
        "table of ",
    ]
    .iter()
    .any(|p| t.starts_with(p));
    match () {
        () if begins || APPARATUS.contains(&t) => Some(Reason::Apparatus),
        () if super::lesson::heading(t) => Some(Reason::Lesson),
        () => None,
    }
}

/// Whether a heading announces a list of contents.
pub(super) fn lists_contents(text: &str) -> bool {
    let t = super::enumerator::unnumbered(sentence::strip_symbols(text)).to_lowercase();
    matches!(
        t.trim_end_matches([':', '.', ' ', '：']),
        "contents"
            | "content"
            | "table of contents"
            | "table of content"
            | "toc"
            | "index"
            | "outline"
            | "目次"
            | "目录"
    )
}

/// Why a paragraph or an item is not worth reading for facts.
pub(super) fn paragraph(rich: &Rich) -> Option<Reason> {
    if rich.is_blank() {
        return Some(if rich.image {
            Reason::Image
        } else {
            Reason::Empty
        });
    }
    if rich.only_links() {
        return Some(Reason::Link);
    }
    let text = rich.plain();
    if text.contains("{{") || text.contains("${") || text.contains("]: ") || text.contains("](") {
        return Some(Reason::Markup);
    }
    let lower = text.to_lowercase();
    let caption = [
        "figure ",
        "fig. ",
        "fig ",
        "image ",
        "photo by",
        "photo credit",
        "image credit",
        "image source",
        "image by",
        "picture ",
        "source:",
        "table ",
        "listing ",
        "credit:",
        "screenshot",
    ];
    let numbered = |p: &str| {
        lower.strip_prefix(p).is_some_and(|r| {
            !p.ends_with(' ')
                || p.contains("by")
                || p.contains("credit")
                || p.contains("source")
                || r.starts_with(|c: char| c.is_ascii_digit())
        })
    };
    if caption.iter().any(|p| numbered(p)) || (rich.image && lower.contains("photo by")) {
        return Some(Reason::Caption);
    }
    let bare = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    if INVITATIONS.iter().any(|p| bare.starts_with(p)) {
        return Some(Reason::Invitation);
    }
    if bare.starts_with("http://") || bare.starts_with("https://") || bare.starts_with("www.") {
        return Some(Reason::Link);
    }
    // `[1] Someone, Something. Accessed at: …`
    if lower.starts_with('[')
        && lower
            .get(1..2)
            .is_some_and(|c| c.bytes().all(|b| b.is_ascii_digit()))
    {
        return Some(Reason::Apparatus);
    }
    if lower.contains("accessed at")
        || lower.contains("accessed on")
        || lower.contains("all rights reserved")
    {
        return Some(Reason::Apparatus);
    }
    None
}

/// Whether a sentence only sends the reader elsewhere.
pub(super) fn invites(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    INVITATIONS
        .iter()
        .any(|p| lower.trim_start().starts_with(p))
        || lower.contains("additional information is available")
        || lower.contains("is available below")
        || lower.contains("can be found here")
}

/// Whether a list is contents or links: most of its items are nothing else.
pub(super) fn link_list(items: &[Item]) -> bool {
    let mut all = 0;
    let mut links = 0;
    for item in items {
        if let Some(Block::Paragraph(rich, _)) = item.blocks.first() {
            all += 1;
            let words = rich.plain();
            let nests = item.blocks[1..]
                .iter()
                .any(|b| matches!(b, Block::List(items, _) if !link_list(items)));
            if !nests && (rich.only_links() || words.contains("://")) {
                links += 1;
            }
        }
    }
    all > 0 && links * 3 >= all * 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generator::rich::Style;

    fn rich(text: &str) -> Rich {
        let mut r = Rich::default();
        r.push(text, Style::default());
        r
    }

    #[test]
    fn noise_is_noticed() {
        for (text, reason) in [
            ("Figure 2: A demo (Image by Author).", Reason::Caption),
            ("Photo by Someone on Somewhere", Reason::Caption),
            (
                "If you are interested in learning more, look there.",
                Reason::Invitation,
            ),
            ("[1] A. Writer, A Book.", Reason::Apparatus),
            ("https://example.org/x", Reason::Link),
        ] {
            assert_eq!(paragraph(&rich(text)), Some(reason), "{text}");
        }
        assert_eq!(paragraph(&rich("Table storage keeps rows.")), None);
        assert_eq!(paragraph(&rich("Image recognition finds dogs.")), None);
        assert_eq!(heading("5. References:"), Some(Reason::Apparatus));
        assert_eq!(heading("🏭 Analogy: The Harbour"), Some(Reason::Apparatus));
        assert_eq!(heading("Amazon S3"), None);
    }
}
