//! What the screens would like to know that takes a while: what is known of
//! it, what is being reckoned, and what is to be begun or dropped.

use super::app::{App, Effect, Screen};
use super::known::Known;
use super::screens::stats::StatsScreen;
use super::work::{Found, Job, Work};
use crate::domain::event::ExamTaken;
use crate::domain::{Day, EventId, Goal, Moment};
use crate::scheduling::Progress;
use crate::session::forecast::Forecast;
use crate::session::past::Past;
use crate::session::ready::Ready;

/// What a result follows from; it holds as long as this is the same.
#[derive(Debug, Clone, PartialEq)]
enum Basis {
    /// Everything up to the journal's last event, on this study day.
    Now(Option<(i64, EventId)>, Day),
    /// The mornings up to this study day, and what they are measured by. What
    /// is answered today changes none of it.
    Mornings {
        day: Day,
        /// Answers on earlier days: another device may still bring some.
        answers: u64,
        goal: Option<Goal>,
        marked: usize,
        taken: Option<(ExamTaken, Day)>,
    },
}

impl Basis {
    fn of(work: Work, progress: &Progress, day: Day) -> Self {
        match work {
            Work::Ready | Work::Forecast => Self::Now(progress.last, day),
            Work::Past => Self::Mornings {
                day,
                answers: (progress.days.range(..day))
                    .map(|(_, tally)| u64::from(tally.reviews))
                    .sum(),
                goal: progress.goal.as_ref().map(|(goal, _)| goal.clone()),
                marked: (progress.papers.iter())
                    .filter(|p| p.verdicts().is_some())
                    .count(),
                taken: progress.taken.clone(),
            },
        }
    }
}

/// What was reckoned, and what is being reckoned.
#[derive(Debug, Default)]
pub(super) struct Bench {
    jobs: u64,
    running: Option<(u64, Work, Basis)>,
    ready: Option<(Basis, Ready)>,
    past: Option<(Basis, Past)>,
    forecast: Option<(Basis, Option<Forecast>)>,
    /// What could not be reckoned.
    gone: Vec<(Work, Basis)>,
}

/// What was reckoned so far, for a screen to show.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reckoned<'a> {
    /// How ready the person is.
    pub ready: Option<&'a Ready>,
    /// How earlier forecasts did.
    pub past: Option<&'a Past>,
    /// What will come of it; none inside if there is nothing to study.
    pub forecast: Option<Option<&'a Forecast>>,
    gone: &'a [(Work, Basis)],
}

impl Reckoned<'_> {
    /// Why something isn't there: it takes a while, or couldn't be done.
    pub fn excuse(&self, work: Work) -> Excuse {
        match self.gone.iter().any(|(w, _)| *w == work) {
            true => Excuse::Never,
            false => Excuse::Soon,
        }
    }
}

/// Why a figure isn't there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excuse {
    /// It is being reckoned.
    Soon,
    /// It couldn't be.
    Never,
}

/// What is to be done about the work at hand.
pub(super) enum Order {
    /// Begin this, dropping what runs.
    Start(Box<Job>),
    /// Drop what runs.
    Stop,
}

/// Reviews up to which home reads the whole journal for the week's change:
/// more than one exam takes, and what is read in some tenths of a second.
const SOON_READ: u32 = 20_000;

impl Bench {
    /// What to do so that the first of `wanted` which isn't known gets known.
    pub(super) fn order(&mut self, wanted: &[Work], known: &Known, day: Day) -> Option<Order> {
        // Measured by another goal it would be compared with what isn't alike.
        let mornings = Basis::of(Work::Past, &known.progress, day);
        self.past.take_if(|(basis, _)| *basis != mornings);
        let next = wanted.iter().copied().find_map(|work| {
            let basis = Basis::of(work, &known.progress, day);
            self.gone.retain(|(w, on)| *w != work || *on == basis);
            let is_gone = self.gone.iter().any(|(w, _)| *w == work);
            (!is_gone && self.basis_of(work) != Some(&basis)).then_some((work, basis))
        });
        match (&self.running, next) {
            (Some((_, work, on)), Some((next, basis))) if *work == next && *on == basis => None,
            (_, Some((next, basis))) => {
                self.jobs += 1;
                self.running = Some((self.jobs, next, basis));
                Some(Order::Start(Box::new(Job::new(
                    self.jobs, next, known, day,
                ))))
            }
            (Some(_), None) => {
                self.running = None;
                Some(Order::Stop)
            }
            (None, None) => None,
        }
    }

