//! How often a flurry of signs is passed on: the first at once, the rest seldom, and always some looks after the
//! last. Refuses to tick: some time after the last sign there is nothing more due.

use std::time::{Duration, Instant};

/// Signs are passed on no closer than this.
pub(super) const CLOSEST: Duration = Duration::from_millis(100);

/// What is known of the signs so far.
#[derive(Debug)]
pub(super) struct Flurry {
    later: &'static [Duration],
    passed: Option<Instant>,
    last: Option<Instant>,
    step: usize,
}

impl Flurry {
    /// Nothing so far; looks are due so long after the last sign.
    pub(super) const fn new(later: &'static [Duration]) -> Self {
        Self { later, passed: None, last: None, step: 0 }
    }

    /// There was a sign. Whether it is passed on at once.
    pub(super) fn change(&mut self, now: Instant) -> bool {
        (self.last, self.step) = (Some(now), 0);
        let far = self.passed.is_none_or(|at| now >= at + CLOSEST);
        if far {
            self.passed = Some(now);
        }
        far
    }

    /// When [`Flurry::tick`] has to be called.
    pub(super) fn due(&self) -> Option<Instant> {
        Some(self.last? + *self.later.get(self.step)?)
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
        const LATER: [Duration; 3] = [CLOSEST, Duration::from_secs(1), Duration::from_secs(4)];
        let start = Instant::now();
        let at = |ms: u64| start + Duration::from_millis(ms);
        let mut flurry = Flurry::new(&LATER);
        let passed = (0..1000).filter(|ms| flurry.change(at(*ms))).count();
        assert_eq!(passed, 10);
        let mut looks = Vec::new();
        while let Some(due) = flurry.due() {
            assert!(flurry.tick(due));
            looks.push((due - start).as_millis());
        }
        assert_eq!(looks, [1099, 1999, 4999]);
    }
}
