//! Labels that have a question of their own in their language.

use super::Language;

/// Labels with a question of their own; `{x}` is the term.
pub(super) fn fixed(language: Language, label: &str) -> Option<&'static str> {
    let table: &[(&str, &str)] = match language {
        Language::German => &[
            (
                "hauptfunktion|zweck|einsatzzweck|verwendungszweck|wozu|verwendung|nutzen|ziel|aufgabe",
                "Wozu dient {x}?",
            ),
            (
                "anwendungsfälle|anwendungen|einsatzgebiete|anwendungsgebiete|einsatz",
                "Wofür wird {x} eingesetzt?",
            ),
            ("vorteil|vorteile", "Welche Vorteile hat {x}?"),
            ("nachteil|nachteile", "Welche Nachteile hat {x}?"),
            ("beispiele", "Was sind Beispiele für {x}?"),
            ("kosten|preis|preise", "Was kostet {x}?"),
            (
                "funktionsweise|wie es funktioniert",
                "Wie funktioniert {x}?",
            ),
            ("bestandteile|komponenten", "Woraus besteht {x}?"),
        ],
        Language::French => &[
            (
                "fonction principale|rôle|but|objectif|utilité|usage|à quoi ça sert|finalité|utilisation",
                "À quoi sert {x} ?",
            ),
            (
                "cas d'usage|cas d’usage|cas d'utilisation|cas d’utilisation|usages|cas d'utilisation courants|cas d’utilisation courants|cas d'usage courants",
                "Quels sont les cas d’usage de {x} ?",
            ),
            ("avantage|avantages", "Quels sont les avantages de {x} ?"),
            (
                "inconvénient|inconvénients",
                "Quels sont les inconvénients de {x} ?",
            ),
            ("exemples", "Quels sont des exemples de {x} ?"),
            (
                "quand l'utiliser|quand l’utiliser|quand utiliser",
                "Quand faut-il utiliser {x} ?",
            ),
            ("fonctionnement", "Comment fonctionne {x} ?"),
            ("types", "Quels sont les types de {x} ?"),
            ("limites", "Quelles sont les limites de {x} ?"),
            (
                "coûts|prix|tarif|tarifs|tarification",
                "Combien coûte {x} ?",
            ),
        ],
        Language::Spanish => &[
            (
                "función principal|propósito|para qué sirve|para qué se usa|uso|utilidad|finalidad|usos|objetivo",
                "¿Para qué sirve {x}?",
            ),
            (
                "caso de uso|caso de uso ideal|ideal para|caso de uso típico",
                "¿Cuál es un caso de uso de {x}?",
            ),
            (
                "casos de uso|casos de uso ideales|casos de uso típicos|casos de uso comunes",
                "¿Cuáles son los casos de uso de {x}?",
            ),
            ("ejemplos", "¿Qué ejemplos hay de {x}?"),
            (
                "cuándo usar|cuándo usarlo|cuándo usarla|cuándo se usa",
                "¿Cuándo se usa {x}?",
            ),
            ("cómo funciona|funcionamiento", "¿Cómo funciona {x}?"),
            (
                "precio|coste|costo|costes|costos|precios",
                "¿Cuánto cuesta {x}?",
            ),
        ],
        Language::Portuguese => &[
            (
                "função principal|propósito|para que serve|uso|finalidade|utilidade|objetivo|usos",
                "Para que serve {x}?",
            ),
            ("caso de uso", "Qual é um caso de uso de {x}?"),
            (
                "casos de uso|casos de uso comuns",
                "Quais são os casos de uso de {x}?",
            ),
            (
                "caso de uso/o que é bom para|bom para|ideal para",
                "Para que se usa {x}?",
            ),
            ("exemplos|exemplos reais", "Quais são exemplos de {x}?"),
            (
                "quando usar|quando utilizar|quando escolher",
                "Quando se usa {x}?",
            ),
            ("como funciona|funcionamento", "Como funciona {x}?"),
            ("preço|custo|custos|preços", "Quanto custa {x}?"),
        ],
        Language::Italian => &[
            (
                "funzione principale|scopo|a cosa serve|finalità|uso|utilizzo|obiettivo",
                "A che cosa serve {x}?",
            ),
            (
                "casi d'uso|casi d’uso|caso d'uso|ideale per",
                "Qual è un caso d’uso di {x}?",
            ),
            ("esempi", "Quali sono esempi di {x}?"),
            (
                "quando usarlo|quando usarla|quando si usa|quando usare",
                "Quando si usa {x}?",
            ),
            ("come funziona|funzionamento", "Come funziona {x}?"),
            ("prezzo|costo|costi|prezzi", "Quanto costa {x}?"),
            (
                "prezzo basato su|costo basato su",
                "Su che cosa si basa il prezzo di {x}?",
            ),
        ],
        Language::Turkish => &[
            (
                "ne işe yarar|amaç|amacı|kullanım amacı",
                "{x} ne işe yarar?",
            ),
            ("ne zaman kullanılır", "{x} ne zaman kullanılır?"),
            ("nasıl çalışır|çalışma prensibi", "{x} nasıl çalışır?"),
        ],
        Language::Japanese => &[
            ("用途|主な用途|使い道|使用目的", "{x} は何に使いますか？"),
            (
                "使う場面|使用場面|ユースケース|適用場面|利用シーン",
                "{x} はどんな場面で使いますか？",
            ),
            ("料金|価格|費用", "{x} の料金はどうなっていますか？"),
        ],
        Language::Chinese => &[(
            "用途|主要用途|作用|使用场景|使用場景|适用场景|適用場景",
            "{x} 有什么用途？",
        )],
        Language::Russian => &[("назначение|для чего|зачем", "Для чего нужен {x}?")],
        Language::Polish => &[("zastosowanie|do czego służy|cel", "Do czego służy {x}?")],
        _ => &[],
    };
    let hit = table
        .iter()
        .find(|(of, _)| of.split('|').any(|l| l == label));
    hit.map(|(_, asks)| *asks)
}
