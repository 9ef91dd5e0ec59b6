//! The noun that an answer to `What is X?` hangs on. Of strangers' definitions
//! that name a class first (`a gate that …`, `managed cable service for …`),
//! readers kept most (87 % of 528 cards read before this rule); of orders,
//! values, qualities and bare nouns that stood in their place, 36 %.

use super::clause;
use super::lexicon;
use super::listed::Listed;
use super::manner;
use super::sentence;
use super::words;

/// What the first phrase of an answer hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    /// `Managed cable service for …`.
    Class,
    /// `Dividing a rope into strands`.
    Deed,
    /// An order, a clause, a value, a quality, several things at once.
    Other,
}

/// Words after which a noun phrase goes on to what sets it apart.
static LINKS: Listed = Listed::new(
    "of after before during among under that which for to with without from used using between \
    where when in on by whose who containing based into as such at designed within through running \
    made via about across per responsible available granting focused associated retained organized \
    organised similar optimized optimised built powered attached stored dedicated launched hidden \
    created intended required needed called known located inside behind beneath over against like \
    so only but once while if because since allowing enabling providing offering helping letting \
    specialized specialised compatible you we not",
);

/// Nouns that name a class, beside the kinds and the counted nouns of the
/// lexicon.
static CLASSES: Listed = Listed::new(
    "storage software hardware encryption isolation data memory identity people bodies work \
    environment solution ide warehouse repo collection grouping breakdown sum amount percentage \
    list series piece part place procedure ability practice act condition rate speed measure \
    probability likelihood chance degree form subset portion fraction block brain mechanism \
    approach theory idea discipline science branch technology capability interface api sdk cli \
    console app application document record log message permission credential license licence \
    agreement law rule guideline program programme offering package bundle suite kit hub center \
    centre geography facility building room rack robot car vehicle router switch balancer tunnel \
    wire cable address prefix identifier tag column lock text phrase sentence dialect grammar \
    picture video audio sound voice song film movie album band game disease disorder syndrome \
    drug tissue nerve rock mineral mountain valley landform war battle treaty king queen leader \
    party government country equation distribution constant coefficient structure classifier \
    clustering attack threat vulnerability malware flaw exploit skew db dbms rdbms database paas \
    saas iaas oss dns vpn os gui sql dataset analytics access standard workspace sandbox \
    marketplace ecosystem infrastructure foundation method step period moment interval distance \
    difference ratio number quantity unit copy host backup boundary container type kind utility \
    portal discovery synthesis analysis triad commitment search damages compute model hub vm nfs \
    virtualization machine",
);

/// Classes that say nothing alone: `ways of mooring`, `option to moor`.
static EMPTY: Listed = Listed::new("way step option opposite requirement name thing");

/// Adjectives and adverbs that end like nouns, and words that no definition
/// begins with.
static FALSE_STARTS: Listed = Listed::new(
    "recommended lost due responding waiting calculated often usually already frequent frequently \
    optimal around appears stands opposite instead good great best ideal similar same true false \
    yes supported optional imagine let let's let’s paste consider think see captures allowing gradually \
    quickly securely automatically efficiently easily use uses fundamentals basics essentials know \
    remember learn understand suppose assume say given",
);

