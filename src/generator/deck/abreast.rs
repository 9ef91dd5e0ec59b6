//! Work on many topics side by side: a megabyte of notes has thousands, and
//! what one of them gives depends on none of the others' results.

use std::ops::Range;
use std::thread;

/// More hands than most machines have cores; the result is the same with any.
const HANDS: usize = 4;
/// Fewer are done before a second hand has begun.
const FEW: usize = 64;

/// What `make` gives for each number below `count`, in their order.
pub(super) fn abreast<T: Send>(count: usize, make: impl Fn(usize) -> T + Sync) -> Vec<T> {
    if count < FEW {
        return (0..count).map(make).collect();
    }
    let make = &make;
    let share = count.div_ceil(HANDS);
    let shares = (0..count)
        .step_by(share)
        .map(|from| from..count.min(from + share));
    thread::scope(|scope| {
        let hands: Vec<_> = shares
            .map(|share: Range<usize>| scope.spawn(move || share.map(make).collect::<Vec<T>>()))
            .collect();
        hands
            .into_iter()
            .flat_map(|hand| match hand.join() {
                Ok(made) => made,
                Err(panic) => std::panic::resume_unwind(panic),
            })
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_many_there_are_the_order_stays() {
        for count in [0, 1, FEW - 1, FEW, FEW + 1, 1_000, 1_003] {
            let squares = abreast(count, |i| i * i);
            assert_eq!(squares, (0..count).map(|i| i * i).collect::<Vec<_>>());
        }
    }
}
