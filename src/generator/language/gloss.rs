//! Glosses: whether what follows a name in another language says what it is,
//! what it does or what one does.

use super::Language;
use crate::generator::listed::Listed;
use crate::generator::words;

/// What a gloss says of its term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::generator) enum Says {
    /// What it is: a noun phrase.
    What,
    /// What it does: a verb in the third person.
    Does,
    /// What one does: an infinitive.
    Act,
    /// Nothing that could be told.
    Unknown,
    /// Advice, a limit, a condition: nothing that defines.
    Never,
}

/// The first words of a gloss, bare.
fn firsts(text: &str) -> Vec<&str> {
    text.split_whitespace()
        .take(6)
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()))
        .collect()
}

/// What a gloss says, by its beginning.
pub(in crate::generator) fn says(language: Language, text: &str) -> Says {
    let text = text.trim();
    match language {
        Language::German if german(text) => Says::What,
        Language::German => german_verb(text),
        Language::French | Language::Spanish | Language::Portuguese | Language::Italian => {
            romance(language, text)
        }
        Language::Japanese | Language::Chinese | Language::Korean => {
            super::eastern::says(language, text)
        }
        _ => Says::Unknown,
    }
}

/// Verbs that stand before the first comma of a sentence, not of a phrase.
fn has_copula(clause: &str) -> bool {
    static VERBS: Listed = Listed::new(
        "ist sind wird werden hat haben kann können muss müssen soll sollen darf war waren wären \
         es son está están é são está è e' sono viene vengono puo puo' est sont peut peuvent doit puede pueden \
         pode podem può possono deve devono hay há c'è sert servent sirve serve",
    );
    clause
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .any(|w| VERBS.has(w))
}

/// The part of a gloss before its first comma, semicolon or bracket.
fn main_part(text: &str) -> &str {
    let end = text
        .find([',', ';', '(', ':', '–', '—'])
        .unwrap_or(text.len());
    &text[..end]
}

/// `Die Diffusion von Wasser …`, `Eine starre Schicht …`, `Organellen, die …`.
fn german(text: &str) -> bool {
    static ARTICLES: Listed =
        Listed::new("der die das ein eine einer eines einem einen jede jeder");
    static OPENERS: Listed = Listed::new(
        "bei mit für in im auf wenn als es sie er man wir ich du dies diese dieser dieses hier dort \
         nur auch um zur zum durch nach von aus vor wie was wer kein keine nicht alle viele da weil \
         so am an ab bis pro ohne gegen über unter zwischen wird ist kann sind hat",
    );
    static LINKS: Listed = Listed::new(
        "von aus für zur zum des der einer eines mit in im zwischen gegen bei auf an am über unter \
         durch nach ohne um innerhalb außerhalb und oder vom pro",
    );
    let words = firsts(text);
    let Some(first) = words.first() else {
        return false;
    };
    let lower = first.to_lowercase();
    let main = main_part(text);
    if has_copula(main) || OPENERS.has(&lower) {
        return false;
    }
    let capital = |w: &&str| w.starts_with(char::is_uppercase);
    if ARTICLES.has(&lower) {
        let Some(noun) = words.iter().skip(1).take(4).position(capital) else {
            return false;
        };
        let after = words.get(noun + 2).copied().unwrap_or("");
        let verb = after.starts_with(char::is_lowercase)
            && after.ends_with('t')
            && !matches!(after, "mit" | "nicht" | "samt");
        // `Das raue Netz synthetisiert …` is a sentence.
        return !verb;
    }
    if !capital(first) {
        return false;
    }
    let second = words.get(1).copied().unwrap_or("");
    let infinitive = lower.ends_with("en") && capital(&second) && !main.is_empty();
    static GE: Listed = Listed::new(
        "gerät gebiet gericht gewicht gesicht geschäft gedicht gebot gehalt gestalt gewalt geist gott",
    );
    let done = lower.starts_with("ge") && lower.ends_with('t') && !GE.has(&lower)
        || lower.ends_with("iert");
    let finite = done || lower.ends_with('t') && !LINKS.has(second) && !second.is_empty();
    let last = main.split_whitespace().next_back().unwrap_or("");
    let act = main.len() == text.len()
        && last.trim_end_matches('.').ends_with("en")
        && last.starts_with(char::is_lowercase);
    let relative = [
        ", die ",
        ", der ",
        ", das ",
        ", welche",
        ", deren ",
        ", dessen ",
        ", in d",
    ]
    .iter()
    .any(|r| text.contains(r));
    let linked = words.iter().skip(1).take(3).any(|w| LINKS.has(w));
    !infinitive && !finite && !act && (relative || linked)
}

