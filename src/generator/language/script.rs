//! Chinese in its two scripts, and what tells it from Japanese: whoever writes
//! `這個` is asked `是什麼`.

/// Characters that the two scripts write otherwise, the simplified one first.
const PAIRS: &str =
    "这這个個们們与與为為于於资資务務应應对對项項数數据據类類别別区區么麼实實现現时時";

/// Simplified characters, which no Japanese writes.
const SIMPLIFIED: &str = "这们为说时对过开发应业务统类处输码转执让从样还进运动实现访问网络设备连观长书东车门间马\
     选择标签归质较级组题关键环节验证评价监测种则须给";

/// Traditional characters that Japanese writes otherwise.
const TRADITIONAL: &str = "這個們說嗎將與對數據為會來從還沒關單實應該讓當處總經發產";

/// Whether no Japanese writes a character, as it is simplified.
pub(super) fn is_simplified(c: char) -> bool {
    SIMPLIFIED.contains(c)
}

/// Whether a text has Chinese that Japanese writes otherwise.
pub(super) fn only_chinese(text: &str) -> bool {
    text.contains(|c| is_simplified(c) || TRADITIONAL.contains(c))
}

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
