//! A card as a form to be filled in with any editor: its wording in parts, each
//! under a line that names it. What comes back is read strictly, and every
//! fault says where it stands.

use crate::domain::{Card, Face, OptionId, Text};

/// Lines that begin so are for the reader of the form alone.
const ASIDE: &str = "#:";

/// What is wrong with a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there, and how to mend it.
    pub what: String,
}

/// The part of a card that a heading names.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Front,
    Back,
    Stem,
    Option(OptionId),
    Why(OptionId),
    Explanation,
}

impl Part {
    fn name(&self) -> String {
        match self {
            Part::Front => "front".into(),
            Part::Back => "back".into(),
            Part::Stem => "stem".into(),
            Part::Option(id) => format!("option {id}"),
            Part::Why(id) => format!("why {id}"),
            Part::Explanation => "explanation".into(),
        }
    }

    /// Whether the card can't do without it.
    fn is_needed(&self) -> bool {
        !matches!(self, Part::Why(_) | Part::Explanation)
    }
}

/// The form of a card.
pub fn write(name: &str, card: &Card) -> String {
    let question = card.choice().is_some();
    let mut out = format!(
        "{ASIDE} {name}\n\
         {ASIDE} Change the wording, save, and leave the editor. The card keeps its history.\n"
    );
    if question {
        out.push_str(&format!(
            "{ASIDE} The word key after an option marks a right one.\n"
        ));
    }
    for (part, text) in parts(card) {
        let key = match &part {
            Part::Option(id) => card.choice().is_some_and(|c| {
                let mut options = c.options.iter();
                options.any(|o| o.id == *id && o.correct)
            }),
            _ => false,
        };
        let key = if key { " key" } else { "" };
        out.push_str(&format!("\n[{}]{key}\n", part.name()));
        for line in text.as_str().lines() {
            let space = if is_the_forms_own(line) { " " } else { "" };
            out.push_str(&format!("{space}{line}\n"));
        }
    }
    out
}

/// Whether a line, but for spaces before it, would be taken for the form's own.
/// The card's own such lines have one space more in the form.
fn is_the_forms_own(line: &str) -> bool {
    let line = line.trim_start_matches(' ');
    line.starts_with(ASIDE) || heading(line).is_some()
}

/// The name in a line like `[option a] key`, and what comes after it.
fn heading(line: &str) -> Option<(&str, &str)> {
    let (name, after) = line.strip_prefix('[')?.split_once(']')?;
    let after = after.trim();
    matches!(after, "" | "key").then_some((name.trim(), after))
}

fn parts(card: &Card) -> Vec<(Part, Text)> {
    match &card.face {
        Face::Flashcard(f) => vec![(Part::Front, f.front.clone()), (Part::Back, f.back.clone())],
        Face::Choice(c) => {
            let mut out = vec![(Part::Stem, c.stem.clone())];
            for o in &c.options {
                out.push((Part::Option(o.id.clone()), o.text.clone()));
                let why = o.why.clone().unwrap_or_default();
                out.push((Part::Why(o.id.clone()), why));
            }
            out.push((Part::Explanation, c.explanation.clone().unwrap_or_default()));
            out
        }
    }
}

/// The card as a form has it. Parts that the form leaves out stay as they are.
///
/// # Errors
/// Every fault, in the order of its line.
pub fn read(form: &str, card: &Card) -> Result<Card, Vec<Fault>> {
    let known: Vec<Part> = parts(card).into_iter().map(|(part, _)| part).collect();
    let mut reader = Reader {
        known,
        found: Vec::new(),
        faults: Vec::new(),
    };
    for (i, line) in form.lines().enumerate() {
        reader.line(i + 1, line.trim_end());
    }
    let mut out = card.clone();
    reader.fill(&mut out);
    match reader.faults.is_empty() {
        true => Ok(out),
        false => {
            reader.faults.sort_by_key(|f| f.line);
            Err(reader.faults)
        }
    }
}

