//! Marks: the function words and letters that tell languages of one script
//! apart.

use super::Language;
use crate::generator::listed::Listed;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// Function words; those that English has too tell nothing and are left out.
const MARKS: [(Language, &str); 16] = [
    (
        Language::German,
        "der das und ist für mit ein eine einer eines einen einem von den dem des zu zum zur nicht \
         auf wird werden im sich auch oder aus bei durch nach über unter zwischen gegen ohne um \
         sind kann können haben wie als dass wenn nur mehr sehr diese dieser dieses ihre ihren \
         sein seine aber noch vom beim bzw",
    ),
    (
        Language::French,
        "le la les des du de et est une un pour avec dans qui sur au aux ou par que vous ce cette \
         ces sont il elle se son sa ses leur leurs à pas ne nous vos votre entre sans sous comme \
         où être lors chaque",
    ),
    (
        Language::Spanish,
        "el la los las es una un para con que del de por en se su sus como al más son permite sin \
         sobre entre cada este esta estos muy puede cuando desde hasta lo le ser",
    ),
    (
        Language::Portuguese,
        "os é uma um para com que da de dos das em na nos nas se por não são mais como ou pelo \
         pela ao aos à seu sua entre sem cada este esta isso pode quando até ser muito",
    ),
    (
        Language::Italian,
        "il lo la gli le è una un uno con che di del della dei delle dello nel nella si da più \
         sono alle alla al dal dalla sul sulla tra senza ogni questo questa può quando essere",
    ),
    (
        Language::Dutch,
        "het een voor niet zijn worden ook aan bij naar deze dat te uit maar kan de en wordt",
    ),
    (
        Language::Turkish,
        "ve bir için ile bu olarak olan gibi daha çok veya kadar sonra değil olur sunar sağlar \
         kullanılır eder yapar arasında üzerinden tarafından",
    ),
    (
        Language::Polish,
        "na nie się jest to oraz lub dla od przez jak które który która są ze za czy",
    ),
    (
        Language::Vietnamese,
        "là và của các cho được trong với không có một những khi để này",
    ),
    (
        Language::Other,
        "yang untuk dengan adalah dari pada dalam atau tidak dapat akan",
    ),
    (
        Language::Other,
        "och att är för som ett av på med det inte den från eller",
    ),
    (
        Language::Other,
        "og er det som på af til ikke der eller av å",
    ),
    (
        Language::Other,
        "și să pentru este cu din sunt mai în prin sau nu",
    ),
    (
        Language::Other,
        "je na že jako nebo které který jsou kde při aby",
    ),
    (
        Language::Other,
        "és egy hogy nem vagy egy amely ezt azok illetve",
    ),
    (
        Language::Other,
        "ja ei että se joka tai kun ovat mutta myös kuin sekä",
    ),
];

/// English words, and no other language's of these.
static ENGLISH: Listed = Listed::new(
    "the and of to is are for with that it in can be by from on or this an used using \
 which as at was not has have you your its their when how what each all into than",
);

/// Letters that a language writes and its neighbours seldom or never.
const LETTERS: [(&str, &[Language]); 10] = [
    ("ğşıİ", &[Language::Turkish]),
    ("łąężźśćń", &[Language::Polish]),
    ("ěřůčšžőűåæøășțďť", &[Language::Other]),
    ("ãõâ", &[Language::Portuguese]),
    ("èêëîïôœû", &[Language::French]),
    ("öü", &[Language::German, Language::Turkish]),
    ("äß", &[Language::German]),
    ("ñáíóú", &[Language::Spanish, Language::Portuguese]),
    (
        "àùç",
        &[Language::French, Language::Italian, Language::Portuguese],
    ),
    (
        "é",
        &[Language::French, Language::Spanish, Language::Portuguese],
    ),
];

/// How much of a text speaks for each language.
pub(super) struct Score {
    /// Words in the text.
    pub(super) words: usize,
    /// Words that only English has.
    pub(super) english: usize,
    foreign: [usize; MARKS.len()],
}

impl Score {
    /// Of the first so many words.
    pub(super) fn of(text: &str, most: usize) -> Self {
        static BY_WORD: OnceLock<HashMap<&str, Vec<usize>>> = OnceLock::new();
        let by_word = BY_WORD.get_or_init(|| {
            let mut map: HashMap<&str, Vec<usize>> = HashMap::new();
            for (i, (_, marks)) in MARKS.iter().enumerate() {
                for mark in marks.split_whitespace() {
                    let of = map.entry(mark).or_default();
                    if !of.contains(&i) {
                        of.push(i);
                    }
                }
            }
            map
        });
        let mut score = Self {
            words: 0,
            english: 0,
            foreign: [0; MARKS.len()],
        };
        let once = most < 1000;
        let mut seen: HashSet<String> = HashSet::new();
        let apart = text.split(|c: char| !c.is_alphanumeric());
        for raw in apart.filter(|w| !w.is_empty()).take(most) {
            score.words += 1;
            // `AI`, `OS` and `ES` are nobody's function words.
            let shouts = raw.len() > 1 && raw.chars().all(char::is_uppercase);
            let word = raw.to_lowercase();
            if shouts || once && !seen.insert(word.clone()) {
                continue;
            }
            if ENGLISH.has(&word) {
                score.english += 1;
            }
            if let Some(of) = by_word.get(word.as_str()) {
                for i in of {
                    score.foreign[*i] += 1;
                }
            } else if let "l" | "d" | "qu" = word.as_str() {
                score.foreign[1] += 1;
            } else if !word.is_ascii() {
                score.letters(&word);
            }
        }
        score
    }

    fn letters(&mut self, word: &str) {
        if word
            .chars()
            .any(|c| matches!(c, 'đ' | 'ơ' | 'ư' | '\u{1ea0}'..='\u{1eff}'))
        {
            self.add(Language::Vietnamese);
            return;
        }
        let found = LETTERS
            .iter()
            .find(|(l, _)| word.contains(|c| l.contains(c)));
        for language in found.map_or(&[][..], |(_, of)| of) {
            self.add(*language);
        }
    }

    fn add(&mut self, language: Language) {
        // Of the others none is told from another, so the strongest wins.
        for (slot, (of, _)) in self.foreign.iter_mut().zip(MARKS) {
            *slot += usize::from(of == language);
        }
    }

    /// The language that most speaks for, English aside.
    pub(super) fn best_foreign(&self) -> (usize, Language) {
        let mut best = (0, Language::Other);
        for (n, (language, _)) in self.foreign.iter().zip(MARKS) {
            if *n > best.0 {
                best = (*n, language);
            }
        }
        best
    }

    /// What speaks for one language.
    pub(super) fn of_language(&self, language: Language) -> usize {
        let slots = self.foreign.iter().zip(MARKS);
        slots
            .filter(|(_, (of, _))| *of == language)
            .map(|(n, _)| *n)
            .max()
            .unwrap_or(0)
    }
}

/// Russian, unless a letter shows another language of its script.
pub(super) fn cyrillic(text: &str) -> Language {
    match text
        .to_lowercase()
        .contains(['і', 'ї', 'є', 'ґ', 'ў', 'ј', 'љ', 'њ', 'ћ', 'ђ', 'ѓ'])
    {
        true => Language::Other,
        false => Language::Russian,
    }
}
