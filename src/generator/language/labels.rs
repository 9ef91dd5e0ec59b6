//! Labels: what one asks for under a label or a column in another language.
//! A label is asked for only as a sentence, and only where it names something
//! that many things have.

use super::Language;
use crate::generator::listed::Listed;
use crate::generator::words;

/// Whether a label says that what follows is its topic's definition.
pub(in crate::generator) fn describes(label: &str) -> bool {
    static WORDS: Listed = Listed::phrases(
        "definición|definición corta|descripción|qué es|significado|concepto|explicación|\
        definição|descrição|o que é|significado|conceito|explicação|definizione|descrizione|\
        cos'è|cos’è|significato|spiegazione|définition|signification|explication|qu'est-ce que c'est|\
        definition|beschreibung|bedeutung|erklärung|erläuterung|was ist das|kennzeichnung|\
        説明|定義|意味|概要|内容|備考|とは|说明|描述|定义|含义|概述|簡介|简介|說明|定義|描述|備註|备注|\
        설명|정의|açıklama|tanım|nedir|определение|описание|что это|definicja|opis|beschrijving|\
        omschrijving|mô tả|định nghĩa|khái niệm",
    );
    WORDS.has(bare(label).as_str())
}

/// A label in lower case without what ends it.
fn bare(label: &str) -> String {
    let t = label.trim().trim_start_matches('¿');
    t.trim_end_matches([':', '：', ' ', '?', '？', '.'])
        .to_lowercase()
}

