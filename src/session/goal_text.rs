//! What a person types for a goal: a date in their own words, minutes a day.
//!
//! Pure: today comes in as an argument, so "in 6 weeks" is a function.

use crate::domain::Day;
use crate::domain::time::MONTHS;
use jiff::civil::Date;
use std::fmt;

/// A goal further away is a slip of the finger.
const FURTHEST_DAYS: i32 = 3660;

/// Why what was typed is no date of an exam; a sentence for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDate {
    /// It can't be read as one.
    Unknown,
    /// It is past.
    Past(Day),
    /// Nobody plans that far ahead.
    TooFar,
}

impl fmt::Display for NoDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoDate::Unknown => {
                f.write_str("Not a date. Write it as 2027-03-14, 2027-03, or in 6 weeks.")
            }
            NoDate::Past(day) => write!(f, "{} is past.", long_date(*day)),
            NoDate::TooFar => f.write_str("That is more than ten years away."),
        }
    }
}

/// Reads an exam date: `2027-03-14`, `14.3.2027`, `14 March 2027`, `14 Mar`,
/// `2027-03`, `March 2027`, `in 6 weeks`, `40 days`, `tomorrow`. Empty, `none`
/// or `not booked` is no date. A month means its first day, so that one is
/// ready whenever in the month it falls; the current month means its last.
///
/// # Errors
/// [`NoDate`], in words for a person.
pub fn exam_date(typed: &str, today: Day) -> Result<Option<Day>, NoDate> {
    let text = typed.trim().to_lowercase();
    if matches!(
        text.as_str(),
        "" | "-" | "none" | "no" | "not booked" | "unbooked" | "not yet"
    ) {
        return Ok(None);
    }
    let day = relative(&text, today)
        .or_else(|| absolute(&text, today))
        .ok_or(NoDate::Unknown)?;
    if day < today {
        return Err(NoDate::Past(day));
    }
    if day - today > FURTHEST_DAYS {
        return Err(NoDate::TooFar);
    }
    Ok(Some(day))
}

/// Reads minutes a day: `20`, `20 min`, `1 h`, `1h30`, `1:30`.
///
/// # Errors
/// A sentence that says what is expected.
pub fn minutes(typed: &str) -> Result<u16, String> {
    let text = typed.trim().to_lowercase();
    let total = hours_and_minutes(&text).or_else(|| {
        let (n, unit) = split_number(&text)?;
        match unit {
            "" | "m" | "min" | "mins" | "minute" | "minutes" => Some(n),
            "h" | "hour" | "hours" => n.checked_mul(60),
            _ => None,
        }
    });
    match total {
        Some(n @ 1..=1440) => u16::try_from(n).map_err(|e| e.to_string()),
        Some(_) => Err("Between 1 minute and 24 hours a day.".into()),
        None => Err("Not a number of minutes. Write 20, or 1 h 30.".into()),
    }
}

/// Whether an exam isn't wanted at all.
pub fn is_knowledge_only(typed: &str) -> bool {
    let text = typed.trim().to_lowercase();
    matches!(
        text.as_str(),
        "knowledge only" | "knowledge" | "no exam" | "never"
    )
}

/// Reads how the exam went: `pass`, `fail`, `pass 812`. `scores` is its scale.
///
/// # Errors
/// A sentence that says what is expected.
pub fn result(typed: &str, scores: Option<(u32, u32)>) -> Result<(bool, Option<u32>), String> {
    let text = typed.trim().to_lowercase();
    let mut words = text.split(|c: char| c.is_whitespace() || c == ',');
    let passed = match words.next() {
        Some("pass" | "passed" | "yes") => true,
        Some("fail" | "failed" | "no") => false,
        _ => return Err("Say pass or fail, and then the score if you like.".into()),
    };
    let (low, high) = scores.unwrap_or((0, 1_000_000));
    match words.find(|w| !w.is_empty()) {
        None => Ok((passed, None)),
        Some(score) => match score.parse() {
            Ok(n) if (low..=high).contains(&n) => Ok((passed, Some(n))),
            _ => Err(format!("The score lies between {low} and {high}.")),
        },
    }
}

/// `Sunday 14 March 2027`.
pub fn long_date(day: Day) -> String {
    day.date().strftime("%A %-d %B %Y").to_string()
}

fn hours_and_minutes(text: &str) -> Option<u32> {
    let (h, m) = text.split_once(['h', ':'])?;
    let m = m.trim().trim_end_matches("min").trim();
    let m: u32 = m.parse().ok().filter(|m| *m < 60)?;
    h.trim()
        .parse::<u32>()
        .ok()?
        .checked_mul(60)?
        .checked_add(m)
}

fn split_number(text: &str) -> Option<(u32, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    Some((text[..end].parse().ok()?, text[end..].trim()))
}

fn relative(text: &str, today: Day) -> Option<Day> {
    match text {
        "today" => return Some(today),
        "tomorrow" => return Some(today + 1),
        "next week" | "in a week" => return Some(today + 7),
        "next month" | "in a month" => return months_later(today, 1),
        _ => {}
    }
    let text = text
        .strip_prefix("in ")
        .or_else(|| text.strip_prefix('+'))
        .unwrap_or(text)
        .trim();
    let (n, unit) = split_number(text)?;
    let n = i32::try_from(n).ok().filter(|n| *n <= 100_000)?;
    match unit {
        "d" | "day" | "days" => Some(today + n),
        "w" | "wk" | "week" | "weeks" => Some(today + n.checked_mul(7)?),
        "mo" | "month" | "months" => months_later(today, n),
        "y" | "year" | "years" => months_later(today, n.checked_mul(12)?),
        _ => None,
    }
}