struct Reader {
    known: Vec<Part>,
    found: Vec<Found>,
    faults: Vec<Fault>,
}

/// A part of the form.
struct Found {
    part: Part,
    line: usize,
    key: bool,
    text: String,
}

impl Reader {
    fn fault(&mut self, line: usize, what: String) {
        self.faults.push(Fault { line, what });
    }

    fn line(&mut self, number: usize, line: &str) {
        if line.starts_with(ASIDE) {
            return;
        }
        if let Some((name, after)) = heading(line) {
            self.heading(number, name, after == "key");
            return;
        }
        let line = match line.strip_prefix(' ').filter(|_| is_the_forms_own(line)) {
            Some(own) => own,
            None => line,
        };
        match self.found.last_mut() {
            Some(found) => {
                found.text.push_str(line);
                found.text.push('\n');
            }
            None if line.trim().is_empty() => {}
            None => self.fault(
                number,
                format!("this stands in no part; begin with [{}]", self.first()),
            ),
        }
    }

    fn first(&self) -> String {
        self.known.first().map(Part::name).unwrap_or_default()
    }

    fn heading(&mut self, line: usize, name: &str, key: bool) {
        let Some(part) = self.known.iter().find(|p| p.name() == name).cloned() else {
            let all: Vec<String> = self.known.iter().map(Part::name).collect();
            let what = format!(
                "there is no part [{name}]; there are {}. If it belongs to the text, begin the \
                 line with a space",
                all.join(", ")
            );
            return self.fault(line, what);
        };
        if self.found.iter().any(|f| f.part == part) {
            return self.fault(line, format!("[{name}] stands here for the second time"));
        }
        if key && !matches!(part, Part::Option(_)) {
            self.fault(line, format!("[{name}] can't be a key; only options are"));
        }
        let text = String::new();
        self.found.push(Found {
            part,
            line,
            key,
            text,
        });
    }

