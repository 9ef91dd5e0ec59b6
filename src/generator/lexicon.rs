//! Words of English whose part of speech matters here: common verbs of
//! technical prose, and nouns that say what kind of thing something is.

use super::listed::Listed;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Verbs in their base form.
const VERBS: &str = " prefer accelerate accept access accumulate achieve act adapt add address adjust \
aggregate aid aim align allocate allow alter analyse analyze annotate answer append apply approximate \
archive arrange ask assess assign assist associate assume attach attempt augment authenticate \
authorise authorize automate average avoid balance base batch bill block boost break bring broadcast buy \
buffer build bundle cache calculate call capture carry catalog catalogue categorise categorize cause \
centralise centralize change charge check choose chunk classify clean clear cluster collect combine \
compare compile complement compose compress compute concatenate condense configure connect consider consist \
consolidate constrain construct consume contain control convert coordinate copy correct correlate \
cost count cover crawl create crop customise customize cut cycle deal decide decode decouple decrease \
decrypt define delay delete deliver denote denormalise depend deploy describe design detect determine \
develop diagnose differ direct disable discard discover display distinguish distribute divide do \
downsample drive drop duplicate ease eliminate embed emit employ enable encapsulate encode encrypt end \
enforce enhance enrich ensure enter equal estimate evaluate examine exceed exchange execute expand \
expect expire explain explore export expose express extend extract facilitate fail feed fetch fill \
filter find fit fix flag flatten flow focus follow forecast form format forward freeze fuse gather \
generate get give go govern grant group grow guarantee guard guide handle happen have help hide hold \
host identify ignore implement import improve impute include increase index infer inform ingest \
inherit initialise initialize inject insert inspect instrument integrate interact interpret introduce \
invoke isolate iterate join judge jump keep label land launch learn leave let leverage lie lift limit \
link list listen load locate lock log look lose lower maintain make manage map mark mask match \
maximise maximize mean measure merge migrate minimise minimize mitigate mix model modify monitor move \
multiply name need normalise normalize notice notify observe occur offer offload open operate optimise \
optimize orchestrate order organise organize output overfit override overwrite own pack package parse \
partition pass pay perform permit persist personalise personalize pick pin place plan play plot \
point pool populate post power predict prepare present preserve prevent print prioritise probe process \
produce profile project promote propagate protect prove provide provision prune publish purchase pull push put \
quantify quarantine query queue raise randomise randomize rank reach read rebuild receive recognise \
recognize recommend record recover redact redirect reduce refer refine reflect regenerate register \
regularise reject relate release rely remain remember remove render repeat replace replay replicate \
report represent request require resample rescale reserve reset reshape resize resolve respond restore \
restrict result resume retain retrain retrieve retry return reuse reveal review rewrite roll rotate \
route run sample save scale scan schedule score search secure seek segment select send separate \
sequence serve set shape share shift ship show shrink shuffle sign signal simplify simulate sit skip \
slice slow smooth solve sort specify speed spin split spread squash squeeze stack standardise \
standardize start stay steer stop store stream streamline stretch structure submit subtract suffer \
suggest suit sum summarise summarize supply support suppress surface suspend swap switch sync \
synchronise synchronize synthesise synthesize tag take target tell tend terminate test throttle \
tokenise tokenize trace track trade train transcribe transfer transform translate transmit treat \
trigger try tune turn understand undersample unify unload update upgrade upload upscale use validate \
vary vectorise verify version view visualise visualize vote wait want warn watch weigh weight work wrap \
wrangle write yield \
transport circulate digest absorb secrete regulate inhibit activate excrete pump nourish anchor \
cushion detoxify metabolise metabolize reproduce mediate modulate stimulate sense perceive \
mount negotiate advertise elect flood lease hash issue revoke renew invest borrow lend settle \
hedge accrue erode melt adjoin enclose line ventilate innervate contract relax bend stiffen \
catalyse catalyze bind ferment pollinate germinate evaporate dissolve corrode refract legislate \
colonise colonize involve prefer comprise entail encompass incorporate encourage possess declare ";

