//! Inline Markdown → lines of a given width.
//!
//! Decks are written by people and programs: what the parser makes of a text
//! is sanitised once more after parsing (`&#27;` is an escape code), whatever
//! isn't prose (HTML, images) stays readable as text, and nothing is ever
//! wider than the column.

use super::markdown_table::Table;
use super::theme::Theme;
use super::wrap::{Run, width_of, wrap};
use crate::domain::Text;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

/// Renders a text to lines at most `width` cells wide.
pub fn render(text: &Text, width: usize, theme: &Theme) -> Vec<Line<'static>> {
    render_in(text, width, theme, theme.text)
}

/// The same with another style for prose.
pub fn render_in(text: &Text, width: usize, theme: &Theme, base: Style) -> Vec<Line<'static>> {
    let mut page = Page {
        theme,
        width: width.max(1),
        base,
        out: Vec::new(),
        runs: Vec::new(),
        styles: Vec::new(),
        indents: Vec::new(),
        lists: Vec::new(),
        loose: false,
        code: None,
        table: None,
    };
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    for event in Parser::new_ext(text.as_str(), options) {
        page.take(event);
    }
    page.flush();
    page.out
}

/// What stands left of a block: once, then on every further line of it.
struct Indent {
    first: Option<Span<'static>>,
    rest: Span<'static>,
}

struct Page<'a> {
    theme: &'a Theme,
    width: usize,
    base: Style,
    out: Vec<Line<'static>>,
    runs: Vec<Run>,
    styles: Vec<Style>,
    indents: Vec<Indent>,
    lists: Vec<Option<u64>>,
    /// A blank line belongs before the next block.
    loose: bool,
    code: Option<String>,
    table: Option<Table>,
}

