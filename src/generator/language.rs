//! Which language notes are written in, and the few sentences that cards need
//! in languages whose grammar isn't taken apart here.

use super::words;

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
    /// Anything else: terms and signs only.
    Other,
}

/// Function words that tell languages of one script apart.
const MARKS: [(Language, &str); 6] = [
    (
        Language::English,
        " the and of to is are for with that it in can be by from as on or this a an used using ",
    ),
    (
        Language::German,
        " der die das und ist für mit ein eine von den zu nicht auf wird werden im sich auch oder einen dem ",
    ),
    (
        Language::French,
        " le la les des et est une un pour avec dans qui sur du au aux ou par que vous ce cette sont ",
    ),
    (
        Language::Spanish,
        " el la los las y es una un para con que del por en se su como o al más son permite ",
    ),
    (
        Language::Portuguese,
        " o os as e é uma um para com que do da dos das em no na se por não são mais como ou ",
    ),
    (
        Language::Italian,
        " il lo la gli le e è una un per con che di del della dei nel si da come o più sono alle ",
    ),
];

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

impl Language {
    /// Guesses from the text; short technical fragments count as English.
    pub(super) fn of(text: &str) -> Self {
        let mut counts = [0usize; 5];
        let told = outside_markup(text);
        for c in told.chars().filter(|c| c.is_alphabetic()).take(4000) {
            let slot = match c {
                '\u{3040}'..='\u{30ff}' => 0,
                '\u{4e00}'..='\u{9fff}' => 1,
                '\u{ac00}'..='\u{d7af}' => 2,
                c if c.is_ascii() || ('\u{c0}'..='\u{24f}').contains(&c) => 3,
                _ => 4,
            };
            counts[slot] += 1;
        }
        let [kana, han, hangul, latin, other] = counts;
        let all = kana + han + hangul + latin + other;
        if all == 0 {
            return Self::English;
        }
        // Product names stay Latin in any language, so a fifth is enough.
        if (kana + han) * 5 >= all && kana * 12 >= kana + han {
            return Self::Japanese;
        }
        if han * 5 >= all {
            return Self::Chinese;
        }
        if hangul * 5 >= all {
            return Self::Korean;
        }
        // Vietnamese and others mix letters of their own among Latin ones.
        if other * 20 >= all {
            return Self::Other;
        }
        let mut scores = MARKS.map(|(language, _)| (0usize, language));
        let mut total = 0usize;
        for word in words::words(text).take(3000) {
            total += 1;
            for (score, (_, marks)) in scores.iter_mut().zip(MARKS) {
                if marks.contains(&format!(" {word} ")) {
                    score.0 += 1;
                }
            }
        }
        let english = scores[0].0;
        let best = scores[1..].iter().copied().max_by_key(|(n, _)| *n);
        match best {
            Some((n, language)) if n > english + 2 && n * 12 >= total => language,
            _ => Self::English,
        }
    }

    /// Whether a heading asks by itself: `Was ist ein Kreis`.
    pub(super) fn is_question(self, term: &str) -> bool {
        let low = term.trim_start_matches('¿').to_lowercase();
        let first: &[&str] = match self {
            Self::German => &[
                "was ist ",
                "was sind ",
                "was bedeutet ",
                "was versteht ",
                "wie ",
                "warum ",
                "wann ",
                "wo ",
                "nenne ",
                "erkläre ",
                "beschreibe ",
                "definiere ",
                "wer ",
                "welche",
                "nennen sie ",
                "wozu ",
            ],
            Self::French => &[
                "qu'est",
                "qu’est",
                "quel",
                "comment ",
                "pourquoi ",
                "quand ",
                "c'est quoi",
                "où ",
            ],
            Self::Spanish => &[
                "qué ",
                "cómo ",
                "cuál",
                "cuándo ",
                "por qué",
                "dónde ",
                "quién",
                "para qué",
            ],
            Self::Portuguese => &[
                "o que ", "que é ", "como ", "qual ", "quais ", "quando ", "por que", "onde ",
            ],
            Self::Italian => &[
                "cos'è", "cos’è", "che cos", "come ", "qual", "quando ", "perché", "dove ", "cosa ",
            ],
            Self::Japanese => {
                return low.ends_with("とは") || low.ends_with('か') || low.ends_with("は何");
            }
            Self::Chinese => {
                return low.starts_with("什么是")
                    || low.starts_with("什麼是")
                    || low.ends_with('吗');
            }
            Self::Korean => return low.ends_with("란") || low.ends_with("인가"),
            _ => return false,
        };
        first.iter().any(|f| low.starts_with(f))
    }