    /// What the result at hand follows from.
    fn basis_of(&self, work: Work) -> Option<&Basis> {
        match work {
            Work::Ready => self.ready.as_ref().map(|(basis, _)| basis),
            Work::Past => self.past.as_ref().map(|(basis, _)| basis),
            Work::Forecast => self.forecast.as_ref().map(|(basis, _)| basis),
        }
    }

    /// Drops everything, since it was reckoned from cards that are others now;
    /// says whether something runs.
    pub(super) fn forget(&mut self) -> bool {
        let old = std::mem::take(self);
        // A job that runs on is not to be taken for a new one.
        self.jobs = old.jobs;
        old.running.is_some()
    }

    /// Notes that a job came to nothing, so that nobody waits for it.
    pub(super) fn give_up(&mut self, number: u64) {
        if let Some((_, work, basis)) = self.running.take_if(|r| r.0 == number) {
            match work {
                Work::Ready => self.ready = None,
                Work::Past => self.past = None,
                Work::Forecast => self.forecast = None,
            }
            self.gone.push((work, basis));
        }
    }

    /// Takes in what a job found, unless it was dropped meanwhile.
    pub(super) fn take_in(&mut self, number: u64, found: Found) {
        let Some((_, _, basis)) = self.running.take_if(|r| r.0 == number) else {
            return;
        };
        match found {
            Found::Ready(ready) => self.ready = Some((basis, ready)),
            Found::Past(past) => self.past = Some((basis, past)),
            Found::Forecast(forecast) => self.forecast = Some((basis, forecast)),
        }
    }
}

impl App {
    /// Opens the figures.
    pub(super) fn open_stats(&mut self, now: Moment) {
        let stats = StatsScreen::of(&self.known, now.study_day());
        self.screen = Screen::Stats(Box::new(stats));
    }

    /// Opens the page of that number, from 1.
    pub(super) fn open_leaf(&mut self, number: u8) {
        if let Screen::Stats(stats) = &mut self.screen {
            stats.open(usize::from(number).wrapping_sub(1));
        }
    }