/// Words that are verbs with `-s` as often as they are plural nouns.
const EITHER: &str = " accesses addresses aids aims averages balances bases batches bills blocks \
boosts breaks buffers bundles caches calls captures catalogs causes changes charges checks chunks \
clusters controls copies costs counts covers cycles deals delays designs directs displays drives drops \
duplicates exchanges exports feeds fields figures filters fits flags flows focuses forecasts forms \
formats functions groups guards guides handles hosts imports increases indexes inputs issues joins \
keys labels layers leads levels limits links lists loads locks logs maps marks masks \
matches measures mixes models moves names notices numbers objects offers orders outputs \
owns packages parses partitions passes plans plays plots points pools posts powers places prints \
probes processes produces profiles projects prunes pulls purposes pushes queries queues ranks reads \
records releases replays reports requests results returns reviews routes rules runs samples scales \
scans schedules scores searches sequences sets shapes shares shifts ships shows signals signs sizes \
slices sorts splits spreads stacks states stores streams structures sums supplies \
supports surfaces switches tags targets tests tiers times traces tracks trades trains transfers \
transforms triggers turns types updates uses values versions views votes weights wraps \
writes yields ";

/// What kinds of thing notes are about; several words stand before one.
const KINDS: [&str; 84] = [
    "storage class",
    "instance type",
    "access tier",
    "activation function",
    "loss function",
    "data type",
    "data structure",
    "design pattern",
    "service",
    "tool",
    "toolkit",
    "algorithm",
    "metric",
    "technique",
    "method",
    "framework",
    "library",
    "database",
    "engine",
    "feature",
    "format",
    "protocol",
    "model",
    "layer",
    "platform",
    "language",
    "mode",
    "system",
    "strategy",
    "pattern",
    "architecture",
    "policy",
    "role",
    "command",
    "operator",
    "function",
    "operation",
    "parameter",
    "hyperparameter",
    "option",
    "setting",
    "component",
    "resource",
    "device",
    "appliance",
    "instance",
    "interface",
    "IDE",
    "API",
    "SDK",
    "distribution",
    "test",
    "chart",
    "plot",
    "index",
    "queue",
    "network",
    "gateway",
    "store",
    "repository",
    "warehouse",
    "catalog",
    "registry",
    "scheduler",
    "process",
    "principle",
    "property",
    "law",
    "approach",
    "standard",
    "agent",
    "bot",
    "solution",
    "product",
    "application",
    "environment",
    "container",
    "node",
    "attack",
    "structure",
    "class",
    "plan",
    "error",
    "cipher",
];

/// Whether the word is a verb's base form.
pub(super) fn is_base_verb(word: &str) -> bool {
    static SET: Listed = Listed::new(VERBS);
    SET.has(word)
}

/// The base form of a verb in its third person (`stores` → `store`).
pub(super) fn base_of(word: &str) -> Option<String> {
    match word {
        "is" | "are" | "was" => return None,
        "has" => return Some("have".into()),
        "does" => return Some("do".into()),
        _ => {}
    }
    let bare = word.strip_suffix('s')?;
    if is_base_verb(bare) {
        return Some(bare.to_owned());
    }
    if let Some(w) = bare.strip_suffix('e')
        && w.ends_with(['s', 'x', 'z', 'h', 'o'])
        && is_base_verb(w)
    {
        return Some(w.to_owned());
    }
    if ["ises", "izes"].iter().any(|e| word.ends_with(e)) && word.len() > 7 {
        return Some(bare.to_owned());
    }
    let y = format!("{}y", bare.strip_suffix("ie")?);
    is_base_verb(&y).then_some(y)
}

/// Whether the word is a verb in its third person and hardly ever a noun.
pub(super) fn acts(word: &str) -> bool {
    base_of(word).is_some() && !is_either(word)
}

