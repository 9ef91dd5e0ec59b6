//! Cells: what a cell says, whether that answers its column, and of what kind
//! it is.

use super::account::Reason;
use super::alone;
use super::clause;
use super::facts::{MAX_ANSWER, Walk, is_template};
use super::lexicon;
use super::listed::Listed;
use super::rich::Rich;
use super::sentence;
use super::words;

/// A cell's text, if it says something.
pub(super) fn content(walk: &mut Walk<'_>, raw: &Rich, line: u32, vouched: bool) -> Option<String> {
    let lines: Vec<String> = raw
        .lines()
        .iter()
        .map(|l| sentence::trim(&l.plain()))
        .filter(|l| !l.is_empty())
        .collect();
    let text = lines.join("; ");
    let lower = text.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    let empty = {
        static WORDS: Listed = Listed::new(
            "sì sí ja oui nein non não はい いいえ ✓ ✔ ✗ n/a na none yes no y n x tbd varies true false depends same \
                    partial limited yep nope supported unsupported high low medium moderate fast slow good poor \
                    excellent many few large small higher lower faster slower better worse easy hard full basic \
                    strong weak minimal native manual automatic built-in optional required all any both",
        );
        let bare = bare.strip_prefix("very ").unwrap_or(bare);
        bare.is_empty() || WORDS.has(bare) || rates(bare)
    };
    if empty
        || !vouched && is_price(&text)
        || is_template(&text)
        || !vouched && decided(raw)
        || raw.only_links()
        || alone::has_formula_markup(&text)
    {
        walk.skip(line, Reason::Cell);
        return None;
    }
    if let Err(reason) = alone::stands_alone(&text)
        && reason != Reason::Symbols
    {
        walk.skip(line, reason);
        return None;
    }
    if words::count(&text) > MAX_ANSWER {
        walk.skip(line, Reason::Long);
        return None;
    }
    Some(text)
}

/// `$0.05 an hour`: what changes with every year and place.
fn is_price(text: &str) -> bool {
    let sum = text.trim_start_matches(['~', '≈', '<', ' ']);
    let sum = sum
        .strip_prefix("USD ")
        .or(sum.strip_prefix(['$', '€', '£']));
    sum.is_some_and(|s| s.starts_with(|c: char| c.is_ascii_digit()))
}

/// `中`, `低（24h）`, `alto`: a grade that its author gave, in other languages.
fn rates(bare: &str) -> bool {
    static GRADES: Listed = Listed::new(
        "低 中 高 低い 高い 低め 高め 中程度 普通 なし あり 可 不可 一般 较低 较高 較低 較高 无 有 낮음 보통 \
        중간 높음 없음 있음 baixo baixa médio média alto alta bajo baja medio media niedrig mittel hoch \
        faible moyen moyenne élevé élevée",
    );
    let graded = bare.split(['（', '(']).next().unwrap_or("").trim();
    GRADES.has(graded)
}

/// `✅ …`, `Yes (with a licence)`, `No – …`: the mark is the answer, and the
/// column's name no question for it.
fn decided(raw: &Rich) -> bool {
    let text = raw.plain();
    let text = text.trim_start();
    if text.starts_with([
        '✅', '❌', '✓', '✔', '✗', '✘', '☑', '☒', '✖', '🟢', '🔴', '🟡',
    ]) {
        return true;
    }
    let lower = text.to_lowercase();
    let mut parts = lower.splitn(2, |c: char| !c.is_alphanumeric());
    let (first, rest) = (parts.next().unwrap_or(""), parts.next());
    let judged = matches!(
        first,
        "yes" | "no" | "n/a" | "partial" | "partially" | "limited"
    );
    // `No limit` says something, `No (one region only)` needs its question.
    let after = lower.get(first.len()..).unwrap_or("");
    judged
        && rest.is_some()
        && !after.starts_with('-')
        && after
            .trim_start()
            .starts_with(['(', ',', '-', '–', '—', ':', ';', '.'])
        || matches!(first, "not" | "cannot" | "can't" | "can") && rest.is_some()
}

/// Of what kind a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// An amount, or the lack of one.
    Number,
    /// A clause or an order.
    Clause,
    /// A name or noun phrase.
    Phrase,
}

impl Kind {
    /// By the cell's first words.
    pub(super) fn of(text: &str) -> Self {
        let low = text.trim_start_matches(['`', '~', '<', '>', '≤', '≥', '±', '-', '$', '€', ' ']);
        let low = low.to_lowercase();
        static BOUNDS: Listed = Listed::new(
            "up about approximately around max min under over below above only at roughly from",
        );
        let mut parts = low.split_whitespace();
        let (first, second) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
        let third = parts.next().unwrap_or("");
        let digit = |w: &str| {
            w.trim_start_matches(['`', '~', '<', '>', '$', '€'])
                .starts_with(|c: char| c.is_ascii_digit())
        };
        if digit(first) || BOUNDS.has(first) && (digit(second) || digit(third)) {
            return Self::Number;
        }
        match begins_with_verb(text) || clause::has_own_verb(text) {
            true => Self::Clause,
            false => Self::Phrase,
        }
    }

