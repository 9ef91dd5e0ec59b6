//! Saved HTML → outline, and what is worth reading in the HTML inside Markdown.
//!
//! A modest reader: the tags that carry structure, whatever their nesting;
//! scripts, navigation, captions and embedded posts are left out.

use super::markdown::Lines;
use super::outline::{Attributes, Block, Builder, Document, MAX_DEPTH, Open, Place};

/// A piece of markup.
enum Piece<'a> {
    Text(&'a str),
    Tag(&'a str),
}

/// Elements whose content is not for a reader.
const UNREAD: [&str; 16] = [
    "script",
    "style",
    "nav",
    "header",
    "footer",
    "aside",
    "figure",
    "figcaption",
    "form",
    "button",
    "noscript",
    "svg",
    "iframe",
    "head",
    "template",
    "select",
];

/// Elements that never have content.
const VOID: [&str; 10] = [
    "br", "img", "hr", "meta", "link", "input", "wbr", "source", "area", "col",
];

/// Whether a file is HTML: by its name, or by how it begins.
pub(super) fn is_html(path: &str, text: &str) -> bool {
    let name = path.to_ascii_lowercase();
    let head: String = text.trim_start().chars().take(15).collect();
    let head = head.to_ascii_lowercase();
    name.ends_with(".html")
        || name.ends_with(".htm")
        || head.starts_with("<!doctype html")
        || head.starts_with("<html")
}

/// Reads a saved page.
pub(super) fn read(source: &str) -> Document {
    let lines = Lines::of(source);
    let mut document = Document::default();
    let mut reader = Reader::new(Builder::new());
    let mut at = 0;
    for piece in pieces(source) {
        let length = match piece {
            Piece::Text(t) | Piece::Tag(t) => t.len(),
        };
        let place = Place {
            line: lines.line(at),
            bytes: at..at + length,
        };
        at += length;
        reader.piece(&piece, &place);
    }
    if let Some(title) = reader.title.take() {
        document.front.push(("title".into(), title));
    }
    document.blocks = reader.builder.finish();
    document
}

/// Reads an HTML block inside Markdown: tables and lists are kept, all else is
/// decoration.
pub(super) fn fragment(markup: &str, place: &Place, builder: &mut Builder) {
    let mut reader = Reader::new(Builder::new());
    for piece in pieces(markup) {
        reader.piece(&piece, place);
    }
    let mut left_out = false;
    for block in reader.builder.finish() {
        match block {
            Block::Table(..) | Block::List(..) | Block::Definitions(..) => builder.leaf(block),
            Block::Paragraph(rich, _) if rich.is_blank() => {}
            _ => left_out = true,
        }
    }
    if left_out {
        builder.leaf(Block::Markup(place.clone()));
    }
}

/// The name of a tag such as `</b>`, in lower case, and whether it closes.
pub(super) fn tag_name(tag: &str) -> (String, bool) {
    let inner = tag.trim_start_matches('<').trim_start();
    let closing = inner.starts_with('/');
    let name = inner
        .trim_start_matches('/')
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .take(12)
        .collect::<String>();
    (name.to_ascii_lowercase(), closing)
}

/// Splits markup into tags and the text between them; comments are tags. The
/// pieces cover the source without gaps.
fn pieces(source: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = source;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let is_tag = rest.starts_with('<')
            && rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
        let end = if rest.starts_with("<!--") {
            rest.find("-->").map_or(rest.len(), |i| i + 3)
        } else if is_tag {
            rest.find('>').map_or(rest.len(), |i| i + 1)
        } else {
            let first = rest.chars().next().map_or(0, char::len_utf8);
            rest[first..].find('<').map_or(rest.len(), |i| i + first)
        };
        let (piece, left) = rest.split_at(end);
        rest = left;
        Some(if is_tag {
            Piece::Tag(piece)
        } else {
            Piece::Text(piece)
        })
    })
}

struct Reader {
    builder: Builder,
    /// Open structural elements with the builder depth before each.
    open: Vec<(String, usize)>,
    /// Inside an element that is not read: its name and nesting.
    unread: Option<(String, usize)>,
    in_title: bool,
    title: Option<String>,
}

impl Reader {
    fn new(builder: Builder) -> Self {
        Self {
            builder,
            open: Vec::new(),
            unread: None,
            in_title: false,
            title: None,
        }
    }

    fn piece(&mut self, piece: &Piece<'_>, place: &Place) {
        match piece {
            Piece::Text(text) => self.text(text),
            Piece::Tag(tag) => self.tag(tag, place),
        }
    }

    fn text(&mut self, raw: &str) {
        let text = entities(raw).replace(['\n', '\r'], " ");
        if self.in_title && self.title.is_none() && !text.trim().is_empty() {
            self.title = Some(text.trim().to_owned());
        } else if self.unread.is_none() {
            self.builder.text(&text);
        }
    }

