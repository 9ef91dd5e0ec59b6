//! Stories of notes in languages of the east.

use crate::generator::tests::{cards, fronts, shows};

#[test]
fn chapters_and_impressions_are_no_terms_in_japanese() {
    let page = "# 港のノート\n\n### 4章 桟橋のサービス\n\n* 桟橋と防波堤について\n\n\
        * HBS - Harbour Boat Store (HBS)\n    * 港の船を安全に預かるための倉庫サービス\n\
        * TideMap\n    * 潮の高さを地図の上に表示するサービス\n\n\
        ## 所感\n\n* 質問に答えるだけで簡単そう。\n";
    let cards = cards(page);
    assert!(
        cards.iter().all(|(f, b)| !f.contains("4章")
            && !b.contains("4章")
            && !f.contains("所感")
            && b != "所感"),
        "{cards:?}"
    );
    assert!(
        cards
            .iter()
            .any(|(f, b)| f == "TideMap とは何ですか？" && b.contains("潮の高さ")),
        "{cards:?}"
    );
    assert!(
        cards
            .iter()
            .any(|(f, b)| f.contains("Harbour Boat Store") && b.contains("倉庫")),
        "{cards:?}"
    );
    assert!(!shows(page, "について"));
}

#[test]
fn a_list_of_questions_in_japanese_yields_nothing() {
    let page = "# 港の試験\n\n## 潮の満ち引き\n\n- 潮の高さを測るとき、基準にするもの。\n\
        - 港に含まれる桟橋4つ。\n- 防波堤とは。\n";
    assert_eq!(fronts(page), Vec::<String>::new());
}

#[test]
fn of_a_line_and_its_translation_the_pages_own_is_kept() {
    let page = "# Harbour notes\n\n## TideGuard\n\n\
        TideGuard is a gate that closes the harbour before a storm arrives.\n\
        潮汐守卫是在风暴到来之前关闭港口的闸门。\n\n\
        ## Buoys and lights\n\nThe lights of a harbour are green and red for the boats.\n";
    assert!(shows(page, "closes the harbour"), "{:?}", cards(page));
    assert!(!shows(page, "潮汐守卫"), "{:?}", cards(page));
}

#[test]
fn a_japanese_glossary_of_headings_defines_each_of_them() {
    let page = "# 港の用語集\n\n## KBS (Kai Boat Store)\n船を安全に預かるための倉庫サービス。  \n\
        嵐の前によく使われる。\n\n### 潮位計\n潮の高さを記録する装置。\n\n## TideMap\n\n### 概要\n\n\
        - 潮の高さを地図の上に表示するサービス\n\n## 係留とは？\n\n船を岸壁につなぎとめておくこと。\n";
    let cards = cards(page);
    for (front, back) in [
        (
            "KBS (Kai Boat Store) とは何ですか？",
            "船を安全に預かるための倉庫サービス。",
        ),
        (
            "TideMap とは何ですか？",
            "潮の高さを地図の上に表示するサービス",
        ),
        ("係留 とは何ですか？", "船を岸壁につなぎとめておくこと。"),
    ] {
        assert!(
            cards.iter().any(|(f, b)| f == front && b == back),
            "{front}: {cards:?}"
        );
    }
    assert!(!shows(page, "嵐の前"), "{cards:?}");
}

#[test]
fn advice_limits_and_lead_ins_define_nothing_in_japanese() {
    let page = "# 港のノート\n\n## 係船料の最適化\n\n長い停泊を避ける。\n\n\
        ## TideLock\n\n嵐の前に門を閉める必要がある。\n\n\
        ## 荷役と係留\n\n船に荷物を積み込むサービス。\n\n\
        ## PierGate\n\n以下の順序で船を入れます。\n\n1. 古い船\n2. 新しい船\n\n\
        ## 船を陸に上げる時\n\n滑車で引き上げる仕組み。\n\n\
        - [防波堤 - 港の手引き | 港](https://example.org/a) 九十日\n";
    let fronts = fronts(page);
    assert_eq!(fronts, Vec::<String>::new());
}

