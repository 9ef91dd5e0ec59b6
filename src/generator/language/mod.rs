//! Which language notes are written in, page by page and line by line, and
//! the few sentences that cards need in languages whose grammar isn't taken
//! apart here.

mod defined;
mod eastern;
mod echoes;
mod fixed;
mod frames;
mod gloss;
mod glossary;
mod labels;
mod leads;
mod marks;
mod nouns;
mod remarks;
mod script;
mod sounds;
mod titles;

pub(super) use defined::defined;
pub(super) use echoes::{echoes_alone, says_most};
pub(super) use gloss::{Says, begins_with_verb, breaks_off, is_phrase, says};
pub(super) use labels::{describes, is_label, question};
pub(super) use leads::{
    aspect_of, collects, illustrates, is_asked_of, joins, lead_in, names_partners, reports, sums_up,
};
pub(super) use remarks::{
    announces, announces_events, announces_steps, asks_nothing, asks_only, chapter, gathers,
    holds_terms, is_remark, lists_marks, names_step, refers,
};

pub(super) use glossary::says_in_another;
use script::only_chinese;
pub(super) use script::{in_traditional, is_traditional};
pub(super) use sounds::sounds_in;
pub(super) use titles::{bare_title, is_circular, is_clause, is_matter, is_no_thing};

/// Asks for a term by what its gloss says of it.
pub(super) fn ask(language: Language, term: &str, gloss: &str, context: Option<&str>) -> String {
    match says(language, gloss) {
        Says::Act => language.consists(term, context),
        Says::Does => language.does(term, context),
        _ if gloss::is_many(language, term, gloss) => language.what_are(term, context),
        _ => language.what_is(term, context),
    }
}

/// Whether a gloss has words enough to be told from others of its kind.
pub(super) fn tells_enough(language: Language, gloss: &str) -> bool {
    let letters = gloss.chars().filter(|c| c.is_alphanumeric()).count();
    let long = gloss
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.chars().count() > 3);
    match language {
        Language::Japanese => letters >= 12,
        Language::Chinese => letters >= 9,
        _ => long.count() >= 4,
    }
}

/// A language that cards can be phrased in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Language {
    #[default]
    English,
    Japanese,
    Chinese,
    Korean,
    German,
    French,
    Spanish,
    Portuguese,
    Italian,
    Dutch,
    Turkish,
    Polish,
    Russian,
    Vietnamese,
    /// Anything else: nothing is asked in it.
    Other,
}

/// The text without code, addresses, tags and template fields, which are Latin
/// in any language.
fn outside_markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(40_000));
    let mut fenced = false;
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        }
        if fenced || out.len() > 30_000 {
            continue;
        }
        let mut rest = line;
        while let Some(at) = rest.find(['`', '<', '{', '(']) {
            let (open, close) = match &rest[at..] {
                r if r.starts_with('`') => ("`", "`"),
                r if r.starts_with('<') => ("<", ">"),
                r if r.starts_with("{{") => ("{{", "}}"),
                r if r.starts_with("(http") => ("(", ")"),
                _ => {
                    let next = at + 1;
                    out.push_str(&rest[..next]);
                    rest = &rest[next..];
                    continue;
                }
            };
            out.push_str(&rest[..at]);
            let inner = &rest[at + open.len()..];
            rest = inner
                .find(close)
                .map_or("", |end| &inner[end + close.len()..]);
        }
        out.push_str(rest);
        out.push(' ');
    }
    match out.chars().any(char::is_alphabetic) {
        true => out,
        false => text.to_owned(),
    }
}

/// Whether a text only glosses its words in Japanese: of its lines with Chinese
/// characters, most have simplified ones.
fn glosses(text: &str) -> bool {
    let sinic = |l: &&str| letters(l)[1] > 3;
    let lines: Vec<&str> = text.lines().filter(sinic).take(400).collect();
    let simplified = |l: &&&str| l.contains(script::is_simplified);
    lines.iter().filter(simplified).count() * 2 > lines.len()
}

/// How many letters of each kind a text has: kana, Chinese, Korean, Latin,
/// Cyrillic, others.
fn letters(text: &str) -> [usize; 6] {
    let mut counts = [0usize; 6];
    for c in text.chars().filter(|c| c.is_alphabetic()).take(4000) {
        let slot = match c {
            '\u{3040}'..='\u{30ff}' => 0,
            '\u{4e00}'..='\u{9fff}' => 1,
            '\u{ac00}'..='\u{d7af}' => 2,
            c if c.is_ascii()
                || ('\u{c0}'..='\u{24f}').contains(&c)
                || ('\u{1ea0}'..='\u{1eff}').contains(&c) =>
            {
                3
            }
            '\u{400}'..='\u{52f}' => 4,
            _ => 5,
        };
        counts[slot] += 1;
    }
    counts
}

impl Language {
    /// Guesses from the text; short technical fragments count as English.
    pub(super) fn of(text: &str) -> Self {
        let told = outside_markup(text);
        let [kana, han, hangul, latin, cyrillic, other] = letters(&told);
        let all = kana + han + hangul + latin + cyrillic + other;
        if all == 0 {
            return Self::English;
        }
        // Product names stay Latin in any language, so a fifth is enough.
        if (kana + han) * 5 >= all && kana * 12 >= kana + han && !glosses(text) {
            return Self::Japanese;
        }
        if han * 5 >= all {
            return Self::Chinese;
        }
        if hangul * 5 >= all {
            return Self::Korean;
        }
        if cyrillic * 5 >= all {
            return marks::cyrillic(&told);
        }
        if other * 20 >= all {
            return Self::Other;
        }
        let score = marks::Score::of(&told, 3000);
        let (best, language) = score.best_foreign();
        let alone = best > score.english * 4 && best * 30 >= score.words;
        match best > score.english + 2 && (best * 12 >= score.words || alone) {
            true => language,
            false => Self::English,
        }
    }