impl Page<'_> {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(t) => match &mut self.code {
                Some(code) => code.push_str(&t),
                None => self.say(&t, Style::new()),
            },
            Event::Code(t) => self.say(&t, self.theme.code),
            Event::InlineHtml(t) | Event::Html(t) => {
                let tag = t.trim().to_ascii_lowercase();
                if matches!(tag.as_str(), "<br>" | "<br/>" | "<br />") {
                    self.break_line();
                } else {
                    self.say(t.trim_end_matches('\n'), Style::new());
                }
            }
            Event::SoftBreak => self.say(" ", Style::new()),
            Event::HardBreak => self.break_line(),
            Event::Rule => {
                self.block();
                let line = "─".repeat(self.room().min(12));
                self.push(Line::from(Span::styled(line, self.theme.dim)));
                self.loose = true;
            }
            Event::TaskListMarker(done) => {
                self.say(if done { "[x] " } else { "[ ] " }, Style::new());
            }
            Event::InlineMath(t) | Event::DisplayMath(t) => self.say(&t, self.theme.code),
            Event::FootnoteReference(t) => self.say(&t, Style::new()),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => self.block(),
            Tag::Heading { .. } => {
                self.block();
                self.emphasise(Modifier::BOLD);
            }
            Tag::Strong => self.emphasise(Modifier::BOLD),
            Tag::Emphasis => self.emphasise(Modifier::ITALIC),
            Tag::Strikethrough => self.emphasise(Modifier::CROSSED_OUT),
            Tag::BlockQuote(_) => {
                self.block();
                self.indent("│ ", "│ ");
            }
            Tag::CodeBlock(kind) => {
                self.block();
                // The language's name says nothing that the code doesn't.
                let (CodeBlockKind::Indented | CodeBlockKind::Fenced(_)) = kind;
                self.code = Some(String::new());
            }
            Tag::List(first) => {
                self.flush();
                if self.lists.is_empty() {
                    self.blank();
                }
                self.loose = false;
                self.lists.push(first);
            }
            Tag::Item => self.item(),
            Tag::Table(alignments) => {
                self.block();
                self.table = Some(Table::new(alignments));
            }
            Tag::TableRow | Tag::TableHead => {
                if let Some(table) = &mut self.table {
                    table.row();
                }
            }
            Tag::HtmlBlock => self.block(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => {
                self.flush();
                self.loose = true;
            }
            TagEnd::Heading(_) => {
                self.flush();
                self.styles.pop();
                self.loose = false;
            }
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough => {
                self.styles.pop();
            }
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.indents.pop();
                self.loose = true;
            }
            TagEnd::CodeBlock => {
                let code = self.code.take().unwrap_or_default();
                self.code_block(&code);
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
                self.loose = self.lists.is_empty();
            }
            TagEnd::Item => {
                self.flush();
                // An item without words still shows its sign.
                if self.indents.last().is_some_and(|i| i.first.is_some()) {
                    self.push(Line::default());
                }
                self.indents.pop();
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.runs);
                if let Some(table) = &mut self.table {
                    table.cell(cell);
                }
            }
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    for line in table.lines(self.room(), self.theme) {
                        self.push(line);
                    }
                }
                self.loose = true;
            }
            _ => {}
        }
    }

    /// Text in the styles that are open, sanitised after parsing.
    fn say(&mut self, raw: &str, style: Style) {
        let clean = Text::new(raw);
        let open = self.styles.iter().fold(self.base, |s, add| s.patch(*add));
        self.runs.push(Run::new(clean.as_str(), open.patch(style)));
    }

    fn emphasise(&mut self, modifier: Modifier) {
        self.styles.push(Style::new().add_modifier(modifier));
    }

    fn break_line(&mut self) {
        // Inside a table a break would tear the row.
        let text = if self.table.is_some() { " " } else { "\n" };
        self.runs.push(Run::new(text, self.base));
    }

    /// Begins a block: what came before is done, a blank line apart.
    fn block(&mut self) {
        self.flush();
        self.blank();
    }

    fn blank(&mut self) {
        if self.loose && !self.out.is_empty() {
            let bars = self.indents.iter().map(|i| i.rest.clone());
            self.out.push(Line::from(bars.collect::<Vec<_>>()));
        }
        self.loose = false;
    }

    fn item(&mut self) {
        self.flush();
        self.loose = false;
        let sign = match self.lists.last_mut() {
            Some(Some(number)) => {
                let sign = format!("{number}. ");
                *number = number.saturating_add(1);
                sign
            }
            _ => "• ".to_owned(),
        };
        let rest = " ".repeat(width_of(&sign));
        self.indent(&sign, &rest);
    }

    /// Indents what follows, as long as half of the width stays for text.
    fn indent(&mut self, first: &str, rest: &str) {
        let taken: usize = self.indents.iter().map(|i| i.rest.width()).sum();
        let fits = (taken + width_of(rest)) * 2 <= self.width;
        let span = |s: &str| {
            Span::styled(
                if fits { s.to_owned() } else { String::new() },
                self.theme.dim,
            )
        };
        let indent = Indent {
            first: Some(span(first)),
            rest: span(rest),
        };
        self.indents.push(indent);
    }

    /// Cells left for text beside the indents.
    fn room(&self) -> usize {
        let taken: usize = self.indents.iter().map(|i| i.rest.width()).sum();
        self.width.saturating_sub(taken).max(1)
    }

    fn flush(&mut self) {
        if self.table.is_some() || self.runs.is_empty() {
            return;
        }
        let runs = std::mem::take(&mut self.runs);
        if runs.iter().all(|r| r.text.trim().is_empty()) {
            return;
        }
        for line in wrap(&runs, self.room()) {
            self.push(line);
        }
    }

    fn code_block(&mut self, code: &str) {
        let clean = Text::new(code);
        let style = self.base.patch(self.theme.code);
        self.indent("  ", "  ");
        for line in clean.as_str().trim_end_matches('\n').split('\n') {
            for part in wrap(&[Run::new(line, style)], self.room()) {
                self.push(part);
            }
        }
        self.indents.pop();
        self.loose = true;
    }

    fn push(&mut self, line: Line<'static>) {
        let mut spans: Vec<Span<'static>> = Vec::new();
        for indent in &mut self.indents {
            spans.push(indent.first.take().unwrap_or_else(|| indent.rest.clone()));
        }
        spans.extend(line.spans);
        self.out.push(Line::from(spans));
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(markdown: &str, width: usize) -> String {
        let lines = render(&Text::new(markdown), width, &Theme::plain());
        let lines: Vec<String> = lines.iter().map(Line::to_string).collect();
        lines.join("\n")
    }

    #[test]
    fn emphasis_and_code_keep_their_words_and_lose_their_signs() {
        let lines = render(
            &Text::new("Use **Pipe** mode with `S3DataType`, *not* File."),
            60,
            &Theme::plain(),
        );
        assert_eq!(lines.len(), 1);
        assert_eq!(
            lines[0].to_string(),
            "Use Pipe mode with S3DataType, not File."
        );
        let bold = lines[0].spans.iter().find(|s| s.content == "Pipe").unwrap();
        assert!(bold.style.add_modifier.contains(Modifier::BOLD));
        let italic = lines[0].spans.iter().find(|s| s.content == "not").unwrap();
        assert!(italic.style.add_modifier.contains(Modifier::ITALIC));
    }

    #[test]
    fn lists_hang_and_nest() {
        insta::assert_snapshot!(shown(
            "Steps:\n\n1. read the data from the bucket\n2. train\n   - on spot\n   - with checkpoints\n\nDone.",
            20
        ), @r"
        Steps:

        1. read the data
           from the bucket
        2. train
           • on spot
           • with
             checkpoints

        Done.
        ");
    }

    #[test]
    fn code_blocks_keep_their_spaces() {
        insta::assert_snapshot!(shown("Run:\n\n```python\nfor x in y:\n    fit(x)\n```\n\nthen wait", 30), @r"
        Run:

          for x in y:
              fit(x)

        then wait
        ");
    }

    #[test]
    fn links_show_their_text_and_placeholders_stay() {
        assert_eq!(
            shown(
                "See [the guide](https://x.y) at s3://<bucket>/key<br>now",
                60
            ),
            "See the guide at s3://<bucket>/key\nnow"
        );
        assert_eq!(shown("![a chart](c.png) shows it", 60), "a chart shows it");
    }

    #[test]
    fn quotes_and_rules() {
        assert_eq!(
            shown("> one\n> two\n\n---\n\nx", 30),
            "│ one two\n\n────────────\n\nx"
        );
    }

    #[test]
    fn entities_cannot_smuggle_control_characters() {
        let out = shown("a&#27;[31mb&#x202e;c `&#27;` d", 60);
        assert_eq!(out, "a␛[31mb\u{fffd}c &#27; d");
    }

    #[test]
    fn deep_nesting_stays_in_the_column() {
        let deep: String = (0..60)
            .map(|i| format!("{}- x{i}\n", "  ".repeat(i)))
            .collect();
        for line in render(&Text::new(&deep), 20, &Theme::plain()) {
            assert!(line.width() <= 20, "{line}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn any_text_renders_within_its_width(
            text in "[a-z*_`#>|~\\-\\[\\]()!&; 0-9日\n]{0,200}",
            width in 2usize..50,
        ) {
            for line in render(&Text::new(&text), width, &Theme::plain()) {
                prop_assert!(line.width() <= width, "{:?} in {}", line.to_string(), width);
                prop_assert!(!line.to_string().chars().any(char::is_control));
            }
        }
    }
}