/// Labels with a question of their own; `{x}` is the term.
fn fixed(language: Language, label: &str) -> Option<&'static str> {
    let table: &[(&str, &str)] = match language {
        Language::German => &[
            (
                "zweck|einsatzzweck|verwendungszweck|wozu|verwendung|nutzen|ziel|aufgabe",
                "Wozu dient {x}?",
            ),
            (
                "anwendungsfälle|anwendungen|einsatzgebiete|anwendungsgebiete|einsatz",
                "Wofür wird {x} eingesetzt?",
            ),
            ("vorteil|vorteile", "Welche Vorteile hat {x}?"),
            ("nachteil|nachteile", "Welche Nachteile hat {x}?"),
            ("beispiel|beispiele", "Was ist ein Beispiel für {x}?"),
            ("kosten|preis|preise", "Was kostet {x}?"),
            (
                "funktionsweise|wie es funktioniert",
                "Wie funktioniert {x}?",
            ),
            ("bestandteile|komponenten", "Woraus besteht {x}?"),
        ],
        Language::French => &[
            (
                "rôle|but|objectif|utilité|usage|à quoi ça sert|finalité|utilisation",
                "À quoi sert {x} ?",
            ),
            (
                "cas d'usage|cas d’usage|cas d'utilisation|cas d’utilisation|usages",
                "Quels sont les cas d’usage de {x} ?",
            ),
            ("avantage|avantages", "Quels sont les avantages de {x} ?"),
            (
                "inconvénient|inconvénients",
                "Quels sont les inconvénients de {x} ?",
            ),
            ("exemples", "Quels sont des exemples de {x} ?"),
            (
                "quand l'utiliser|quand l’utiliser|quand utiliser",
                "Quand faut-il utiliser {x} ?",
            ),
            ("fonctionnement", "Comment fonctionne {x} ?"),
            ("types", "Quels sont les types de {x} ?"),
            ("limites", "Quelles sont les limites de {x} ?"),
            (
                "coûts|prix|tarif|tarifs|tarification",
                "Combien coûte {x} ?",
            ),
        ],
        Language::Spanish => &[
            (
                "propósito|para qué sirve|uso|utilidad|finalidad|usos|objetivo",
                "¿Para qué sirve {x}?",
            ),
            (
                "casos de uso|caso de uso|caso de uso ideal|ideal para|casos de uso ideales",
                "¿Cuál es un caso de uso de {x}?",
            ),
            ("ejemplo|ejemplos", "¿Cuál es un ejemplo de {x}?"),
            (
                "cuándo usar|cuándo usarlo|cuándo usarla|cuándo se usa",
                "¿Cuándo se usa {x}?",
            ),
            ("cómo funciona|funcionamiento", "¿Cómo funciona {x}?"),
            (
                "precio|coste|costo|costes|costos|precios",
                "¿Cuánto cuesta {x}?",
            ),
        ],
        Language::Portuguese => &[
            (
                "propósito|para que serve|uso|finalidade|utilidade|objetivo|usos",
                "Para que serve {x}?",
            ),
            (
                "casos de uso|caso de uso|casos de uso comuns|caso de uso/o que é bom para|bom para|ideal para",
                "Qual é um caso de uso de {x}?",
            ),
            (
                "exemplo|exemplos|exemplo real|exemplos reais",
                "Qual é um exemplo de {x}?",
            ),
            (
                "quando usar|quando utilizar|quando escolher",
                "Quando se usa {x}?",
            ),
            ("como funciona|funcionamento", "Como funciona {x}?"),
            ("preço|custo|custos|preços", "Quanto custa {x}?"),
        ],
        Language::Italian => &[
            (
                "scopo|a cosa serve|finalità|uso|utilizzo|obiettivo",
                "A che cosa serve {x}?",
            ),
            (
                "casi d'uso|casi d’uso|caso d'uso|ideale per",
                "Qual è un caso d’uso di {x}?",
            ),
            ("esempio|esempi", "Qual è un esempio di {x}?"),
            (
                "quando usarlo|quando usarla|quando si usa|quando usare",
                "Quando si usa {x}?",
            ),
            ("come funziona|funzionamento", "Come funziona {x}?"),
            ("prezzo|costo|costi|prezzi", "Quanto costa {x}?"),
            (
                "prezzo basato su|costo basato su",
                "Su che cosa si basa il prezzo di {x}?",
            ),
        ],
        Language::Turkish => &[
            (
                "ne işe yarar|amaç|amacı|kullanım amacı",
                "{x} ne işe yarar?",
            ),
            ("ne zaman kullanılır", "{x} ne zaman kullanılır?"),
            ("nasıl çalışır|çalışma prensibi", "{x} nasıl çalışır?"),
        ],
        Language::Japanese => &[
            ("用途|主な用途|使い道|使用目的", "{x} は何に使いますか？"),
            (
                "使う場面|使用場面|ユースケース|適用場面|利用シーン",
                "{x} はどんな場面で使いますか？",
            ),
            ("料金|価格|費用", "{x} の料金はどうなっていますか？"),
        ],
        Language::Chinese => &[(
            "用途|主要用途|作用|使用场景|使用場景|适用场景|適用場景",
            "{x} 有什么用途？",
        )],
        Language::Russian => &[("назначение|для чего|зачем", "Для чего нужен {x}?")],
        Language::Polish => &[("zastosowanie|do czego służy|cel", "Do czego służy {x}?")],
        _ => &[],
    };
    let hit = table
        .iter()
        .find(|(of, _)| of.split('|').any(|l| l == label));
    hit.map(|(_, asks)| *asks)
}

/// The gender and number of an attribute noun.
#[derive(Clone, Copy, PartialEq)]
enum Gender {
    Masculine,
    Feminine,
    Neuter,
    Many,
    ManyFeminine,
}

