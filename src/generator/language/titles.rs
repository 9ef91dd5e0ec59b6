//! Names and headings in Japanese, Chinese and Korean: which of them are
//! clauses, matters or questions rather than the names of things.

use crate::generator::words;

fn any(line: &str, of: &str, how: impl Fn(&str, &str) -> bool) -> bool {
    of.split_whitespace().any(|w| how(line, w))
}

fn ends(line: &str, of: &str) -> bool {
    any(line, of, |l, w| l.ends_with(w))
}

/// Whether a name in one of these languages is a clause, a condition or an
/// order: `船を預ける`, `潮が引いた時`.
pub(in crate::generator) fn is_clause(name: &str) -> bool {
    let hangul = name.chars().any(words::is_hangul);
    if hangul {
        // `마을` is a village.
        let object = name
            .split_whitespace()
            .any(|w| w.ends_with('를') || w.ends_with('을') && w.chars().count() > 2);
        return object || ends(name, "습니다 한다 된다 하기 되는 하는 까요 나요 경우");
    }
    if !name.chars().any(words::is_unspaced) {
        return false;
    }
    let letters: Vec<char> = name.chars().collect();
    let kana = |c: char| ('\u{3041}'..='\u{309f}').contains(&c);
    // A particle after a noun: `潮が`, `船は`.
    let marked = letters
        .windows(2)
        .skip(1)
        .any(|p| matches!(p[1], 'が' | 'は') && !kana(p[0]) && p[0].is_alphanumeric())
        && letters.last().is_some_and(|l| !matches!(l, 'が' | 'は'));
    // `もし潮が引いたら`, `出航には許可が必要`.
    let told = name.starts_with("もし")
        || ends(name, "たら れば")
        || ends(name, "必要 不要") && letters.len() > 5;
    name.contains('を')
        || marked
        || told
        || ends(
            name,
            "時 場合 とき たい ます です できる る ない なら には では から まで",
        ) && letters
            .last()
            .is_some_and(|l| kana(*l) || matches!(l, '時' | '合'))
            && letters.len() > 3
}

/// Headings that speak of a thing's running and cost: no things themselves,
/// unless what stands below says so.
pub(in crate::generator) fn is_matter(name: &str, led: bool) -> bool {
    let name = name.trim_end_matches(['?', '？', ' ']);
    // Before a colon only those are none that no term ends in.
    let never = "最適化 制約 料金 費用 コスト 注意点 使い分け 違い 比較 まとめ ベストプラクティス 対策 コツ \
        最佳实践 区别 比较 费用 모범 사례 비용 요금 차이 차이점 との関係 との連携 との統合 との使い方 的关系 와의관계";
    // `可用性：二つの桟橋に分ける`: what is done for a quality.
    let qualities = "可用性 セキュリティ 拡張性 性能 信頼性 運用 運用性 耐久性 柔軟性 スケーラビリティ \
        パフォーマンス 耐障害性 保守性 可観測性 冗長性 安全性 効率 効率性 互換性 可扩展性 可靠性 安全 性能 扩展性 \
        가용성 확장성 보안 성능 신뢰성 내구성 유연성 안정성";
    if led {
        let bare = name.split(['(', '（']).next().unwrap_or(name).trim();
        return ends(name, never) || any(bare, qualities, |n, q| n == q);
    }
    ends(
        name,
        "ベストプラクティス 最佳实践 モニタリング 最適化 制約 料金 費用 コスト 種類 設定 運用 構成 手順 使い方 違い 比較 選び方 使い分け 注意点 注意 監視 可用性 \
         スケーリング パフォーマンス 特性 ユースケース 導入 背景 課題 基本 基礎 応用 分類 一覧 流れ 連携 管理 その他 対策 \
         まとめ 概念 構築 移行 設計 について 優化 优化 配置 限制 费用 費用 区别 區別 比较 比較 使用场景 安装 管理 监控 \
         비용 요금 종류 설정 운영 구성 비교 차이 차이점 관리 주의 방법",
    )
}

