//! Remarks: what somebody says to themselves or of the notes, in languages other
//! than English: no terms, no definitions.

use crate::generator::listed::Listed;

/// `ストレージについて`, `…と述べられていた。`, `使ったことある`: what was talked
/// of, not what something is.
pub(in crate::generator) fn announces(text: &str) -> bool {
    let bare = text.trim().trim_end_matches(['。', '.', '！', ' ']);
    [
        "について",
        "に関して",
        "の話",
        "述べられていた",
        "説明されていた",
        "ことある",
        "ことがある",
        "と思う",
        "と思った",
        "かも",
        "そう",
        "らしい",
        "ですね",
        "よね",
        "覚える",
        "要確認",
        "調べる",
    ]
    .iter()
    .any(|e| bare.ends_with(e))
}

/// `調達に含まれるプロセス4つ。`, `DACとは。`: a question whose answer isn't
/// there.
pub(in crate::generator) fn asks_only(text: &str) -> bool {
    let bare = text.trim().trim_end_matches(['。', '.', ' ']);
    let counts = bare.strip_suffix('つ').is_some_and(|b| {
        b.ends_with(|c: char| c.is_numeric() || "一二三四五六七八九１２３４５６７８９".contains(c))
    });
    bare.ends_with("とは") || bare.ends_with("は何か") || bare.ends_with("何か") || counts
}

/// What a chapter's heading gathers: `4章 …`, `第3節 …`, `Kapitel 2: …`.
pub(in crate::generator) fn chapter(title: &str) -> Option<&str> {
    let t = title.trim();
    // `Módulo 2 - …`, `Kapitel 3: …`.
    static PARTS: Listed = Listed::new(
        "módulo modulo kapitel capítulo capitolo chapitre lektion unidad unidade unità tema aula lezione teil partie parte",
    );
    if let Some((word, rest)) = t.split_once(' ')
        && PARTS.has(&word.to_lowercase())
        && rest.starts_with(|c: char| c.is_ascii_digit())
    {
        let tail = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        return Some(tail.trim_start_matches([' ', ':', '.', '-', '–', '—']));
    }
    let rest = t.strip_prefix('第').unwrap_or(t).trim_start();
    let digits =
        |c: char| c.is_ascii_digit() || "一二三四五六七八九十０１２３４５６７８９".contains(c);
    let after = rest.trim_start_matches(digits).trim_start();
    if after.len() == rest.len() {
        return None;
    }
    let marks = ["章", "節", "节", "回", "部", "課", "课", "讲", "講", "単元"];
    let tail = marks.iter().find_map(|m| after.strip_prefix(m))?;
    Some(tail.trim_start_matches([' ', '　', ':', '：', '.', '、', '-', '–']))
}

/// Whether a heading only says that terms stand below it, and tells no sense of
/// theirs: `用語`, `Términos importantes`.
pub(in crate::generator) fn holds_terms(shelf: &str) -> bool {
    static HELD: Listed = Listed::phrases(
        "用語|重要用語|用語集|専門用語|キーワード|重要キーワード|関係性|適切な例|不適切な例|実例|推奨構成|\
        术语|術語|关键词|關鍵字|重要概念|용어|주요 용어|핵심 개념|termos|termos importantes|\
        conceitos|conceitos básicos|etapas principais|principais técnicas|términos|\
        términos importantes|conceptos|conceptos clave|conceptos básicos|glosario|glossário|begriffe",
    );
    let low = shelf
        .trim()
        .trim_end_matches([':', '：', '.'])
        .to_lowercase();
    HELD.has(&low) || low.starts_with("なぜ") || low.starts_with("conceitos e terminologias")
}