/// `Beschreibt, wie …`, `Modifiziert, sortiert und …`.
fn german_verb(text: &str) -> Says {
    let first = firsts(text).first().map(|w| w.to_lowercase());
    let first = first.unwrap_or_default();
    static VERBS: Listed = Listed::new(
        "beschreibt speichert verwaltet bietet ermöglicht erlaubt stellt enthält liefert steuert \
         überwacht prüft erkennt verbindet verteilt erzeugt wandelt misst schützt verarbeitet \
         modifiziert reguliert transportiert sorgt dient regelt führt bestimmt bildet baut",
    );
    match VERBS.has(&first) {
        true => Says::Does,
        false => Says::Unknown,
    }
}

/// Verbs in the third person that begin a gloss.
static DOES: Listed = Listed::new(
    "permite permet consente fornisce fournit proporciona fornece ofrece oferece offre gestiona \
     gerencia gère gestisce ejecuta executa exécute esegue detecta détecte rileva detecta \
     almacena armazena stocke memorizza analiza analisa analyse analizza convierte converte \
     convertit crea cria crée monitora monitoriza surveille monitorea registra enregistre \
     automatiza automatise automatizza mide mede mesure misura evalúa avalia évalue valuta \
     extrae extrai extrait estrae protege protège protegge ayuda ajuda aide aiuta genera gera \
     génère controla contrôle controlla usa utiliza utilise utilizza transforma transforme \
     reduce reduz réduit riduce mejora melhora améliore migliora distribuye distribui distribue \
     distribuisce conecta connecte connette traduce traduz traduit facilita facilite adiciona \
     remove reconstrói testa prevê estima acessa aprende trabalha ajusta escaneia simplifica \
     combina combine define définit definisce representa représente rappresenta indica indique",
);

/// Whether a verb stands in a phrase, so that it is a sentence.
fn has_verb(phrase: &str) -> bool {
    static FINITE: Listed = Listed::new(
        "possui tenta adota tem têm tiene tienen hanno ont utilizan utilizam fazem faz hace hacen corre \
         requiere requieren requerem requer requería richiede estende separa comunicam interagem lida \
         oferecem ocorre ocurre existe existem existen usan usam toma devient contient contiene \
         contém incluye inclui inclut consiste depende dipende dépend significa funciona fonctionne \
         funziona requiert paga mantém mantiene fornecem permitem permiten vuelve torna cobra dà",
    );
    phrase
        .split(|c: char| !c.is_alphanumeric())
        .skip(1)
        .any(|w| FINITE.has(w) || DOES.has(w))
}

