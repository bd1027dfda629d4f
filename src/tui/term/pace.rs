//! When the next frame may go out.
//!
//! Owns one rule, without a clock of its own: frames leave no faster than the link can carry them, so that
//! nothing piles up in buffers between here and the operator and the newest frame is always close. Refuses
//! to delay the first frame after a quiet moment.

use std::time::{Duration, Instant};

/// Two frames are at least this far apart: nobody reads faster, and key repeat comes at this rate.
const GAP: Duration = Duration::from_millis(33);

/// The pacing rule.
#[derive(Debug, Clone)]
pub struct Pace {
    bytes_per_second: u32,
    ready_at: Option<Instant>,
}

impl Pace {
    /// What an ordinary link carries with ease.
    pub const USUAL: u32 = 64_000;
    /// For links of the speed of an old modem or a bad tunnel.
    pub const SLOW: u32 = 9_000;

    /// A rule for a link of this speed.
    #[must_use]
    pub fn new(bytes_per_second: u32) -> Self {
        Self { bytes_per_second: bytes_per_second.max(1), ready_at: None }
    }

    /// A frame of `bytes` was sent at `now`.
    pub fn after_frame(&mut self, bytes: usize, now: Instant) {
        let micros = u64::try_from(bytes).unwrap_or(u64::MAX).saturating_mul(1_000_000)
            / u64::from(self.bytes_per_second);
        let takes = Duration::from_micros(micros).max(GAP);
        let from = self.ready_at.map_or(now, |at| at.max(now));
        self.ready_at = Some(from + takes);
    }

    /// The moment from which the next frame may be sent; `None` before the first.
    #[must_use]
    pub fn ready_at(&self) -> Option<Instant> {
        self.ready_at
    }

    /// How long after `now` the next frame has to wait; zero when it may go at once.
    #[must_use]
    pub fn wait(&self, now: Instant) -> Duration {
        self.ready_at.map_or(Duration::ZERO, |at| at.saturating_duration_since(now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_and_the_first_after_idle_go_at_once() {
        let now = Instant::now();
        let mut pace = Pace::new(Pace::SLOW);
        assert_eq!(pace.wait(now), Duration::ZERO);
        pace.after_frame(900, now);
        assert_eq!(pace.wait(now), Duration::from_millis(100));
        assert_eq!(pace.wait(now + Duration::from_secs(1)), Duration::ZERO);
    }

    #[test]
    fn over_time_no_more_than_the_rate() {
        let start = Instant::now();
        let (mut pace, mut now, mut sent) = (Pace::new(Pace::SLOW), start, 0);
        while now < start + Duration::from_secs(5) {
            pace.after_frame(700, now);
            sent += 700;
            now = pace.ready_at().unwrap();
        }
        assert!((43_000..=46_500).contains(&sent), "{sent}");
    }

    #[test]
    fn small_frames_keep_a_gap() {
        let now = Instant::now();
        let mut pace = Pace::new(Pace::USUAL);
        pace.after_frame(20, now);
        assert_eq!(pace.wait(now), GAP);
    }
}
