//! Questions that are nearly the same: stems that share runs of words.

use crate::domain::Choice;
use crate::generator::words::words;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Words in a run.
const RUN: usize = 3;
/// Share of runs (Jaccard) from which two stems count as twins.
const ALIKE: f64 = 0.5;

/// Two questions with nearly the same stem.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Twins {
    /// Place of the earlier one in the bank.
    pub first: usize,
    /// Place of the later one.
    pub second: usize,
    /// How alike their stems are, 0–1.
    pub alike: f64,
}

fn runs(stem: &str) -> BTreeSet<Vec<String>> {
    let words: Vec<String> = words(stem).collect();
    if words.len() < RUN {
        return BTreeSet::from([words]);
    }
    words.windows(RUN).map(<[String]>::to_vec).collect()
}

/// Finds the twins of a bank, by the later one's place. Stems that only share a
/// closing phrase are no twins: most of their runs differ.
pub fn twins<'a>(bank: impl IntoIterator<Item = &'a Choice>) -> Vec<Twins> {
    let mut holders: HashMap<Vec<String>, Vec<usize>> = HashMap::new();
    let mut sizes: Vec<usize> = Vec::new();
    let mut out = Vec::new();
    for (n, choice) in bank.into_iter().enumerate() {
        let runs = runs(choice.stem.as_str());
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        sizes.push(runs.len());
        for run in runs {
            let earlier = holders.entry(run).or_default();
            for &e in earlier.iter() {
                *shared.entry(e).or_default() += 1;
            }
            earlier.push(n);
        }
        for (first, both) in shared {
            let either = sizes[first] + sizes[n] - both;
            let alike = both as f64 / either.max(1) as f64;
            if alike >= ALIKE {
                out.push(Twins {
                    first,
                    second: n,
                    alike,
                });
            }
        }
    }
    out
}