/// Attribute nouns by their gender: what many things have.
const NOUNS: [(Language, Gender, &str); 20] = [
    (
        Language::German,
        Gender::Masculine,
        "typ zweck name wert umfang ort ursprung standort port status zeitraum einfluss bestandteil aufbau erreger auslöser wirkstoff verlauf",
    ),
    (
        Language::German,
        Gender::Feminine,
        "dauer funktion art größe form farbe formel einheit rolle sprache ursache wirkung lage länge höhe breite tiefe temperatur dichte grenze herkunft bedeutung aufgabe frist gebühr haltbarkeit struktur kapazität",
    ),
    (
        Language::German,
        Gender::Neuter,
        "limit format merkmal ziel protokoll symbol jahr maximum minimum gewicht ergebnis prinzip verfahren modell alter volumen kürzel",
    ),
    (
        Language::German,
        Gender::Many,
        "merkmale eigenschaften grenzen kosten arten typen formen funktionen ursachen folgen symptome aufgaben ziele bestandteile phasen stufen voraussetzungen kennzeichen",
    ),
    (
        Language::French,
        Gender::Masculine,
        "type prix coût format protocole port nom symbole objectif niveau débit délai mode modèle statut principe résultat pays nombre lieu langage moteur support usage",
    ),
    (
        Language::French,
        Gender::Feminine,
        "durée taille limite fonction date capacité latence disponibilité durabilité formule unité région version fréquence cause conséquence origine couleur structure mémoire portée",
    ),
    (
        Language::French,
        Gender::Many,
        "types avantages inconvénients composants modes formats principes symptômes effets exemples outils",
    ),
    (
        Language::French,
        Gender::ManyFeminine,
        "caractéristiques limites fonctions causes conséquences étapes fonctionnalités règles phases",
    ),
    (
        Language::Spanish,
        Gender::Masculine,
        "tipo precio límite formato nombre valor puerto protocolo símbolo objetivo origen destino rendimiento nivel modo papel control principio resultado alcance motor lenguaje tamaño plazo tiempo costo costo máximo mínimo",
    ),
    (
        Language::Spanish,
        Gender::Feminine,
        "duración función latencia capacidad disponibilidad durabilidad fórmula unidad región versión frecuencia causa consecuencia gestión retención velocidad infraestructura fecha clase base fuente",
    ),
    (
        Language::Spanish,
        Gender::Many,
        "tipos beneficios límites componentes formatos requisitos síntomas efectos pasos modos principios",
    ),
    (
        Language::Spanish,
        Gender::ManyFeminine,
        "características ventajas desventajas funciones causas consecuencias fases limitaciones etapas partes",
    ),
    (
        Language::Portuguese,
        Gender::Masculine,
        "tipo preço limite formato nome valor porto protocolo símbolo objetivo nível modo papel controle princípio resultado tamanho prazo tempo custo máximo mínimo comando desempenho",
    ),
    (
        Language::Portuguese,
        Gender::Feminine,
        "duração função latência capacidade disponibilidade durabilidade fórmula unidade região versão frequência causa consequência retenção velocidade infraestrutura data customização complexidade porta",
    ),
    (
        Language::Portuguese,
        Gender::Many,
        "tipos benefícios limites componentes formatos requisitos sintomas efeitos passos modos princípios desafios",
    ),
    (
        Language::Portuguese,
        Gender::ManyFeminine,
        "características vantagens desvantagens funções causas consequências fases limitações etapas partes ferramentas",
    ),
    (
        Language::Italian,
        Gender::Masculine,
        "tipo prezzo limite formato nome valore protocollo simbolo obiettivo livello modo ruolo principio risultato tempo costo massimo minimo linguaggio",
    ),
    (
        Language::Italian,
        Gender::Feminine,
        "durata funzione latenza capacità disponibilità formula unità regione versione frequenza causa conseguenza velocità infrastruttura data dimensione finalità",
    ),
    (
        Language::Italian,
        Gender::Many,
        "tipi benefici vantaggi svantaggi limiti componenti formati requisiti sintomi effetti passi modi principi",
    ),
    (
        Language::Italian,
        Gender::ManyFeminine,
        "caratteristiche funzioni cause conseguenze fasi differenze parti",
    ),
];

