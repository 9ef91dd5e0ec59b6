//! How many questions each part of a paper gets.

/// Splits `n` by weight: each part gets the whole number below its share, and
/// the largest remainders get one more (ties: the earlier part).
pub fn largest_remainder(n: usize, weights: &[f64]) -> Vec<usize> {
    let total: f64 = weights.iter().sum();
    if total <= 0.0 {
        return vec![0; weights.len()];
    }
    let shares: Vec<f64> = weights.iter().map(|w| w / total * n as f64).collect();
    let mut counts: Vec<usize> = shares.iter().map(|s| s.floor() as usize).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    let rest = |i: &usize| shares[*i] - shares[*i].floor();
    order.sort_by(|a, b| rest(b).total_cmp(&rest(a)).then(a.cmp(b)));
    let missing = n - counts.iter().sum::<usize>();
    for i in order.into_iter().take(missing) {
        counts[i] += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_paper_has_the_blueprint_s_counts() {
        let mls = [20.0, 24.0, 36.0, 20.0];
        assert_eq!(largest_remainder(65, &mls), [13, 16, 23, 13]);
        assert_eq!(largest_remainder(10, &mls), [2, 2, 4, 2]);
        for n in 0..200 {
            assert_eq!(largest_remainder(n, &mls).iter().sum::<usize>(), n);
        }
        assert_eq!(largest_remainder(5, &[]), Vec::<usize>::new());
        assert_eq!(largest_remainder(5, &[0.0]), [0]);
    }
}