    fn fill(&mut self, card: &mut Card) {
        let found = std::mem::take(&mut self.found);
        for f in &found {
            if f.part.is_needed() && f.text.trim().is_empty() {
                let what = format!("[{}] is empty; write its text below", f.part.name());
                self.fault(f.line, what);
            }
        }
        for f in &found {
            let text = Text::new(f.text.trim());
            let some = (!text.is_blank()).then(|| text.clone());
            match (&mut card.face, &f.part) {
                (Face::Flashcard(c), Part::Front) => c.front = text,
                (Face::Flashcard(c), Part::Back) => c.back = text,
                (Face::Choice(c), Part::Stem) => c.stem = text,
                (Face::Choice(c), Part::Explanation) => c.explanation = some,
                (Face::Choice(c), Part::Option(id)) => {
                    if let Some(option) = c.options.iter_mut().find(|o| o.id == *id) {
                        (option.text, option.correct) = (text, f.key);
                    }
                }
                (Face::Choice(c), Part::Why(id)) => {
                    if let Some(option) = c.options.iter_mut().find(|o| o.id == *id) {
                        option.why = some;
                    }
                }
                _ => {}
            }
        }
        let options = found.iter().filter(|f| matches!(f.part, Part::Option(_)));
        let line = options.clone().map(|f| f.line).next().unwrap_or(1);
        if let Some(choice) = card.choice() {
            let keys = choice.keys();
            if keys == 0 {
                let what =
                    "no option is a key; write key after the right one, as in [option a] key";
                self.fault(line, what.into());
            } else if keys == choice.options.len() {
                let what = "every option is a key; take the word key away after the wrong ones";
                self.fault(line, what.into());
            }
            let mut texts: Vec<(&Text, usize)> = Vec::new();
            let mut same = Vec::new();
            for f in options {
                let Part::Option(id) = &f.part else { continue };
                let Some(o) = choice.options.iter().find(|o| o.id == *id) else {
                    continue;
                };
                if !o.text.is_blank() && texts.iter().any(|(t, _)| **t == o.text) {
                    same.push((
                        f.line,
                        format!("[option {id}] says the same as another one"),
                    ));
                }
                texts.push((&o.text, f.line));
            }
            for (line, what) in same {
                self.fault(line, what);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::card::{Choice, ChoiceOption, Flashcard, Origin};
    use crate::domain::{CardId, CardRef};

    fn question() -> Card {
        let option = |id: &str, correct| ChoiceOption {
            id: OptionId::new(id).expect("an id"),
            text: Text::new(format!("Option {id}")),
            correct,
            why: Some(Text::new(format!("Because {id}."))),
        };
        Card::bare(
            CardId::new("q").expect("an id"),
            Face::Choice(Choice {
                stem: Text::new("Which one?\n\n- [x] in a list\n\nSay."),
                options: vec![option("a", true), option("b", false)],
                explanation: None,
                level: None,
                tests: Vec::new(),
                origin: Origin::Authored,
            }),
        )
    }

    fn flashcard() -> Card {
        Card {
            face: Face::Flashcard(Flashcard {
                front: Text::new("What?"),
                back: Text::new(
                    "# not a heading\n\n[1] not a part, [2] neither\n\n[1, 2]\n  [3] key\n\n\
                     #: src/a.c:7\n #, fuzzy\n #: twice",
                ),
            }),
            ..question()
        }
    }

    fn faults(form: &str, card: &Card) -> Vec<(usize, String)> {
        let faults = read(form, card).expect_err("faults");
        faults.into_iter().map(|f| (f.line, f.what)).collect()
    }

    #[test]
    fn a_form_that_is_left_alone_changes_nothing() {
        let name = CardRef::parse("d#q").expect("an id");
        for card in [question(), flashcard()] {
            let form = write(name.as_str(), &card);
            assert_eq!(read(&form, &card), Ok(card.clone()), "{form}");
            assert_eq!(read(&form.replace('\n', "\r\n"), &card), Ok(card));
        }
    }

    #[test]
    fn wording_key_and_rationale_are_taken() {
        let form = write("d#q", &question())
            .replace("[option a] key", "[option a]")
            .replace("[option b]", "[option b] key")
            .replace("Because b.", "It scales\nto zero.")
            .replace("[explanation]\n", "[explanation]\nThe principle.\n");
        let card = read(&form, &question()).expect("fine");
        let choice = card.choice().expect("a question");
        assert!(!choice.options[0].correct && choice.options[1].correct);
        let text = |t: &Option<Text>| t.as_ref().map(ToString::to_string);
        assert_eq!(
            text(&choice.options[1].why).as_deref(),
            Some("It scales\nto zero.")
        );
        assert_eq!(text(&choice.explanation).as_deref(), Some("The principle."));
    }

    #[test]
    fn every_fault_says_where() {
        let form = write("d#q", &question());
        let line = |form: &str, words: &str| {
            let found = form.lines().position(|l| l.contains(words));
            found.expect("there") + 1
        };
        let no_key = form.replace("] key", "]");
        let found = faults(&no_key, &question());
        assert_eq!(found[0].0, line(&no_key, "[option a]"));
        assert!(found[0].1.contains("no option is a key"));
        let odd = form.replace("[option b]", "[optoin b]");
        let found = faults(&odd, &question());
        assert_eq!(found[0].0, line(&odd, "[optoin b]"));
        assert!(
            found[0].1.contains("option a, why a, option b"),
            "{found:?}"
        );
        let empty = form.replace("Option a\n", "\n");
        assert_eq!(faults(&empty, &question())[0].0, line(&empty, "[option a]"));
        let same = form.replace("Option b\n", "Option a\n");
        assert_eq!(faults(&same, &question())[0].0, line(&same, "[option b]"));
        assert_eq!(faults("hello\n[stem]\nx", &question())[0].0, 1);
        let twice = format!("{form}\n[stem]\nonce more\n");
        assert_eq!(
            faults(&twice, &question())[0].0,
            line(&twice, "once more") - 1
        );
    }
}
