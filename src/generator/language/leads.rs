//! Headings and lead-ins in other languages than English that are no terms: an
//! aspect of a thing (`KaiDB Características`), the announcement of a list
//! (`Algunos casos de uso pueden ser`), examples.

use super::Language;
use super::fixed::fixed;
use super::nouns::{Gender, listed};
use crate::generator::listed::Listed;

/// Whether a label is asked of many things and is none itself: `ventajas`.
fn is_aspect(language: Language, label: &str) -> bool {
    let many =
        listed(language, label).is_some_and(|g| matches!(g, Gender::Many | Gender::ManyFeminine));
    many || fixed(language, label).is_some()
}

/// The thing and the aspect that a heading names together: `Muelle
/// Características`, `Ventajas del muelle`, `桟橋のメリット`.
pub(in crate::generator) fn aspect_of(language: Language, title: &str) -> Option<(String, String)> {
    let title = title.trim().trim_end_matches([':', '：', '.', ' ']);
    if matches!(language, Language::Japanese | Language::Chinese) {
        let (mark, width) = match language {
            Language::Japanese => ('の', 'の'.len_utf8()),
            _ => ('的', '的'.len_utf8()),
        };
        let at = title.rfind(mark)?;
        let (thing, aspect) = (title[..at].trim(), title[at + width..].trim());
        let known = super::labels::eastern(aspect) && aspect.chars().count() < 7
            || fixed(language, aspect).is_some();
        let loose = ["よくある", "主な", "なぜ"]
            .iter()
            .any(|l| thing.starts_with(l));
        return (known && !loose && !thing.is_empty())
            .then(|| (thing.to_owned(), aspect.to_owned()));
    }
    let words: Vec<&str> = title.split_whitespace().collect();
    for n in [3, 2, 1] {
        if words.len() <= n {
            continue;
        }
        let (head, tail) = words.split_at(words.len() - n);
        let label = tail.join(" ");
        let last = head[head.len() - 1].trim_end_matches([':', '-', '–']);
        static ADJECTIVES: Listed = Listed::new(
            "principais principales principali principaux principal otros otras outros outras altri \
             altre autres nuevas novas diferentes wichtige weitere alle zentrale allgemeine grandes",
        );
        let named = (last.chars().any(char::is_uppercase) || last.ends_with(')'))
            && !ADJECTIVES.has(&last.to_lowercase());
        if named && is_aspect(language, &label.to_lowercase()) {
            let thing = head.join(" ");
            let thing = thing.trim_end_matches([':', '-', '–', '—', ' ']);
            return (!thing.is_empty()).then(|| (thing.to_owned(), label));
        }
        let (head, tail) = words.split_at(n);
        let label = head.join(" ");
        let (of, thing) = tail.split_first()?;
        static OF: Listed = Listed::new("de del di du da do von der des vom");
        if OF.has(&of.to_lowercase()) && is_aspect(language, &label.to_lowercase()) {
            let capital = thing.iter().any(|w| w.chars().any(char::is_uppercase));
            return capital.then(|| (thing.join(" "), label));
        }
    }
    None
}

/// What a line before a list announces: `Some(None)` where it only says that
/// some things follow, `Some(Some(aspect))` where it names an aspect.
pub(in crate::generator) fn lead_in(language: Language, title: &str) -> Option<Option<String>> {
    let lower = title.to_lowercase();
    let bare = lower.trim_end_matches([':', '：', ' ', '-', '>', '→', '.']);
    let verbs = [
        " pueden ser",
        " puede ser",
        " son",
        " incluyen",
        " podem ser",
        " são",
        " incluem",
        " possono essere",
        " sono",
        " includono",
        " peuvent être",
        " sont",
        " comprennent",
        " können sein",
        " sind",
        " umfassen",
    ];
    let some = [
        "algunos ",
        "algunas ",
        "varios ",
        "varias ",
        "diversos ",
        "diversas ",
        "una serie de ",
        "los siguientes ",
        "las siguientes ",
        "alguns ",
        "algumas ",
        "vários ",
        "várias ",
        "uma série de ",
        "os seguintes ",
        "as seguintes ",
        "alcuni ",
        "alcune ",
        "diversi ",
        "diverse ",
        "una serie di ",
        "i seguenti ",
        "le seguenti ",
        "quelques ",
        "certains ",
        "certaines ",
        "plusieurs ",
        "une série de ",
        "les suivants ",
        "einige ",
        "mehrere ",
        "verschiedene ",
        "folgende ",
        "die folgenden ",
    ];
    if language == Language::English || !language.is_spaced() {
        return None;
    }
    let said = verbs.iter().find_map(|v| bare.strip_suffix(v));
    let rest = said.unwrap_or(bare);
    let counted = some.iter().find_map(|s| rest.strip_prefix(s));
    let rest = counted.unwrap_or(rest);
    let ahead = [
        "siguientes",
        "seguintes",
        "seguenti",
        "suivants",
        "suivantes",
    ]
    .iter()
    .any(|a| bare.ends_with(a));
    if said.is_none() && counted.is_none() && !ahead {
        return None;
    }
    let plain = [
        "los ",
        "las ",
        "os ",
        "as ",
        "i ",
        "gli ",
        "le ",
        "les ",
        "die ",
        "principales ",
        "principais ",
    ]
    .iter()
    .find_map(|a| rest.strip_prefix(a))
    .unwrap_or(rest);
    Some(is_aspect(language, plain).then(|| plain.to_owned()))
}

