//! Stories of notes in other languages than English.

use crate::generator::tests::{cards, fronts, shows};

#[test]
fn a_french_page_of_products_is_asked_in_french() {
    let page = "# Port\n\n## Outils du port\n\n\
        - **TideDB** : Base de données qui garde les horaires des marées.\n\
        - **PierKit** : Bibliothèque pour dessiner des quais et des jetées en bois.\n\
        - **BuoyNet** : Réseau de bouées qui mesure le vent et la houle.\n";
    let cards = cards(page);
    assert!(
        cards.iter().any(|(f, _)| f == "Qu’est-ce que TideDB ?"),
        "{cards:?}"
    );
    assert!(
        cards
            .iter()
            .any(|(f, b)| f.starts_with("Quel terme correspond") && b == "BuoyNet"),
        "{cards:?}"
    );
    assert!(!shows(page, "What is") && !shows(page, "Which"));
}

#[test]
fn a_line_in_another_language_than_its_page_is_asked_in_its_own() {
    let page = "# Harbour words\n\n\
        - **Quay**: a wall of stone where the ships are loaded\n\
        - **TideDB**: Base de données qui garde les horaires des marées et des vents\n\
        - **Buoy**: a float that marks the fairway for the boats\n";
    let cards = cards(page);
    assert!(
        cards
            .iter()
            .any(|(f, b)| f == "Qu’est-ce que TideDB ?" && b.contains("marées")),
        "{cards:?}"
    );
    assert!(cards.iter().any(|(f, _)| f == "What is Buoy?"), "{cards:?}");
}

#[test]
fn german_nouns_with_an_article_define_and_features_ask_nothing() {
    let page = "# Der Hafen und das Meer\n\n\
        1. Kai: Die Mauer aus Stein, an der die Schiffe für das Laden liegen.\n\
        2. Boje: Das Zeichen einer Fahrrinne, das auf dem Wasser schwimmt.\n\n\
        ## FerryNet\n\nFerryNet ist ein Dienst, der Plätze auf der Fähre bucht.\n\n\
        - Ruhiges Wasser: Die Wellen sind klein und werden nicht höher.\n\
        - Typ: Netz von Fähren\n";
    let fronts = fronts(page);
    for asked in ["Was ist Kai?", "Was ist Boje?", "Welchen Typ hat FerryNet?"] {
        assert!(fronts.iter().any(|f| f == asked), "{asked}: {fronts:?}");
    }
    assert!(fronts.iter().all(|f| !f.contains("Ruhiges")), "{fronts:?}");
}

#[test]
fn steps_and_remarks_in_spanish_are_no_terms() {
    let page = "# El puerto y los barcos\n\n## Muelles\n\n\
        - Creación de la cuenta -> Es un registro normal, se pide el nombre del barco.\n\
        - Nota: El viento del norte es una sorpresa para los barcos.\n\
        - Faro: Torre de piedra con una luz que guía a los barcos\n";
    let fronts = fronts(page);
    assert!(
        fronts.iter().any(|f| f.starts_with("¿Qué es Faro")),
        "{fronts:?}"
    );
    assert!(
        fronts
            .iter()
            .all(|f| !f.contains("Creación") && !f.contains("Nota")),
        "{fronts:?}"
    );
}

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
fn a_language_without_sentences_of_its_own_yields_nothing() {
    let page = "# Přístav a moře\n\n- **TideDB**: databáze, která uchovává časy přílivu a je rychlá\n\
        - **PierKit**: knihovna pro kreslení mol, které jsou ze dřeva\n";
    assert_eq!(fronts(page), Vec::<String>::new());
    let page = "# Liman notları\n\n- **TideDB**: Gelgit saatlerini saklayan bir veritabanı ve önbellek\n\
        - **PierKit**: İskele çizmek için kullanılan ahşap kütüphanesi\n";
    let fronts = fronts(page);
    assert!(fronts.iter().any(|f| f == "TideDB nedir?"), "{fronts:?}");
    assert!(!shows(page, "What"));
}