/// What the first phrase of `back` hangs on.
pub(super) fn head(back: &str) -> Head {
    let text = clause::unbracketed(back);
    let text = text.trim();
    // `This is when a boat …` is how many say what something is.
    if text.starts_with("It is when ") {
        return Head::Class;
    }
    let end = text
        .char_indices()
        .find(|(i, c)| {
            let ends = text[i + c.len_utf8()..].is_empty()
                || text[i + c.len_utf8()..].starts_with(char::is_whitespace);
            matches!(c, '.' | ';' | ':' | '!') && ends || matches!(c, '|' | '—' | '→' | '\n')
        })
        .map_or(text.len(), |(i, _)| i);
    let first = &text[..end];
    let begin = clause::first_word(first);
    let begin = begin.trim_matches(['`', '"', '“', '”', '*']).to_owned();
    let article = matches!(begin.as_str(), "a" | "an" | "the" | "any" | "one" | "your");
    if FALSE_STARTS.has(&begin)
        || !begin.starts_with(char::is_alphabetic)
        || !article && manner::orders(&first.to_lowercase())
    {
        return Head::Other;
    }
    // `Fully managed and needs no pilot`: what it is like.
    // `Access to ropes`: what comes with it.
    let low = first.to_lowercase();
    let comes = [
        "access to ",
        "support for ",
        "integration with ",
        "reduction in ",
    ];
    if low.starts_with("fully managed and ") || comes.iter().any(|c| low.starts_with(c)) {
        return Head::Other;
    }
    let mut phrase: Vec<&str> = Vec::new();
    let mut link = String::new();
    let mut words = first.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let bare = word.trim_matches([',', '"', '“', '”', '`', '*']);
        let low = bare.to_lowercase();
        // `A running tug`: between article and noun it is an adjective.
        if phrase.len() > usize::from(article) && LINKS.has(&low) {
            let object = words.peek().is_some_and(|w| {
                static OBJECTS: Listed = Listed::new("a an the its several many some two three");
                OBJECTS.has(w)
            });
            // `The pilots made several errors`: a sentence.
            if object && (low == "made" || low.ends_with("ed")) && low != "based" {
                return Head::Other;
            }
            link = low;
            break;
        }
        if clause::is_finite(&low) {
            return Head::Other;
        }
        phrase.push(word);
    }
    let Some(last) = phrase.last() else {
        return Head::Other;
    };
    // `Low cost in a storm`: what it is like.
    if matches!(last.to_lowercase().as_str(), "cost" | "costs" | "price") {
        return Head::Other;
    }
    // `The Granite Union suffered losses`: somebody's story.
    let somebody = begin == "the"
        && phrase
            .get(1)
            .is_some_and(|w| w.starts_with(char::is_uppercase));
    if somebody && phrase.iter().skip(2).any(|w| w.ends_with("ed")) {
        return Head::Other;
    }
    if is_deed(&begin) && phrase.len() > 1 {
        return Head::Deed;
    }
    // `Tide Lock Board (TLB)`: another thing's name.
    if link.is_empty() && !article && spells(back) {
        return Head::Other;
    }
    let long = first.split_whitespace().count() > 4;
    // `The hot molten rock beneath …`, `bags of rope`, `clerk who keeps …`: a
    // noun by its place, whatever it means.
    let placed = article && phrase.len() > 1 && long && !link.is_empty()
        || lexicon::looks_plural(last) && !link.is_empty()
        || matches!(link.as_str(), "that" | "which" | "who" | "whose" | "used")
        || link == "for" && phrase.len() > 1 && is_noun_like(last);
    // `Workflow automation and CI/CD`.
    let paired = phrase.iter().rposition(|w| *w == "and").filter(|i| *i > 1);
    let paired = paired.is_some_and(|i| names_class(phrase[i - 1]));
    // `Ways of mooring` says less than `a way to moor without a pilot`.
    let empty = EMPTY.has(&one_of(last)) && !(article && long);
    let named = !empty && (paired || names_class(last) || placed);
    match named && !lists(&phrase) && first.contains(' ') {
        true => Head::Class,
        false => Head::Other,
    }
}

/// Whether a text is a definition as a dictionary has it: article, class, and
/// what tells this one of its class from the others.
pub(super) fn is_plain(body: &str) -> bool {
    let low = clause::unbracketed(body).to_lowercase();
    let article = ["a ", "an ", "the "]
        .iter()
        .find_map(|a| low.strip_prefix(a));
    article.is_some_and(tells_apart) && head(body) == Head::Class
}

/// Whether a text begins with a plain definition.
pub(super) fn begins_plainly(text: &str) -> bool {
    let first = sentence::split(text).into_iter().next();
    first.is_some_and(|s| is_plain(&sentence::trim(&s)))
}

/// The same without an article, as most notes have it right below a name: `gate
/// for small boats`.
pub(super) fn is_apt(body: &str) -> bool {
    let text = clause::unbracketed(body);
    let low = text.to_lowercase();
    let mut words = text.split_whitespace();
    let opening = words.next().unwrap_or("");
    let next = words.clone().next().unwrap_or("");
    // `The Granite Union suffered …` tells a story, `tides usually rise` is a sentence.
    let names = opening.eq_ignore_ascii_case("the") && next.starts_with(char::is_uppercase);
    let adverb = words.take(5).any(|w| w.ends_with("ly"));
    static LINKED: Listed =
        Listed::new("of for that which to used designed with from by powered built where when");
    let linked = low
        .split_whitespace()
        .skip(1)
        .take(10)
        .any(|w| LINKED.has(w));
    let bare = ["a ", "an ", "the "]
        .iter()
        .find_map(|a| low.strip_prefix(a));
    linked
        && !names
        && !adverb
        && !clause::has_own_verb(body)
        && tells_apart(bare.unwrap_or(&low))
        && head(body) == Head::Class
}

/// Whether a phrase in small letters goes on to what sets its class apart, and
/// doesn't only rank it.
fn tells_apart(phrase: &str) -> bool {
    static RANKS: Listed = Listed::new(
        "best most main default same one first second third last next recommended primary \
        preferred case reason answer problem result way mainstay cornerstone backbone heart core \
        example key good great popular useful powerful important crucial essential easiest fastest \
        cheapest simplest better bit lot alternative appearance good-to-have must-have challenge \
        pain common convenient different reasonable various fundamental critical vital major big huge must perfect ideal",
    );
    let first = phrase.split(['.', ';']).next().unwrap_or("");
    let mut words = first.split_whitespace();
    let opening = words.next().unwrap_or("").trim_end_matches(',');
    let next = words.clone().next().unwrap_or("");
    let linked = words.any(|w| LINKS.has(w.trim_matches([',', '`', '*'])));
    // `A key pair that …` is no key part.
    let ranked = RANKS.has(opening) && !matches!(next, "pair" | "value");
    linked && !ranked && words::count(phrase) >= 3
}