#[test]
fn the_line_that_names_a_kind_defines_wherever_it_stands() {
    let page = "# 항구 노트\n\n## TideVault *중요*\n\n- 자주 쓰는 곳에 둔다\n- 조수의 기록을 오래 보관하는 저장 서비스\n\n\
        ## BuoyNet\n\n- 북쪽 부표의 파란 등\n- 남쪽 부표의 빨간 등\n- 동쪽 부표의 하얀 등\n";
    let cards = cards(page);
    assert!(
        cards
            .iter()
            .any(|(f, b)| f.starts_with("TideVault은") && b.starts_with("조수의 기록")),
        "{cards:?}"
    );
    assert!(!shows(page, "부표"), "{cards:?}");
}

#[test]
fn a_reverse_that_sounds_like_its_answer_is_not_asked() {
    let page = "# 港のサービス\n\n- **Tide Backup**: 潮位の記録のバックアップを管理するサービス\n\
        - **QuayBook**: 船の予約を岸壁ごとに受け付けるサービス\n";
    let cards = cards(page);
    assert!(
        cards.iter().any(|(f, _)| f == "Tide Backup とは何ですか？"),
        "{cards:?}"
    );
    assert!(cards.iter().all(|(_, b)| b != "Tide Backup"), "{cards:?}");
    assert!(cards.iter().any(|(_, b)| b == "QuayBook"), "{cards:?}");
}

#[test]
fn a_column_that_is_the_same_in_every_row_names_no_row() {
    let page = "# 港のサービス一覧\n\n| 群 | サービス名 | 分類 | サービス概要（一行） |\n|---|---|---|---|\n\
        | A | TideMap | 潮 | 潮の高さを地図の上に表示するサービス |\n\
        | A | QuayBook | 岸壁 | 船の予約を岸壁ごとに受け付けるサービス |\n\
        | A | BuoyNet | 浮標 | 浮標の位置を船に知らせるサービス |\n";
    let cards = cards(page);
    assert!(
        cards
            .iter()
            .any(|(f, b)| f == "TideMap とは何ですか？" && b.contains("潮の高さ")),
        "{cards:?}"
    );
}

#[test]
fn a_bold_line_names_what_the_line_below_says() {
    let page = "# 港のサービス\n\n## 無人の港のサービス\n\n**TideMap**\n潮の高さを地図の上に表示するサービス\n\n\
        **QuayBook**\n船の予約を岸壁ごとに受け付けるサービス\n\n**潮の料金**\n満潮の時だけ高くなる。\n";
    let cards = cards(page);
    assert!(
        cards
            .iter()
            .any(|(f, b)| f == "TideMap とは何ですか？" && b.contains("潮の高さ")),
        "{cards:?}"
    );
    assert!(!shows(page, "満潮"), "{cards:?}");
}

#[test]
fn letters_spelt_out_between_a_subject_and_its_particle_are_taken_off() {
    let page = "# 항구와 바다\n\n## Kai TDB\n\n\
        Kai TDB( Tide Data Base )는 조수의 높이를 기록하고 배에 알려 주는 관리형 서비스이다.\n\n\
        ## Berth\n\n- Berth4 : 10.16.24.240\n- 항구의 배를 적는다\n";
    let cards = cards(page);
    assert!(
        cards
            .iter()
            .any(|(f, b)| f.starts_with("Kai TDB") && b.starts_with("조수의")),
        "{cards:?}"
    );
    assert!(cards.iter().all(|(_, b)| !b.contains("10.16")), "{cards:?}");
}