    /// Whether two cells can be held against each other: an amount against its
    /// lack (`None`, `Unlimited`), else like against like.
    pub(super) fn suits(a: &str, b: &str) -> bool {
        static FREE: Listed = Listed::new(
            "no none not never unlimited infinite configurable adjustable any zero free manual \
            seconds minutes hours days weeks months years instant immediate single multiple one two \
            three several unspecified default custom",
        );
        let open = |t: &str| {
            let low = t.to_lowercase();
            low.split(|c: char| !c.is_alphanumeric())
                .any(|w| FREE.has(w))
        };
        match (Self::of(a), Self::of(b)) {
            (Self::Number, Self::Number) => true,
            (Self::Number, _) => open(b),
            (_, Self::Number) => open(a),
            (x, y) => x == y || words::count(a).min(words::count(b)) > 5,
        }
    }
}

/// `Supports drafts`, `Runs nightly`: a verb in the third person comes first.
pub(super) fn begins_with_verb(text: &str) -> bool {
    let mut parts = text.split_whitespace();
    let first = parts.next().unwrap_or("");
    if first.ends_with([',', ';', ':', '.']) || first.chars().skip(1).any(char::is_uppercase) {
        return false;
    }
    let low = first.to_lowercase();
    let object = parts.next().unwrap_or("");
    let second = object.to_lowercase();
    static GOVERNS: Listed =
        Listed::new("supports uses requires provides allows offers handles enables needs lets");
    let governs = GOVERNS.has(&low)
        && object.starts_with(char::is_lowercase)
        && !matches!(second.as_str(), "for" | "of" | "and");
    static TAKEN: Listed = Listed::new(
        "data traffic requests messages files objects records users resources content text images \
        events streams streaming",
    );
    let takes = lexicon::base_of(&low).is_some()
        && TAKEN.has(second.trim_end_matches([',', ';', '.']))
        && !matches!(low.as_str(), "rules" | "logs" | "sales" | "events");
    governs
        || takes
        || lexicon::base_of(&low).is_some()
            && (!lexicon::is_either(&low)
                || lexicon::is_determiner(&second)
                    && !matches!(
                        second.as_str(),
                        "for"
                            | "with"
                            | "in"
                            | "on"
                            | "from"
                            | "to"
                            | "by"
                            | "as"
                            | "at"
                            | "between"
                            | "across"
                            | "and"
                    ))
}

/// Whether a cell answers for the noun that heads its column: no judgement
/// without a measure, no predicate, not the head's own word again.
pub(super) fn answers(head: &str, text: &str) -> bool {
    static MOST: Listed = Listed::new(
        "lowest highest best worst fastest slowest cheapest most least largest smallest biggest \
        easiest hardest simplest strongest weakest greatest shortest longest better worse higher \
        lower faster slower cheaper larger smaller easier harder huge great",
    );
    static DOING: Listed = Listed::new(
        "effect effects function functions role purpose behaviour behavior action actions capability \
        capabilities benefit benefits advantage advantages impact characteristic characteristics trait \
        traits feature features outcome result results reaction response mechanism meaning responsibility \
        responsibilities limitation limitations drawback drawbacks constraint constraints requirement \
        requirements prerequisite prerequisites note consideration considerations process procedure workflow strategy approach job task tasks how differentiator \
        difference value symptom symptoms cause causes problem issue fix solution remedy description \
        definition interpretation behaviours symptoms intuition idea principle rule",
    );
    let low = text.to_lowercase();
    let bare = clause::unbracketed(&low);
    let bare = bare.trim();
    let mut parts = bare
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty());
    let first = parts.next().unwrap_or("");
    let digits = text.split_whitespace().any(|w| {
        w.trim_start_matches(|c: char| !c.is_alphanumeric())
            .starts_with(|c: char| c.is_ascii_digit())
    });
    if !digits && MOST.has(first) && words::count(bare) <= 3 {
        return false;
    }
    if matches!(
        bare,
        "variable" | "varied" | "high" | "low" | "medium" | "moderate" | "default choice"
    ) {
        return false;
    }
    let head = head.to_lowercase();
    let last = head
        .split(|c: char| !c.is_alphanumeric())
        .rfind(|w| !w.is_empty());
    let last = last.unwrap_or("");
    // `When to use: GitPier, TarLake`: names are no occasion.
    let names = |w: &str| w.starts_with(char::is_uppercase);
    if head.contains("when")
        && words::count(text) > 1
        && text.split([' ', ',']).filter(|w| !w.is_empty()).all(names)
    {
        return false;
    }
    if head.contains("use case") && is_trait(bare) {
        return false;
    }
    let noun = !super::aspect::has_question(&head) && !DOING.has(last);
    if noun && begins_with_verb(text) {
        return false;
    }
    // `state: stateful`, `latency: low latency`.
    let stem = words::stem(last);
    let said: Vec<String> = words::words(bare).collect();
    let again = |w: &String| stem.chars().count() > 3 && words::stem(w) == stem;
    static GRADES: Listed = Listed::new(
        "high low good bad strong weak fast slow easy rich full basic simple large small big very huge great advanced limited",
    );
    let graded = said.iter().any(again) && said.iter().filter(|w| !again(w)).all(|w| GRADES.has(w));
    let derived =
        said.len() == 1 && stem.chars().count() > 3 && said[0].starts_with(&stem) && !digits;
    let boasted =
        said.first().is_some_and(|w| MOST.has(w)) && said.iter().any(again) && said.len() <= 4;
    !(graded || derived || boasted && !digits)
}