    /// Asks what a term is; `context` keeps an ambiguous term apart.
    pub(super) fn what_is(self, term: &str, context: Option<&str>) -> String {
        let term = match context {
            Some(c) => format!("{term} ({c})"),
            None => term.to_owned(),
        };
        if self.is_question(&term) {
            return match self {
                Self::Spanish => format!("¿{}?", term.trim_start_matches('¿')),
                Self::French => format!("{term} ?"),
                Self::Japanese if term.ends_with("とは") => format!("{term}何ですか？"),
                Self::Japanese | Self::Chinese => format!("{term}？"),
                _ => format!("{term}?"),
            };
        }
        match self {
            Self::English => format!("What is {term}?"),
            Self::Japanese => format!("{term} とは何ですか？"),
            Self::Chinese => format!("{term} 是什么？"),
            Self::Korean => format!("{term}: 무엇인가요?"),
            Self::German => format!("Was ist {term}?"),
            Self::French => format!("Qu’est-ce que {term} ?"),
            Self::Spanish => format!("¿Qué es {term}?"),
            Self::Portuguese => format!("O que é {term}?"),
            Self::Italian => format!("Che cos’è {term}?"),
            Self::Other => format!("{term}: ?"),
        }
    }

    /// Asks for the term that a description fits.
    pub(super) fn which_fits(self, description: &str, context: Option<&str>) -> String {
        let ask = match self {
            Self::English => "Which term fits this description?",
            Self::Japanese => "次の説明に当てはまるものは何ですか？",
            Self::Chinese => "以下描述的是什么？",
            Self::Korean => "다음 설명에 해당하는 것은 무엇인가요?",
            Self::German => "Worauf trifft diese Beschreibung zu?",
            Self::French => "À quoi correspond cette description ?",
            Self::Spanish => "¿A qué corresponde esta descripción?",
            Self::Portuguese => "A que corresponde esta descrição?",
            Self::Italian => "A che cosa corrisponde questa descrizione?",
            Self::Other => "?",
        };
        match context {
            Some(c) => format!("{ask} ({c})\n\n{description}"),
            None => format!("{ask}\n\n{description}"),
        }
    }

    /// Asks for the one option that a description fits.
    pub(super) fn which_of_these(self, description: &str) -> String {
        let ask = match self {
            Self::English => "Which of these fits the description?",
            Self::Japanese => "次の説明に当てはまるものはどれですか？",
            Self::Chinese => "以下描述对应哪一项？",
            Self::Korean => "다음 설명에 해당하는 것은 어느 것인가요?",
            Self::German => "Worauf von diesen trifft die Beschreibung zu?",
            Self::French => "Lequel de ces éléments correspond à la description ?",
            Self::Spanish => "¿Cuál de estos corresponde a la descripción?",
            Self::Portuguese => "Qual destes corresponde à descrição?",
            Self::Italian => "Quale di questi corrisponde alla descrizione?",
            Self::Other => "?",
        };
        format!("{ask}\n\n{description}")
    }

    /// Asks for one aspect of a term.
    pub(super) fn aspect(self, term: &str, aspect: &str) -> String {
        let aspect = aspect.split(super::phrase::UNDER).next().unwrap_or(aspect);
        let aspect = aspect.trim_end_matches([':', '：', ' ', '?', '？', '¿']);
        match self {
            Self::Japanese => format!("{term} の「{aspect}」は？"),
            Self::Chinese => format!("{term}：{aspect}？"),
            Self::Spanish => format!("{term}: ¿{aspect}?"),
            Self::French => format!("{term} : {aspect} ?"),
            _ => format!("{term}: {aspect}?"),
        }
    }

    /// Asks how two terms differ.
    pub(super) fn difference(self, a: &str, b: &str) -> String {
        match self {
            Self::English => format!("How do {a} and {b} differ?"),
            Self::Japanese => format!("{a} と {b} の違いは何ですか？"),
            Self::Chinese => format!("{a} 和 {b} 有什么区别？"),
            Self::Korean => format!("{a}와(과) {b}의 차이점은 무엇인가요?"),
            Self::German => format!("Worin unterscheiden sich {a} und {b}?"),
            Self::French => format!("Quelle est la différence entre {a} et {b} ?"),
            Self::Spanish => format!("¿En qué se diferencian {a} y {b}?"),
            Self::Portuguese => format!("Qual é a diferença entre {a} e {b}?"),
            Self::Italian => format!("Che differenza c’è tra {a} e {b}?"),
            Self::Other => format!("{a} / {b}: ?"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            ("Сервис преобразует текст в речь", Language::Other),
        ] {
            assert_eq!(Language::of(text), language, "{text}");
        }
    }
}