/// Spanish, Portuguese, Italian and French.
fn romance(language: Language, text: &str) -> Says {
    let lower = text.to_lowercase();
    // `È un servizio …`: what it is, said as a sentence.
    let copula = [
        "é ",
        "è ",
        "es ",
        "est ",
        "c'est ",
        "c’est ",
        "são ",
        "sono ",
        "son ",
        "si tratta di ",
        "se trata de ",
        "trata-se de ",
        "il s'agit d",
        "il s’agit d",
    ];
    let (bare, told) = match copula.iter().find_map(|p| lower.strip_prefix(p)) {
        Some(rest) => (rest, true),
        None => (lower.as_str(), false),
    };
    let words = firsts(bare);
    let first = words.first().copied().unwrap_or("");
    let second = words.get(1).copied().unwrap_or("");
    static INDEFINITE: Listed = Listed::new("un una uno um uma une unos unas des dell'insieme");
    static KINDS: Listed = Listed::new(
        "servizio servicio serviço service sistema système piattaforma plataforma plateforme \
         strumento herramienta ferramenta outil rete red rede réseau banco base tecnica técnica \
         technique metodo método méthode protocollo protocolo protocole insieme conjunto ensemble \
         modello modelo modèle algoritmo algorithme linguaggio lenguaje linguagem langage funzione \
         función função fonction funcionalidad funcionalidade fonctionnalité framework biblioteca \
         libreria librería bibliothèque processo proceso processus tipo type memoria memória \
         mémoire motor moteur motore assistente asistente assistant entrepôt almacén armazém \
         hardware software interfaz interface interfaccia entorno ambiente environnement nube cloud \
         nuage estándar standard norme norma regla règle regola medida mesure misura técnicas \
         techniques políticas politiques entidad entidade entité persona personne dispositivo \
         dispositif organismo empresa entreprise azienda lugar lieu luogo zone zona parte partie \
         conjuntos machines máquinas macchine archivage stockage accès acceso acesso accesso \
         gestion gestión gestão gestione firewall pare-feu marco filtro diferencia diferença \
         différence valeur valor valore número nombre numero quantité cantidad quantidade quantità \
         taux tasa taxa tasso unité unidad unidade unità espace espacio espaço spazio contrat \
         fuente fonte source réduction offre audit rapports alertes coûts entreprises",
    );
    // `Elaboración de planes …` under a label is what a course will treat.
    static TOPICS: Listed = Listed::new(
        "tipos types tipi operaciones operações conceptos conceitos concetti concepts funcionamiento \
         funcionamento funzionamento fonctionnement introducción introdução introduction evolución \
         comparativa comparación elaboración fundamentos fundamentals métricas soluciones",
    );
    if TOPICS.has(first) {
        return Says::Unknown;
    }
    let end = bare.find([';', '.', '–', '—', ':']).unwrap_or(bare.len());
    let phrase = &bare[..end];
    let phrase = [
        " que ", " qui ", " che ", " cui ", " dont ", " onde ", " donde ", " où ", " cuyo ",
    ]
    .iter()
    .filter_map(|r| phrase.find(r))
    .min()
    .map_or(phrase, |at| &phrase[..at]);
    let goes_on = has_copula(phrase) || has_verb(phrase);
    if INDEFINITE.has(first) || KINDS.has(first) {
        // `Una barca parte dal molo`: a noun and its verb, linked by nothing.
        static MORE: Listed =
            Listed::new("sur entre à au aux dans tra fra sobre et ou onde donde où dove chez hors");
        let linked = words
            .iter()
            .skip(2)
            .take(4)
            .any(|w| LINKS.has(w) || MORE.has(w));
        let tells = !INDEFINITE.has(first) || told || linked || words::count(phrase) <= 5;
        return match goes_on || !tells {
            true => Says::Unknown,
            false => Says::What,
        };
    }
    let ends = |of: &[&str]| {
        of.iter()
            .any(|e| first.len() > e.len() + 2 && first.ends_with(e))
    };
    let nominal: &[&str] = match language {
        Language::Spanish => &[
            "ción", "sión", "miento", "idad", "tura", "ncia", "dor", "dora",
        ],
        Language::Portuguese => &[
            "ção", "são", "mento", "idade", "tura", "ência", "ância", "dor",
        ],
        Language::Italian => &[
            "zione", "sione", "mento", "ità", "tura", "enza", "anza", "aggio",
        ],
        _ => &[
            "tion", "sion", "ment", "ité", "ture", "ence", "ance", "age", "eur",
        ],
    };
    let infinitive: &[&str] = match language {
        Language::Spanish | Language::Portuguese => &["ar", "er", "ir"],
        Language::Italian => &["are", "ere", "ire"],
        _ => &["er", "ir", "oir", "tre", "dre"],
    };
    static LINKS: Listed = Listed::new(
        "de del di du des da do dos das dei delle della que qui che para pour per con com avec sin \
         sans senza sem en em d l",
    );
    static ARTICLES: Listed = Listed::new("el la los las il lo gli le les o a os as i l'");
    let noun = ends(nominal);
    if told {
        // `Es gratis`: a remark.
        let articled = ARTICLES.has(first) && !second.is_empty();
        return match noun || articled && words::count(phrase) > 3 {
            true => Says::What,
            false => Says::Unknown,
        };
    }
    if DOES.has(first) {
        return Says::Does;
    }
    if noun && !goes_on {
        return Says::What;
    }
    let capital = text.starts_with(char::is_uppercase);
    static ER: Listed = Listed::new(
        "mantener manter obtener obter ofrecer oferecer proveer prover fornecer hacer fazer resolver \
         proteger establecer estabelecer leer mover extender estender responder converter receber \
         escrever vender aprender conocer reconocer reconhecer correr",
    );
    let iberian = matches!(language, Language::Spanish | Language::Portuguese);
    let er = !(iberian && first.ends_with("er")) || ER.has(first);
    let joined = LINKS.has(second) || matches!(second, "y" | "e" | "et" | "&");
    if ends(infinitive) && er && !joined && capital && first.len() > 4 && !has_copula(bare) {
        return Says::Act;
    }
    if goes_on {
        return Says::Unknown;
    }
    if ARTICLES.has(first) {
        let third = words.get(2).copied().unwrap_or("");
        return if LINKS.has(third) {
            Says::What
        } else {
            Says::Unknown
        };
    }
    static NO_NOUN: Listed = Listed::new(
        "en em in à a de da di para pour per por con com avec sin sans senza sem si se no não non \
         ne antes depois después avant prima dopo dentro fuera dans lors durante segundo \
         siempre sempre neste nesta nessa além además también também anche aussi cuando quando quand como come comme cada chaque ogni este esta esto isso cela ce cette \
         questo questa tu tus você vous nous solo só seul muy muito très molto más mais plus più \
         utile utili útil útiles úteis ideal ideale idéal ottimo ottima adatto adecuado adequado perfecto",
    );
    let article_after = ARTICLES.has(second) || INDEFINITE.has(second);
    let imperative = first.ends_with("ez") && language == Language::French;
    if capital && LINKS.has(second) && !NO_NOUN.has(first) && !article_after && !imperative {
        return Says::What;
    }
    Says::Unknown
}