/// Leads and headings under which somebody speaks to themselves, or of the
/// notes: `所感`, `まとめ`, `Nota final`.
pub(in crate::generator) fn is_remark(label: &str) -> bool {
    static WORDS: Listed = Listed::phrases(
        "基本情報|基本概念|主要概念|重要概念|基本用語|概要情報|対象者|受験資格|試験概要|試験の概要|試験詳細|試験情報|出題範囲|重要なトピック|重要トピック|主なトピック|\
        学習計画|学習スケジュール|学習リソース|参考リソース|推奨リソース|公式リソース|コミュニティ|\
        所感|感想|最後に|おわりに|終わりに|はじめに|必須|任意|必須項目|任意項目|省略可|前提|前提条件|学習資料|学习资料|學習資料|メモ|memo|まとめ|注意|注意点|注意事項|備考|よくあるミス|引っかけ|ひっかけ|引っ掛け|落とし穴|よくある間違い|参考|参考文献|出典|関連項目|関連用語|関連情報|関連リンク|関連ページ|詳細資料|詳細情報|公式資料|公式ドキュメント|比較と公式資料|関連ノート|\
        参照|補足|余談|答え|解答|回答|正解|答案|정답|정답 및 해설|respuesta|resposta|risposta|réponse|学習時間|次のアクション|次に解く|実践|試験のコツ|試験対策|暗記フレーズ|覚え方|ポイント|\
        例|例えば|具体例|注|総結|总结|總結|备注|備註|例如|举例|舉例|舉例來說|注意事项|参考资料|心得|\
        nota|notas|nota final|note|notes|importante|consejo|consejos|truco|trampa|trampas|\
        palabra gatillo|fuente|fuentes|recursos adicionales|siguiente tema recomendado|próximo tema|enlace|enlaces|observación|recomendación|recomendaciones|\
        ejercicio|ejercicios|observação|observações|dica|dicas|fonte|fontes|atenção|lembre-se|\
        resumo|resumen|conclusão|conclusión|conclusione|contexto|consiglio|consigli|attenzione|\
        ricorda|suggerimento|remarque|remarques|astuce|astuces|attention|à retenir|en résumé|\
        exemple|source|sources|lien|liens|conseil|conseils|questions|hinweis|hinweise|merke|\
        merken|achtung|wichtig|quelle|quellen|tipp|tipps|bemerkung|bemerkungen|anmerkung|\
        problematik|fazit|beispiel|ejemplo|exemplo|exemplo real|esempio|solución|solução|soluzione|\
        aufgabe|aufgaben|lösung|frage|antwort|not|notlar|ipucu|ipuçları|örnek|\
        örnekler|özet|uwaga|przykład|примечание|пример|важно|например",
    );
    let lower = label
        .trim()
        .trim_end_matches([':', '：', '.', '!', ' '])
        .to_lowercase();
    // `Pregunta 5`
    static COUNTED: Listed = Listed::new(
        "pregunta respuesta pergunta resposta domanda risposta frage antwort question \
        réponse ejercicio exercício esercizio exercice übung vraag soru pytanie вопрос",
    );
    let numbered = lower.split_once(' ').is_some_and(|(word, number)| {
        COUNTED.has(word) && number.trim_matches(['.', ')', '#']).parse::<u32>().is_ok()
    });
    if numbered {
        return true;
    }
    // `Dicas para a prova`
    static HINTS: Listed = Listed::new("dicas consejos consigli astuces conseils tipps trucos");
    let mut parts = lower.split_whitespace();
    let general = [
        "informations générales",
        "información general",
        "informações gerais",
        "informazioni generali",
        "allgemeine informationen",
        "points à retenir",
        "à savoir",
    ]
    .iter()
    .any(|g| lower.starts_with(g));
    let exam = [
        " para a prova",
        " para o exame",
        " para el examen",
        " pour l'examen",
        " pour l’examen",
        " für die prüfung",
        " per l'esame",
        " per l’esame",
    ]
    .iter()
    .any(|e| lower.ends_with(e));
    let hints =
        exam || general || parts.next().is_some_and(|w| HINTS.has(w)) && parts.next().is_some();
    hints || WORDS.has(lower.split(" (").next().unwrap_or(&lower))
}

/// Headings whose lines are members of one answer: what is good, bad or special
/// of a thing. None of them is a thing to define.
pub(in crate::generator) fn gathers(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    [
        "ventaj",
        "vantag",
        "avantag",
        "vorteil",
        "nachteil",
        "inconvénient",
        "limitac",
        "limitaç",
        "limitazion",
        "limites",
        "límites",
        "benefici",
        "benefíc",
        "bénéfice",
        "característic",
        "capacidad",
        "impacto",
        "mitigaci",
        "mitigaç",
        "relación",
        "relação",
        "caratteristic",
        "caractéristique",
        "eigenschaft",
        "merkmal",
        "problema",
        "problème",
        "problem",
        "riesg",
        "risco",
        "rischi",
        "risque",
        "desafío",
        "desafio",
        "sfide",
        "défis",
        "contexto",
        "contexte",
        "contesto",
        "solucion",
        "soluç",
        "soluzion",
        "mejor",
        "melhores",
        "mehrwert",
        "verantwort",
        "responsabil",
        "利点",
        "gotchas",
        "errores",
        "erros",
        "errori",
        "erreurs",
        "trampas",
        "consejos",
        "funcionalidades",
        "fonctionnalités",
        "funzionalità",
        "features",
        "ベストプラクティス",
        "boas práticas",
        "bonnes pratiques",
        "buone pratiche",
        "メリット",
        "主な機能",
        "特長",
        "強み",
        "特徴",
        "課題",
        "注意",
        "优点",
        "缺点",
        "優點",
        "缺點",
        "特点",
        "特點",
    ]
    .iter()
    .any(|h| lower.contains(h))
}