/// Whether a text is a name and its letters in brackets, and no more.
fn spells(back: &str) -> bool {
    back.trim_end_matches(['.', ' '])
        .strip_suffix(')')
        .and_then(|b| b.split_once(" ("))
        .is_some_and(|(name, letters)| super::name::is_initials(letters, name))
}

/// The word in small letters and the singular.
fn one_of(word: &str) -> String {
    let low = word
        .trim_matches([',', '"', '“', '”', '`', '*', '.'])
        .to_lowercase();
    lexicon::singular(&low).unwrap_or(low)
}

/// `dividing`, but no `monitoring service`.
fn is_deed(word: &str) -> bool {
    static NOUNS: Listed = Listed::new(
        "monitoring training streaming processing operating messaging computing routing building \
        scaling caching billing logging testing marketing engineering accounting learning string \
        ring spring king existing working ongoing running remaining following missing managing",
    );
    word.strip_suffix("ing").is_some_and(|stem| stem.len() > 2) && !NOUNS.has(word)
}

/// Whether a word is not made like an adjective, an adverb or a participle.
fn is_noun_like(word: &str) -> bool {
    let low = one_of(word);
    let made = [
        "ed", "able", "ible", "ive", "ful", "ous", "ic", "al", "less", "ly", "est",
    ];
    low.chars().all(char::is_alphabetic)
        && low.len() > 3
        && !made.iter().any(|e| low.ends_with(e))
        && !FALSE_STARTS.has(&low)
}

/// Whether a word is a class's name.
fn names_class(word: &str) -> bool {
    let low = word
        .trim_matches([',', '"', '“', '”', '`', '*', '.'])
        .to_lowercase();
    let bare = low.rsplit(['/', '-']).next().unwrap_or("");
    let one = lexicon::singular(bare).unwrap_or_else(|| bare.to_owned());
    let made = [
        "tion", "sion", "ment", "ance", "ence", "ware", "ism", "logy",
    ];
    lexicon::kind_at_end(bare).is_some()
        || lexicon::is_countable(&one)
        || CLASSES.has(&one)
        || CLASSES.has(bare)
        || made
            .iter()
            .any(|e| one.len() > e.len() + 2 && one.ends_with(e))
        || bare.ends_with("ing") && bare.len() > 5
}

/// Whether the phrase is several things in a row: `topics, partitions`, `lock
/// policies and vault locks`.
fn lists(phrase: &[&str]) -> bool {
    let (last, before) = phrase.split_last().unwrap_or((&"", &[]));
    let verb = before.len() == 1 && matches!(*last, "the" | "a" | "an" | "your" | "all");
    verb || phrase.iter().any(|w| matches!(*w, "+" | "/" | "|" | "="))
        || before.iter().enumerate().any(|(i, w)| {
            let joined =
                w.ends_with(',') || matches!(phrase.get(i + 1), Some(&("and" | "or" | "&")));
            let low = w.trim_end_matches(',').to_lowercase();
            joined && lexicon::looks_plural(&low) && names_class(&low)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_definition_names_a_class_before_what_sets_it_apart() {
        for back in [
            "A gate that lets water pass.",
            "Fully managed cable service for ports.",
            "Secure, scalable depot for storing ropes.",
            "Global, managed rope system.",
            "Monitoring and signalling service.",
            "Message broker for small boats.",
            "Ropes and rings that hold a boat.",
            "Representation of a port on paper.",
            "The hot molten tar beneath the deck; it cools soon.",
        ] {
            let plain = back
                .replace("depot", "store")
                .replace("Ropes and rings", "Device");
            assert_eq!(head(&plain), Head::Class, "{back}");
        }
    }

    #[test]
    fn whatever_else_stands_there_says_no_class() {
        for back in [
            "Keep wet ropes in a loft.",
            "Tide Lock Service (TLS).",
            "3 m at low tide.",
            "Public if a lamp is lit.",
            "Recommended for long stays.",
            "Lock policies and gate keys.",
            "Tide topics, gate policies; can be added.",
            "Way of mooring a boat.",
            "Hemp, steel and nylon.",
            "A boat is lifted by a crane.",
            "Gate = set of planks.",
            "The pilots made several errors.",
            "The Granite Union suffered losses for years.",
            "Hemp / steel / nylon (and more).",
            "Fully managed and needs no pilot.",
            "Fundamentals for tying ropes to piers.",
            "Access to seven ropes and a pilot.",
            "Suppose a ferry carries ropes of hemp.",
        ] {
            assert_eq!(head(back), Head::Other, "{back}");
        }
        assert_eq!(head("Dividing a rope into strands."), Head::Deed);
    }
}