/// `桟橋の設定`, `夜間対応`, `案①`, `一回2円`: something that is done with a thing, a
/// case of it or its price, and no thing itself.
pub(in crate::generator) fn is_no_thing(name: &str) -> bool {
    let circled = |c: char| ('\u{2460}'..='\u{2473}').contains(&c);
    let digits = name.contains(|c: char| c.is_ascii_digit());
    let priced = digits && ["USD", "円", "ドル"].iter().any(|c| name.contains(c));
    if priced || name.ends_with(circled) || name.ends_with("対応") {
        return true;
    }
    let deeds = "設定 取得 更新 削除 活用 利用 使用 作成 追加 変更 確認 登録 選択 実行 起動 停止 接続 切り出し \
        低減 監視 向上 改善 抑制 強化 削減 簡素化 短縮 有効化 無効化 ダウンロード アップロード インストール リファクタリング デプロイ 调用 设置";
    let bare = name.split(['(', '（']).next().unwrap_or(name).trim();
    deeds.split_whitespace().any(|d| {
        bare.strip_suffix(d)
            .is_some_and(|thing| thing.ends_with(['の', '的']))
    })
}

/// A heading without what makes it one: `桟橋とは？` is about `桟橋`.
pub(in crate::generator) fn bare_title(title: &str) -> &str {
    let mut title = title.trim_end();
    // `방파제 중요`: somebody's mark, not a part of the name.
    for mark in ["중요", "필수", "★"] {
        let rest = title.strip_suffix(mark).filter(|r| r.ends_with(' '));
        let rest = rest.map(|r| r.trim_end_matches([' ', '.']));
        title = rest.filter(|r| !r.is_empty()).unwrap_or(title);
    }
    let t = title.trim_end_matches(['?', '？', ' ', '　', ':', '：']);
    let tails = [
        "とは何か",
        "とは何ですか",
        "とはなにか",
        "とは",
        "って何",
        "の概要",
        "について",
        "란 무엇인가",
        "은 무엇인가",
        "이란",
        "란",
        "是什么",
        "是什麼",
    ];
    let cut = tails.iter().find_map(|e| {
        let rest = t
            .strip_suffix(e)?
            .trim_end_matches([' ', '　', '、', '「', '」']);
        let eastern = rest.chars().count() > 1;
        eastern.then_some(rest)
    });
    let western = [
        "introducción a ",
        "introdução ao ",
        "introdução à ",
        "introdução a ",
        "introduzione a ",
        "introduction à ",
        "einführung zu ",
        "einführung in ",
    ];
    let low = t.to_lowercase();
    let named = western
        .iter()
        .find(|p| low.starts_with(*p))
        .and_then(|p| t.get(p.len()..))
        .filter(|rest| !rest.is_empty() && low.len() == t.len());
    let cut = cut.or(named).unwrap_or(title);
    ["什么是", "什麼是"]
        .iter()
        .find_map(|p| cut.strip_prefix(p))
        .map_or(cut, |r| r.trim_end_matches(['?', '？', ' ']))
}

/// Whether a description in a script without spaces is made of the name's own
/// characters: `不完全な出航の取消 … 未完了の出航の取消`.
pub(in crate::generator) fn is_circular(name: &str, gloss: &str) -> bool {
    let telling = |t: &str| -> Vec<char> {
        t.chars()
            .filter(|c| words::is_unspaced(*c) && !('\u{3041}'..='\u{309f}').contains(c))
            .collect()
    };
    let (own, said) = (telling(name), telling(gloss));
    if own.len() < 4 {
        return false;
    }
    let shared = own.iter().filter(|c| said.contains(c)).count();
    shared * 5 >= own.len() * 4 && said.len() < own.len() * 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_and_headings_are_no_names() {
        for name in [
            "船を預ける",
            "潮が引いた時",
            "もし桟橋がなかったら",
            "夜の出航には許可が必要",
            "배를 올리는 방법",
        ] {
            assert!(is_clause(name), "{name}");
        }
        for name in ["係留", "防波堤", "つながり", "港の倉庫", "KaiDB"] {
            assert!(!is_clause(name), "{name}");
        }
        for (name, led) in [
            ("可用性（二つの桟橋）", true),
            ("倉庫との関係", true),
            ("運用", false),
        ] {
            assert!(is_matter(name, led), "{name}");
        }
        assert!(!is_matter("可用性区画", true));
        assert_eq!(bare_title("防波堤とは？"), "防波堤");
        assert_eq!(bare_title("什么是防波堤"), "防波堤");
        assert_eq!(bare_title("防波堤"), "防波堤");
        assert!(is_circular(
            "不完全な出航記録取消",
            "未完全な出航の記録の取消"
        ));
        assert!(!is_circular("出航記録", "船が港を出た日時を書いた帳面"));
    }

    #[test]
    fn what_is_done_with_a_thing_is_no_thing() {
        for name in ["桟橋の設定", "夜間対応", "方法②", "係留100回につき2円"] {
            assert!(is_no_thing(name), "{name}");
        }
        assert!(!is_no_thing("桟橋"));
        assert!(!is_no_thing("初期設定"));
    }
}
