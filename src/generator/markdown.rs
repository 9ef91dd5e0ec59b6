//! Markdown → outline, through pulldown-cmark.

use super::callouts;
use super::folds;
use super::html;
use super::outline::{Attributes, Block, Builder, Document, Open, Place};
use super::slipped::slipped;
use super::unmarked::unmarked;
use super::wraps;
use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag};
use std::ops::Range;

/// A block quote or list marker repeated more often than this in one line is
/// not writing; such a file is read as plain text.
const MAX_MARKERS: usize = 200;
/// Indented "code" that is prose is parsed again at most so often.
const MAX_REPARSE: usize = 2;

/// Byte offsets of line starts, to say where something stands.
pub(super) struct Lines(Vec<usize>);

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(text.match_indices('\n').map(|(i, _)| i + 1));
        Self(starts)
    }

    /// The line of an offset, from 1.
    pub(super) fn line(&self, offset: usize) -> u32 {
        u32::try_from(self.0.partition_point(|s| *s <= offset)).unwrap_or(u32::MAX)
    }

    /// Line and column of an offset, both from 1, the column in characters.
    pub(super) fn column(&self, text: &str, offset: usize) -> (u32, u32) {
        let line = self.line(offset);
        let start = self.0.get(line as usize - 1).copied().unwrap_or(0);
        let column = text
            .get(start..offset)
            .map_or(1, |before| before.chars().count() + 1);
        (line, u32::try_from(column).unwrap_or(u32::MAX))
    }
}

/// Reads Markdown.
pub(super) fn read(source: &str) -> Document {
    let source = &*folds::unfolded(callouts::unfolded(unmarked(source)));
    let lines = Lines::of(source);
    let mut document = Document::default();
    if hostile(source) {
        document.blocks = plain_text(source);
        return document;
    }
    let mut reader = Reader {
        builder: Builder::new(),
        source,
        lines: &lines,
        base: 0,
        reparse: 0,
        front: Vec::new(),
    };
    reader.run(source);
    document.front = reader.front;
    document.blocks = slipped(reader.builder.finish(), source);
    document
}

/// Whether the file nests so deep that no person wrote it.
fn hostile(source: &str) -> bool {
    source.lines().any(|line| {
        let head = line.trim_start();
        let markers = head
            .bytes()
            .take_while(|b| matches!(b, b'>' | b'-' | b'*' | b'+' | b' ' | b'\t'));
        let quotes = markers.filter(|b| *b != b' ' && *b != b'\t').count();
        let rule = head.trim_end().bytes().all(|b| b == b'-' || b == b'*');
        (quotes > MAX_MARKERS && !rule)
            || line.bytes().filter(|b| *b == b'[').count() > 20_000
            || line.bytes().filter(|b| *b == b'|').count() > 20_000
    })
}

/// One paragraph a line: what is left when Markdown can't be trusted.
fn plain_text(source: &str) -> Vec<Block> {
    let mut builder = Builder::new();
    let mut offset = 0;
    for (i, line) in source.split_inclusive('\n').enumerate() {
        let place = Place {
            line: u32::try_from(i + 1).unwrap_or(u32::MAX),
            bytes: offset..offset + line.len(),
        };
        offset += line.len();
        let text = line.trim_matches(|c: char| c.is_whitespace() || ">-*+#|[]".contains(c));
        if !text.is_empty() && text.len() < 2_000 {
            builder.open(Open::Paragraph, place);
            builder.text(text);
            builder.close();
        }
    }
    builder.finish()
}

struct Reader<'a> {
    builder: Builder,
    source: &'a str,
    lines: &'a Lines,
    /// Where the text being parsed stands in the source.
    base: usize,
    reparse: usize,
    front: Vec<(String, String)>,
}

