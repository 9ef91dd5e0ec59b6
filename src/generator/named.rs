//! What can be a name at all: no clause, no date, no amount, no path.

use super::listed::Listed;
use super::words;
use crate::domain::time::MONTHS;

/// `Tide log Tide log`, `Tide log. Tide log`: a heading copied with its anchor.
fn doubled(lower: &str) -> bool {
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|w| !w.is_empty())
        .collect();
    let half = words.len() / 2;
    half > 1 && words.len().is_multiple_of(2) && words[..half] == words[half..]
}

/// Whether a short text may be what a thing is called.
pub(super) fn plausible(short: &str) -> bool {
    if !(1..=8).contains(&words::count(short)) || short.chars().count() > 64 {
        return false;
    }
    let lower = short.to_lowercase();
    let first = lower.split_whitespace().next().unwrap_or("");
    let pronoun = {
        static WORDS: Listed = Listed::new(
            "it this that these those you we i they there there's here's it's if and or but for \
                    in on with to from at by when how why as of can is are has does \
                    do not no yes so also see note use using let let's must should generally usually typically \
                    normally mostly mainly additionally alternatively \
                    will after before during while because since then which who \
                    where each every all both only just make made don't actually really
                    basically exactly correct perfect great newer older newest oldest latest some another more several was wozu welche welcher welches \
                    nenne nennen erkläre beschreibe definiere warum wie wann wer wo wofür wodurch \
                    worin cosa come quale quali perché quando dove qual quais cuál cuáles cómo \
                    cuándo dónde por porquê pourquoi comment quand quel quelle quels",
        );
        WORDS.has(first)
    };
    short.chars().any(char::is_alphabetic)
        && !pronoun
        && ![" vs ", " vs. ", " versus "]
            .iter()
            .any(|v| lower.contains(v))
        && !lower.contains("://")
        && !ends_open(&lower)
        && !range(short)
        && !short.contains(['$', '"', '…'])
        // `Tide Lock 🎯 Purpose`: a name and the label below it.
        && !short.contains(|c: char| ('\u{1f300}'..='\u{1faff}').contains(&c))
        && !short.starts_with(['❌', '✗', '✘', '✅', '✔', '✓'])
        && !short.contains("...")
        && !dated(&lower)
        && !nothing(&lower)
        && !relative(&lower)
        && !located(&lower)
        && !quizzed(short)
        && !measured(&lower)
        && !betters(short)
        && !doubled(&lower)
        && !lower.starts_with("fig. ")
        && short.matches(" / ").count() < 2
        && ![
            "lab:",
            "lab ",
            "demo:",
            "demo ",
            "exercise",
            "project:",
            "use case:",
            "hands-on",
        ]
        .iter()
        .any(|p| lower.starts_with(p))
        && !short.contains([
            '?', '!', ';', '|', '=', '≥', '≤', '≠', '\u{fffd}', '␛', '<', '>',
        ])
        && !short.ends_with(['.', ','])
        && short.matches('`').count().is_multiple_of(2)
        && short.matches('"').count().is_multiple_of(2)
}

/// `A`, `E-L`: a letter of a glossary.
fn range(short: &str) -> bool {
    let parts: Vec<&str> = short.split('-').map(str::trim).collect();
    parts.len() == 2
        && parts
            .iter()
            .all(|p| p.chars().count() == 1 && p.chars().all(|c| c.is_ascii_uppercase()))
}

/// `Clouds that engineers should know`: a clause, not a name.
fn relative(lower: &str) -> bool {
    static LINKS: Listed = Listed::new("that which who should must whether");
    lower.split_whitespace().skip(1).any(|w| LINKS.has(w))
}

/// `/orders`, `app.example.com`, `main.py`: something of an example's own.
fn located(lower: &str) -> bool {
    let bare = lower.trim_matches('`');
    let last = bare.rsplit('.').next().unwrap_or("");
    static ENDS: Listed =
        Listed::new("py yml yaml json txt sh csv com org net io cfg ini conf log md html xml tf");
    bare.starts_with('/') || !bare.contains(' ') && bare.contains('.') && ENDS.has(last)
}

