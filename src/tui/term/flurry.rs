//! How often a flurry of signs is passed on: the first at once, the rest seldom, and always some looks after the
//! last. Refuses to tick: some time after the last sign there is nothing more due.

use std::time::{Duration, Instant};

/// How long after a last sign one looks again at the earliest.
pub(super) const SOON: Duration = Duration::from_millis(100);

/// What is known of the signs so far.
#[derive(Debug)]
pub(super) struct Flurry {
    /// Signs are passed on no closer than this.
    apart: Duration,
    later: &'static [Duration],
    passed: Option<Instant>,
    last: Option<Instant>,
    step: usize,
}

impl Flurry {
    /// Nothing so far; signs are passed on so far apart, and looks are due so long after the last one.
    pub(super) const fn new(apart: Duration, later: &'static [Duration]) -> Self {
        Self { apart, later, passed: None, last: None, step: 0 }
    }

    /// There was a sign. Whether it is passed on at once.
    pub(super) fn change(&mut self, now: Instant) -> bool {
        (self.last, self.step) = (Some(now), 0);
        let far = self.passed.is_none_or(|at| now >= at + self.apart);
        if far {
            self.passed = Some(now);
        }
        far
    }

    /// When [`Flurry::tick`] has to be called.
    pub(super) fn due(&self) -> Option<Instant> {
        let due = self.last? + *self.later.get(self.step)?;
        Some(self.passed.map_or(due, |at| due.max(at + self.apart)))
    }

    /// Whether it is time for a look after the last sign.
    pub(super) fn tick(&mut self, now: Instant) -> bool {
        let due = self.due().is_some_and(|at| now >= at);
        if due {
            self.passed = Some(now);
            self.step += 1;
        }
        due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flurry_is_passed_on_seldom_and_looked_at_afterwards() {
        const LATER: [Duration; 3] = [SOON, Duration::from_secs(1), Duration::from_secs(4)];
        let start = Instant::now();
        let at = |ms: u64| start + Duration::from_millis(ms);
        let mut flurry = Flurry::new(Duration::from_millis(500), &LATER);
        let passed = (0..1000).filter(|ms| flurry.change(at(*ms))).count();
        assert_eq!(passed, 2);
        let mut looks = Vec::new();
        while let Some(due) = flurry.due() {
            assert!(flurry.tick(due));
            looks.push((due - start).as_millis());
        }
        assert_eq!(looks, [1099, 1999, 4999]);
    }

    #[test]
    fn a_sign_right_behind_another_is_not_looked_after_before_its_time() {
        let start = Instant::now();
        let mut flurry = Flurry::new(Duration::from_millis(500), &[SOON]);
        assert!(flurry.change(start) && !flurry.change(start + SOON));
        assert_eq!(flurry.due(), Some(start + Duration::from_millis(500)));
    }
}