fn listed(language: Language, noun: &str) -> Option<Gender> {
    NOUNS
        .iter()
        .find(|(l, _, nouns)| *l == language && nouns.split(' ').any(|n| n == noun))
        .map(|(_, gender, _)| *gender)
}

/// The gender that an ending shows, for the head of a column.
fn shown(language: Language, noun: &str) -> Option<Gender> {
    let ends = |of: &[&str]| of.iter().any(|e| noun.ends_with(e));
    match language {
        Language::Spanish | Language::Portuguese => {
            let many = noun.len() > 4 && noun.ends_with('s') && !ends(&["sis", "us", "is", "ês"]);
            let one = if many {
                noun.trim_end_matches('s')
            } else {
                noun
            };
            let greek = matches!(
                one,
                "problema" | "sistema" | "tema" | "programa" | "esquema" | "idioma" | "día" | "dia"
            );
            let feminine = !greek
                && [
                    "a", "ción", "sión", "dad", "tud", "ção", "são", "dade", "gem", "ncia", "ção",
                    "cione", "cõe",
                ]
                .iter()
                .any(|e| one.ends_with(e));
            let masculine = greek
                || ["o", "or", "aje", "miento", "mento", "al", "el"]
                    .iter()
                    .any(|e| one.ends_with(e));
            match (feminine, masculine, many) {
                (true, _, true) => Some(Gender::ManyFeminine),
                (true, _, false) => Some(Gender::Feminine),
                (_, true, true) => Some(Gender::Many),
                (_, true, false) => Some(Gender::Masculine),
                _ => None,
            }
        }
        Language::Italian if ends(&["zione", "sione", "tà", "tù", "ura", "enza", "anza"]) => {
            Some(Gender::Feminine)
        }
        Language::Italian if ends(&["zioni", "sioni", "enze", "anze"]) => {
            Some(Gender::ManyFeminine)
        }
        Language::Italian if ends(&["mento", "tore", "aggio", "ismo"]) => Some(Gender::Masculine),
        Language::French if ends(&["tion", "sion", "ité", "ence", "ance", "ture"]) => {
            Some(Gender::Feminine)
        }
        Language::French if ends(&["tions", "sions", "ités", "ences"]) => {
            Some(Gender::ManyFeminine)
        }
        Language::French if ends(&["ment", "age", "isme", "eau"]) => Some(Gender::Masculine),
        Language::German if ends(&["ung", "heit", "keit", "schaft", "tion", "tät"]) => {
            Some(Gender::Feminine)
        }
        Language::German if ends(&["ungen", "heiten", "keiten", "tionen"]) => Some(Gender::Many),
        Language::German if ends(&["ismus", "ling"]) => Some(Gender::Masculine),
        _ => {
            // The last part of a German compound: `Speichergröße`.
            let of = |(l, g, nouns): &(Language, Gender, &str)| {
                (*l == language && language == Language::German)
                    .then(|| nouns.split(' ').any(|n| n.len() > 3 && noun.ends_with(n)))
                    .unwrap_or(false)
                    .then_some(*g)
            };
            NOUNS.iter().find_map(of)
        }
    }
}

/// Where the part of a label begins that says of what or to what: there the
/// term goes in. `Differenze │rispetto a …`
fn turn(label: &str) -> usize {
    [
        " rispetto ",
        " respecto ",
        " em relação ",
        " par rapport ",
        " para ",
        " per ",
        " pour ",
        " en ",
        " em ",
        " in ",
        " por ",
        " bei ",
        " für ",
        " pro ",
        " dans ",
    ]
    .iter()
    .filter_map(|p| label.find(p))
    .min()
    .unwrap_or(label.len())
}