fn months_later(today: Day, months: i32) -> Option<Day> {
    let span = jiff::Span::new().try_months(months).ok()?;
    today.date().checked_add(span).ok().map(Day::from_date)
}

fn absolute(text: &str, today: Day) -> Option<Day> {
    let parts: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '.' | '/' | ','))
        .filter(|p| !p.is_empty())
        .collect();
    let year = |p: &str| p.parse::<i16>().ok().filter(|y| *y >= 1000);
    match parts.as_slice() {
        [y, m] if year(y).is_some() => month_start(year(y)?, month(m)?, today),
        [m, y] if year(y).is_some() => month_start(year(y)?, month(m)?, today),
        [y, m, d] if year(y).is_some() => day_of(year(y)?, month(m)?, d),
        // 14 March 2027, 14.3.2027; but 3/14/2027 and 14/3/2027 read alike
        // only to one half of the world, so slashes need a year in front.
        [d, m, y] if !text.contains('/') && day_number(d).is_some() => {
            day_of(year(y)?, month(m)?, d)
        }
        [m, d, y] if month_name(m).is_some() => day_of(year(y)?, month(m)?, d),
        [d, m] if month_name(m).is_some() => next_such(month(m)?, d, today),
        [m, d] if month_name(m).is_some() => next_such(month(m)?, d, today),
        [m] if month_name(m).is_some() => {
            let this = today.date();
            let later = i16::from(month(m)? < this.month());
            month_start(this.year() + later, month(m)?, today)
        }
        _ => None,
    }
}

fn month(p: &str) -> Option<i8> {
    let number = p.parse::<i8>().ok().filter(|m| (1..=12).contains(m));
    number.or_else(|| month_name(p))
}

fn month_name(p: &str) -> Option<i8> {
    let at = (p.len() >= 3).then(|| MONTHS.iter().position(|n| n.starts_with(p)))??;
    i8::try_from(at + 1).ok()
}

fn day_number(p: &str) -> Option<i8> {
    let digits = p.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = &p[digits.len()..];
    matches!(suffix, "" | "st" | "nd" | "rd" | "th")
        .then(|| digits.parse().ok())
        .flatten()
}

fn day_of(year: i16, month: i8, day: &str) -> Option<Day> {
    let date = Date::new(year, month, day_number(day)?).ok()?;
    Some(Day::from_date(date))
}

fn next_such(month: i8, day: &str, today: Day) -> Option<Day> {
    let year = today.date().year();
    let this = day_of(year, month, day)?;
    if this < today {
        day_of(year + 1, month, day)
    } else {
        Some(this)
    }
}

fn month_start(year: i16, month: i8, today: Day) -> Option<Day> {
    let first = Date::new(year, month, 1).ok()?;
    let this = today.date();
    Some(Day::from_date(
        if (first.year(), first.month()) == (this.year(), this.month()) {
            first.last_of_month()
        } else {
            first
        },
    ))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn read(typed: &str) -> String {
        let today = Day::parse("2026-11-22").unwrap();
        match exam_date(typed, today) {
            Ok(Some(day)) => day.to_string(),
            Ok(None) => "not booked".into(),
            Err(why) => why.to_string(),
        }
    }

    #[test]
    fn dates_as_people_write_them() {
        for (typed, day) in [
            ("2027-03-14", "2027-03-14"),
            (" 2027/3/14 ", "2027-03-14"),
            ("14.3.2027", "2027-03-14"),
            ("14 March 2027", "2027-03-14"),
            ("14th mar 2027", "2027-03-14"),
            ("March 14, 2027", "2027-03-14"),
            ("31 Dec", "2026-12-31"),
            ("dec 31", "2026-12-31"),
            ("1 Nov", "2027-11-01"),
            ("2027-03", "2027-03-01"),
            ("March 2027", "2027-03-01"),
            ("march", "2027-03-01"),
            ("2026-11", "2026-11-30"),
            ("in 6 weeks", "2027-01-03"),
            ("6w", "2027-01-03"),
            ("40 days", "2027-01-01"),
            ("+40d", "2027-01-01"),
            ("in 2 months", "2027-01-22"),
            ("tomorrow", "2026-11-23"),
            ("today", "2026-11-22"),
            ("", "not booked"),
            ("  not booked ", "not booked"),
        ] {
            assert_eq!(read(typed), day, "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_is_said_in_a_sentence() {
        assert_eq!(read("2026-11-21"), "Saturday 21 November 2026 is past.");
        assert_eq!(read("2099-01-01"), "That is more than ten years away.");
        for nonsense in [
            "2027-02-30",
            "soon",
            "in weeks",
            "14/3/2027",
            "3/14/2027",
            "2027-13",
            "in 99999999999 days",
            "\u{1b}[31m",
            "ma",
            "0",
            "日本",
        ] {
            assert!(
                read(nonsense).starts_with("Not a date."),
                "{nonsense}: {}",
                read(nonsense)
            );
        }
    }

    #[test]
    fn minutes_as_people_write_them() {
        for (typed, n) in [
            ("20", 20),
            (" 20 min", 20),
            ("1h", 60),
            ("1 hour", 60),
            ("1h30", 90),
            ("1 h 30 min", 90),
            ("1:05", 65),
            ("1440", 1440),
        ] {
            assert_eq!(minutes(typed), Ok(n), "{typed}");
        }
        for bad in ["", "0", "1441", "25h", "-5", "a lot", "1h90", "20 s"] {
            assert!(minutes(bad).is_err(), "{bad}");
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(300))]
        #[test]
        fn nothing_typed_panics(typed in ".{0,24}", numbers in "[0-9a-z./:+ -]{0,14}") {
            let today = Day::parse("2026-11-22").unwrap();
            for text in [typed, numbers] {
                let _ = (exam_date(&text, today), minutes(&text));
            }
        }
    }
}