/// Whether the word is more likely a plural noun than a verb when nothing
/// that a verb governs follows.
pub(super) fn is_either(word: &str) -> bool {
    static SET: Listed = Listed::new(EITHER);
    SET.has(word)
}

/// Whether the word opens a noun phrase, and so shows that a verb precedes.
pub(super) fn is_determiner(word: &str) -> bool {
    {
        static WORDS: Listed = Listed::new(
            "a an the its your our their each every any all some both many \
                    several one two three only no more less how what whether that \
                    it you us them up out off on in into from to with for as at by \
                    between over across through without against large different \
                    multiple various new",
        );
        WORDS.has(word)
    }
}

/// The kind of thing that a noun phrase ends in (`… text to speech service`),
/// as it stands in the list, and whether it was plural.
pub(super) fn kind_at_end(phrase: &str) -> Option<(&'static str, bool)> {
    static ENDINGS: OnceLock<HashMap<String, (&'static str, bool)>> = OnceLock::new();
    let endings = ENDINGS.get_or_init(|| {
        let mut map = HashMap::new();
        for kind in KINDS {
            let low = kind.to_lowercase();
            map.insert(plural(&low), (kind, true));
            map.insert(low, (kind, false));
        }
        map
    });
    let tail: Vec<String> = phrase
        .trim()
        .rsplit([' ', '/', '-'])
        .take(2)
        .map(str::to_lowercase)
        .collect();
    let last = tail.first()?;
    let two = tail.get(1).map(|w| format!("{w} {last}"));
    two.and_then(|t| endings.get(&t))
        .or_else(|| endings.get(last))
        .copied()
}

/// Whether a text has the word for a kind of thing in it: `a managed service`.
pub(super) fn names_a_kind(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '-');
    words
        .filter(|w| !w.is_empty())
        .any(|w| kind_at_end(w).is_some())
}

/// Nouns of technical prose that are counted, so that one of them needs an
/// article.
const COUNTED: &str = " allele gene site workload warrant loan bond peg account firewall compiler alias disk \
cohort experiment reservoir outbreak epidemic nonce locus sarcomere string array fingerprint tower program \
router host organ bone muscle enzyme hormone receptor antigen antibody mutation chromosome drug vaccine bank \
market tax tariff quota asset liability investment corporation atom molecule ion virus bacterium planet \
packet frame certificate signature password subnet surface vehicle ciphertext camera \
component trap change check hint cost limit choice risk symptom remedy cause effect benefit \
drawback advantage weakness strength assumption alarm baseline split estimate penalty neuron gradient optimum \
minimum maximum ratio chart cell connection decoder embedding vocabulary transformation alternative workaround \
exception requirement prerequisite restriction difference example case situation problem fault failure relation \
convention report notebook repository dashboard tracker image estimator classifier network regressor action agent area attribute batch block bound boundary bucket cache call catalog catalogue channel checkpoint class client cluster codec column command condition consumer container controller copy curve cut database dataset default device dimension directory domain driver edge element encoder endpoint engine error event executor factor family feature field file filter flag fleet fold format formula framework function gap gate gateway graph group header heuristic hub hook image index instance interface interval job kernel key label lake layer leaf level library limit line list loop manager map margin matrix metric mode model module name namespace neighbour network node object offset operator optimiser optimizer option order output owner parameter part partition path pattern peak percentile period phase pipeline plan plot point policy pool port prefix process processor producer product profile property protocol provider proxy quantile query question queue range rate record region registry repository request resource response result role root row rule sample scale scheduler schema score script section sequence server service session set setting shape shard share sign signal slot snapshot solution source stack stage standard state step store strategy stream structure subnet subset symbol system table tag target task term test threshold tier time timeout token tool topic trace transaction tree trigger type unit user value variable variant vector version view volume warehouse weight window worker workflow zone ";

