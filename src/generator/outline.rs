//! A document as a tree: what stands where, whatever syntax it was written in.
//!
//! Markdown and saved HTML both end up here. Depth and width are capped, so
//! that a hostile file costs memory in proportion to its size and no walk over
//! the tree can overflow the stack.

use super::rich::{Rich, Style};
use super::titles;
use std::ops::Range;

/// Containers nested deeper than this are read as if they stood at this depth.
pub(super) const MAX_DEPTH: usize = 32;
/// Cells of a row beyond this are left out.
pub(super) const MAX_COLUMNS: usize = 64;

/// Where a block stands: its line (from 1) and its bytes in the source.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Place {
    pub(super) line: u32,
    pub(super) bytes: Range<usize>,
}

/// What `{#id key=value}` after a heading says.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Attributes {
    pub(super) id: Option<String>,
    pub(super) pairs: Vec<(String, String)>,
}

impl Attributes {
    /// What `key=` says.
    pub(super) fn value(&self, key: &str) -> Option<&str> {
        let pair = self.pairs.iter().find(|(k, _)| k == key);
        pair.map(|(_, v)| v.as_str())
    }
}

/// A list item.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Item {
    pub(super) place: Place,
    /// Whether its task box is ticked, if it has one.
    pub(super) task: Option<bool>,
    pub(super) blocks: Vec<Block>,
}

/// A table row.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Row {
    pub(super) place: Place,
    pub(super) cells: Vec<Rich>,
}

/// A block of a document.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Block {
    Heading(u8, Rich, Attributes, Place),
    Paragraph(Rich, Place),
    List(Vec<Item>, Place),
    /// The first row is the head; it may be empty.
    Table(Vec<Row>, Place),
    /// Terms, each with what defines it.
    Definitions(Vec<(Rich, Item)>, Place),
    Quote(Vec<Block>, Place),
    Code(Place),
    /// Markup that says nothing to a reader of cards.
    Markup(Place),
}

impl Block {
    pub(super) fn place(&self) -> &Place {
        match self {
            Block::Heading(_, _, _, p)
            | Block::Paragraph(_, p)
            | Block::List(_, p)
            | Block::Table(_, p)
            | Block::Definitions(_, p)
            | Block::Quote(_, p)
            | Block::Code(p)
            | Block::Markup(p) => p,
        }
    }
}

/// A heading and what stands under it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Section {
    pub(super) level: u8,
    pub(super) heading: Rich,
    pub(super) attributes: Attributes,
    pub(super) place: Place,
    pub(super) blocks: Vec<Block>,
    pub(super) children: Vec<Section>,
}

/// A whole document.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Document {
    /// `key: value` lines of the front matter.
    pub(super) front: Vec<(String, String)>,
    pub(super) blocks: Vec<Block>,
}

impl Document {
    /// A value of the front matter.
    pub(super) fn front(&self, key: &str) -> Option<&str> {
        let found = self.front.iter().find(|(k, _)| k == key);
        found.map(|(_, v)| v.as_str()).filter(|v| !v.is_empty())
    }

    /// Nests the blocks under their headings; the root has level 0.
    pub(super) fn sections(self) -> Section {
        let mut open = vec![Section::default()];
        for block in self.blocks {
            if let Block::Heading(level, heading, attributes, place) = block {
                while open.len() > 1 && open.last().is_some_and(|s| s.level >= level) {
                    close(&mut open);
                }
                open.push(Section {
                    level,
                    heading,
                    attributes,
                    place,
                    ..Section::default()
                });
            } else if let Some(section) = open.last_mut() {
                section.blocks.push(block);
            }
        }
        while open.len() > 1 {
            close(&mut open);
        }
        open.pop().unwrap_or_default()
    }
}

fn close(open: &mut Vec<Section>) {
    if let Some(done) = open.pop()
        && let Some(parent) = open.last_mut()
    {
        parent.children.push(done);
    }
}

/// Blocks where only a line of text can stand become lines of it.
fn absorb(blocks: Vec<Block>, into: &mut Rich) {
    for block in blocks {
        match block {
            Block::Paragraph(rich, _) | Block::Heading(_, rich, _, _) => {
                if !into.is_blank() {
                    into.push("\n", Style::default());
                }
                into.spans.extend(rich.spans);
                into.image |= rich.image;
            }
            Block::List(items, _) => {
                for item in items {
                    absorb(item.blocks, into);
                }
            }
            Block::Quote(blocks, _) => absorb(blocks, into),
            _ => {}
        }
    }
}

/// What a container being read will become.
#[derive(Debug)]
pub(super) enum Open {
    Root,
    Heading(u8, Attributes),
    Paragraph,
    List,
    Item,
    Table,
    Row,
    Cell,
    Definitions,
    Term,
    Definition,
    Quote,
    /// Its content is thrown away.
    Ignored,
}

