//! Aspects: leads and headings that many topics share (`Limit`, `When to choose
//! it`), those that only illustrate, and the questions that ask for them.

mod asked;

use super::listed::Listed;
pub(super) use asked::ASPECTS;

/// Nouns that a topic "has": `What is the retention of X?`
pub(super) const ATTRIBUTES: &str = " range size retention latency throughput duration rate procedure role format \
type unit scope complexity owner language protocol port durability availability consistency capacity \
period minimum maximum interval timeout frequency purpose name symbol colour color order origin \
author year date location region price fee charge guarantee sla runtime time depth length width age spacing maker vendor family lifetime ttl speed accuracy target objective \
level status version definition meaning value values threshold granularity resolution storage memory \
dimension dimensions requirement requirements shape structure syntax category effect result results output \
assumption assumptions intuition idea principle capital population currency weight mass area height \
temperature density interpretation engine onset mechanism dose dosage indication indications \
contraindication contraindications interactions uses effects consequences audience commitment antidote symptom \
symptoms incubation prognosis habitat diet lifespan ";

/// Whether a lead or column has a question of its own.
pub(super) fn has_question(lead: &str) -> bool {
    let l = lead.trim().to_lowercase();
    ASPECTS.iter().any(|(a, _)| *a == l)
}

/// Whether a word is a noun for what many topics have.
pub(super) fn is_attribute(word: &str) -> bool {
    ATTRIBUTES.contains(&format!(" {word} "))
}

/// Whether a lead names an aspect that many topics share rather than a thing.
pub(super) fn is_aspect(lead: &str) -> bool {
    let l = super::name::untagged(lead.trim())
        .trim_end_matches([':', ' '])
        .to_lowercase();
    ASPECTS.iter().any(|(a, _)| *a == l)
        || {
            static WORDS: Listed = Listed::phrases(
                "example|examples|note|notes|tip|tips|exam tip|exam tips|\
                    overview|introduction|summary|description|purpose|definition|\
                    important|warning|conclusion|details|basics|architecture|\
                    terminology|concepts|key concepts|key points|key takeaways|\
                    takeaways|best practices|monitoring|general|other|others|misc|\
                    question|answer|q|a|e.g|eg|i.e|ex|options|types|modes|remember|\
                    facts|key facts|basic concepts|basic terms|preface|foreword|\
                    characteristics|properties|background|\
                    motivation|main idea|idea|what|why|how|when|where|who|\
                    what it is|what it does|algorithm|parameters|steps|process|\
                    workflow|usage|scenario|scenarios|solution|problem|key idea|\
                    exam focus|exam notes|faq|recap|terms|encryption|deployment|\
                    training|inference|requirements|performance|scaling|reliability|\
                    operations|terminologies|core concepts|main concepts|essentials|\
                    first|second|third|then|finally|cheat sheet|cheatsheet|q&a|\
                    more info|questions|highlight|highlights|\
                    primary function|primary functions|main function|main functions|\
                    core function|core functions|core functionality|issue|issues",
            );
            WORDS.has(l.as_str())
        }
        || structural(&l)
        || super::jotting::is_label(&l)
        || composition(&l)
        || [
            "when ",
            "how ",
            "why ",
            "where ",
            "what ",
            "vs ",
            "versus ",
            "who ",
            "step ",
            "compared ",
        ]
        .iter()
        .any(|p| l.starts_with(p))
}

/// The same in other languages, by how they begin.
pub(super) const FOREIGN: [&str; 128] = [
    "주요 특징",
    "주요 기능",
    "특징",
    "主な特徴",
    "主な機能",
    "主要特",
    "主要功能",
    "学習内容",
    "学習目標",
    "学習項目",
    "capacidades",
    "relación",
    "implementación",
    "come inizi",
    "panoramica",
    "integrazion",
    "best practice",
    "conclusion",
    "vantagg",
    "svantagg",
    "descrizion",
    "differenz",
    "confront",
    "caratteristic",
    "funzionalità",
    "casi d",
    "esemp",
    "introduzion",
    "riepilog",
    "come funziona",
    "cos'è",
    "cos’è",
    "quando ",
    "perché",
    "costi",
    "prezz",
    "sicurezza",
    "limit",
    "nota",
    "note",
    "ventaja",
    "desventaja",
    "característic",
    "casos de",
    "conclusión",
    "resumen",
    "introducción",
    "ejemplo",
    "cuándo",
    "precio",
    "seguridad",
    "ámbito",
    "vantage",
    "desvantage",
    "conclusão",
    "resumo",
    "introdução",
    "exemplo",
    "quando",
    "preço",
    "segurança",
    "avantage",
    "inconvénient",
    "caractéristique",
    "cas d",
    "résumé",
    "exemple",
    "quand",
    "tarif",
    "sécurité",
    "vorteil",
    "nachteil",
    "eigenschaft",
    "anwendung",
    "zusammenfassung",
    "einleitung",
    "beispiel",
    "wann ",
    "kosten",
    "sicherheit",
    "überblick",
    "概要",
    "特徴",
    "メリット",
    "デメリット",
    "料金",
    "用途",
    "ユースケース",
    "注意",
    "まとめ",
    "はじめに",
    "consideraç",
    "consideracion",
    "considération",
    "considerazion",
    "schlussfolgerung",
    "fazit",
    "referência",
    "bibliografia",
    "contexto",
    "laboratorio",
    "pasos",
    "passos",
    "étapes",
    "schritte",
    "bonnes pratiques",
    "buenas prácticas",
    "boas práticas",
    "concepts cl",
    "conceptos cl",
    "termes cl",
    "trucos",
    "astuces",
    "ressources",
    "navegaci",
    "allgemein",
    "gegenmaßnahm",
    "merkmal",
    "riesgo",
    "tabla ",
    "tabela ",
    "tableau ",
    "componentes",
    "clasificaci",
    "classificaç",
    "outils associés",
    "herramientas principales",
    "folhas de",
];