/// Whether a noun is one of those that are counted.
pub(super) fn is_countable(word: &str) -> bool {
    static SET: Listed = Listed::new(COUNTED);
    SET.has(word)
}

/// Whether a word, or what it is the plural of, is an action or a noun that is
/// counted: it has its sense without any notes.
pub(super) fn is_everyday(word: &str) -> bool {
    let low = word.to_lowercase();
    let one = singular(&low).unwrap_or(low);
    is_base_verb(&one) || is_countable(&one)
}

/// One of many: `policies` → `policy`; `None` where the word is no plural.
pub(super) fn singular(plural: &str) -> Option<String> {
    if !looks_plural(plural) {
        return None;
    }
    if let Some(stem) = plural.strip_suffix("ies") {
        return Some(format!("{stem}y"));
    }
    let sibilant = ["sses", "shes", "ches", "xes", "zzes", "iases"];
    if sibilant.iter().any(|e| plural.ends_with(e)) {
        return plural.strip_suffix("es").map(str::to_owned);
    }
    plural.strip_suffix('s').map(str::to_owned)
}

/// The plural of a noun.
pub(super) fn plural(noun: &str) -> String {
    if let Some(stem) = noun.strip_suffix('y')
        && !stem.ends_with(['a', 'e', 'o', 'u'])
    {
        format!("{stem}ies")
    } else if noun.ends_with(['s', 'x', 'z']) || noun.ends_with("ch") || noun.ends_with("sh") {
        format!("{noun}es")
    } else {
        format!("{noun}s")
    }
}

/// Whether a word looks like a plural noun.
pub(super) fn looks_plural(word: &str) -> bool {
    let w = word.to_lowercase();
    matches!(
        w.as_str(),
        "metrics" | "topics" | "characteristics" | "statistics"
    ) || w.len() > 3
        && w.ends_with('s')
        && !w.ends_with("series")
        && w != "means"
        && !["ss", "us", "is", "as", "ics", "ews"]
            .iter()
            .any(|e| w.ends_with(e))
        && !word.chars().any(|c| c.is_numeric())
        && !word
            .chars()
            .take(word.chars().count() - 1)
            .all(char::is_uppercase)
}

/// Pairs of words of which a sentence asserts one and denies the other.
pub(super) const OPPOSITES: [(&str, &str); 17] = [
    ("synchronous", "asynchronous"),
    ("synchronously", "asynchronously"),
    ("stateful", "stateless"),
    ("supervised", "unsupervised"),
    ("mutable", "immutable"),
    ("horizontally", "vertically"),
    ("symmetric", "asymmetric"),
    ("inbound", "outbound"),
    ("increases", "decreases"),
    ("overfit", "underfit"),
    ("overfitting", "underfitting"),
    ("optional", "mandatory"),
    ("columnar", "row-based"),
    ("client-side", "server-side"),
    ("ephemeral", "persistent"),
    ("parametric", "non-parametric"),
    ("strongly consistent", "eventually consistent"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn third_persons_are_known() {
        assert_eq!(base_of("stores").as_deref(), Some("store"));
        assert_eq!(base_of("passes").as_deref(), Some("pass"));
        assert_eq!(base_of("classifies").as_deref(), Some("classify"));
        assert_eq!(base_of("services"), None);
        assert_eq!(base_of("is"), None);
    }

    #[test]
    fn kinds_are_found_at_the_end() {
        assert_eq!(
            kind_at_end("text to speech service"),
            Some(("service", false))
        );
        assert_eq!(
            kind_at_end("Storage classes"),
            Some(("storage class", true))
        );
        assert_eq!(kind_at_end("AI Services"), Some(("service", true)));
        assert_eq!(kind_at_end("microservice"), None);
    }

    #[test]
    fn plurals_are_guessed() {
        assert!(looks_plural("rules") && looks_plural("Streams"));
        assert!(!looks_plural("Kinesis") && !looks_plural("AWS") && !looks_plural("access"));
    }
}
