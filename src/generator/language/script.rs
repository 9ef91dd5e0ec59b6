//! Chinese in its two scripts: whoever writes `這個` is asked `是什麼`.

/// Characters that the two scripts write otherwise, the simplified one first.
const PAIRS: &str =
    "这這个個们們与與为為于於资資务務应應对對项項数數据據类類别別区區么麼实實现現时時";

/// Whether a text is in the traditional script.
pub(in crate::generator) fn is_traditional(text: &str) -> bool {
    let all: Vec<char> = PAIRS.chars().collect();
    let (mut simple, mut traditional) = (0, 0);
    for c in text.chars().filter(|c| !c.is_ascii()) {
        match all.iter().position(|p| *p == c) {
            Some(i) if i % 2 == 0 => simple += 1,
            Some(_) => traditional += 1,
            None => {}
        }
    }
    traditional > simple * 3
}

/// A question of ours in the traditional script.
pub(in crate::generator) fn in_traditional(question: &str) -> String {
    [
        ("什么", "什麼"),
        ("对应", "對應"),
        ("哪一项", "哪一項"),
        ("区别", "區別"),
        ("“", "「"),
        ("”", "」"),
    ]
    .iter()
    .fold(question.to_owned(), |q, (simple, traditional)| {
        q.replace(simple, traditional)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generator::tests::fronts;

    #[test]
    fn whoever_writes_the_traditional_script_is_asked_in_it() {
        let page = "# 港口服務\n\n## Quay Lamp\n\nQuay Lamp 是在夜間照亮碼頭的服務，這個服務為每個港口記錄資料。\n";
        let found = fronts(page);
        assert!(found.iter().any(|f| f == "Quay Lamp 是什麼？"), "{found:?}");
        assert!(!found.iter().any(|f| f.contains("什么")), "{found:?}");
        assert!(is_traditional("這個資料"));
        assert!(!is_traditional("这个数据"));
        assert!(!is_traditional("A lamp on a pier"));
        assert_eq!(in_traditional("X 的“Y”是什么？"), "X 的「Y」是什麼？");
    }
}