/// `Q5`: a number in somebody's quiz.
fn quizzed(short: &str) -> bool {
    let digits = short.strip_prefix(['Q', 'q']).unwrap_or("");
    !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

/// `GB`, `1,200 GB`, `32 ms`: an amount or its unit.
fn measured(lower: &str) -> bool {
    static UNITS: Listed = Listed::new(
        "kb mb gb tb pb kib mib gib tib kbps mbps gbps ms sec secs seconds second min mins minutes \
        hour hours day days week weeks month months year years usd eur iops % hz mhz ghz",
    );
    let mut parts = lower.split_whitespace();
    let (first, second) = (parts.next().unwrap_or(""), parts.next());
    let number = first.starts_with(|c: char| c.is_ascii_digit())
        && first
            .chars()
            .all(|c| c.is_ascii_digit() || ",.-–+~".contains(c));
    match second {
        None => UNITS.has(first) || number,
        Some(unit) => number && UNITS.has(unit) && parts.next().is_none(),
    }
}

/// `Easier mooring`: an advantage, unless the rest is a name (`Faster R-CNN`).
fn betters(short: &str) -> bool {
    static FIRST: Listed = Listed::new("faster better easier cheaper fewer simpler");
    let mut parts = short.split_whitespace();
    let first = parts.next().unwrap_or("").to_lowercase();
    let named = |w: &str| w.contains('-') || w.chars().skip(1).any(char::is_uppercase);
    FIRST.has(&first) && !parts.any(named)
}

/// Words that stand where a name is missing, or that introduce a remark.
fn nothing(lower: &str) -> bool {
    static REMARKS: Listed = Listed::phrases(
        "section|chapter|problem statement|refresher|one important nuance|important nuance|key insight|\
        key takeaway|bottom line|in short|final note|nota final|conclusion|philosophy|\
        decision point|one-line revision|one line summary|one-liner|interview answer|recap|\
        keypoints|key points|attached|login|next|previous|prev|meanwhile|however|therefore|\
        wrap-up|wrap up|wrapping up|final words|final thoughts|closing|closing words|\
        closing thoughts|closing remarks|in conclusion|conclusions|epilogue|afterword|foreword|\
        preface|最後に|さいごに|おわりに|終わりに|はじめに|まとめ|前書き|後書き|あとがき|结语|\
        结束语|前言|小结|总结|總結|結語|서론|결론|마치며|들어가며|맺음말|마무리|fazit|schlusswort|\
        schlussbemerkung|einleitung|vorwort|zusammenfassung|conclusión|conclusiones|introducción|\
        resumen|conclusão|conclusões|introdução|resumo|conclusione|conclusioni|introduzione|\
        riassunto|avant-propos|en conclusion|sonuç|giriş|заключение|введение|вывод|выводы",
    );
    if REMARKS.has(lower) {
        return true;
    }
    static NONE: Listed = Listed::new(
        "none other others default yes no n/a any all total misc etc same optional mandatory \
        required",
    );
    NONE.has(lower)
}

/// Whether the last word needs another after it.
fn ends_open(lower: &str) -> bool {
    let last = lower.split_whitespace().next_back().unwrap_or("");
    static OPEN: Listed = Listed::new("at to with for by in on of from and or the a is are as");
    OPEN.has(last) && lower.contains(' ')
}

/// `January 7, 2026 – …`: a day in a plan, not a thing.
fn dated(lower: &str) -> bool {
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    let year = |n: &str| n.len() == 4 && n.starts_with("20") && n.parse::<u16>().is_ok();
    // `2024-05-17`, and what else stands on that line.
    let digits = |n: &str, many: usize| n.len() == many && n.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<&str> = lower.splitn(3, ['-', '/', '.']).collect();
    let stamped = matches!(parts[..], [y, m, d] if year(y) && digits(m, 2)
        && d.get(..2).is_some_and(|d| digits(d, 2)));
    stamped || words.clone().any(|w| MONTHS.contains(&w)) && words.any(year)
}

#[cfg(test)]
mod tests {
    use super::plausible;

    #[test]
    fn labels_sentences_and_stamps_are_no_names() {
        for text in [
            "There's two gates",
            "Tide Lock 🎯 Purpose",
            "❌ Incorrect",
            "2031-05-17 from the log",
        ] {
            assert!(!plausible(text), "{text}");
        }
        assert!(plausible("Tide Lock") && plausible("Gate 2031"));
        assert!(
            !plausible("Tide log Tide log")
                && !plausible("Lock_tide. Lock_tide gate. Lock_tide. Lock_tide gate")
        );
    }
}