/// Asks for what stands under a label; `whole` where a column's head vouches
/// that many things have it. `None` where it is no attribute.
pub(in crate::generator) fn question(
    language: Language,
    owner: &str,
    label: &str,
    whole: bool,
) -> Option<String> {
    let said = label
        .split(crate::generator::phrase::UNDER)
        .next()
        .unwrap_or(label);
    let said = said.trim().trim_start_matches('¿');
    let said = said.trim_end_matches([':', '：', ' ', '?', '？', '.']);
    let lower = said.to_lowercase();
    if describes(label) {
        return Some(language.what_is(owner, None));
    }
    if let Some(asks) = fixed(language, &lower) {
        return Some(asks.replace("{x}", owner));
    }
    if super::is_remark(label) {
        return None;
    }
    match language {
        Language::Japanese if whole && words::count(said) <= 4 || eastern(&lower) => {
            Some(format!("{owner} の「{said}」は何ですか？"))
        }
        Language::Chinese if whole && words::count(said) <= 4 || eastern(&lower) => {
            Some(format!("{owner} 的“{said}”是什么？"))
        }
        Language::Japanese | Language::Chinese => None,
        _ => western(language, owner, said, whole),
    }
}

/// Attribute nouns at the end of a Japanese or Chinese label.
fn eastern(label: &str) -> bool {
    [
        "特徴",
        "種類",
        "メリット",
        "デメリット",
        "利点",
        "欠点",
        "目的",
        "制限",
        "上限",
        "下限",
        "最大",
        "最小",
        "サイズ",
        "期間",
        "速度",
        "性能",
        "対象",
        "単位",
        "形式",
        "言語",
        "容量",
        "役割",
        "効率",
        "種別",
        "スケール",
        "コスト",
        "特点",
        "優點",
        "缺點",
        "优点",
        "缺点",
        "類型",
        "类型",
        "成本",
        "目的",
        "限制",
        "大小",
        "頻率",
        "频率",
        "吞吐量",
        "延遲",
        "延迟",
        "単価",
        "公式",
        "原因",
        "症状",
        "場所",
        "年",
        "作者",
        "保存期間",
        "範囲",
    ]
    .iter()
    .any(|n| label.ends_with(n))
}

fn western(language: Language, owner: &str, said: &str, whole: bool) -> Option<String> {
    let lower = said.to_lowercase();
    let head = lower.split_whitespace().next()?;
    let at = turn(&lower);
    let gender = listed(language, head).or_else(|| shown(language, head).filter(|_| whole))?;
    if words::count(said) > 5 || !said.is_char_boundary(at) || lower.len() != said.len() {
        return None;
    }
    // A German adjective before its noun would have to be bent.
    let upright =
        language != Language::German || at == head.len() || words::count(&said[..at]) == 1;
    if !upright {
        return None;
    }
    let many = matches!(gender, Gender::Many | Gender::ManyFeminine);
    let feminine = matches!(gender, Gender::Feminine | Gender::ManyFeminine);
    let (what, rest) = said.split_at(at);
    let what = match language {
        Language::German => what.to_owned(),
        _ => small(what),
    };
    let vowel = what.starts_with(['a', 'e', 'i', 'o', 'u', 'é', 'h', 'à']);
    let asked = match language {
        Language::German => {
            let which = match gender {
                Gender::Masculine => "Welchen",
                Gender::Neuter => "Welches",
                _ => "Welche",
            };
            format!("{which} {what} hat {owner}{rest}?")
        }
        Language::French => {
            let which = match (feminine, many) {
                (false, false) => "Quel est",
                (true, false) => "Quelle est",
                (false, true) => "Quels sont",
                (true, true) => "Quelles sont",
            };
            let article = match (feminine, many) {
                (_, true) => "les ",
                _ if vowel => "l’",
                (true, false) => "la ",
                (false, false) => "le ",
            };
            format!("{which} {article}{what} de {owner}{rest} ?")
        }
        Language::Spanish => {
            let article = match (feminine, many) {
                (false, false) => "es el",
                (true, false) => "es la",
                (false, true) => "son los",
                (true, true) => "son las",
            };
            let which = if many { "¿Cuáles" } else { "¿Cuál" };
            format!("{which} {article} {what} de {owner}{rest}?")
        }
        Language::Portuguese => {
            let article = match (feminine, many) {
                (false, false) => "é o",
                (true, false) => "é a",
                (false, true) => "são os",
                (true, true) => "são as",
            };
            let which = if many { "Quais" } else { "Qual" };
            format!("{which} {article} {what} de {owner}{rest}?")
        }
        Language::Italian => {
            let hard = what.starts_with("st")
                || what.starts_with("sp")
                || what.starts_with("sv")
                || what.starts_with('z');
            let article = match (feminine, many) {
                (false, true) if vowel || hard => "gli ",
                (false, true) => "i ",
                (true, true) => "le ",
                (_, false) if vowel => "l’",
                (true, false) => "la ",
                (false, false) if hard => "lo ",
                (false, false) => "il ",
            };
            let which = if many { "Quali sono" } else { "Qual è" };
            format!("{which} {article}{what} di {owner}{rest}?")
        }
        _ => return None,
    };
    Some(asked)
}