    /// The language of a single line where it shows, on a page of this one;
    /// `None` where it may well be the page's own.
    pub(super) fn of_line(self, line: &str) -> Option<Self> {
        let [kana, han, hangul, latin, cyrillic, other] = letters(line);
        let all = kana + han + hangul + latin + cyrillic + other;
        let east = kana + han;
        let found = if east * 4 >= all && east > 3 {
            match (kana * 12 >= east, self) {
                (true, _) => Self::Japanese,
                // Terms are written in Chinese characters in Japanese, too.
                (false, Self::Japanese) if !only_chinese(line) => Self::Japanese,
                _ => Self::Chinese,
            }
        } else if hangul * 4 >= all && hangul > 2 {
            Self::Korean
        } else if cyrillic * 3 >= all && cyrillic > 3 {
            marks::cyrillic(line)
        } else if other * 3 >= all && other > 3 {
            Self::Other
        } else {
            let score = marks::Score::of(line, 80);
            let (best, language) = score.best_foreign();
            let own = score.of_language(self);
            let english = score.english;
            if self == Self::English {
                (best >= 2 && best > english && language != self).then_some(language)?
            } else if english >= 3 && english > best * 2 && english > own * 2 {
                Self::English
            } else if east == 0 && (best >= 3 && best > own * 2 || best >= 2 && own == 0) {
                language
            } else {
                return None;
            }
        };
        (found != self).then_some(found)
    }

    /// Whether words stand apart in it.
    pub(super) fn is_spaced(self) -> bool {
        !matches!(self, Self::Japanese | Self::Chinese)
    }

    /// Whether two characters side by side say as much as a word elsewhere.
    pub(super) fn is_eastern(self) -> bool {
        !self.is_spaced() || self == Self::Korean
    }

    /// Whether cards can be made in it of what nobody vouches for.
    pub(super) fn is_asked(self) -> bool {
        self != Self::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_glossed_in_japanese_are_no_japanese() {
        let row = "| 机器学习 | 機械学習【きかいがくしゅう】 | 从数据中学习规律 |\n\
            | 部署 | デプロイ（でぷろい） | 选择合适的推理形态 |\n";
        assert_eq!(Language::of(row), Language::Chinese);
        let own = "| 機械学習 | データから規則を学ぶ |\n| 自動処理 | 給与の処理を自動化する |\n";
        assert_eq!(Language::of(own), Language::Japanese);
        assert_eq!(Language::Japanese.of_line("自動処理後"), None);
    }

    #[test]
    fn languages_are_told_apart() {
        for (text, language) in [
            (
                "Stores objects in buckets and is used for the data lake",
                Language::English,
            ),
            (
                "Amazon Polly は文章を音声に変換するサービスです",
                Language::Japanese,
            ),
            ("机器学习 将文本转换为语音的服务", Language::Chinese),
            ("텍스트를 음성으로 변환하는 서비스", Language::Korean),
            (
                "Der Dienst wandelt Text in Sprache um und ist für die Ausgabe mit der Stimme da",
                Language::German,
            ),
            (
                "El servicio convierte el texto en voz y es una herramienta para los usuarios",
                Language::Spanish,
            ),
            ("OCR, NLP", Language::English),
            ("Сервис преобразует текст в речь", Language::Russian),
            (
                "Le quai abrite les barques et la jetée protège du vent : le phare guide les navires",
                Language::French,
            ),
            (
                "Liman, teknelerin rüzgârdan korunduğu bir yerdir ve gemiler için güvenlidir",
                Language::Turkish,
            ),
            (
                "Bến cảng là nơi neo đậu của các con thuyền và được bảo vệ",
                Language::Vietnamese,
            ),
            (
                "Port je místo, kde kotví lodě, které čekají na příliv",
                Language::Other,
            ),
        ] {
            assert_eq!(Language::of(text), language, "{text}");
        }
    }

    #[test]
    fn a_line_in_another_language_shows() {
        use Language as L;
        for (page, line, found) in [
            (L::English, "A wall that shelters the boats", None),
            (
                L::English,
                "Un mur qui protège les barques du vent",
                Some(L::French),
            ),
            (
                L::English,
                "Die Mauer schützt das Becken und die Boote",
                Some(L::German),
            ),
            (L::English, "船を波から守る壁のこと", Some(L::Japanese)),
            (L::English, "保护船只的墙", Some(L::Chinese)),
            (L::English, "Buoy and anchor et al", None),
            (L::French, "Barques louées", None),
            (
                L::French,
                "The wall that shelters the boats from the wind",
                Some(L::English),
            ),
            (L::Japanese, "光学文字認識", None),
            (L::Japanese, "将石头转成代码", Some(L::Chinese)),
            (L::Spanish, "Muro que protege los barcos", None),
        ] {
            assert_eq!(page.of_line(line), found, "{line}");
        }
    }
}
