//! Moments and study days.
//!
//! A study day turns over at 04:00 local time, so that a session after
//! midnight still belongs to the evening. It is computed once, when something
//! happens, and recorded with it: history is never re-read through today's
//! offset.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::{Add, Sub};

/// Local hour at which a study day begins.
pub const ROLLOVER_HOUR: i64 = 4;

/// The months, as people type them in small letters.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const DAY_MS: i64 = 86_400_000;

/// A calendar day, counted from 1970-01-01.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct Day(pub i32);

impl Day {
    /// The day of a civil date.
    pub fn from_date(date: Date) -> Self {
        let epoch = jiff::civil::date(1970, 1, 1);
        let days = (date - epoch).get_days();
        Self(days)
    }

    /// As on a chart: `14 Mar`.
    pub fn short(self) -> String {
        self.date().strftime("%-d %b").to_string()
    }

    /// The civil date, clamped to the years that dates can express.
    pub fn date(self) -> Date {
        let days = jiff::Span::new().try_days(self.0);
        let epoch = jiff::civil::date(1970, 1, 1);
        match days.and_then(|span| epoch.checked_add(span)) {
            Ok(date) => date,
            Err(_) if self.0 < 0 => Date::MIN,
            Err(_) => Date::MAX,
        }
    }

    /// Takes `2026-12-31`.
    pub fn parse(s: &str) -> Option<Self> {
        s.parse::<Date>().ok().map(Self::from_date)
    }

    /// Whole days since an earlier day; 0 if it is not earlier.
    pub fn since(self, earlier: Day) -> u32 {
        u32::try_from(i64::from(self.0) - i64::from(earlier.0)).unwrap_or(0)
    }

    /// Monday is 0, Sunday 6.
    pub fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday.
        (i64::from(self.0) + 3).rem_euclid(7) as u8
    }
}

impl Add<i32> for Day {
    type Output = Day;
    fn add(self, days: i32) -> Day {
        Day(self.0.saturating_add(days))
    }
}

impl Sub<Day> for Day {
    type Output = i32;
    fn sub(self, other: Day) -> i32 {
        self.0.saturating_sub(other.0)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date().fmt(f)
    }
}

/// A point in time as the person's wall clock had it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct Moment {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub utc_ms: i64,
    /// Minutes east of UTC that the local clock showed.
    pub offset_min: i16,
}

impl Moment {
    /// The study day this moment falls in (04:00 rollover, own offset).
    pub fn study_day(self) -> Day {
        let local = self
            .utc_ms
            .saturating_add(i64::from(self.offset_min) * 60_000);
        let days = local
            .saturating_sub(ROLLOVER_HOUR * 3_600_000)
            .div_euclid(DAY_MS);
        Day(i32::try_from(days).unwrap_or(if days < 0 { i32::MIN } else { i32::MAX }))
    }

    /// Takes RFC 3339 (`2026-12-01T19:00:00Z`, `…+01:00`); the offset is kept.
    pub fn parse(s: &str) -> Option<Self> {
        let instant: jiff::Timestamp = s.parse().ok()?;
        Some(Self {
            utc_ms: instant.as_millisecond(),
            offset_min: offset_of(s)?,
        })
    }

    /// The same moment later (or earlier).
    pub fn plus_ms(self, ms: i64) -> Self {
        Self {
            utc_ms: self.utc_ms.saturating_add(ms),
            ..self
        }
    }

    /// Local date and time to the minute: `2026-12-01 19:00`.
    pub fn local_minute(self) -> String {
        let local = self
            .utc_ms
            .saturating_add(i64::from(self.offset_min) * 60_000);
        match jiff::Timestamp::from_millisecond(local) {
            Ok(t) => t
                .to_zoned(jiff::tz::TimeZone::UTC)
                .strftime("%Y-%m-%d %H:%M")
                .to_string(),
            Err(_) => "an unknown time".into(),
        }
    }
}

fn offset_of(rfc3339: &str) -> Option<i16> {
    let s = rfc3339.trim();
    if s.ends_with(['Z', 'z']) {
        return Some(0);
    }
    let at = s.rfind(['+', '-']).filter(|&i| i > 10)?;
    let (hours, minutes) = s[at + 1..].split_once(':')?;
    let total: i16 = hours
        .parse::<i16>()
        .ok()?
        .checked_mul(60)?
        .checked_add(minutes.get(..2)?.parse().ok()?)?;
    Some(if s.as_bytes()[at] == b'-' {
        -total
    } else {
        total
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(s: &str) -> String {
        Moment::parse(s).expect("a moment").study_day().to_string()
    }

    #[test]
    fn a_study_day_turns_over_at_four_local_time() {
        assert_eq!(day("2026-12-01T03:59:59Z"), "2026-11-30");
        assert_eq!(day("2026-12-01T04:00:00Z"), "2026-12-01");
        assert_eq!(day("2026-12-01T03:30:00+09:00"), "2026-11-30");
        assert_eq!(day("2026-12-01T23:59:00-08:00"), "2026-12-01");
        assert_eq!(day("2026-12-02T02:00:00-08:00"), "2026-12-01");
    }

    #[test]
    fn the_hour_that_summer_time_repeats_is_one_day() {
        // Berlin, 2026-10-25: 02:30 comes twice, with two offsets.
        assert_eq!(day("2026-10-25T02:30:00+02:00"), "2026-10-24");
        assert_eq!(day("2026-10-25T02:30:00+01:00"), "2026-10-24");
        assert_eq!(day("2026-10-25T04:00:00+01:00"), "2026-10-25");
    }

    #[test]
    fn offsets_are_read_with_their_sign() {
        let m = Moment::parse("2026-12-01T19:00:00-03:30").expect("a moment");
        assert_eq!(m.offset_min, -210);
        assert_eq!(m.local_minute(), "2026-12-01 19:00");
        assert_eq!(
            Moment::parse("2026-12-01T19:00:00z").map(|m| m.offset_min),
            Some(0)
        );
        assert_eq!(Moment::parse("2026-12-01"), None);
        assert_eq!(Moment::parse("yesterday"), None);
    }

    #[test]
    fn days_count_and_never_run_backwards() {
        let a = Day::parse("2026-03-31").expect("a day");
        assert_eq!((a + 1).to_string(), "2026-04-01");
        assert_eq!(a.since(a + 5), 0);
        assert_eq!((a + 5).since(a), 5);
        assert_eq!(Day(0).weekday(), 3);
        assert_eq!(Day::parse("2026-11-22").map(Day::weekday), Some(6));
        let _ = (Day(i32::MAX).to_string(), Day(i32::MIN).to_string());
    }
}
