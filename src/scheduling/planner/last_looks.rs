//! The order of the last looks.
//!
//! Once the time to the exam is too short for a look at each card, most cards
//! will be seen once more at most, and all that is left to decide is which
//! ones, and in what order. What buys most per second is worth a look; but
//! among those that fit, what buys most must not come first: what is forgotten
//! quickly, or weighs much, belongs at the end, when it will still be fresh on
//! the day. So the look comes first that loses least (or wins most) by coming
//! today rather than half-way to the exam, which may never be
//! ([`Frame::lost`](super::Frame)). It is worth a point on people and on those
//! whose memory is as published; see benches/README.md.

/// Only as many looks are counted on as take this share of all time left.
const FIT: f32 = 0.9;

/// A look that may be had today.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    /// Its candidate.
    pub(super) i: usize,
    /// Weighted gain per second.
    pub(super) rate: f32,
    /// What it gains per second by coming today rather than half-way to the
    /// exam; mostly negative.
    pub(super) early: f32,
    pub(super) seconds: f32,
    /// A near neighbour of the card just answered: better not now.
    pub(super) near: bool,
}

/// Of the looks that fit into the `seconds` left until the exam, the one that
/// should come first; none if there is time for all of them.
pub(super) fn keeps_best(mut looks: Vec<Look>, seconds: f32) -> Option<usize> {
    let all: f32 = looks.iter().map(|look| look.seconds).sum();
    if looks.is_empty() || FIT * seconds > all {
        return None;
    }
    let fit = (FIT * seconds / all * looks.len() as f32) as usize;
    let last = fit.clamp(1, looks.len()) - 1;
    // Of equals the earlier one is worth more.
    looks.select_nth_unstable_by(last, |a, b| b.rate.total_cmp(&a.rate).then(a.i.cmp(&b.i)));
    looks.truncate(last + 1);
    let first = looks.iter().filter(|look| !look.near).max_by(|a, b| {
        let early = a.early.total_cmp(&b.early);
        early.then(a.rate.total_cmp(&b.rate)).then(b.i.cmp(&a.i))
    });
    first.or(looks.first()).map(|look| look.i)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(i: usize, rate: f32, early: f32) -> Look {
        Look {
            i,
            rate,
            early,
            seconds: 10.0,
            near: false,
        }
    }

    #[test]
    fn what_keeps_comes_first_and_what_does_not_fit_never() {
        let looks = vec![look(0, 0.9, -0.5), look(1, 0.5, -0.1), look(2, 0.1, 0.0)];
        assert_eq!(keeps_best(looks.clone(), 23.0), Some(1));
        assert_eq!(keeps_best(looks.clone(), 12.0), Some(0));
        assert_eq!(keeps_best(looks, 40.0), None, "time for all");
        assert_eq!(keeps_best(Vec::new(), 40.0), None);
    }

    #[test]
    fn a_near_neighbour_waits_unless_nothing_else_fits() {
        let near = Look {
            near: true,
            ..look(0, 0.9, 0.0)
        };
        let looks = vec![near, look(1, 0.5, -0.1), look(2, 0.1, 0.0)];
        assert_eq!(keeps_best(looks.clone(), 23.0), Some(1));
        assert_eq!(keeps_best(looks, 12.0), Some(0));
    }
}
