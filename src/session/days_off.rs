//! Days without study: what a person types, and how it is said back.
//!
//! Weekdays (`sat, sun`, `weekends`), single days (`24 Dec`) and spans of them
//! (`24 Dec – 2 Jan`, `2026-12-24..2027-01-02`), in any mixture.

use super::goal_text::{NoDate, exam_date};
use crate::domain::{Day, Goal};

/// Nobody is away longer at a stretch and still has a plan.
const LONGEST_SPAN: i32 = 366;

const NAMES: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Days without study.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DaysOff {
    /// Monday 0 to Sunday 6, in order.
    pub weekdays: Vec<u8>,
    /// Single days, in order.
    pub dates: Vec<Day>,
}

/// Reads days off. Empty or `none` is none.
///
/// # Errors
/// A sentence that says what was not understood, or that no day would be left.
pub fn days_off(typed: &str, today: Day) -> Result<DaysOff, String> {
    let mut out = DaysOff::default();
    let text = typed.trim().to_lowercase();
    if matches!(text.as_str(), "" | "-" | "none" | "no") {
        return Ok(out);
    }
    for part in text.split([',', ';']).flat_map(|p| p.split(" and ")) {
        let part = part.trim();
        if part.is_empty() {
            continue;
        }
        if let Some(days) = weekdays(part) {
            out.weekdays.extend(days);
        } else {
            out.dates.extend(dates(part, today)?);
        }
    }
    out.weekdays.sort_unstable();
    out.weekdays.dedup();
    out.dates.sort_unstable();
    out.dates.dedup();
    if out.weekdays.len() == NAMES.len() {
        return Err("That leaves no day to study.".into());
    }
    Ok(out)
}

impl DaysOff {
    /// Those of a goal.
    pub fn of(goal: &Goal) -> Self {
        Self {
            weekdays: goal.days_off.clone(),
            dates: goal.dates_off.clone(),
        }
    }

    /// In words: `Saturdays, Sundays, 24 Dec – 2 Jan`; `none` if there are
    /// none to come. [`days_off`] reads them as the same days.
    pub fn words(&self, today: Day) -> String {
        let mut out: Vec<String> = Vec::new();
        let weekday = |d: &u8| NAMES.get(usize::from(*d));
        for name in self.weekdays.iter().filter_map(weekday) {
            let (first, rest) = name.split_at(1);
            out.push(format!("{}{rest}s", first.to_uppercase()));
        }
        let mut dates = self.dates.iter().filter(|d| **d >= today).peekable();
        while let Some(first) = dates.next() {
            let mut last = first;
            while let Some(next) = dates.next_if(|d| **d == *last + 1) {
                last = next;
            }
            out.push(if first == last {
                short(*first, today)
            } else {
                format!("{} – {}", short(*first, today), short(*last, today))
            });
        }
        match out.is_empty() {
            true => "none".into(),
            false => out.join(", "),
        }
    }
}

/// A day without its year is the next of that name.
fn short(day: Day, today: Day) -> String {
    let far = day - today >= 365;
    let form = if far { "%Y-%m-%d" } else { "%-d %b" };
    day.date().strftime(form).to_string()
}

fn weekdays(part: &str) -> Option<Vec<u8>> {
    match part {
        "weekend" | "weekends" | "the weekend" => return Some(vec![5, 6]),
        "weekdays" | "workdays" => return Some(vec![0, 1, 2, 3, 4]),
        _ => {}
    }
    // "tue" and "tuesdays" alike; two letters are enough for all but none.
    let name = part.strip_suffix('s').filter(|n| n.ends_with("day"));
    let name = name.unwrap_or(part);
    let whole = name.len() >= 2 && name.chars().all(|c| c.is_ascii_alphabetic());
    let at = NAMES
        .iter()
        .position(|n| whole && n.starts_with(name))
        .or(match name {
            "tues" => Some(1),
            "thurs" | "thur" => Some(3),
            _ => None,
        })?;
    Some(vec![u8::try_from(at).ok()?])
}

fn dates(part: &str, today: Day) -> Result<Vec<Day>, String> {
    let one = |text: &str| match exam_date(text, today) {
        Ok(Some(day)) => Ok(day),
        Ok(None) => Err(not_days(part)),
        Err(why @ NoDate::Past(_)) => Err(why.to_string()),
        Err(_) => Err(not_days(part)),
    };
    let span = part
        .split_once("..")
        .or_else(|| part.split_once('–'))
        .or_else(|| part.split_once(" - "))
        .or_else(|| part.split_once(" to "));
    let Some((from, to)) = span else {
        // "2027-03" is a month for an exam; as a day off it would be a trap.
        let digits = part.chars().filter(char::is_ascii_digit).count();
        return match part.len() <= 7 && digits == 6 {
            true => Err(not_days(part)),
            false => one(part).map(|day| vec![day]),
        };
    };
    let (from, to) = (one(from.trim())?, one(to.trim())?);
    if to < from || to - from > LONGEST_SPAN {
        return Err(format!("{part} is no span of days."));
    }
    Ok((from.0..=to.0).map(Day).collect())
}

fn not_days(part: &str) -> String {
    let part = crate::domain::Text::new(part).one_line();
    format!("\"{part}\" is no day. Write sat, sun, 24 Dec, or 24 Dec – 2 Jan.")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn today() -> Day {
        Day::parse("2026-11-22").unwrap()
    }

    fn said(typed: &str) -> String {
        match days_off(typed, today()) {
            Ok(days) => days.words(today()),
            Err(why) => why,
        }
    }

    #[test]
    fn days_off_as_people_write_them() {
        for (typed, words) in [
            ("sat,sun", "Saturdays, Sundays"),
            ("Sundays; Tue", "Tuesdays, Sundays"),
            ("weekends", "Saturdays, Sundays"),
            (
                "weekdays",
                "Mondays, Tuesdays, Wednesdays, Thursdays, Fridays",
            ),
            ("fri and 24 Dec", "Fridays, 24 Dec"),
            ("2026-12-24..2027-01-02", "24 Dec – 2 Jan"),
            ("24 Dec – 26 Dec, 31 Dec", "24 Dec – 26 Dec, 31 Dec"),
            ("24 dec to 24 dec", "24 Dec"),
            ("tomorrow", "23 Nov"),
            ("2028-03-01, 2026-11-24", "24 Nov, 2028-03-01"),
            ("none", "none"),
            ("", "none"),
        ] {
            assert_eq!(said(typed), words, "{typed}");
            assert_eq!(said(words), words, "read again");
        }
    }

    #[test]
    fn what_is_no_day_is_said() {
        for bad in ["s", "t", "someday", "2027-03", "not booked", "sat sun"] {
            assert!(said(bad).contains("is no day"), "{bad}: {}", said(bad));
        }
        assert_eq!(said("weekdays,weekends"), "That leaves no day to study.");
        assert!(said("2027-01-02..2026-12-24").contains("no span"));
        assert!(said("2026-12-24..2036-01-01").contains("no span"));
        assert!(said("2026-11-20").contains("is past"));
    }

    #[test]
    fn days_gone_by_are_not_said_any_more() {
        let days = days_off("24 dec, sun", today()).unwrap();
        assert_eq!(days.words(today() + 60), "Sundays");
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]
        #[test]
        fn nothing_typed_panics(typed in ".{0,24}", days in "[a-z0-9, .–-]{0,20}") {
            let _ = (days_off(&typed, today()), days_off(&days, today()));
        }
    }
}