/// The first letter small, unless the word is written in capitals.
fn small(text: &str) -> String {
    let second = text.chars().nth(1).is_some_and(char::is_uppercase);
    let mut chars = text.chars();
    match chars.next() {
        Some(c) if !second => c.to_lowercase().chain(chars).collect(),
        _ => text.to_owned(),
    }
}

/// Whether a label names what many things have, and so is no term of its own.
pub(in crate::generator) fn is_label(language: Language, label: &str) -> bool {
    let lower = bare(label);
    let head = lower.split_whitespace().next().unwrap_or("");
    language != Language::English
        && (describes(label)
            || fixed(language, &lower).is_some()
            || super::is_remark(label)
            || listed(language, head).is_some() && words::count(&lower) <= 4
            || !language.is_spaced() && eastern(&lower) && words::count(&lower) <= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_asked_as_sentences() {
        for (language, owner, label, whole, asked) in [
            (
                Language::German,
                "KaiDB",
                "Typ",
                false,
                Some("Welchen Typ hat KaiDB?"),
            ),
            (
                Language::German,
                "KaiDB",
                "Kosten",
                false,
                Some("Was kostet KaiDB?"),
            ),
            (Language::German, "KaiDB", "Ruhige Wasser", false, None),
            (
                Language::Spanish,
                "MuelleDB",
                "Precio",
                false,
                Some("¿Cuánto cuesta MuelleDB?"),
            ),
            (
                Language::Spanish,
                "MuelleDB",
                "Límite",
                false,
                Some("¿Cuál es el límite de MuelleDB?"),
            ),
            (
                Language::Spanish,
                "MuelleDB",
                "Gestión",
                true,
                Some("¿Cuál es la gestión de MuelleDB?"),
            ),
            (Language::Spanish, "MuelleDB", "Olas suaves", false, None),
            (
                Language::Portuguese,
                "Cais",
                "Função para barcos em repouso",
                true,
                Some("Qual é a função de Cais para barcos em repouso?"),
            ),
            (
                Language::Italian,
                "Molo",
                "Differenze rispetto a un pontile",
                true,
                Some("Quali sono le differenze di Molo rispetto a un pontile?"),
            ),
            (
                Language::French,
                "Quai",
                "Durée",
                false,
                Some("Quelle est la durée de Quai ?"),
            ),
            (
                Language::French,
                "Quai",
                "Avantages",
                false,
                Some("Quels sont les avantages de Quai ?"),
            ),
            (
                Language::Japanese,
                "桟橋",
                "備考",
                true,
                Some("桟橋 とは何ですか？"),
            ),
            (Language::Japanese, "桟橋", "静かな朝", false, None),
        ] {
            assert_eq!(
                question(language, owner, label, whole).as_deref(),
                asked,
                "{label}"
            );
        }
    }
}