impl Reader<'_> {
    fn place(&self, range: &Range<usize>) -> Place {
        let at = |i: usize| (self.base + i).min(self.source.len());
        Place {
            line: self.lines.line(at(range.start)),
            bytes: at(range.start)..at(range.end),
        }
    }

    fn run(&mut self, text: &str) {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_HEADING_ATTRIBUTES
            | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
            | Options::ENABLE_GFM
            | Options::ENABLE_WIKILINKS
            | Options::ENABLE_DEFINITION_LIST;
        let mut images = 0usize;
        let mut metadata: Option<String> = None;
        let mut markup = String::new();
        let mut in_markup = false;
        let mut code: Option<(String, bool)> = None;
        for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
            match event {
                Event::Start(Tag::Image { .. }) => {
                    images += 1;
                    self.builder.image();
                }
                Event::End(pulldown_cmark::TagEnd::Image) => images = images.saturating_sub(1),
                _ if images > 0 => {}
                Event::Start(Tag::MetadataBlock(_)) => metadata = Some(String::new()),
                Event::End(pulldown_cmark::TagEnd::MetadataBlock(_)) => {
                    self.front = front_matter(&metadata.take().unwrap_or_default());
                }
                Event::Text(t) if metadata.is_some() => {
                    if let Some(m) = metadata.as_mut() {
                        m.push_str(&t);
                    }
                }
                Event::Start(Tag::CodeBlock(kind)) => {
                    code = Some((String::new(), kind == CodeBlockKind::Indented));
                }
                Event::Text(t) if code.is_some() => {
                    if let Some((text, _)) = code.as_mut() {
                        text.push_str(&t);
                    }
                }
                Event::End(pulldown_cmark::TagEnd::CodeBlock) => {
                    let (text, indented) = code.take().unwrap_or_default();
                    self.code(&text, indented, &range);
                }
                Event::Start(Tag::HtmlBlock) => {
                    markup.clear();
                    in_markup = true;
                }
                Event::Html(t) if in_markup => markup.push_str(&t),
                Event::End(pulldown_cmark::TagEnd::HtmlBlock) => {
                    in_markup = false;
                    let place = self.place(&range);
                    html::fragment(&markup, &place, &mut self.builder);
                }
                Event::Start(tag) => self.start(tag, &range),
                Event::End(end) => self.end(end),
                Event::Text(t) => self.builder.text(&t),
                Event::Code(t) => {
                    self.builder.style.code = true;
                    self.builder.text(&t);
                    self.builder.style.code = false;
                }
                Event::InlineHtml(t) | Event::Html(t) => self.inline_html(&t),
                Event::SoftBreak => {
                    let after = text.as_bytes().get(range.end);
                    let tabbed = text[..range.end].ends_with('\t') || after == Some(&b'\t');
                    let broken = tabbed || wraps::breaks(text, &range);
                    let joint = match broken {
                        true => "\n",
                        false if wraps::goes_on(text, &range) => "",
                        false => " ",
                    };
                    self.builder.text(joint);
                }
                Event::HardBreak => {
                    // Two blanks too many in the midst of a sentence.
                    let cut = wraps::cuts(text, &range);
                    self.builder.text(if cut { " " } else { "\n" });
                }
                Event::TaskListMarker(ticked) => self.builder.task(ticked),
                Event::FootnoteReference(_)
                | Event::Rule
                | Event::InlineMath(_)
                | Event::DisplayMath(_) => {}
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        let place = self.place(range);
        let open = match tag {
            Tag::Paragraph => Open::Paragraph,
            Tag::Heading {
                level, id, attrs, ..
            } => Open::Heading(
                level as u8,
                Attributes {
                    id: id.map(|i| i.to_string()),
                    pairs: attrs
                        .into_iter()
                        .map(|(k, v)| (k.to_string(), v.map(|v| v.to_string()).unwrap_or_default()))
                        .collect(),
                },
            ),
            Tag::BlockQuote(_) => Open::Quote,
            Tag::List(_) => Open::List,
            Tag::Item => Open::Item,
            Tag::Table(_) => Open::Table,
            Tag::TableHead | Tag::TableRow => Open::Row,
            Tag::TableCell => Open::Cell,
            Tag::DefinitionList => Open::Definitions,
            Tag::DefinitionListTitle => Open::Term,
            Tag::DefinitionListDefinition => Open::Definition,
            Tag::FootnoteDefinition(_) => Open::Ignored,
            Tag::Strong => {
                self.builder.style.strong = true;
                return;
            }
            Tag::Emphasis => {
                self.builder.style.emphasis = true;
                return;
            }
            // `[[TideLock]]` names a note of one's own, and leads nowhere.
            Tag::Link { link_type, .. } => {
                self.builder.style.link = !matches!(link_type, LinkType::WikiLink { .. });
                return;
            }
            _ => return,
        };
        self.builder.open(open, place);
    }

    fn end(&mut self, end: pulldown_cmark::TagEnd) {
        use pulldown_cmark::TagEnd as End;
        match end {
            End::Strong => self.builder.style.strong = false,
            End::Emphasis => self.builder.style.emphasis = false,
            End::Link => self.builder.style.link = false,
            End::Strikethrough
            | End::Superscript
            | End::Subscript
            | End::Image
            | End::HtmlBlock
            | End::CodeBlock
            | End::MetadataBlock(_) => {}
            _ => self.builder.close(),
        }
    }

    fn inline_html(&mut self, tag: &str) {
        match html::tag_name(tag) {
            (name, false) if name == "br" => self.builder.text("\n"),
            (name, closing) if name == "b" || name == "strong" => {
                self.builder.style.strong = !closing;
            }
            (name, closing) if name == "i" || name == "em" => {
                self.builder.style.emphasis = !closing;
            }
            // A list in a table's cell.
            (name, _) if matches!(name.as_str(), "li" | "p" | "ul" | "ol" | "div") => {
                self.builder.text("\n");
            }
            (name, false) if name == "img" => self.builder.image(),
            _ => {}
        }
    }

    /// Notes indented by tabs look like code to Markdown; what reads like
    /// prose is parsed as prose.
    fn code(&mut self, text: &str, indented: bool, range: &Range<usize>) {
        let place = self.place(range);
        let above = self.source[..place.bytes.start.min(self.source.len())].trim_end();
        let above = above.rsplit('\n').next().unwrap_or("");
        let listed = above.starts_with('#') && starts_list(text);
        if !indented || self.reparse >= MAX_REPARSE || !(listed || reads_like_prose(text)) {
            self.builder.leaf(Block::Code(place));
            return;
        }
        let dedented = dedent(text);
        let mut reader = Reader {
            builder: Builder::new(),
            source: self.source,
            lines: self.lines,
            base: place.bytes.start,
            reparse: self.reparse + 1,
            front: Vec::new(),
        };
        reader.run(&dedented);
        for block in reader.builder.finish() {
            self.builder.leaf(block);
        }
    }
}