#[derive(Debug)]
struct Frame {
    kind: Open,
    place: Place,
    blocks: Vec<Block>,
    rich: Rich,
    items: Vec<Item>,
    rows: Vec<Row>,
    cells: Vec<Rich>,
    terms: Vec<(Rich, Item)>,
    task: Option<bool>,
}

/// Builds a document from opened and closed containers and text.
#[derive(Debug)]
pub(super) struct Builder {
    stack: Vec<Frame>,
    /// Containers opened beyond the cap, to be closed without effect.
    over: usize,
    pub(super) style: Style,
}

impl Builder {
    pub(super) fn new() -> Self {
        let mut builder = Self {
            stack: Vec::new(),
            over: 0,
            style: Style::default(),
        };
        builder.push(Open::Root, Place::default());
        builder
    }

    fn push(&mut self, kind: Open, place: Place) {
        self.stack.push(Frame {
            kind,
            place,
            blocks: Vec::new(),
            rich: Rich::default(),
            items: Vec::new(),
            rows: Vec::new(),
            cells: Vec::new(),
            terms: Vec::new(),
            task: None,
        });
    }

    /// Opens a container.
    pub(super) fn open(&mut self, kind: Open, place: Place) {
        if self.stack.len() > MAX_DEPTH {
            self.over += 1;
            return;
        }
        self.loose_text();
        self.push(kind, place);
    }

    /// Inline text straight in a block container is a paragraph of its own.
    fn loose_text(&mut self) {
        let Some(top) = self.stack.last_mut() else {
            return;
        };
        let holds_blocks = matches!(
            top.kind,
            Open::Root | Open::Item | Open::Definition | Open::Quote
        );
        if holds_blocks && (!top.rich.is_blank() || top.rich.image) {
            let rich = titles::led(std::mem::take(&mut top.rich));
            top.blocks.push(Block::Paragraph(rich, top.place.clone()));
        } else if holds_blocks {
            top.rich = Rich::default();
        }
    }

    /// Closes the innermost container.
    pub(super) fn close(&mut self) {
        if self.over > 0 {
            self.over -= 1;
            // What stood side by side in there must not run together.
            self.text("\n");
            return;
        }
        if self.stack.len() < 2 {
            return;
        }
        self.loose_text();
        let Some(mut done) = self.stack.pop() else {
            return;
        };
        let Some(parent) = self.stack.last_mut() else {
            return;
        };
        let place = done.place;
        match done.kind {
            Open::Root | Open::Ignored => {}
            Open::Heading(level, attributes) => {
                parent
                    .blocks
                    .push(Block::Heading(level, done.rich, attributes, place));
            }
            Open::Paragraph => {
                let rich = titles::led(done.rich);
                parent.blocks.push(Block::Paragraph(rich, place));
            }
            Open::List => parent.blocks.push(Block::List(done.items, place)),
            Open::Item => parent.items.push(Item {
                place,
                task: done.task,
                blocks: done.blocks,
            }),
            Open::Table => parent.blocks.push(Block::Table(done.rows, place)),
            Open::Row => parent.rows.push(Row {
                place,
                cells: done.cells,
            }),
            Open::Cell if parent.cells.len() < MAX_COLUMNS => {
                absorb(done.blocks, &mut done.rich);
                parent.cells.push(done.rich);
            }
            Open::Cell => {}
            Open::Definitions => parent.blocks.push(Block::Definitions(done.terms, place)),
            Open::Term => {
                absorb(done.blocks, &mut done.rich);
                parent.terms.push((done.rich, Item::default()));
            }
            Open::Definition => {
                if let Some((_, item)) = parent.terms.last_mut() {
                    if item.blocks.is_empty() {
                        item.place = place;
                    }
                    item.blocks.append(&mut done.blocks);
                }
            }
            Open::Quote => parent.blocks.push(Block::Quote(done.blocks, place)),
        }
    }

    /// The number of containers open, for a syntax that must close by name.
    pub(super) fn depth(&self) -> usize {
        self.stack.len() + self.over
    }

    /// A block without content.
    pub(super) fn leaf(&mut self, block: Block) {
        self.loose_text();
        if let Some(top) = self.stack.last_mut() {
            top.blocks.push(block);
        }
    }

    /// Text in the current style.
    pub(super) fn text(&mut self, text: &str) {
        let style = self.style;
        if let Some(top) = self.stack.last_mut() {
            top.rich.push(text, style);
        }
    }

    /// An image stood here.
    pub(super) fn image(&mut self) {
        if let Some(top) = self.stack.last_mut() {
            top.rich.image = true;
        }
    }

    /// A task box stood at the head of this item.
    pub(super) fn task(&mut self, ticked: bool) {
        let item = self.stack.iter_mut().rev();
        if let Some(frame) = item.into_iter().find(|f| matches!(f.kind, Open::Item)) {
            frame.task = Some(ticked);
        }
    }

    /// Closes what is open and hands over the blocks.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.over = 0;
        while self.stack.len() > 1 {
            self.close();
        }
        self.loose_text();
        self.stack.pop().map(|f| f.blocks).unwrap_or_default()
    }
}