/// Whether a heading only gathers what is to be known of the thing above it.
pub(in crate::generator) fn collects(title: &str) -> bool {
    static WORDS: Listed = Listed::phrases(
        "puntos clave|puntos principales|puntos importantes|aspectos clave|\
        pontos chave|pontos-chave|pontos principais|principais pontos|pontos importantes|\
        punti chiave|punti principali|punti importanti|points clés|points importants|points forts|\
        points principaux|kernpunkte|wichtige punkte|wichtigste punkte|wichtigste merkmale",
    );
    let lower = title.to_lowercase();
    WORDS.has(lower.trim_end_matches([':', '：', ' ', '.']))
}

/// Whether a heading only says that the thing above is summed up, or says
/// something of it: `要点のまとめ`, `Redshift 한 줄 소개`, `빠르게 혁신 중이다`.
pub(in crate::generator) fn sums_up(title: &str) -> bool {
    static WORDS: Listed = Listed::phrases(
        "要点|まとめ|要点のまとめ|要点まとめ|要約|ポイントまとめ|重要ポイント|重要なポイント|サマリー|\
        要点总结|要點|重点|重點|요약|정리|핵심 정리|핵심 요약|개요|\
        resumo|resumen|riassunto|riepilogo|résumé|zusammenfassung",
    );
    let lower = title.to_lowercase();
    let bare = lower.trim_end_matches([':', '：', ' ', '.']);
    let ends = [
        " 소개",
        " 요약",
        " 정리",
        "이다",
        "한다",
        "된다",
        "합니다",
        "입니다",
        "됩니다",
    ];
    WORDS.has(bare) || ends.iter().any(|e| bare.ends_with(e))
}

/// Whether a heading is a part that every report has, and names no thing:
/// `考察`, `実装演習結果`, `おわりに`.
pub(in crate::generator) fn reports(title: &str) -> bool {
    static WORDS: Listed = Listed::phrases(
        "はじめに|おわりに|終わりに|さいごに|最後に|目的|結論|結果|背景と目的|感想|所感|目次|\
        引言|前言|结论|結論|结语|結語|목차|결론|결과|고찰|서론|마무리|머리말|\
        introdução|introducción|introduzione|einleitung|introduction|conclusão|conclusión|conclusiones|\
        conclusões|conclusione|conclusioni|conclusions|schluss|schlussfolgerung|resultados|risultati|\
        résultats|ergebnisse|considerações finais",
    );
    let lower = title.to_lowercase();
    let bare = lower.trim_end_matches([':', '：', ' ', '.']);
    let told = [
        "考察",
        "演習結果",
        "実験結果",
        "実行結果",
        "実装結果",
        "結果と考察",
    ];
    WORDS.has(bare) || told.iter().any(|t| bare.ends_with(t))
}

/// Whether a heading has a question of its own to ask of the thing above it.
pub(in crate::generator) fn is_asked_of(language: Language, title: &str) -> bool {
    let lower = title.to_lowercase();
    let bare = lower
        .trim_start_matches('¿')
        .trim_end_matches([':', '?', ' ', '.']);
    fixed(language, bare).is_some()
}

