//! The few sentences that a card needs in a language whose grammar isn't taken
//! apart: `{x}` is the term, `{y}` another.

use super::Language;

/// The sentences of one language.
struct Frames {
    what_is: &'static str,
    /// The same of many things; empty where one sentence serves both.
    what_are: &'static str,
    /// What something does, where its gloss is a verb.
    does: &'static str,
    /// What an activity consists of, where its gloss is an infinitive.
    consists: &'static str,
    which_fits: &'static str,
    which_of_these: &'static str,
    difference: &'static str,
}

fn frames(language: Language) -> Frames {
    match language {
        Language::English => Frames {
            what_is: "What is {x}?",
            what_are: "",
            does: "What does {x} do?",
            consists: "What does {x} consist of?",
            which_fits: "Which term fits this description?",
            which_of_these: "Which of these fits the description?",
            difference: "How do {x} and {y} differ?",
        },
        Language::Japanese => Frames {
            what_is: "{x} とは何ですか？",
            what_are: "",
            does: "",
            consists: "",
            which_fits: "次の説明に当てはまるものは何ですか？",
            which_of_these: "次の説明に当てはまるものはどれですか？",
            difference: "{x} と {y} の違いは何ですか？",
        },
        Language::Chinese => Frames {
            what_is: "{x} 是什么？",
            what_are: "",
            does: "",
            consists: "",
            which_fits: "以下描述的是什么？",
            which_of_these: "以下描述对应哪一项？",
            difference: "{x} 和 {y} 有什么区别？",
        },
        Language::Korean => Frames {
            what_is: "{x}은(는) 무엇인가요?",
            what_are: "",
            does: "",
            consists: "",
            which_fits: "다음 설명에 해당하는 것은 무엇인가요?",
            which_of_these: "다음 설명에 해당하는 것은 어느 것인가요?",
            difference: "{x}와(과) {y}의 차이점은 무엇인가요?",
        },
        Language::German => Frames {
            what_is: "Was ist {x}?",
            what_are: "Was sind {x}?",
            does: "Was macht {x}?",
            consists: "",
            which_fits: "Worauf trifft diese Beschreibung zu?",
            which_of_these: "Worauf von diesen trifft die Beschreibung zu?",
            difference: "Worin unterscheiden sich {x} und {y}?",
        },
        Language::French => Frames {
            what_is: "Qu’est-ce que {x} ?",
            what_are: "",
            does: "Que fait {x} ?",
            consists: "En quoi consiste « {x} » ?",
            which_fits: "Quel terme correspond à cette description ?",
            which_of_these: "Lequel de ces termes correspond à la description ?",
            difference: "Quelle est la différence entre {x} et {y} ?",
        },
        Language::Spanish => Frames {
            what_is: "¿Qué es {x}?",
            what_are: "¿Qué son {x}?",
            does: "¿Qué hace {x}?",
            consists: "¿En qué consiste «{x}»?",
            which_fits: "¿A qué corresponde esta descripción?",
            which_of_these: "¿Cuál de estos corresponde a la descripción?",
            difference: "¿En qué se diferencian {x} y {y}?",
        },
        Language::Portuguese => Frames {
            what_is: "O que é {x}?",
            what_are: "O que são {x}?",
            does: "O que faz {x}?",
            consists: "Em que consiste “{x}”?",
            which_fits: "A que corresponde esta descrição?",
            which_of_these: "Qual destes corresponde à descrição?",
            difference: "Qual é a diferença entre {x} e {y}?",
        },
        Language::Italian => Frames {
            what_is: "Che cos’è {x}?",
            what_are: "",
            does: "Che cosa fa {x}?",
            consists: "In che cosa consiste «{x}»?",
            which_fits: "A che cosa corrisponde questa descrizione?",
            which_of_these: "Quale di questi corrisponde alla descrizione?",
            difference: "Che differenza c’è tra {x} e {y}?",
        },
        Language::Dutch => Frames {
            what_is: "Wat is {x}?",
            what_are: "",
            does: "",
            consists: "",
            which_fits: "Waarop past deze beschrijving?",
            which_of_these: "Op welke van deze past de beschrijving?",
            difference: "Wat is het verschil tussen {x} en {y}?",
        },
        Language::Turkish => Frames {
            what_is: "{x} nedir?",
            what_are: "",
            does: "",
            consists: "",
            which_fits: "Bu açıklama neye karşılık gelir?",
            which_of_these: "Bu açıklama bunlardan hangisine karşılık gelir?",
            difference: "{x} ile {y} arasındaki fark nedir?",
        },
        Language::Polish => Frames {
            what_is: "Co to jest {x}?",
            what_are: "",
            does: "",
            consists: "",
            which_fits: "Czemu odpowiada ten opis?",
            which_of_these: "Której z tych pozycji odpowiada ten opis?",
            difference: "Czym różnią się {x} i {y}?",
        },
        Language::Russian => Frames {
            what_is: "Что такое {x}?",
            what_are: "",
            does: "",
            consists: "",
            which_fits: "Чему соответствует это описание?",
            which_of_these: "Чему из этого соответствует описание?",
            difference: "Чем отличаются {x} и {y}?",
        },
        Language::Vietnamese => Frames {
            what_is: "{x} là gì?",
            what_are: "",
            does: "",
            consists: "",
            which_fits: "Mô tả này ứng với thuật ngữ nào?",
            which_of_these: "Mô tả này ứng với mục nào sau đây?",
            difference: "{x} và {y} khác nhau như thế nào?",
        },
        // Only what its author vouches for is asked, and by signs alone.
        Language::Other => Frames {
            what_is: "{x}: ?",
            what_are: "",
            does: "",
            consists: "",
            which_fits: "?",
            which_of_these: "?",
            difference: "{x} / {y}: ?",
        },
    }
}