    /// What was reckoned so far.
    pub(super) fn reckoned(&self) -> Reckoned<'_> {
        let bench = &self.bench;
        Reckoned {
            ready: bench.ready.as_ref().map(|(_, r)| r),
            past: bench.past.as_ref().map(|(_, p)| p),
            forecast: bench.forecast.as_ref().map(|(_, f)| f.as_ref()),
            gone: &bench.gone,
        }
    }

    /// What the screen would like to know and doesn't yet. Asked after each
    /// picture, so that none waits for it.
    pub(super) fn look_for_work(&mut self, now: Moment) -> Vec<Effect> {
        let day = now.study_day();
        let progress = &self.known.progress;
        let any = progress.reviews > 0;
        let earlier = progress.days.range(..day).next().is_some();
        let wanted: &[Work] = match &self.screen {
            Screen::Home(_) if any && earlier && progress.reviews <= SOON_READ => {
                &[Work::Ready, Work::Past]
            }
            Screen::Home(_) if any => &[Work::Ready],
            // Without an answer no days are played.
            Screen::Stats(_) if !any => &[Work::Ready, Work::Past],
            Screen::Stats(stats) => stats.leaf.needs(),
            _ => &[],
        };
        match self.bench.order(wanted, &self.known, day) {
            Some(Order::Start(job)) => vec![Effect::Start(job)],
            Some(Order::Stop) => vec![Effect::Stop],
            None => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scheduling::Scope;
    use crate::scheduling::replay::Replay;

    fn known(events: u32) -> Known {
        let id = EventId {
            device: 1,
            session: 1,
            seq: events,
        };
        let progress = Progress {
            last: (events > 0).then_some((i64::from(events), id)),
            ..Progress::default()
        };
        Known {
            catalogue: std::sync::Arc::default(),
            progress,
            replay: Replay::default(),
            exams: Vec::new(),
            scope: Scope::default(),
        }
    }

    fn begun(order: Option<Order>) -> Option<(u64, Work)> {
        match order {
            Some(Order::Start(job)) => Some((job.number, job.work)),
            _ => None,
        }
    }

    #[test]
    fn work_is_begun_once_and_dropped_when_nobody_wants_it() {
        let (mut bench, now) = (Bench::default(), known(1));
        let both = &[Work::Ready, Work::Past];
        assert_eq!(
            begun(bench.order(both, &now, Day(9))),
            Some((1, Work::Ready))
        );
        assert!(bench.order(both, &now, Day(9)).is_none(), "it runs already");
        assert!(matches!(bench.order(&[], &now, Day(9)), Some(Order::Stop)));
        bench.take_in(1, Found::Past(Past::default()));
        assert!(bench.past.is_none(), "what was dropped comes too late");
        assert!(bench.order(&[], &now, Day(9)).is_none());
    }

    #[test]
    fn a_goal_or_a_result_makes_the_past_old() {
        let mut bench = Bench::default();
        let mut known = known(1);
        let mut reckoned_anew = |known: &Known| {
            let begun = begun(bench.order(&[Work::Past], known, Day(9)));
            if let Some((number, _)) = begun {
                bench.take_in(number, Found::Past(Past::default()));
            }
            begun.is_some()
        };
        assert!(reckoned_anew(&known) && !reckoned_anew(&known));
        let goal = Goal {
            exam: Some("T-1".into()),
            date: Some(Day(30)),
            minutes: 20,
            days_off: Vec::new(),
            dates_off: Vec::new(),
            seed: 1,
        };
        known.progress.goal = Some((goal, Moment::default()));
        assert!(reckoned_anew(&known) && !reckoned_anew(&known));
        if let Some((goal, _)) = &mut known.progress.goal {
            goal.date = Some(Day(37));
        }
        assert!(reckoned_anew(&known), "another day to look ahead to");
        let taken = ExamTaken {
            passed: true,
            score: None,
            date: Some(Day(8)),
        };
        known.progress.taken = Some((taken, Day(9)));
        assert!(reckoned_anew(&known) && !reckoned_anew(&known));
        let tally = crate::scheduling::progress::DayTally {
            reviews: 3,
            ..Default::default()
        };
        known.progress.days.insert(Day(9), tally);
        assert!(!reckoned_anew(&known), "today's answers change no morning");
        known.progress.days.insert(Day(8), tally);
        assert!(reckoned_anew(&known), "answers came from another device");
        known.progress.goal = None;
        bench.order(&[Work::Ready, Work::Past], &known, Day(9));
        assert!(bench.past.is_none(), "not shown beside the new goal's");
    }

    #[test]
    fn nobody_waits_for_a_job_that_came_to_nothing() {
        let mut bench = Bench::default();
        let both = &[Work::Ready, Work::Past];
        let first = begun(bench.order(both, &known(1), Day(9)));
        assert_eq!(first, Some((1, Work::Ready)));
        bench.give_up(1);
        let next = begun(bench.order(both, &known(1), Day(9)));
        assert_eq!(next, Some((2, Work::Past)), "what can be had is had");
        bench.give_up(1);
        assert!(bench.order(both, &known(1), Day(9)).is_none(), "2 runs");
        // The next answer is another try.
        let again = begun(bench.order(both, &known(2), Day(9)));
        assert_eq!(again, Some((3, Work::Ready)));
        assert!(bench.gone.is_empty());
    }

    #[test]
    fn other_cards_make_everything_old() {
        let mut bench = Bench::default();
        bench.order(&[Work::Past], &known(1), Day(9));
        bench.take_in(1, Found::Past(Past::default()));
        bench.order(&[Work::Forecast], &known(1), Day(9));
        assert!(bench.forget(), "the forecast is still played");
        bench.take_in(2, Found::Forecast(None));
        assert!(bench.forecast.is_none(), "it was about the old cards");
        let anew = begun(bench.order(&[Work::Past], &known(1), Day(9)));
        assert_eq!(anew, Some((3, Work::Past)));
    }

    #[test]
    fn an_answer_makes_the_forecast_old_but_not_the_past() {
        let mut bench = Bench::default();
        bench.order(&[Work::Past], &known(1), Day(9));
        bench.take_in(1, Found::Past(Past::default()));
        bench.order(&[Work::Forecast], &known(1), Day(9));
        bench.take_in(2, Found::Forecast(None));
        let both = &[Work::Past, Work::Forecast];
        assert!(bench.order(both, &known(1), Day(9)).is_none());
        let after = begun(bench.order(both, &known(2), Day(9)));
        assert_eq!(after, Some((3, Work::Forecast)));
        // Next morning there is one more day to look back on.
        let morning = begun(bench.order(both, &known(2), Day(10)));
        assert_eq!(morning, Some((4, Work::Past)));
    }
}