/// `Components of the cell`, `Types of bond`: what the topic above consists of.
pub(super) fn composition(lower: &str) -> bool {
    let mut parts = lower.split_whitespace();
    let (first, second) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    static HEADS: Listed = Listed::new(
        "types components parts stages phases steps causes effects consequences functions kinds classes \
        principles elements layers levels organs divisions division structure properties \
        characteristics examples features roles goals",
    );
    HEADS.has(first) && matches!(second, "of" | "in")
}

/// Headings that speak about notes rather than name a thing: `Things to know`,
/// `Other use cases`, `S3 limits`.
pub(super) fn structural(lower: &str) -> bool {
    let last = lower.split_whitespace().next_back().unwrap_or("");
    let closing = {
        static WORDS: Listed = Listed::new(
            "tips notes details recommendations documentation caveats \
                    gotchas considerations characteristics usage recap review \
                    exercise exercises demo questions summary overview faq faqs \
                    resources walkthrough hands-on instructions checklist takeaways \
                    reminders stuff limits limitations pricing security examples \
                    cases use-cases usecases benefits advantages disadvantages \
                    features requirements prerequisites comparison conclusion \
                    introduction scenarios use-cases usecases steps practices \
                    strengths weaknesses applications setup basics",
        );
        WORDS.has(last)
    };
    FOREIGN.iter().any(|f| lower.starts_with(f))
        || closing && lower.contains(' ')
        || [
            "things ",
            "summary ",
            "good to know",
            "nice to know",
            "other ",
            "some ",
            "beware",
            "example",
            "notes ",
            "important ",
            "know ",
            "remember ",
            "more ",
            "additional ",
            "general ",
            "common ",
            "exam ",
            "lab ",
            "exercise",
            "quiz",
            "activity",
            "homework",
            "challenge",
            "hands-on",
            "key ",
            "best ",
        ]
        .iter()
        .any(|p| lower.starts_with(p))
}

/// `Real-world use case`: as many could be told as there are customers.
pub(super) fn tells_stories(lower: &str) -> bool {
    ["real-world ", "real world ", "real-life ", "real life "]
        .iter()
        .any(|r| lower.starts_with(r))
}

/// Leads whose text is an illustration, not a fact.
pub(super) fn is_illustration(lead: &str) -> bool {
    let l = lead.trim().to_lowercase();
    tells_stories(&l)
        || [
            "example",
            "examples",
            "ex",
            "eg",
            "e.g",
            "e.g.",
            "for example",
            "demo",
            "figure",
            "image",
            "source",
            "link",
            "links",
            "url",
            "docs",
            "documentation",
            "reference",
            "references",
            "read",
            "video",
            "lab",
            "hands-on",
            "todo",
            "author",
            "date",
            "note to self",
            "lab description",
            "lab objectives",
            "lab objective",
            "course link",
            "duration",
            "exam focus",
            "priority",
            "difficulty",
            "completed",
            "time",
            "estimated time",
            "key takeaway",
            "mnemonic",
            "study tip",
            "fun fact",
            "trick wording",
            "key takeaways",
            "recommendation",
            "analogy",
            "real-world analogy",
            "note",
            "notes",
            "nb",
            "tip",
            "tips",
            "warning",
            "important",
            "remember",
            "caution",
            "hint",
            "question",
            "answer",
            "q",
            "a",
            "ref",
            "see",
            "doc",
            "more",
            "tags",
            "category",
            "updated",
            "created",
            "site",
            "website",
            "github",
            "my opinion",
            "opinion",
            "step",
            "output",
            "result",
            "command",
            "code",
            "en",
            "jp",
            "cn",
            "英文",
            "日文",
            "中文",
        ]
        .contains(&l.as_str())
        || l.starts_with("example ")
        || l.starts_with("step ")
        || l.starts_with("question ")
        || l.split(' ').any(|w| w == "exam")
        || ["試験", "考点", "시험"].iter().any(|w| l.contains(w))
        || l.starts_with("estimated ")
        || l.ends_with(" study time")
}

/// Whether an aspect adds nothing to a lead under it.
pub(super) fn is_vague_aspect(aspect: &str) -> bool {
    let l = aspect.trim().trim_end_matches(':').to_lowercase();
    [
        "feature",
        "overview",
        "introduction",
        "basic",
        "concept",
        "terminolog",
        "component",
        "type",
        "option",
        "note",
        "detail",
        "summary",
        "key",
        "general",
        "main",
        "fact",
        "term",
        "what",
        "core",
        "point",
        "characteristic",
        "propert",
        "about",
        "list",
        "important",
        "essential",
    ]
    .iter()
    .any(|v| l.split_whitespace().any(|w| w.starts_with(v)))
        || l.is_empty()
}
