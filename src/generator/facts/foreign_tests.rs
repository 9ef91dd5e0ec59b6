//! Stories of notes in other languages of the west than English.

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

#[test]
fn an_aspect_in_a_heading_belongs_to_the_thing_before_it() {
    let page = "# Servicios del puerto y de los barcos\n\n## Tide DB Características\n\n\
        - Base de datos que no se cae\n- Copias en tres muelles\n\n\
        ## Quay Store\n\nQuay Store es un almacén para las velas de los barcos.\n\n\
        Algunos casos de uso pueden ser:\n\n- Velas de invierno\n- Redes de los pescadores\n\n\
        Algunos muelles:\n\n- Muelle del norte con una grúa\n- Muelle del sur sin grúa\n";
    let cards = cards(page);
    let asked = |front: &str| cards.iter().any(|(f, _)| f == front);
    assert!(
        asked("¿Cuáles son las características de Tide DB?"),
        "{cards:?}"
    );
    assert!(
        asked("¿Cuáles son los casos de uso de Quay Store?"),
        "{cards:?}"
    );
    assert!(
        cards.iter().all(|(f, b)| !f.contains("DB Características")
            && !f.contains("Algunos")
            && !b.contains("Muelle del")),
        "{cards:?}"
    );
}

#[test]
fn what_is_said_of_a_thing_is_no_name_for_it() {
    let page = "# I moli del porto e le barche\n\n## Tide Store\n\n\
        - è legata al molo del nord: la barca che si trova a sud non può essere presa da quel molo\n\
        - **RQ1**: A differenza del molo che è di legno, la pietra regge le navi\n\
        - **RQ2**: Entrambi arrivano a dieci metri di altezza sul mare\n";
    assert_eq!(fronts(page), Vec::<String>::new());
}

#[test]
fn examples_remedies_and_what_is_whose_to_do_are_no_terms() {
    let page = "# Le port et la mer\n\n## Sécurité partagée\n\n\
        - **Client** : Sécurité dans le port (données, quais, bateaux).\n\
        - **TideDB** : Base de données qui garde les horaires des marées.\n\n\
        ## Ressources Recommandées\n\n\
        - **QCM** : Tests officiels de navigation et plateformes pour les marins.\n";
    let fronts = fronts(page);
    assert!(
        fronts.iter().any(|f| f == "Qu’est-ce que TideDB ?"),
        "{fronts:?}"
    );
    for lost in ["Client", "QCM"] {
        assert!(fronts.iter().all(|f| !f.contains(lost)), "{fronts:?}");
    }
}

#[test]
fn a_heading_that_asks_is_answered_by_the_paragraph_below_it() {
    let page = "# Kai DB\n\n## Qué es\n\n\
        Una base de datos que guarda los horarios de las mareas y de los vientos.\n\n\
        ## Para qué sirve\n\nGuardar y leer los horarios de los barcos sin perder ninguno.\n\n\
        ## Puntos clave\n\n\
        - **Durabilidad:** Los datos quedan en tres puertos por diez años\n\
        - **Desarrollo:** Desarrollo de los muelles y de los barcos\n\
        - **KaiDB Lens:** Una herramienta que dibuja los horarios en un mapa\n";
    let cards = cards(page);
    for (front, back) in [
        ("¿Qué es Kai DB?", "Una base"),
        ("¿Para qué sirve Kai DB?", "Guardar y leer"),
        ("¿Cuál es la durabilidad de Kai DB?", "Los datos quedan"),
        ("¿Qué es KaiDB Lens?", "Una herramienta"),
    ] {
        assert!(
            cards.iter().any(|(f, b)| f == front && b.starts_with(back)),
            "{front}: {cards:?}"
        );
    }
    assert!(
        cards.iter().all(|(f, _)| !f.contains("Desarrollo")),
        "{cards:?}"
    );
}

