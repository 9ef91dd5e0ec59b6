//! Nouns for what many things have, and the gender and number by which a
//! question for them is bent.

use super::Language;

/// The gender and number of an attribute noun.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Gender {
    Masculine,
    Feminine,
    Neuter,
    Many,
    ManyFeminine,
}

/// Attribute nouns by their gender: what many things have.
const NOUNS: [(Language, Gender, &str); 20] = [
    (
        Language::German,
        Gender::Masculine,
        "typ zweck name wert umfang ort ursprung standort port status zeitraum einfluss bestandteil aufbau erreger auslöser wirkstoff verlauf",
    ),
    (
        Language::German,
        Gender::Feminine,
        "dauer funktion art größe form farbe formel einheit rolle sprache ursache wirkung lage länge höhe breite tiefe temperatur dichte grenze herkunft bedeutung aufgabe frist gebühr haltbarkeit struktur kapazität",
    ),
    (
        Language::German,
        Gender::Neuter,
        "limit format merkmal ziel protokoll symbol jahr maximum minimum gewicht ergebnis prinzip verfahren modell alter volumen kürzel",
    ),
    (
        Language::German,
        Gender::Many,
        "merkmale eigenschaften grenzen kosten arten typen formen funktionen ursachen folgen symptome aufgaben ziele bestandteile phasen stufen voraussetzungen kennzeichen",
    ),
    (
        Language::French,
        Gender::Masculine,
        "type prix coût format protocole port nom symbole objectif niveau débit délai mode modèle statut principe résultat pays nombre lieu langage moteur support usage",
    ),
    (
        Language::French,
        Gender::Feminine,
        "durée taille limite fonction date capacité latence disponibilité durabilité formule unité région version fréquence cause conséquence origine couleur structure mémoire portée",
    ),
    (
        Language::French,
        Gender::Many,
        "types avantages inconvénients composants modes formats principes symptômes effets exemples outils",
    ),
    (
        Language::French,
        Gender::ManyFeminine,
        "caractéristiques limites fonctions causes conséquences étapes fonctionnalités règles phases",
    ),
    (
        Language::Spanish,
        Gender::Masculine,
        "tipo precio límite formato nombre valor puerto protocolo símbolo objetivo origen destino rendimiento nivel modo papel control principio resultado alcance motor lenguaje tamaño plazo tiempo máximo mínimo aislamiento consumo arranque",
    ),
    (
        Language::Spanish,
        Gender::Feminine,
        "duración función latencia capacidad disponibilidad durabilidad fórmula unidad región versión frecuencia causa consecuencia gestión retención velocidad infraestructura densidad portabilidad escalabilidad instalación fecha clase base fuente",
    ),
    (
        Language::Spanish,
        Gender::Many,
        "tipos beneficios límites componentes formatos requisitos síntomas efectos pasos modos principios",
    ),
    (
        Language::Spanish,
        Gender::ManyFeminine,
        "características ventajas desventajas funciones causas consecuencias fases limitaciones etapas partes",
    ),
    (
        Language::Portuguese,
        Gender::Masculine,
        "tipo preço limite formato nome valor porto protocolo símbolo objetivo nível modo papel controle princípio resultado tamanho prazo tempo custo máximo mínimo comando desempenho",
    ),
    (
        Language::Portuguese,
        Gender::Feminine,
        "duração função latência capacidade disponibilidade durabilidade fórmula unidade região versão frequência causa consequência retenção velocidade infraestrutura data customização complexidade porta",
    ),
    (
        Language::Portuguese,
        Gender::Many,
        "tipos benefícios limites componentes formatos requisitos sintomas efeitos passos modos princípios desafios",
    ),
    (
        Language::Portuguese,
        Gender::ManyFeminine,
        "características vantagens desvantagens funções causas consequências fases limitações etapas partes ferramentas",
    ),
    (
        Language::Italian,
        Gender::Masculine,
        "tipo prezzo limite formato nome valore protocollo simbolo obiettivo livello modo ruolo principio risultato tempo costo massimo minimo linguaggio",
    ),
    (
        Language::Italian,
        Gender::Feminine,
        "durata funzione latenza capacità disponibilità formula unità regione versione frequenza causa conseguenza velocità infrastruttura data dimensione finalità",
    ),
    (
        Language::Italian,
        Gender::Many,
        "tipi benefici vantaggi svantaggi limiti componenti formati requisiti sintomi effetti passi modi principi",
    ),
    (
        Language::Italian,
        Gender::ManyFeminine,
        "caratteristiche funzioni cause conseguenze fasi differenze parti",
    ),
];

pub(super) fn listed(language: Language, noun: &str) -> Option<Gender> {
    NOUNS
        .iter()
        .find(|(l, _, nouns)| *l == language && nouns.split(' ').any(|n| n == noun))
        .map(|(_, gender, _)| *gender)
}

/// The gender that an ending shows, for the head of a column.
pub(super) fn shown(language: Language, noun: &str) -> Option<Gender> {
    let ends = |of: &[&str]| of.iter().any(|e| noun.ends_with(e));
    match language {
        Language::Spanish | Language::Portuguese => {
            let many = noun.len() > 4 && noun.ends_with('s') && !ends(&["sis", "us", "is", "ês"]);
            let one = if many {
                noun.trim_end_matches('s')
            } else {
                noun
            };
            let greek = matches!(
                one,
                "problema" | "sistema" | "tema" | "programa" | "esquema" | "idioma" | "día" | "dia"
            );
            let feminine = !greek
                && [
                    "a", "ción", "sión", "dad", "tud", "ção", "são", "dade", "gem", "ncia", "ção",
                    "cione", "cõe",
                ]
                .iter()
                .any(|e| one.ends_with(e));
            let masculine = greek
                || ["o", "or", "aje", "miento", "mento", "al", "el"]
                    .iter()
                    .any(|e| one.ends_with(e));
            match (feminine, masculine, many) {
                (true, _, true) => Some(Gender::ManyFeminine),
                (true, _, false) => Some(Gender::Feminine),
                (_, true, true) => Some(Gender::Many),
                (_, true, false) => Some(Gender::Masculine),
                _ => None,
            }
        }
        Language::Italian if ends(&["zione", "sione", "tà", "tù", "ura", "enza", "anza"]) => {
            Some(Gender::Feminine)
        }
        Language::Italian if ends(&["zioni", "sioni", "enze", "anze"]) => {
            Some(Gender::ManyFeminine)
        }
        Language::Italian if ends(&["mento", "tore", "aggio", "ismo"]) => Some(Gender::Masculine),
        Language::French if ends(&["tion", "sion", "ité", "ence", "ance", "ture"]) => {
            Some(Gender::Feminine)
        }
        Language::French if ends(&["tions", "sions", "ités", "ences"]) => {
            Some(Gender::ManyFeminine)
        }
        Language::French if ends(&["ment", "age", "isme", "eau"]) => Some(Gender::Masculine),
        Language::German if ends(&["ung", "heit", "keit", "schaft", "tion", "tät"]) => {
            Some(Gender::Feminine)
        }
        Language::German if ends(&["ungen", "heiten", "keiten", "tionen"]) => Some(Gender::Many),
        Language::German if ends(&["ismus", "ling"]) => Some(Gender::Masculine),
        _ => {
            // The last part of a German compound: `Speichergröße`.
            let of = |(l, g, nouns): &(Language, Gender, &str)| {
                let german = *l == language && language == Language::German;
                let ends = nouns.split(' ').any(|n| n.len() > 3 && noun.ends_with(n));
                (german && ends).then_some(*g)
            };
            NOUNS.iter().find_map(of)
        }
    }
}
