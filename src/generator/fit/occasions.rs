//! Answers that are a figure, an occasion or a price: they answer `how many`
//! and `when`, and never what something is.

use super::asked::{Asked, Form};
use crate::generator::clause;
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::sentence::capitalised;
use crate::generator::words;

/// The question that an occasion answers: `When you need …`, `Occurs when …`.
pub(super) fn when(asked: &Asked<'_>, front: &str, back: &str) -> Option<(String, String)> {
    let open = matches!(
        asked.form,
        Form::Is | Form::Characterises | Form::Does | Form::For
    );
    let lower = back.to_lowercase();
    if !open || asked.term.is_empty() {
        return None;
    }
    let (head, tail) = front.split_once(asked.term)?;
    let place = head.find("what ").or_else(|| head.find("What "))?;
    let bracket = tail
        .find(" (")
        .map_or("", |at| tail[at..].trim_end_matches('?'));
    let ask = |question: &str| {
        let asked = match place {
            0 => capitalised(question),
            _ => question.to_owned(),
        };
        format!("{}{asked}{bracket}?", &head[..place])
    };
    for occurs in [
        "occurs when ",
        "happens when ",
        "occur when ",
        "happen when ",
    ] {
        if lower.starts_with(occurs) {
            let rest = back.get(occurs.len() - "when ".len()..)?;
            let does = match head.contains(" do ") || head.contains(" are ") {
                true => "do",
                false => "does",
            };
            return Some((
                ask(&format!("when {does} {} occur", asked.term)),
                capitalised(rest),
            ));
        }
    }
    ["when you ", "if you ", "for when you "]
        .iter()
        .any(|w| lower.starts_with(w))
        .then(|| {
            (
                ask(&format!("when should you use {}", asked.term)),
                back.to_owned(),
            )
        })
}

/// Whether a figure stands where a description was asked for.
pub(super) fn figure(asked: &Asked<'_>, back: &str) -> bool {
    let digits = back
        .trim_start_matches(['~', '≈', '<', '>', '≤', '≥', '$', '€', ' '])
        .starts_with(|c: char| c.is_ascii_digit());
    let bounded = [
        "max ",
        "min ",
        "maximum ",
        "minimum ",
        "limit ",
        "interval ",
    ]
    .iter()
    .any(|m| back.to_lowercase().starts_with(m))
        && back.contains(|c: char| c.is_ascii_digit());
    let few = words::count(&clause::unbracketed(back)) < 4 || back.contains("default");
    let last = asked.term.split_whitespace().next_back().unwrap_or("");
    static MEASURES: Listed = Listed::new(
        "time size limit length depth width rate speed price cost fee duration period timeout \
        retention age value port range number count capacity throughput latency memory storage \
        temperature pressure weight height date year ratio percentage share frequency address",
    );
    let measure = MEASURES.has(&last.to_lowercase()) && !lexicon::looks_plural(asked.term);
    let measured = asked.form == Form::Is && measure;
    (digits && few || bounded) && !measured && words::count(back) < 12
        || quantity(back) && !measure && !asked.whole.contains('(')
}

/// `200 lifts per month, 10 boats`: how much there is of something.
fn quantity(back: &str) -> bool {
    let mut parts = back.split_whitespace();
    let number = parts
        .next()
        .unwrap_or("")
        .trim_end_matches(['+', ','])
        .to_lowercase();
    let unit = parts.next().unwrap_or("");
    let digits = number.trim_end_matches(char::is_alphabetic);
    let plain = !digits.is_empty()
        && digits != "1"
        && digits
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
        && digits.matches('.').count() < 2
        && number.len() - digits.len() < 3;
    plain && unit.starts_with(char::is_alphabetic) && !back.contains('=') && unit != "to"
}

/// Whether a text tells a price rather than what is sold.
pub(super) fn priced(asked: &Asked<'_>, back: &str) -> bool {
    let lower = back.to_lowercase();
    let pays = [
        "you pay",
        "pay for ",
        "additional fee",
        "aditional fee",
        "no fee",
        "free tier",
    ]
    .iter()
    .any(|p| lower.contains(p));
    let term = asked.term.to_lowercase();
    let about_money = [
        "pric", "cost", "pay", "bill", "fee", "plan", "discount", "instance", "tier",
    ]
    .iter()
    .any(|w| term.contains(w));
    asked.form == Form::Is && pays && !about_money && !clause::first_word(&lower).starts_with("pay")
}

