//! Whose a column is: of three columns, which of the first two the describing
//! one describes, and for what greater thing the rows play their part.

use super::heads;
use super::language;
use super::lexicon;
use super::listed::Listed;
use super::outline::Row;
use super::words;
use std::collections::HashSet;

/// `Group | Tool | Description`: whether the description is the second column's.
/// The first then sorts the rows by a class word and names none of them.
pub(super) fn second_is_described(heads: &[String], body: &[Row]) -> bool {
    if heads.len() < 3 {
        return false;
    }
    let lower = |i: usize| heads[i].to_lowercase();
    static CLASSES: Listed = Listed::new(
        "category type group area domain phase stage step layer lifecycle kind class family theme",
    );
    static NAMES: Listed = Listed::new("name feature component command test technique");
    let (first, second) = (lower(0), lower(1));
    let last = |h: &str| h.split([' ', '/']).next_back().unwrap_or("").to_owned();
    let sorts = CLASSES.has(&last(&first)) && !heads::names_things(&first);
    static AIMS: Listed = Listed::new(
        "measure aspect requirement concern challenge task need goal purpose objective activity \
        function capability operation method approach",
    );
    let serves = AIMS.has(&last(&first)) && heads::names_things(&second);
    let noun = last(&second);
    let names = (heads::names_things(&second) || NAMES.has(&noun)) && !lexicon::looks_plural(&noun);
    let described = (2..heads.len()).any(|i| {
        let uses = ["use case", "use cases"].contains(&lower(i).as_str());
        heads::describes(&lower(i)) || lower(i) == "role" || serves && uses
    });
    let foreign = sorts_in_another(&first, &second, &lower(2));
    if foreign {
        return unlike(body);
    }
    if !sorts && !serves || !names || heads::describes(&second) || !described {
        return false;
    }
    unlike(body)
}

/// `カテゴリ | サービス | 説明`: the same in other languages.
fn sorts_in_another(first: &str, second: &str, third: &str) -> bool {
    let has = |head: &str, words: &str| words.split(' ').any(|w| head.contains(w));
    let sorts = "カテゴリ 分類 分野 領域 フェーズ 目的 类别 分类 阶段 類別 분류 카테고리 단계 \
        categoría categoria catégorie kategorie";
    let names =
        "サービス ツール 機能名 服务 服務 工具 서비스 도구 servicio serviço servizio dienst";
    let tells = "特徴 用途 概要 説明 内容 役割 功能 特点 설명 용도 기능";
    has(first, sorts) && has(second, names) && (language::describes(third) || has(third, tells))
}

/// Whether the second column names each row by a few words of its own.
fn unlike(body: &[Row]) -> bool {
    let cells: Vec<String> = body
        .iter()
        .filter_map(|r| r.cells.get(1))
        .map(|c| c.plain().trim().to_lowercase())
        .collect();
    let unlike: HashSet<&String> = cells.iter().collect();
    let brief = |c: &&String| (1..=5).contains(&words::count(c)) && !c.contains(',');
    unlike.len() == body.len() && cells.iter().filter(brief).count() * 3 >= cells.len() * 2
}

/// What the rows of a table are for the thing above it: of `Supported source`
/// the `source`, of `Origin type` the `origin`.
pub(super) fn part_played(head: &str) -> Option<String> {
    static PARTS: Listed = Listed::new(
        "source origin destination target sink producer consumer backend integration connector \
        trigger",
    );
    static FRAMES: Listed = Listed::new("type kind name service option");
    let low = head.to_lowercase();
    let mut parts = low.split_whitespace().rev();
    let mut last = parts.next()?;
    if FRAMES.has(last) {
        last = parts.next()?;
    }
    let one = lexicon::singular(last).unwrap_or_else(|| last.to_owned());
    (PARTS.has(&one) && words::count(&low) <= 3).then_some(one)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generator::tests::{cards, fronts};

    #[test]
    fn a_description_is_of_what_has_a_name() {
        let page = "# Harbour\n\n| Category | Tool | Description |\n|---|---|---|\n\
            | Night_light | BeaconBox | A lamp that shows ships the way into the harbour |\n\
            | Mooring | RopeNet | A net of ropes that keeps ships off the pier |\n\
            | Mooring | TideLock | A gate that keeps the water of the harbour in |\n";
        let found = cards(page);
        let asked =
            |front: &str, back: &str| found.iter().any(|(f, b)| f == front && b.contains(back));
        assert!(asked("What is BeaconBox?", "A lamp"), "{found:?}");
        assert!(asked("What is RopeNet?", "A net"), "{found:?}");
        assert!(
            !found
                .iter()
                .any(|(f, b)| f.contains("Night") || b.contains("Night")),
            "{found:?}"
        );
    }

    #[test]
    fn a_class_names_no_row_in_other_languages() {
        let page = "# 港\n\n| カテゴリ | サービス | 主な特徴 |\n|---|---|---|\n\
            | 夜間灯 | BeaconBox | 夜の港で船に進路を示す灯を管理する |\n\
            | 係留 | RopeNet | 桟橋に船を結ぶ綱を自動で管理する |\n\
            | 水門 | TideLock | 港の水位を保つ水門を開け閉めする |\n";
        let found = fronts(page);
        let of = |name: &str| found.iter().any(|f| f.contains(name));
        assert!(of("RopeNet") && !of("係留"), "{found:?}");
    }

    #[test]
    fn what_serves_an_aim_is_described() {
        let page = "# Harbour\n\n| Safety measure | TDN service | Use case |\n|---|---|---|\n\
            | Night watch | BeaconBox | Shows ships the way into the harbour |\n\
            | Ropes check | RopeNet | Keeps ships off the pier in winter |\n\
            | Tide check | TideLock | Keeps the water of the harbour in |\n";
        let found = fronts(page);
        let of = |name: &str| found.iter().any(|f| f.contains(name));
        assert!(of("RopeNet") && !of("Ropes check"), "{found:?}");
    }

    #[test]
    fn what_plays_a_part_is_asked_for_in_its_play() {
        let page = "# HarbourCam\n\nHarbourCam is a service that films ships.\n\n\
            ## Film Store Support\n\n| Supported source | Use case |\n|---|---|\n\
            | Acme BoatDB | Counting of ships by their flags |\n\
            | Acme TideLog | Films of the spring tides |\n";
        let fronts = fronts(page);
        assert!(
            fronts
                .iter()
                .any(|f| f == "In Film Store Support, what is a use case for Acme TideLog?"),
            "{fronts:?}"
        );
        assert_eq!(part_played("Origin type").as_deref(), Some("origin"));
        assert_eq!(part_played("Service"), None);
    }
}