/// `GPU-optimised`, `Simplest; no ropes`, `8 TB, portable`: what a thing is like,
/// which is no use of it.
fn is_trait(bare: &str) -> bool {
    static LIKE: Listed = Listed::new(
        "simplest simpler most more complete balanced dedicated niche general-purpose ensemble \
        cheapest lowest highest fastest built-in",
    );
    let first = bare.split([' ', ',', ';']).next().unwrap_or("");
    let measured = bare.starts_with(|c: char| c.is_ascii_digit());
    let made = ["optimized", "optimised"].iter().any(|e| bare.ends_with(e));
    made || measured || LIKE.has(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generator::tests::{cards, fronts, shows};

    #[test]
    fn a_cell_answers_its_head_or_not() {
        for (head, cell) in [
            ("Storage", "stone sheds"),
            ("Latency", "under 5 ms"),
            ("Effect", "Raises the tide gate"),
            ("Consistency", "eventual consistency"),
            ("Use case", "Mooring of more than one boat"),
        ] {
            assert!(answers(head, cell), "{head}: {cell}");
        }
        for (head, cell) in [
            ("Environment", "Lowest footprint"),
            ("Cost", "Variable"),
            ("Throughput", "High (in summer)"),
            ("State", "Stateful"),
            ("Community", "Huge sailing community"),
            ("Schema", "Supports event schemas"),
            ("When to use", "GitPier, TarLake"),
            ("Use case", "8 TB, portable"),
            ("Use case", "Throughput-optimised"),
            ("Use case", "Simplest; no ropes needed"),
        ] {
            assert!(!answers(head, cell), "{head}: {cell}");
        }
    }

    #[test]
    fn a_price_is_no_answer() {
        let page = "# TideLock\n\nTideLock is a service that opens gates.\n\n\
            | Gate | Hourly price | Width |\n|---|---|---|\n\
            | Night Gate | $0.05 per hour (one boat) | nine yards of water |\n\
            | Ferry Gate | $0.09 per hour (one boat) | twelve yards of water |\n";
        assert!(shows(page, "nine yards") && !shows(page, "$0.05"));
        assert!(is_price("$0.05 per hour") && is_price("~€12") && is_price("USD 3"));
        assert!(!is_price("Pay per hour (~$0.05)") && !is_price("$HOME of the pilot"));
    }

    #[test]
    fn a_grade_is_no_answer_in_any_language() {
        let page = "# 港\n\n## 水門の比較\n\n| サービス | 運用負荷 | 役割 |\n|---|---|---|\n\
            | TideLock | 低（夜間のみ） | 港の水門を開け閉めする |\n\
            | RopeNet | 高（冬季のみ） | 桟橋に船を結ぶ綱を管理する |\n";
        assert!(shows(page, "開け閉め") && !shows(page, "夜間のみ"));
        for grade in ["中", "低（夜間）", "alto", "较高", "mittel"] {
            assert!(rates(grade), "{grade}");
        }
        for told in ["中型の船", "alto mar", "低速の桟橋"] {
            assert!(!rates(told), "{told}");
        }
    }

    #[test]
    fn like_is_held_against_like() {
        assert!(Kind::suits("Up to 365 days", "No storage"));
        assert!(Kind::suits("8 TB", "up to 80 TB"));
        assert!(Kind::suits("stone pier", "wooden pier"));
        assert!(!Kind::suits("100B+ boats", "Optimised mooring"));
        assert!(!Kind::suits("Supports many flags", "One red flag"));
    }

    #[test]
    fn a_word_or_two_of_each_side_are_asked_once() {
        let page = "# Harbour\n\n## BasaltPier and GranitePier\n\n| Feature | BasaltPier | GranitePier |\n|---|---|---|\n\
            | Medium | Rope | Chain |\n| Crane | Electric | Electric |\n| Depth | 12 metres | 30 metres |\n";
        let fronts = fronts(page);
        assert!(
            fronts
                .iter()
                .any(|f| f.contains("differ") && f.contains("medium")),
            "{fronts:?}"
        );
        assert!(
            !fronts
                .iter()
                .any(|f| f.starts_with("What") && f.contains("medium")),
            "{fronts:?}"
        );
        assert!(
            !shows(page, "Electric") && shows(page, "12 metres"),
            "{:?}",
            cards(page)
        );
    }
}
