//! Sentences that name their own subject, where words aren't spaced: `桟橋とは、
//! …施設である`, `…施設のことを桟橋という`.

use super::Language;
use crate::generator::listed::Listed;

/// A term and what a sentence says it is.
pub(in crate::generator) fn defined(language: Language, sentence: &str) -> Option<(&str, &str)> {
    if language != Language::Japanese {
        return None;
    }
    let told = sentence.trim().trim_end_matches(['。', '．', ' ']);
    let (term, body) = before(told).or_else(|| after(told))?;
    let body = whole(body);
    let body = ["先述の", "前述の", "上記の", "上述の"]
        .iter()
        .find_map(|b| body.strip_prefix(b))
        .unwrap_or(body);
    (is_term(term) && body.chars().count() >= 10).then_some((term, body))
}

/// `桟橋とは、…`
fn before(told: &str) -> Option<(&str, &str)> {
    let (term, body) = told
        .split_once("とは")
        .or_else(|| told.split_once("というのは"))?;
    let body = body.trim_start_matches(['、', '，', ',', '・', '…', '：', ':', ' ', '　']);
    // `とは何か`, `とは違い`, `とはいえ`
    let other = ["何", "違", "異", "いえ", "言え", "限らない", "別"]
        .iter()
        .any(|o| body.starts_with(o));
    // `大切なことは`: the particle alone.
    (!other && !term.ends_with('こ')).then_some((marked(term), body))
}

/// `…のことを桟橋という`
fn after(told: &str) -> Option<(&str, &str)> {
    let told = [
        "といいます",
        "と言います",
        "と呼びます",
        "と呼ばれる",
        "と呼ばれます",
        "という",
        "と言う",
        "と呼ぶ",
    ]
    .iter()
    .find_map(|e| told.strip_suffix(e))?;
    let (body, term) = told.rsplit_once("のことを")?;
    Some((marked(term.trim_start_matches(['、', ' '])), body))
}

/// A term without the marks around it.
fn marked(term: &str) -> &str {
    term.trim_matches(['「', '」', '『', '』', '*', '`', ' ', '　', '"', '“', '”'])
}

/// The noun without the copula.
fn whole(body: &str) -> &str {
    [
        "のことである",
        "のことです",
        "のことを指します",
        "のことを指す",
        "のこと",
        "を指します",
        "を指す",
        "をいう",
        "を言う",
        "である",
        "です",
    ]
    .iter()
    .find_map(|c| body.strip_suffix(c))
    .unwrap_or(body)
}

/// Whether it can be a term: short, and no piece of a sentence.
fn is_term(term: &str) -> bool {
    static LEANS: Listed = Listed::new("これ それ ここ そこ あれ こちら");
    let count = term.chars().count();
    (2..=30).contains(&count)
        && !LEANS.has(term)
        && !term.contains(['、', '。', '，', '？', '?', '！', ':', '：'])
        && ![
            "この",
            "その",
            "上記",
            "先述",
            "前述",
            "例えば",
            "また",
            "なお",
            "つまり",
        ]
        .iter()
        .any(|l| term.starts_with(l))
        && !["を", "が", "は", "へ", "から", "より", "ので"]
            .iter()
            .any(|p| term.contains(p))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_names_what_it_defines() {
        let told = |s| defined(Language::Japanese, s);
        assert_eq!(
            told("桟橋とは、船が横付けするために海に出した施設である。"),
            Some(("桟橋", "船が横付けするために海に出した施設"))
        );
        assert_eq!(
            told("係留とは・・・　船を綱で岸につなぐ仕組み"),
            Some(("係留", "船を綱で岸につなぐ仕組み"))
        );
        assert_eq!(
            told("船が横付けするために海に出した施設のことを**桟橋**という。"),
            Some(("桟橋", "船が横付けするために海に出した施設"))
        );
        for other in [
            "係留で重要なことは、船を綱で二か所に結ぶことである。",
            "桟橋とは何でしょうか。",
            "これとは、別に船が横付けする施設がある。",
            "船が着くとはいえ、波が高い日には横付けしない。",
            "船を綱で岸につなぐ。",
        ] {
            assert_eq!(told(other), None, "{other}");
        }
    }
}