/// `以下のイベントが起きた際に、…`: what follows are events, cases or pieces of
/// information, and no things.
pub(in crate::generator) fn announces_events(text: &str) -> bool {
    let what = [
        "イベント",
        "情報",
        "場合",
        "条件",
        "ケース",
        "操作",
        "変更",
        "内容",
        "状況",
        "レコード",
        "事件",
        "情况",
        "情況",
        "条件",
        "條件",
        "信息",
        "操作",
    ];
    ["以下の", "次の", "下記の", "以下", "下列"]
        .iter()
        .filter_map(|p| text.split_once(p))
        .any(|(_, rest)| what.iter().any(|w| rest.starts_with(w)))
        || [
            "다음 이벤트",
            "다음과 같은 이벤트",
            "다음과 같은 경우",
            "다음의 경우",
            "다음 정보",
        ]
        .iter()
        .any(|p| text.contains(p))
}

/// Whether a line only says where to read on or where a picture is from:
/// `参照：…`, `港の図（地図より）`.
pub(in crate::generator) fn refers(text: &str) -> bool {
    let bare = text.trim().trim_end_matches(['。', '.', ' ']);
    let points = [
        "参照",
        "参考",
        "詳細",
        "詳しくは",
        "出典",
        "引用",
        "図",
        "参见",
        "参见",
        "參見",
        "详见",
        "詳見",
        "来源",
        "來源",
        "참고",
        "참조",
        "출처",
        "자세한 내용",
    ]
    .iter()
    .filter_map(|p| bare.strip_prefix(p))
    .any(|r| r.is_empty() || r.starts_with(['：', ':', '→', '元', 'は', '資', '文', 'リ', ' ']));
    points
        || [
            "より）",
            "より)",
            "から引用）",
            "から引用)",
            "より引用",
            "参照）",
            "参照)",
        ]
        .iter()
        .any(|e| bare.ends_with(e))
}

/// Whether a line before a list announces an order or steps.
pub(in crate::generator) fn announces_steps(text: &str) -> bool {
    let lower = text.to_lowercase();
    let western = ["pasos", "passos", "passi", "étapes", "schritte"]
        .iter()
        .any(|w| lower.split_whitespace().next_back() == Some(w));
    western
        || [
            "順序",
            "手順",
            "順番",
            "の順で",
            "ステップ",
            "步骤",
            "步驟",
            "순서",
        ]
        .iter()
        .any(|p| lower.contains(p))
}

/// Whether marks of right and wrong make a list of one line.
pub(in crate::generator) fn lists_marks(text: &str) -> bool {
    text.matches(['❌', '✅', '✔', '✖', '⭕', '🚫', '☑'])
        .count()
        > 1
}

/// `Creación de la cuenta`, `Instalação do cliente`: a step that somebody
/// took, not a thing to know.
pub(in crate::generator) fn names_step(name: &str) -> bool {
    static DOING: Listed = Listed::new(
        "creación criação creazione création creando criando instalación instalação installazione \
         installation configuración configuração configurazione configuration registro \
         inscripción inscrição registrazione inscription ejecución apertura primer primeiro primo \
         cómo como come comment einrichtung erstellung anlegen erstellen",
    );
    static PLACES: Listed = Listed::new(
        "cuenta conta compte konto account entorno ambiente cliente proyecto projeto progetto \
         projet usuario usuário utente utilisateur repositorio repositório",
    );
    let lower = name.to_lowercase();
    let mut parts = lower.split_whitespace();
    let first = parts.next().unwrap_or("");
    DOING.has(first) && parts.any(|w| PLACES.has(w))
}

/// Whether a column's label asks for nothing that its cell alone would answer:
/// of what it is the reason, only the table's title knows.
pub(in crate::generator) fn asks_nothing(column: &str) -> bool {
    static LABELS: Listed = Listed::phrases(
        "理由|考点|考点提示|易混淆|考点提示/易混淆|データ|レイヤー|階層|分類|カテゴリ|カテゴリー|区分|分类|类别|種別|구분|분류|카테고리",
    );
    LABELS.has(&column.trim().to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::holds_terms;
    use crate::generator::tests::fronts;

    #[test]
    fn a_heading_over_terms_tells_no_sense_of_theirs() {
        for shelf in [
            "用語",
            "Términos importantes",
            "なぜ必要か",
            "重要キーワード：",
        ] {
            assert!(holds_terms(shelf), "{shelf}");
        }
        assert!(!holds_terms("潮位の用語集を作る") && !holds_terms("Redes"));
    }

    #[test]
    fn a_term_is_not_asked_in_a_heading_over_terms() {
        let first = |heading: &str| {
            fronts(&format!(
                "# 港の勉強ノート\n\n## {heading}\n\n### 水先案内\n\n船を港の中まで導く仕事を行うこと。\n"
            ))
            .swap_remove(0)
        };
        assert_eq!(first("港の仕事"), "水先案内 (港の仕事) とは何ですか？");
        assert_eq!(first("用語"), "水先案内 とは何ですか？");
    }
}
