//! The names nearest to one that somebody mistyped, to be offered and never taken.

use std::cmp::Reverse;

use crate::plan::Plan;
use crate::text::fold;

/// How many near names a refusal offers.
const NEAR: usize = 3;

/// Names that share most with what was typed, for whoever mistyped one.
pub(super) fn nearest_units(plan: &Plan, typed: &str) -> Vec<String> {
    let typed: Vec<char> = fold(typed.trim()).chars().collect();
    let shared = |name: &str| common(&typed, &fold(name).chars().collect::<Vec<_>>());
    let mut scored: Vec<(usize, usize, &str)> = plan
        .units
        .iter()
        .map(|u| {
            let spellings = u.aliases.iter().chain([&u.name, &u.code]);
            (spellings.map(|s| shared(s)).max().unwrap_or(0), u.name.chars().count(), u.name.as_str())
        })
        // A single shared character says nothing in a longer query: nearly every name begins alike.
        .filter(|(shared, ..)| *shared * 2 > typed.len().min(4))
        .collect();
    scored.sort_by_key(|(shared, length, _)| (Reverse(*shared), *length));
    scored.into_iter().take(NEAR).map(|(.., name)| name.to_owned()).collect()
}

/// Length of the longest common subsequence.
fn common(one: &[char], other: &[char]) -> usize {
    let mut best = vec![0usize; other.len() + 1];
    for a in one {
        let mut diagonal = 0;
        let mut left = 0;
        for (b, cell) in other.iter().zip(best.iter_mut().skip(1)) {
            let above = *cell;
            *cell = if a == b { diagonal + 1 } else { above.max(left) };
            diagonal = above;
            left = *cell;
        }
    }
    best.last().copied().unwrap_or(0)
}
