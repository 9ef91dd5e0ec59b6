//! Notes in other languages than English: what they define, line by line, and
//! the order that is made at the end, so that no card speaks two languages.

use super::Walk;
use super::tongues::{exemplifies, foreign, foreign_subject, idle, native, repeats};
use crate::generator::account::Reason;
use crate::generator::alone;
use crate::generator::enumerator;
use crate::generator::language::{self, Language, Says};
use crate::generator::lead::{self, Lead};
use crate::generator::name::{self, Name};
use crate::generator::outline::{Block, Section};
use crate::generator::sentence;
use crate::generator::statement::{self, Form};
use crate::generator::topic::{Ask, Purpose};
use crate::generator::words;

impl Walk<'_> {
    /// The language of a line: the page's, unless it shows another.
    pub(super) fn tongue(&self, text: &str) -> Language {
        self.language.of_line(text).unwrap_or(self.language)
    }

    /// The purpose that a sentence in another language than English states.
    pub(super) fn foreign_purpose(
        &self,
        text: String,
        topic: usize,
        line: u32,
        tongue: Language,
        led: bool,
    ) -> Option<Purpose> {
        let t = &self.reading.topics[topic];
        // A gloss in a third language belongs to nobody.
        if t.joint || self.language != Language::English && tongue != self.language {
            return None;
        }
        let statement = foreign(&text, &t.name);
        let says = language::says(tongue, &statement.body);
        let known = t.name.is_product() || self.usage.is_brand(&t.name.short) || t.name.is_proper();
        // What gathers others is a thing itself where its name can only be one.
        let subject = statement.body.len() < text.len() || foreign_subject(&text, &t.name);
        let itself = subject || says == Says::What && !tongue.is_spaced();
        if t.gathers && !(known && itself) {
            return None;
        }
        if idle(&t.name, &statement.body)
            || repeats(&t.name, &statement.body, tongue)
            || exemplifies(&statement.body)
            || alone::stands_alone(&statement.body).is_err()
        {
            return None;
        }
        // How a thing runs and what it costs is no thing.
        if says != Says::What && language::is_matter(&t.name.short, led) {
            return None;
        }
        // Under another script's heading a bare noun is a member.
        let own_script = t.name.short.chars().all(|c| !c.is_ascii_alphanumeric());
        let kana = |c: char| ('\u{3041}'..='\u{309f}').contains(&c);
        if !led && own_script && tongue == Language::Japanese && !statement.body.contains(kana) {
            return None;
        }
        let count = words::count(&text);
        // `tide_table`: `潮汐表` is its translation.
        let coded = t.name.short.starts_with('`') && words::count(&statement.body) <= 8;
        if coded && tongue == Language::Japanese && !statement.body.contains(kana) {
            return None;
        }
        if language::is_no_thing(&t.name.short) || t.name.short.contains('→') {
            return None;
        }
        // Without spaces a line may be a step, a remedy or a wish as well: only
        // of a product is it certain what an act tells.
        let latin = t.name.short.starts_with(|c: char| c.is_ascii_alphabetic());
        let its_own = known && latin && !statement.body.contains(t.name.short.as_str());
        // Of these languages no grammar is known here.
        let closed = !is_western(tongue);
        let enough = match says {
            Says::Never => false,
            Says::What if closed => count >= 3 || known && count >= 2,
            Says::What => count >= 3 || led && known && count >= 2,
            Says::Does if !tongue.is_spaced() => count >= 3 && its_own,
            Says::Does if closed => count >= 3 && (led || known),
            Says::Does => known && count >= 3,
            Says::Act => led && count >= 4,
            Says::Unknown if !tongue.is_spaced() => {
                let own = native(&statement.body);
                let letters = name::is_initials(&t.name.short, &text);
                count >= 3 && (subject || letters) && (own > 2 || letters)
            }
            Says::Unknown if tongue == Language::Korean && native(&statement.body) < 3 => false,
            Says::Unknown if closed => {
                count >= 3 && (subject || led && known) && !language::breaks_off(&statement.body)
            }
            Says::Unknown => {
                let short = led && known && shouts(&t.name.short) && (2..=12).contains(&count);
                count >= 3 && subject || short && language::is_phrase(&statement.body)
            }
        };
        (enough && statement.form != Form::Clause && tongue.is_asked()).then_some(Purpose {
            text,
            statement,
            line,
        })
    }

    /// A label that names no attribute may be a term with its definition.
    pub(super) fn part(&mut self, l: &Lead, line: u32, scope: &super::Scope) -> bool {
        let Some(name) = Name::of(&l.lead).filter(|n| words::count(&n.short) <= 5) else {
            return false;
        };
        let first = sentence::split(&l.text).into_iter().next();
        let first = first.unwrap_or_default();
        // Of what is good or bad of a thing, nothing is a thing of its own.
        let topic = scope.topic.map(|t| &self.reading.topics[t].name.full);
        let over = [scope.aspect.as_ref(), topic];
        let head = l.lead.split_whitespace().next().unwrap_or("");
        let labelled = language::is_label(self.language, head)
            && !l.lead.contains(|c: char| c.is_ascii_digit());
        // Where things are only shown, a product's full name is still a thing's.
        let shown = scope.shown && !(name.is_product() && name.short.contains(' '));
        if shown || labelled || over.into_iter().flatten().any(|h| language::gathers(h)) {
            return false;
        }
        let says = language::says(self.language, &sentence::trim(&first));
        let letters = self.language.is_spaced() && shouts(&name.short);
        let bare = letters && language::is_phrase(&sentence::trim(&first));
        let defined = (matches!(says, Says::What | Says::Act) || bare)
            && !super::headings::names_two(&name, super::headings::has_letters(&name))
            && !idle(&name, &first);
        if !defined {
            return false;
        }
        let inner = super::Scope {
            aspect: None,
            ..scope.clone()
        };
        let part = self.add(name, line, &inner);
        let found = self.purpose_of(&first, part, line, true, true);
        let made = found.is_some();
        self.reading.topics[part].purpose = found;
        made
    }

    /// What a heading in another language opens that is no term: an aspect of a
    /// thing, or the announcement of a list.
    pub(super) fn foreign_heading(
        &mut self,
        title: &str,
        line: u32,
        above: &super::Scope,
    ) -> Option<super::Scope> {
        if self.language == Language::English {
            return None;
        }
        let title = enumerator::unnumbered(title);
        // `概要` tells of the thing above, not of an aspect of it.
        if (language::describes(title) || language::sums_up(title)) && above.topic.is_some() {
            return Some(super::Scope {
                aspect: None,
                ..above.clone()
            });
        }
        // `Puntos clave`: what stands below is of the thing above.
        let of_report = language::reports(title) || language::sums_up(title);
        let part = of_report || self.is_kind_of_part(Name::of(title).as_ref(), title);
        if (language::collects(title) || part) && above.topic.is_some() {
            return Some(super::Scope {
                aspect: None,
                shown: true,
                ..above.clone()
            });
        }
        if part {
            return Some(super::Scope {
                topic: None,
                shelf: Some(String::new()),
                aspect: None,
                ..above.clone()
            });
        }
        if let Some(aspect) = language::lead_in(self.language, title) {
            return Some(super::Scope {
                topic: above.topic.filter(|_| aspect.is_some()),
                shelf: aspect.is_none().then(String::new),
                aspect,
                ..above.clone()
            });
        }
        let (thing, aspect) = language::aspect_of(self.language, title)?;
        let name = Name::of(&thing).filter(|n| !n.short.is_empty())?;
        let topic = self.find_or_add(name, line, above);
        Some(super::Scope {
            topic: Some(topic),
            shelf: None,
            aspect: Some(aspect),
            ..above.clone()
        })
    }

    /// `## Para qué sirve` over one paragraph: a label and what it says of the
    /// thing above.
    pub(super) fn labelled_prose(
        &mut self,
        section: &Section,
        title: &str,
        above: &super::Scope,
    ) -> bool {
        let [Block::Paragraph(rich, place)] = &section.blocks[..] else {
            return false;
        };
        let title = enumerator::unnumbered(title);
        let asked = language::describes(title) || language::is_asked_of(self.language, title);
        let owned = above
            .topic
            .is_some_and(|t| !self.reading.topics[t].vouched());
        let plain = section.children.is_empty()
            && section.attributes.id.is_none()
            && rich.lines().len() == 1
            && lead::split(rich).is_none();
        let text = sentence::trim(&rich.plain());
        if !is_western(self.language) || !asked || !owned || !plain || text.ends_with(':') {
            return false;
        }
        let lead = Lead {
            lead: title.to_owned(),
            text,
            marked: true,
            arrow: false,
        };
        let scope = super::Scope {
            aspect: None,
            ..above.clone()
        };
        self.led(&lead, place.line, &[], &scope, false);
        true
    }

    /// Whether a text after a label can't tell what the label is.
    pub(super) fn cannot_tell(&self, name: &Name, text: &str) -> bool {
        idle(name, text)
            || language::says(self.language, text) == Says::Never
            || repeats(name, text, self.language)
            || exemplifies(text)
            || language::is_matter(&name.short, true)
            || !self.language.is_spaced() && native(text) < 3
    }

    /// The last look: a topic speaks the language of its description, and what
    /// is said in another is left out.
    pub(super) fn one_language(&mut self) {
        let page = self.language;
        let tongue = |text: &str| page.of_line(text).unwrap_or(page);
        let mut left = Vec::new();
        for topic in &mut self.reading.topics {
            if topic.vouched() {
                continue;
            }
            let label =
                words::count(&topic.name.short) == 1 && language::is_label(page, &topic.name.short);
            if label && page != Language::English {
                topic.purpose = None;
            }
            if let Some(purpose) = topic.purpose.take() {
                let said = tongue(&purpose.text);
                topic.purpose = in_one_language(purpose, &topic.name, page, said);
                match &topic.purpose {
                    Some(_) => topic.language = said,
                    None => left.push(topic.line),
                }
            }
            let language = topic.language;
            topic.facts.retain(|f| {
                let asks = match &f.ask {
                    Ask::Direct(q) if language != Language::English => !in_english(q),
                    _ => true,
                };
                let fits = asks && tongue(&f.text) == language && language.is_asked();
                if !fits {
                    left.push(f.line);
                }
                fits
            });
        }
        let of_page = |text: &str| tongue(text) == page;
        self.reading.contrasts.retain(|c| {
            // Two names of products over a column: the table was turned.
            let named = c.aspect.split(' ').count() > 1
                && c.aspect
                    .split(' ')
                    .all(|w| w.starts_with(char::is_uppercase));
            let turned = page != Language::English && named && page.is_spaced();
            of_page(&c.of_a) && of_page(&c.of_b) && page.is_asked() && !turned
        });
        for line in left {
            self.skip(line, Reason::Unasked);
        }
    }
}