#[test]
fn a_heading_that_asks_what_a_thing_is_names_it() {
    for (heading, sentence, front) in [
        (
            "O que é TideLock?",
            "O Basalto TideLock é um serviço que abre as portas de um porto.",
            "O que é TideLock?",
        ),
        (
            "Was ist TideLock?",
            "TideLock ist ein Dienst, der die Tore eines Hafens öffnet.",
            "Was ist TideLock?",
        ),
    ] {
        let page = format!("# Notas\n\n## {heading}\n\n{sentence}\n");
        let cards = cards(&page);
        assert!(
            cards.iter().any(|(f, _)| f == front),
            "{heading}: {cards:?}"
        );
    }
}

#[test]
fn a_numbered_question_and_the_uses_of_a_thing_are_no_terms() {
    let page = "# Puerto\n\n## MuelleDB\n\nMuelleDB es un servicio que guarda las mareas.\n\n\
        - **Pregunta 5**: Un servicio que guarda las cuerdas de cada barco\n\n\
        ### Casos de uso\n\n- **Redes de noche**: Un sistema que guarda los barcos de noche\n";
    let cards = cards(page);
    for word in ["Pregunta", "Redes de noche"] {
        assert!(
            cards.iter().all(|(f, b)| !f.contains(word) && b != word),
            "{word}: {cards:?}"
        );
    }
}

#[test]
fn what_suits_or_helps_in_an_exam_is_no_term_in_portuguese() {
    let page = "# Introdução ao BasaltDock\n\nO BasaltDock é um serviço que guarda as cordas do porto.\n\n\
        ## Cordas\n\n- **CaisDB**: É um banco que guarda as marés de cada ano.\n\
        - **Rede → Corda → Fio**: Unidade lógica das redes de um barco.\n\n\
        ## Quando escolher cada rede\n\n- **Redes finas**: Um barco pequeno que navega de noite.\n\n\
        ## Pontos-chave para a prova\n\nUma rede que segura dez barcos ao mesmo tempo no porto.\n";
    let cards = cards(page);
    let answer = |front: &str| {
        cards
            .iter()
            .find(|(f, _)| f == front)
            .map(|(_, b)| b.as_str())
    };
    assert!(answer("O que é BasaltDock?").is_some(), "{cards:?}");
    let told = answer("O que é CaisDB?").unwrap_or("");
    assert!(told.starts_with("Um banco"), "{cards:?}");
    for word in ["→", "Redes finas", "prova", "Introdução"] {
        assert!(
            cards
                .iter()
                .all(|(f, b)| !f.contains(word) && !b.contains(word)),
            "{word}: {cards:?}"
        );
    }
}

#[test]
fn two_columns_of_a_table_are_not_set_apart_in_spanish() {
    let page = |output: &str| {
        format!(
            "# Servicios del puerto\n\nEl RopeNet es un servicio que amarra los barcos.\n\n\
            ## Modos de amarre\n\n| Feature | Entrada | {output} |\n|---|---|---|\n\
            | Rope diarization | Varias cuerdas mezcladas en un muelle | Etiqueta los nudos por barco |\n\
            | Channel mooring | Cada lado está en un canal separado | Amarra cada canal por separado |\n"
        )
    };
    let set_apart = |output: &str| {
        let cards = cards(&page(output));
        cards
            .iter()
            .any(|(f, _)| f.contains(&format!("Entrada y {output}")))
    };
    assert!(set_apart("Muelle") && !set_apart("Resultado"));
}

#[test]
fn two_figures_are_not_set_apart_in_spanish() {
    let page = |a: &str, b: &str| {
        format!(
            "# Servicios del puerto\n\nEl RopeNet es un servicio que amarra los barcos.\n\n\
            ## Límites\n\n| Recurso | Cuota |\n|---|---|\n\
            | Muelles por puerto | {a} |\n| Cuerdas por barco | {b} |\n"
        )
    };
    let set_apart = |a: &str, b: &str| {
        cards(&page(a, b))
            .iter()
            .any(|(f, _)| f.contains("diferencia"))
    };
    assert!(set_apart("100 muelles", "45 cuerdas") && !set_apart("100", "45"));
}