/// Indented lines as a list, one item a line, nested by their indentation.
fn dedent(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for line in text.lines() {
        let body = line.trim_start();
        if body.is_empty() {
            continue;
        }
        let width: usize = line[..line.len() - body.len()]
            .chars()
            .map(|c| if c == '\t' { 4 } else { 1 })
            .sum();
        out.push_str(&" ".repeat((width / 4).min(8) * 2));
        if !body.starts_with(['-', '*', '+', '#', '|', '>']) {
            out.push_str("- ");
        }
        out.push_str(body);
        out.push('\n');
    }
    out
}

/// Whether indented lines right below a heading are a list: every line of the
/// first level is marked as an item.
fn starts_list(text: &str) -> bool {
    let marked = |l: &str| {
        let number = l.bytes().take_while(u8::is_ascii_digit).count();
        l.starts_with("- ") || l.starts_with("* ") || number > 0 && l[number..].starts_with(". ")
    };
    let mut first = text
        .lines()
        .filter(|l| !l.trim().is_empty() && !l.starts_with([' ', '\t']));
    first.next().is_some_and(marked) && first.all(marked)
}

fn reads_like_prose(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().filter(|l| !l.trim().is_empty()).collect();
    let codelike = |l: &str| l.contains(['{', '}', ';', '=', '$', '\\', '<']) || l.contains("::");
    let worded = |l: &str| {
        let words = l.split_whitespace().filter(|w| {
            let letters = w.chars().filter(|c| c.is_alphabetic()).count();
            letters * 3 >= w.chars().count() * 2
        });
        words.count()
    };
    let prose = |l: &&&str| {
        let words = worded(l);
        // A call has few words beside its brackets.
        words >= 3 && !codelike(l) && (words > 5 || !l.contains('('))
    };
    // `- Ropes` below `Sold are:` is neither.
    let item = |l: &&&str| l.trim().starts_with("- ") && worded(l) > 0 && !codelike(l);
    let told = lines.iter().filter(prose).count();
    let items = lines.iter().filter(|l| item(l) && !prose(l)).count();
    told > 0 && told * 4 >= (lines.len() - items) * 3
}

fn front_matter(text: &str) -> Vec<(String, String)> {
    text.lines()
        .filter(|l| !l.starts_with([' ', '\t', '-', '#']))
        .filter_map(|l| l.split_once(':'))
        .map(|(k, v)| {
            let v = v.trim();
            let bare = |q: char| v.strip_prefix(q).and_then(|v| v.strip_suffix(q));
            let v = bare('"').or_else(|| bare('\'')).unwrap_or(v);
            (k.trim().to_owned(), v.to_owned())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::shows;

    #[test]
    fn indented_lines_may_be_prose_with_a_list() {
        let page = |line: &str| {
            format!(
                "# Ports\n\n## RopeNet\n\n    Service that moors the boats of a port at night (and by day)\n    {line}\n\
                \x20   - Old ropes\n    - Hemp\n    - Wire\n    - Chains\n    - Rags\n"
            )
        };
        assert!(shows(&page("Sold are these:"), "What is RopeNet?"));
        assert!(!shows(&page("moor(boat); sell(rope);"), "What is RopeNet?"));
    }
}
