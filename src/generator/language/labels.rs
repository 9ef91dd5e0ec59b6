//! Labels: what one asks for under a label or a column in another language.
//! A label is asked for only as a sentence, and only where it names something
//! that many things have.

use super::Language;
use super::fixed::fixed;
use super::nouns::{Gender, listed, shown};
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
    let label = bare(label);
    let head = label.split_whitespace().next().unwrap_or("");
    let defines = ["definición", "definição", "definizione", "définition"].contains(&head);
    // `サービス概要（一行）`
    let told = label.split(['(', '（']).next().unwrap_or(&label).trim_end();
    let east = [
        "概要", "説明", "定義", "说明", "說明", "描述", "简介", "설명", "정의",
    ]
    .iter()
    .any(|e| told.ends_with(e))
        && words::count(told) <= 3;
    WORDS.has(label.as_str()) || defines && words::count(&label) == 2 || east
}

/// A label in lower case without what ends it.
fn bare(label: &str) -> String {
    let t = label.trim().trim_start_matches('¿');
    t.trim_end_matches([':', '：', ' ', '?', '？', '.'])
        .to_lowercase()
        .replace('\u{307}', "")
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

/// Words that go on from a noun to what it is of.
static LINKS: Listed =
    Listed::new("de del di des du da do dos das della dei von für pro para per pour en em in");

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
    let lower = bare(said);
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
        Language::Korean if whole && words::count(said) <= 4 => {
            Some(format!("{owner}의 ‘{said}’은(는) 무엇인가요?"))
        }
        Language::Japanese | Language::Chinese | Language::Korean => None,
        _ => western(language, owner, said, whole),
    }
}

/// Attribute nouns at the end of a Japanese or Chinese label.
pub(super) fn eastern(label: &str) -> bool {
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
        "計算式",
        "数式",
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
    // `Características/Relación`: two labels in one.
    if said.contains('/') {
        return None;
    }
    let lower = said.to_lowercase();
    let head = lower.split_whitespace().next()?;
    let at = turn(&lower);
    let gender = listed(language, head).or_else(|| shown(language, head).filter(|_| whole))?;
    // `Desempenho Potencialmente Maior` is what somebody says of it.
    let second = lower.split_whitespace().nth(1);
    let bare = whole || second.is_none_or(|w| LINKS.has(w));
    if !bare || words::count(said) > 5 || !said.is_char_boundary(at) || lower.len() != said.len() {
        return None;
    }
    // A German adjective before its noun would have to be bent.
    let upright =
        language != Language::German || at == head.len() || words::count(&said[..at]) == 1;
    if !upright {
        return None;
    }
    // `Avantages du phare` says itself of what.
    let of_its_own = !whole && second.is_some();
    let many = matches!(gender, Gender::Many | Gender::ManyFeminine);
    let feminine = matches!(gender, Gender::Feminine | Gender::ManyFeminine);
    let (what, rest) = match of_its_own {
        true => (said, ""),
        false => said.split_at(at),
    };
    let what = match language {
        Language::German => what.to_owned(),
        _ => small(what),
    };
    let of = match language {
        _ if of_its_own && language == Language::German => return None,
        _ if of_its_own => format!(" ({owner})"),
        Language::German => format!(" hat {owner}"),
        Language::Italian => format!(" di {owner}"),
        _ => format!(" de {owner}"),
    };
    let vowel = what.starts_with(['a', 'e', 'i', 'o', 'u', 'é', 'h', 'à']);
    let asked = match language {
        Language::German => {
            let which = match gender {
                Gender::Masculine => "Welchen",
                Gender::Neuter => "Welches",
                _ => "Welche",
            };
            format!("{which} {what}{of}{rest}?")
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
            format!("{which} {article}{what}{of}{rest} ?")
        }
        Language::Spanish => {
            let article = match (feminine, many) {
                (false, false) => "es el",
                (true, false) => "es la",
                (false, true) => "son los",
                (true, true) => "son las",
            };
            let which = if many { "¿Cuáles" } else { "¿Cuál" };
            format!("{which} {article} {what}{of}{rest}?")
        }
        Language::Portuguese => {
            let article = match (feminine, many) {
                (false, false) => "é o",
                (true, false) => "é a",
                (false, true) => "são os",
                (true, true) => "são as",
            };
            let which = if many { "Quais" } else { "Qual" };
            format!("{which} {article} {what}{of}{rest}?")
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
            format!("{which} {article}{what}{of}{rest}?")
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
    let mut parts = lower.split_whitespace();
    let (head, second) = (parts.next().unwrap_or(""), parts.next());
    language != Language::English
        && (describes(label)
            || fixed(language, &lower).is_some()
            || super::is_remark(label)
            || listed(language, head).is_some()
                && second.is_none_or(|w| LINKS.has(w))
                && words::count(&lower) <= 4
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
                Language::Korean,
                "부두",
                "깊이",
                true,
                Some("부두의 ‘깊이’은(는) 무엇인가요?"),
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