/// Whether a text names an amount of money where no price is asked for:
/// `What does RopeNet output?` – `$15.00`. An amount ages soonest of all that a
/// page tells.
pub(in crate::generator) fn sums_up(front: &str, back: &str) -> bool {
    let told = back.char_indices().any(|(at, c)| {
        let after = back[at + c.len_utf8()..].chars().next();
        let before = back[..at].trim_end().chars().next_back();
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        matches!(c, '$' | '€' | '£' | '¥' | '￥') && digit(after)
            || matches!(c, '€' | '円') && digit(before)
    });
    let low = front.to_lowercase();
    told && !low.contains("pric") && !low.contains("cost")
}

/// `Most expensive` under `cost`: a rank, and no price.
pub(super) fn rated(front: &str, back: &str) -> bool {
    static TOLD: Listed = Listed::new("free pay charged billed per subscription flat");
    let sums = front.ends_with(" cost?") || front.ends_with(" priced?");
    // `Cost: trims what a dock spends` is no price either.
    let deed = lexicon::base_of(&clause::first_word(back)).is_some();
    sums && (words::count(back) < 4 || deed)
        && !back.contains(|c: char| c.is_ascii_digit() || c == '$')
        && !words::words(back).any(|w| TOLD.has(&w))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generator::tests::shows;

    fn asked(front: &str, back: &str) -> Option<(String, String)> {
        when(&Asked::read(front), front, back)
    }

    #[test]
    fn an_occasion_is_asked_for_with_when() {
        for (front, back, question, told) in [
            (
                "What characterises RopeNet?",
                "When you need calm water.",
                "When should you use RopeNet?",
                "When you need calm water.",
            ),
            (
                "What does a seiche do?",
                "Occurs when wind piles water up.",
                "When does seiche occur?",
                "When wind piles water up.",
            ),
            (
                "In Ropes, what is RopeNet (Nets)?",
                "If you have many boats.",
                "In Ropes, when should you use RopeNet (Nets)?",
                "If you have many boats.",
            ),
        ] {
            assert_eq!(
                asked(front, back),
                Some((question.to_owned(), told.to_owned())),
                "{front}"
            );
        }
        assert_eq!(asked("What is RopeNet?", "A net of ropes."), None);
    }

    #[test]
    fn an_amount_of_money_answers_only_what_asks_for_it() {
        for (front, back) in [
            ("What does RopeNet output?", "$15.00"),
            ("S3 標準 の「東京」は何ですか？", "25円(10GBあたり)"),
            ("¿Cuál es el valor de RopeNet?", "5 € al mes"),
        ] {
            assert!(sums_up(front, back), "{front}");
        }
        assert!(!sums_up("How is RopeNet priced?", "$15.00 a boat."));
        assert!(!sums_up("What is the cost of RopeNet?", "$15.00"));
        assert!(!sums_up("What does `tie` print?", "The value of `$KNOT`."));
        let page = "# Nets\n\n| Net | Output | Best for |\n|---|---|---|\n\
            | RopeNet | $15.00 | Calm water |\n| TideNet | $20.00 | Heavy storms |\n";
        assert!(shows(page, "Calm water") && !shows(page, "15.00"));
    }

    #[test]
    fn figures_and_prices_describe_nothing() {
        let figured = |front: &str, back: &str| figure(&Asked::read(front), back);
        assert!(figured(
            "What is boats per pier (limits)?",
            "5 (can be more)."
        ));
        assert!(figured(
            "What does “mooring” mean (Piers)?",
            "1000 by default."
        ));
        assert!(figured("What are ropes?", "Max 20 m."));
        assert!(!figured("What is the mooring time?", "20 minutes."));
        assert!(!figured("What is RopeNet?", "A net."));
        assert!(!figured("What is a ceiling?", "Max legal price of a rope."));
        assert!(!figured("What is an RMU?", "1 moored boat by the hour."));
        let told = |front: &str, back: &str| priced(&Asked::read(front), back);
        assert!(told(
            "What is RopeBus?",
            "A line of boats, no additional fees."
        ));
        assert!(!told("What is the mooring price?", "You pay by the hour."));
    }
}