    fn tag(&mut self, tag: &str, place: &Place) {
        let (name, closing) = tag_name(tag);
        if name == "title" {
            self.in_title = !closing;
            return;
        }
        if let Some((unread, depth)) = self.unread.as_mut() {
            if *unread == name && closing {
                *depth -= 1;
                if *depth == 0 {
                    self.unread = None;
                }
            } else if *unread == name && !tag.ends_with("/>") {
                *depth += 1;
            }
            return;
        }
        let embedded = name == "blockquote" && tag.contains("twitter");
        if !closing
            && !tag.ends_with("/>")
            && (UNREAD.contains(&name.as_str()) || embedded || hidden(tag))
            && !VOID.contains(&name.as_str())
        {
            self.unread = Some((name, 1));
            return;
        }
        match name.as_str() {
            "b" | "strong" => self.builder.style.strong = !closing,
            "i" | "em" => self.builder.style.emphasis = !closing,
            "code" | "kbd" => self.builder.style.code = !closing,
            "a" => self.builder.style.link = !closing,
            "br" => self.builder.text("\n"),
            "img" => self.builder.image(),
            "pre" if !closing => {
                self.unread = Some((name, 1));
                self.builder.leaf(Block::Code(place.clone()));
            }
            _ if closing => self.close(&name),
            _ => self.open(&name, place),
        }
    }

    fn open(&mut self, name: &str, place: &Place) {
        let kind = match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.as_bytes()[1] - b'0';
                Open::Heading(level, Attributes::default())
            }
            "p" | "summary" => Open::Paragraph,
            "ul" | "ol" => Open::List,
            "li" => Open::Item,
            "table" => Open::Table,
            "tr" => Open::Row,
            "td" | "th" => Open::Cell,
            "dl" => Open::Definitions,
            "dt" => Open::Term,
            "dd" => Open::Definition,
            "blockquote" => Open::Quote,
            _ => return,
        };
        // `<li>`, `<p>`, `<td>` and their like may be left unclosed.
        match name {
            "li" => self.close_up_to("li", &["ul", "ol"]),
            "tr" => self.close_up_to("tr", &["table"]),
            "td" | "th" => self.close_up_to("td", &["tr", "table"]),
            "dt" | "dd" => self.close_up_to("dd", &["dl"]),
            "p" | "ul" | "ol" | "table" | "dl" | "h1" | "h2" | "h3" | "h4" => {
                self.close_up_to("p", &["li", "td", "dd", "blockquote"]);
            }
            _ => {}
        }
        if self.open.len() > 4 * MAX_DEPTH {
            return;
        }
        let key = match name {
            "th" => "td",
            "dt" => "dd",
            name => name,
        };
        self.open.push((key.to_owned(), self.builder.depth()));
        self.builder.open(kind, place.clone());
    }

    fn close(&mut self, name: &str) {
        let key = match name {
            "th" => "td",
            "dt" => "dd",
            name => name,
        };
        if let Some(at) = self.open.iter().rposition(|(n, _)| n == key) {
            self.close_to(at);
        }
    }

    /// Closes an element left open, unless one of the walls stands between.
    fn close_up_to(&mut self, name: &str, walls: &[&str]) {
        for at in (0..self.open.len()).rev() {
            let open = self.open[at].0.as_str();
            if open == name {
                self.close_to(at);
                return;
            }
            if walls.contains(&open) {
                return;
            }
        }
    }

    fn close_to(&mut self, at: usize) {
        while self.open.len() > at {
            if let Some((_, depth)) = self.open.pop() {
                while self.builder.depth() > depth {
                    self.builder.close();
                }
            }
        }
    }
}

fn hidden(tag: &str) -> bool {
    let tag = tag.to_ascii_lowercase();
    [
        "role=\"navigation\"",
        "class=\"toc",
        "id=\"toc",
        "aria-hidden=\"true\"",
        " hidden>",
    ]
    .iter()
    .any(|mark| tag.contains(mark))
}

/// Decodes the entities that occur in prose.
fn entities(raw: &str) -> String {
    if !raw.contains('&') {
        return raw.to_owned();
    }
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(12).position(|b| b == b';');
        match end.and_then(|e| entity(&rest[1..e]).map(|c| (c, e))) {
            Some((c, e)) => {
                out.push(c);
                rest = &rest[e + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" | "rsquo" => '\u{2019}',
        "lsquo" => '\u{2018}',
        "ldquo" => '\u{201c}',
        "rdquo" => '\u{201d}',
        "nbsp" => ' ',
        "ndash" => '\u{2013}',
        "mdash" => '\u{2014}',
        "hellip" => '\u{2026}',
        "rarr" => '\u{2192}',
        "larr" => '\u{2190}',
        "rArr" => '\u{21d2}',
        "times" => '\u{d7}',
        "middot" => '\u{b7}',
        "bull" => '\u{2022}',
        "copy" => '\u{a9}',
        "eacute" => '\u{e9}',
        "auml" => '\u{e4}',
        "ouml" => '\u{f6}',
        "uuml" => '\u{fc}',
        "szlig" => '\u{df}',
        _ => return None,
    })
}