#[test]
fn members_below_a_label_do_not_define_it() {
    let page = "# 港の設備\n\n## 桟橋\n\n桟橋は船を岸につなぐための仕組みです。\n\n\
        - 夜の桟橋用の装置\n  - 灯光装置\n  - 霧笛装置\n  - 反射装置\n\
        - 浮桟橋\n  - 潮の高さに合わせて上下する桟橋の仕組み\n  - 冬には外される\n";
    let cards = cards(page);
    assert!(
        cards.iter().all(|(_, b)| !b.contains("灯光装置")),
        "{cards:?}"
    );
    assert!(shows(page, "上下する桟橋"), "{cards:?}");
    let page = "# O porto e os barcos\n\nOs barcos são guardados no cais.\n\n## Pintura de cascos\n\n\
        - Proteção para madeira.\n- Barcos e velas\n- Desenho de bandeiras para os navios do porto\n";
    let fronts = fronts(page);
    assert!(fronts.iter().all(|f| !f.contains("Pintura")), "{fronts:?}");
}

#[test]
fn the_parts_of_a_report_are_no_terms() {
    let page = "# 港の研究\n\n## 防波堤\n\n### 要点のまとめ\n\n\
        - 波の力を弱めて港の中の船を守るために海に築く構造物\n- 石で造られる\n\n\
        ### 演習結果\n\n- 波の高さと風の向きを適当に設定し、壁の揺れを計算\n\n\
        ### 考察\n\n- 壁の高さを変えることで、船の揺れを小さくする効果がみられる方法\n\n\
        ## おわりに\n\n- 港の歴史をまとめて来年の工事に役立てるための仕組み\n";
    let cards = cards(page);
    for part in ["要点", "演習結果", "考察", "おわりに"] {
        assert!(
            cards.iter().all(|(f, b)| !f.contains(part) && b != part),
            "{part}: {cards:?}"
        );
    }
}

#[test]
fn what_only_refers_is_skipped_for_what_defines() {
    let page = "# 港の設備\n\n- 防波堤\n  - 港の構造（港湾資料より）\n  - 波の力を弱めて港の中の船を守る構造物のモデル\n\
        - 潮位表\n  - 参照：Tide tables and their DB\n";
    let cards = cards(page);
    assert!(
        cards.iter().all(|(f, b)| !f.contains("資料より")
            && !b.contains("資料より")
            && !b.contains("参照")),
        "{cards:?}"
    );
    assert!(shows(page, "船を守る構造物"), "{cards:?}");
}

#[test]
fn events_and_steps_are_no_things() {
    let page = "# 港の記録\n\n## PierLog Stream\n\n港の出入りを時刻とともに捕捉する機能\n\n\
        港で以下のイベントが起きた際に、記録が流れてくる。\n\n\
        - 船の**入港**: 入港した船の大きさと名前を含む港のイメージ\n\
        - 船の**出港**: 出港する前の船の、岸での位置のイメージ\n";
    let told = cards(page);
    assert!(
        told.iter()
            .all(|(f, b)| !f.contains("入港 ") && !f.contains("出港 ") && !b.contains("船の出港")),
        "{told:?}"
    );
    let page = "# 항구의 배\n\n## 부두 창고\n\n부두에 있는 창고를 만드는 법을 적어 둔다.\n\n\
        > <h3>창고 더하기</h3>\n\n\
        1. 항구 화면에서 [창고] 단추를 누르고 크기를 입력합니다.\n2. 배의 이름이 있는지 `ls` 명령으로 창고를 확인합니다.\n";
    assert!(fronts(page).is_empty(), "{:?}", cards(page));
}

#[test]
fn what_is_done_with_a_thing_does_not_define_it() {
    let page = "# 港の決まり\n\n## 係留索\n\n- 船を岸につなぐために係留索を使用する\n\n\
        ## 灯台\n\n- 霧で旗が見えない場合のみ、船の目印として利用できる\n\n\
        ## 浮標\n\n- 水路の端を船に示すために海に浮かべる装置\n";
    let cards = cards(page);
    assert!(
        cards
            .iter()
            .all(|(f, _)| !f.contains("係留索") && !f.contains("灯台")),
        "{cards:?}"
    );
    assert!(shows(page, "海に浮かべる装置"), "{cards:?}");
}

