//! Chance that comes out the same for the same seed, on every machine.

/// Numbers drawn from a seed (`SplitMix64`).
#[derive(Debug, Clone)]
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = high.abs_diff(low).saturating_add(1);
        low.min(high).saturating_add_unsigned(self.draw() % width)
    }

    /// Whether something happens that does so many times in a thousand.
    pub(super) fn happens(&mut self, in_a_thousand: i64) -> bool {
        self.between(0, 999) < in_a_thousand
    }

    /// One of some; nothing of none.
    pub(super) fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        let last = i64::try_from(of.len()).ok()?.checked_sub(1).filter(|last| *last >= 0)?;
        of.get(usize::try_from(self.between(0, last)).ok()?)
    }

    /// Brings some into another order.
    pub(super) fn shuffle<T>(&mut self, of: &mut [T]) {
        for (last, at) in (1..of.len()).rev().filter_map(|at| Some((i64::try_from(at).ok()?, at))) {
            of.swap(at, usize::try_from(self.between(0, last)).unwrap_or(at));
        }
    }
}