/// Whether a short gloss has no verb: `Bases relationnelles managées`.
pub(in crate::generator) fn is_phrase(text: &str) -> bool {
    let first = firsts(text).first().map(|w| w.to_lowercase());
    let first = first.unwrap_or_default();
    let second = firsts(text).get(1).map(|w| w.to_lowercase());
    let second = second.unwrap_or_default();
    // `Trovi cucina e bagno`: said to somebody.
    let told = first.len() > 4
        && first.ends_with('i')
        && !["di", "del", "dei", "delle", "della", "per", "con", "e"].contains(&second.as_str());
    let shouts = text
        .split_whitespace()
        .all(|w| !w.chars().any(char::is_lowercase));
    text.starts_with(char::is_uppercase)
        && !told
        && !shouts
        && !text.contains('=')
        && !has_copula(text)
        && !has_verb(&text.to_lowercase())
        && !["ez", "ons", "ando", "endo", "iendo"]
            .iter()
            .any(|e| first.ends_with(e))
}

/// Whether a name begins with a verb: `Ofrece muelles`.
pub(in crate::generator) fn begins_with_verb(name: &str) -> bool {
    let lower = name.to_lowercase();
    let mut parts = lower.split_whitespace();
    let first = parts.next().unwrap_or("");
    static NOUNS: Listed =
        Listed::new("combine test analyse mesure misura trabalha acessa estima testa usa");
    DOES.has(first) && !NOUNS.has(first) && parts.next().is_some()
}

/// Words in which a gloss of a language that isn't taken apart breaks off.
pub(in crate::generator) fn breaks_off(text: &str) -> bool {
    static ENDS: Listed = Listed::new(
        "için ile gibi olarak ve veya dla do od для от и или och för und für et pour y para e com \
         con o ou di de à di",
    );
    let bare = text.trim_end_matches(['.', '…', ' ']);
    bare.split_whitespace()
        .next_back()
        .is_some_and(|w| ENDS.has(&w.to_lowercase()))
}

/// Whether a name in German or a Romance language means many of its kind.
pub(in crate::generator) fn is_many(language: Language, name: &str, gloss: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or("");
    let small = first.chars().skip(1).all(char::is_lowercase) && words::count(first) == 1;
    let lower = first.to_lowercase();
    match language {
        Language::Spanish | Language::Portuguese => {
            small
                && lower.len() > 4
                && lower.ends_with('s')
                && !["sis", "tis", "us", "is", "ás", "és", "ss"]
                    .iter()
                    .any(|e| lower.ends_with(e))
        }
        Language::German => {
            static MANY: [&str; 10] = [
                "stoffe", "teile", "zeuge", "nisse", "geräte", "systeme", "elemente", "prozesse",
                "dienste", "netze",
            ];
            let article = ["der ", "die ", "das ", "ein ", "eine ", "einer "]
                .iter()
                .any(|a| gloss.to_lowercase().starts_with(a));
            let bare = gloss.trim_end_matches('.');
            let told = gloss.contains(", die ") && (bare.ends_with("en") || bare.ends_with("sind"));
            let ends = ["en", "e", "er"].iter().any(|e| lower.ends_with(e));
            let head = gloss.split_whitespace().next().unwrap_or("");
            let heads = ["en", "er"].iter().any(|e| head.ends_with(e)) || head == "Orte";
            let told = told || lower.ends_with("en") && heads && !head.ends_with("ung");
            small && !article && (MANY.iter().any(|m| lower.ends_with(m)) || ends && told)
        }
        _ => false,
    }
}