#[test]
fn who_sits_an_exam_is_no_definition() {
    let page = "# 港の試験\n\n## 対象者\n\n- **水先人**: 港に入る船を案内する担当者\n\n\
        ## 灯台\n\n- **レンズ**: 光を一つの方向に集める装置\n";
    let fronts = fronts(page);
    assert!(fronts.iter().all(|f| !f.contains("水先人")), "{fronts:?}");
    assert!(fronts.iter().any(|f| f.contains("レンズ")), "{fronts:?}");
}

#[test]
fn a_line_under_two_names_tells_neither_from_the_other() {
    let page = |second: &str| {
        format!("# 港\n\n## TideDB\n\n- 船を預かる倉庫方式のシステム\n\n## PierDB\n\n- {second}\n")
    };
    let told = |second: &str| {
        cards(&page(second))
            .iter()
            .any(|(f, _)| f.contains("TideDB"))
    };
    assert!(told("潮の高さを記録するサービス"));
    assert!(!told("船を預かる倉庫方式のシステム"));
}

#[test]
fn two_things_and_places_in_a_talk_are_no_terms() {
    let page =
        |name: &str| format!("# 港のノート\n\n## {name}\n\n船を岸につなぐためのサービスである。\n");
    assert!(!fronts(&page("RopeNet")).is_empty());
    for name in ["RopeNet、TideBell", "P55"] {
        assert_eq!(fronts(&page(name)), [""; 0], "{name}");
    }
}

#[test]
fn what_an_examination_or_a_plan_lists_is_no_term_in_japanese() {
    let page = "# 港の設備\n\nRopeNet は船を係留するサービスである。\n\n## 用語\n\n\
        - 水門: 港の水位を保つための大きな扉\n- 問題3: 霧の夜に鳴らす鐘の音\n\
        - 潮時計が正解です: 霧の夜に鳴らす鐘の音\n\n\
        ## よくある設計パターン\n\n- 夜間係留: 複数の桟橋を使う係留方式\n\n\
        ## 関連項目\n\n- 灯台守: 岬の塔で火を守る人\n";
    let cards = cards(page);
    let shown = |word: &str| cards.iter().any(|(f, b)| f.contains(word) || b == word);
    assert!(shown("水門"), "{cards:?}");
    for word in ["問題3", "正解", "夜間係留", "灯台守"] {
        assert!(!shown(word), "{word}: {cards:?}");
    }
}

#[test]
fn a_table_of_items_tells_of_the_heading_above_it_in_korean() {
    let page = "# 항구\n\n## 📘 TideHub란?\n\nTideHub는 배를 계류하는 서비스이다.\n\n### ✅ 주요 특징\n\n\
        | 항목 | 설명 |\n|---|---|\n| 계류 방식 | 밧줄 두 개로 배를 묶는다 |\n\
        | 요금 방식 | 묶은 배의 길이로 청구한다 |\n";
    let cards = cards(page);
    let of = |word: &str| {
        cards
            .iter()
            .any(|(f, _)| f.contains("TideHub") && f.contains(word))
    };
    assert!(of("계류 방식"), "{cards:?}");
    let nobodys = page.replace(
        "TideHub는 배를 계류하는 서비스이다.",
        "배를 계류하는 서비스이다.",
    );
    let cards = crate::generator::tests::cards(&nobodys);
    assert!(
        !cards.iter().any(|(f, _)| f.contains("주요 특징")),
        "{cards:?}"
    );
}

#[test]
fn an_operation_that_says_all_of_itself_is_no_term_in_japanese() {
    let found = cards(
        "# RopeNet\n\nRopeNet は船を係留するサービスである。\n\n## 操作\n\n| 名前 | 説明 |\n|---|---|\n\
        | DeletePublicPierBlock | 公開された桟橋のブロック設定を削除する |\n\
        | PutRope | 桟橋に係留用の綱を一本置く |\n",
    );
    let asks = |name: &str| found.iter().any(|(f, _)| f.contains(name));
    assert!(
        asks("PutRope") && !asks("DeletePublicPierBlock"),
        "{found:?}"
    );
}
