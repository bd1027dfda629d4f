//! Puts the names a query is found in into an order. Owns what counts as equally good; refuses to decide for the
//! caller which of several equally good names was meant.

use super::matcher::{Hit, Name, Query};

/// A name found among many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranked<I> {
    /// The caller's id.
    pub id: I,
    /// How it was found.
    pub hit: Hit,
    /// Which of its aliases was found, if not the name itself.
    pub alias: Option<usize>,
}

/// What a query comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice<'a, I> {
    /// Nothing like it.
    Nothing,
    /// One name fits better than all others.
    One(&'a Ranked<I>),
    /// These fit equally well.
    Several(&'a [Ranked<I>]),
}

/// All names the query is found in, best first; equals stay in the order given.
pub fn rank<'n, I>(
    query: &Query,
    names: impl IntoIterator<Item = (I, &'n Name, &'n [Name])>,
) -> Vec<Ranked<I>> {
    let mut found: Vec<Ranked<I>> = Vec::new();
    for (id, name, aliases) in names {
        let mut best = name.find(query).map(|hit| (hit, None));
        for (which, alias) in aliases.iter().enumerate() {
            if let Some(hit) = alias.find(query)
                && best.as_ref().is_none_or(|(old, _)| old.score < hit.score)
            {
                best = Some((hit, Some(which)));
            }
        }
        found.extend(best.map(|(hit, alias)| Ranked { id, hit, alias }));
    }
    found.sort_by_key(|ranked| std::cmp::Reverse(ranked.hit.score));
    found
}

/// Whether the best of what [`rank`] found stands alone in its class.
#[must_use]
pub fn choose<I>(ranked: &[Ranked<I>]) -> Choice<'_, I> {
    let Some(first) = ranked.first() else { return Choice::Nothing };
    let equals = ranked.partition_point(|other| other.hit.class == first.hit.class);
    match ranked.get(..equals) {
        Some(several) if equals > 1 => Choice::Several(several),
        _ => Choice::One(first),
    }
}