/// Whether a grammar of the language is known here.
pub(super) fn is_western(language: Language) -> bool {
    matches!(
        language,
        Language::German
            | Language::French
            | Language::Spanish
            | Language::Portuguese
            | Language::Italian
    )
}

/// A purpose as its own language reads it, where that is not the page's.
fn in_one_language(
    purpose: Purpose,
    name: &Name,
    page: Language,
    said: Language,
) -> Option<Purpose> {
    if said == page {
        let told = page == Language::English || worded(&purpose.text);
        return (page.is_asked() && told).then_some(purpose);
    }
    let native = name
        .short
        .chars()
        .any(|c| !c.is_ascii() && c.is_alphabetic());
    // `Level of …; 是指…` says it twice.
    let latin = purpose.text.split_whitespace().filter(|w| w.is_ascii());
    let twice = !said.is_spaced() && latin.filter(|w| w.len() > 2).count() > 5;
    let statement = match said {
        _ if twice => return None,
        Language::English if !native => {
            let read = statement::read(&purpose.text, name);
            matches!(read.form, Form::Noun | Form::Verb | Form::Used).then_some(read)?
        }
        // Between two foreign languages nothing is safe.
        other if page == Language::English && other.is_asked() => {
            let read = foreign(&purpose.text, name);
            let told = language::says(other, &read.body) != Says::Unknown || !other.is_spaced();
            told.then_some(read)?
        }
        _ => return None,
    };
    Some(Purpose {
        statement,
        ..purpose
    })
}

/// Whether a text has a word in it, not only figures: `10.1.2.3`.
fn worded(text: &str) -> bool {
    let east = |c: char| words::is_unspaced(c) || words::is_hangul(c);
    let word = |w: &str| w.chars().filter(|c| c.is_alphabetic()).count() > 1;
    text.chars().any(east)
        || text
            .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-')
            .any(|w| word(w) && !w.chars().any(|c| c.is_ascii_digit()))
}

/// Whether a word of a name has several capitals: `KaiDB`, `VPN`.
fn shouts(name: &str) -> bool {
    name.split_whitespace()
        .any(|w| w.chars().filter(|c| c.is_uppercase()).count() > 1)
}

/// Whether a question begins as an English one does.
fn in_english(question: &str) -> bool {
    let first = question.split_whitespace().next().unwrap_or("");
    ["how", "what", "why", "when", "which", "where"].contains(&first.to_lowercase().as_str())
}