/// A term with what keeps it apart from others of its name.
fn placed(term: &str, context: Option<&str>) -> String {
    match context {
        Some(c) => format!("{term} ({c})"),
        None => term.to_owned(),
    }
}

impl Language {
    /// Whether a heading asks by itself: `Was ist ein Kreis`.
    pub(in crate::generator) fn is_question(self, term: &str) -> bool {
        let low = term.trim_start_matches('¿').to_lowercase();
        let first = match self {
            Self::German => {
                "was ist |was sind |was bedeutet |was versteht |wie |warum |wann |wo |nenne |\
                 erkläre |beschreibe |definiere |erläutere |beschreiben sie |erklären sie |erläutern sie |vergleich|wer |welche|nennen sie |wozu "
            }
            Self::French => {
                "qu'est|qu’est|quel|comment |pourquoi |quand |c'est quoi|où |à quoi |combien "
            }
            Self::Spanish => {
                "qué |cómo |cuál|cuándo |por qué|dónde |quién|para qué|a qué |cuánt|en qué "
            }
            Self::Portuguese => {
                "o que |que é |como |qual |quais |quando |por que|onde |para que |quanto"
            }
            Self::Italian => {
                "cos'è|cos’è|che cos|come |qual|quando |perché|dove |cosa |a cosa |quant"
            }
            Self::Japanese => {
                return low.ends_with("とは") || low.ends_with('か') || low.ends_with("は何");
            }
            Self::Chinese => {
                return low.starts_with("什么是")
                    || low.starts_with("什麼是")
                    || low.ends_with('吗');
            }
            Self::Korean => return low.ends_with("란") || low.ends_with("인가"),
            Self::Turkish => return low.ends_with("nedir") || low.starts_with("ne "),
            Self::Russian => "что такое|как |почему |когда |зачем ",
            Self::Polish => "co to |jak |dlaczego |kiedy |czym ",
            _ => return false,
        };
        first.split('|').any(|f| low.starts_with(f))
    }

    /// Asks what a term is; `context` keeps an ambiguous term apart.
    pub(in crate::generator) fn what_is(self, term: &str, context: Option<&str>) -> String {
        let term = placed(term, context);
        if self.is_question(&term) {
            return match self {
                Self::Spanish => format!("¿{}?", term.trim_start_matches('¿')),
                Self::French => format!("{term} ?"),
                Self::Japanese if term.ends_with("とは") => format!("{term}何ですか？"),
                Self::Japanese | Self::Chinese => format!("{term}？"),
                _ => format!("{term}?"),
            };
        }
        frames(self).what_is.replace("{x}", &term)
    }

    /// Asks what several things of one name are: `¿Qué son las …?`
    pub(in crate::generator) fn what_are(self, term: &str, context: Option<&str>) -> String {
        let asks = frames(self).what_are;
        if asks.is_empty() || self.is_question(term) {
            return self.what_is(term, context);
        }
        asks.replace("{x}", &placed(term, context))
    }

    /// Asks what something does.
    pub(in crate::generator) fn does(self, term: &str, context: Option<&str>) -> String {
        let asks = frames(self).does;
        if asks.is_empty() || self.is_question(term) {
            return self.what_is(term, context);
        }
        asks.replace("{x}", &placed(term, context))
    }

    /// Asks what an activity consists of.
    pub(in crate::generator) fn consists(self, term: &str, context: Option<&str>) -> String {
        let asks = frames(self).consists;
        if asks.is_empty() {
            return self.what_is(term, context);
        }
        let asked = asks.replace("{x}", term);
        match context {
            Some(c) => format!("{asked} ({c})"),
            None => asked,
        }
    }

    /// Asks for the term that a description fits.
    pub(in crate::generator) fn which_fits(
        self,
        description: &str,
        context: Option<&str>,
    ) -> String {
        let ask = frames(self).which_fits;
        match context {
            Some(c) => format!("{ask} ({c})\n\n{description}"),
            None => format!("{ask}\n\n{description}"),
        }
    }

    /// Asks for the one option that a description fits.
    pub(in crate::generator) fn which_of_these(self, description: &str) -> String {
        format!("{}\n\n{description}", frames(self).which_of_these)
    }

    /// Asks how two terms differ.
    pub(in crate::generator) fn difference(self, a: &str, b: &str) -> String {
        frames(self).difference.replace("{x}", a).replace("{y}", b)
    }
}
