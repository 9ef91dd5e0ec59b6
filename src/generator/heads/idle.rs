//! Columns with nothing to learn: links, dates, remarks, what an exam asks, stories.

use crate::generator::aspect;
use crate::generator::listed::Listed;

/// Heads of columns with nothing to learn.
pub(super) const HEADS: [&str; 36] = [
    "出典",
    "参考",
    "備考",
    "メモ",
    "例",
    "备注",
    "비고",
    "link",
    "links",
    "url",
    "#",
    "no",
    "no.",
    "nr",
    "id",
    "reference",
    "references",
    "source",
    "docs",
    "documentation",
    "example",
    "examples",
    "notes",
    "note",
    "remarks",
    "remark",
    "status",
    "done",
    "date",
    "english",
    "英文",
    "英语",
    "日文",
    "日语",
    "中文",
    "読み",
];

/// Whether a column has nothing to learn.
pub(in crate::generator) fn idles(lower: &str) -> bool {
    static REST: Listed =
        Listed::new("other others misc miscellaneous additional comments comment remarks notes");
    let mut parts = lower.split_whitespace();
    let (first, last) = (
        parts.next().unwrap_or(""),
        lower.split_whitespace().next_back(),
    );
    let rest = REST.has(first) || last.is_some_and(|w| REST.has(w));
    HEADS.contains(&lower)
        || rest
        || aspect::tells_stories(lower)
        || last.is_some_and(|w| matches!(w, "industries" | "industry"))
        || matches!(first, "example" | "examples") && parts.next().is_some()
        || last.is_some_and(|w| matches!(w, "example" | "examples"))
        || matches!(
            lower,
            "you"
                | "me"
                | "us"
                | "hook"
                | "mnemonic"
                | "requirement"
                | "official description"
                | "official definition"
                | "exam relevance"
                | "priority"
                | "key point"
                | "key points"
        )
        || lower
            .split(|c: char| !c.is_alphanumeric())
            .any(|w| w == "exam")
        || [
            "試験",
            "正解",
            "引っかけ",
            "問われ",
            "その他",
            "ヒント",
            "考点",
            "例文",
            "使用例",
        ]
        .iter()
        .any(|w| lower.contains(w))
        || ["included", "covered", "learned", "skills"]
            .iter()
            .any(|w| lower.ends_with(w))
        || [
            "example", "examples", "link", "links", "analogy", "metaphor",
        ]
        .iter()
        .any(|w| lower.ends_with(&format!(" {w}")))
}

#[cfg(test)]
mod tests {
    use super::idles;

    #[test]
    fn a_column_for_an_exam_has_nothing_to_learn() {
        assert!(idles("key exam trigger") && idles("deep exam-relevant details"));
        assert!(idles("one-line example") && idles("example boats"));
        assert!(idles("real-world use case") && idles("primary industries"));
        assert!(!idles("examined parts"));
        assert!(idles("試験での引っかけ") && idles("english") && !idles("役割"));
    }
}