/// Whether a name joins two things: `係留と荷役`, `계류와 하역`, `Kai vs. Mole`.
pub(in crate::generator) fn joins(name: &str) -> bool {
    let letters: Vec<char> = name.chars().collect();
    let kana = |c: char| ('\u{3041}'..='\u{309f}').contains(&c);
    let between = |c: char, i: usize| {
        let (before, after) = (letters.get(i.wrapping_sub(1)), letters.get(i + 1));
        let whole = |o: Option<&char>| o.is_some_and(|o| o.is_alphanumeric() && !kana(*o));
        letters[i] == c && whole(before) && whole(after) && i > 1
    };
    let east = (0..letters.len()).any(|i| between('と', i) || between('与', i) || between('與', i));
    let korean =
        name.split_whitespace().rev().skip(1).any(|w| {
            w == "및" || w.chars().count() > 2 && (w.ends_with('와') || w.ends_with('과'))
        });
    east || korean
}

/// Whether what stands under a heading only shows things in use, or where to
/// read on.
pub(in crate::generator) fn illustrates(title: &str) -> bool {
    let lower = title.to_lowercase();
    let lower = lower.trim_end_matches([':', '：', ' ', ')', '）']);
    let east = [
        "例",
        "ユースケース",
        "設計パターン",
        "判断基準",
        "選択基準",
        "選定基準",
        "最適化",
        "シナリオ",
        "サンプル",
        "構成図",
        "例題",
        "示例",
        "案例",
        "예시",
        "예제",
    ];
    static WEST: Listed = Listed::new(
        "ejemplo ejemplos exemplo exemplos esempio esempi exemple exemples beispiel beispiele escenarios cenários",
    );
    let (first, last) = (
        lower.split_whitespace().next().unwrap_or(""),
        lower.split_whitespace().next_back().unwrap_or(""),
    );
    static ADVISED: Listed = Listed::new(
        "recommandées recommandés utiles recomendados útiles úteis consigliate utili empfohlene nützliche",
    );
    static SOURCES: Listed = Listed::new("ressources ressourcen recursos risorse");
    let advised =
        SOURCES.has(first) && ADVISED.has(last) || ADVISED.has(first) && SOURCES.has(last);
    let uses = [
        "casos de uso",
        "cas d'usage",
        "cas d’usage",
        "cas d'utilisation",
        "cas d’utilisation",
        "casi d'uso",
        "casi d’uso",
        "anwendungsfälle",
        "einsatzgebiete",
    ];
    // `Quando escolher cada modo`: what suits, not what it is.
    let choices = [
        "quando escolher",
        "quando usar",
        "cuándo elegir",
        "cuándo usar",
        "quand choisir",
        "quand utiliser",
        "quando scegliere",
        "wann ",
    ];
    let used = uses.contains(&lower) || choices.iter().any(|c| lower.starts_with(c));
    used || advised || east.iter().any(|e| lower.ends_with(e)) || WEST.has(first) || WEST.has(last)
}

/// Whether lines under a title say what part others play: `連携`.
pub(in crate::generator) fn names_partners(title: &str) -> bool {
    let bare = title.trim_end_matches([':', '：', ' ']);
    let lower = bare.to_lowercase();
    matches!(bare, "連携" | "統合" | "連携サービス")
        || ["tích hợp với", "tích hợp các"]
            .iter()
            .any(|b| lower.starts_with(b))
        || ["との連携", "との統合"].iter().any(|e| bare.ends_with(e))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_that_is_a_sentence_sums_up() {
        for title in ["TideHub 한 줄 소개", "빠르게 혁신 중이다", "핵심 정리"] {
            assert!(sums_up(title), "{title}");
        }
        assert!(!sums_up("TideHub") && !sums_up("배 계류"));
    }

    #[test]
    fn aspects_and_announcements_are_told_from_terms() {
        let of = |language, title| aspect_of(language, title);
        let pair = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        for (language, title, told) in [
            (
                Language::Spanish,
                "Kai DB Características",
                pair("Kai DB", "Características"),
            ),
            (
                Language::Spanish,
                "KaiDB: casos de uso",
                pair("KaiDB", "casos de uso"),
            ),
            (
                Language::Portuguese,
                "Vantagens do TideDB",
                pair("TideDB", "Vantagens"),
            ),
            (
                Language::Japanese,
                "防波堤のメリット",
                pair("防波堤", "メリット"),
            ),
            (Language::Spanish, "Puerto de mar", None),
            (Language::French, "Types de bateaux", None),
        ] {
            assert_eq!(of(language, title), told, "{title}");
        }
        let spanish = |t| lead_in(Language::Spanish, t);
        assert_eq!(
            spanish("Algunos casos de uso pueden ser:"),
            Some(Some("casos de uso".to_owned()))
        );
        assert_eq!(spanish("Algunos muelles"), Some(None));
        assert_eq!(spanish("Muelles del norte"), None);
    }
}
