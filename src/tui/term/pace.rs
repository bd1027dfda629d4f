//! When the next frame may go out.
//!
//! Owns one rule, without a clock of its own. How fast a link is cannot be known without asking the terminal: SSH and
//! whatever stands between take megabytes at once, and the operator sees them seconds later. So no more is ever
//! on its way than even a slow link brings to the screen in half a second. Refuses to delay what is small, or the
//! first frame after a quiet moment.

use std::time::{Duration, Instant};

/// Bytes a second that a slow link carries for certain.
const RATE: u32 = 9_000;
/// Bytes that may be on their way: a frame is sent once what was sent before, this frame, and one more as long as
/// it fit in here. The one more is for a key that comes right behind and has to wait for as long as this frame takes.
const ROOM: usize = 3_200;
/// The longest wait, for windows so large that a frame alone takes longer than that on a slow link.
const LONGEST: Duration = Duration::from_millis(250);
/// Whole screens come no closer than this: while a window is dragged, thirty of them a second are more than enough,
/// however little each of them costs.
const APART: Duration = Duration::from_millis(40);
/// More than this is not remembered of what was sent: a storm of full frames is over at some time.
const MEMORY: Duration = Duration::from_millis(500);

/// How much a frame is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Haste {
    /// There is nothing new.
    None,
    /// Others wrote; whoever sits here asked for nothing.
    Unasked,
    /// A key was pressed.
    Asked,
}

/// The pacing rule.
#[derive(Debug, Clone, Default)]
pub struct Pace {
    /// When the last frame was sent.
    sent: Option<Instant>,
    /// When a slow link has brought all of it to the screen.
    clear: Option<Instant>,
}

impl Pace {
    /// A rule for a link that has been quiet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A frame of `bytes` was sent at `now`.
    pub fn after_frame(&mut self, bytes: usize, now: Instant) {
        let from = self.clear.map_or(now, |at| at.max(now));
        self.clear = Some((from + takes(bytes)).min(now + MEMORY));
        self.sent = Some(now);
    }

    /// How long after `now` a frame of `bytes` has to wait; zero when it may go at once. One that nobody asked for waits
    /// until all is there that was sent before, so that a key behind it finds room.
    #[must_use]
    pub fn wait(&self, now: Instant, bytes: usize, haste: Haste) -> Duration {
        let (Some(sent), Some(clear)) = (self.sent, self.clear) else { return Duration::ZERO };
        let room = if haste == Haste::Asked { takes(ROOM.saturating_sub(2 * bytes)) } else { Duration::ZERO };
        let on_its_way = clear.saturating_duration_since(now);
        on_its_way.saturating_sub(room).min((sent + LONGEST).saturating_duration_since(now))
    }

    /// How long after `now` a frame that draws the whole screen anew has to wait at least.
    #[must_use]
    pub fn apart(&self, now: Instant) -> Duration {
        self.sent.map_or(Duration::ZERO, |sent| (sent + APART).saturating_duration_since(now))
    }
}

/// How long a slow link takes for that many bytes.
fn takes(bytes: usize) -> Duration {
    let micros = u64::try_from(bytes).unwrap_or(u64::MAX).saturating_mul(1_000_000) / u64::from(RATE);
    Duration::from_micros(micros)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    /// Keys at a distance for five seconds, each wanting a frame of so many bytes. How long each frame waited, and the
    /// longest from a key to the last byte of its frame at the far end of a link of 9.6 kB/s.
    fn held(every: Duration, bytes: usize) -> (Vec<Duration>, Duration) {
        let start = Instant::now();
        let (mut pace, mut waits, mut late) = (Pace::new(), Vec::new(), Duration::ZERO);
        let (mut free, mut link) = (start, start);
        for n in 0..u32::try_from(5_000 / every.as_millis()).unwrap() {
            let key = start + n * every;
            // A key that came while a frame was waiting is in that frame.
            if key < free {
                continue;
            }
            free = key + pace.wait(key, bytes, Haste::Asked);
            pace.after_frame(bytes, free);
            waits.push(free - key);
            link = link.max(free) + Duration::from_micros(bytes as u64 * 1_000_000 / 9_600);
            late = late.max(link - key);
        }
        (waits, late)
    }

    #[test]
    fn a_held_key_is_seen_within_half_a_second_over_a_slow_link() {
        for bytes in [40, 300, 400, 900, 1_500, 1_900] {
            let (waits, late) = held(Duration::from_millis(33), bytes);
            assert!(late <= Duration::from_millis(430), "{bytes} bytes: {late:?} late");
            let frames = u32::try_from(waits.len()).unwrap();
            let most = 5 * RATE as usize + ROOM;
            assert!(waits.len() * bytes <= most, "{frames} frames of {bytes}");
            assert!(frames * 2 >= 5 * (RATE / u32::try_from(bytes).unwrap()).min(30), "{frames} of {bytes}");
        }
    }

    #[test]
    fn whoever_presses_keys_one_by_one_never_waits() {
        for (every, bytes) in [(33, 290), (50, 400), (100, 850), (150, 1_300)] {
            let (waits, _) = held(Duration::from_millis(every), bytes);
            assert_eq!(waits.iter().max(), Some(&Duration::ZERO), "{bytes} bytes every {every} ms");
        }
    }

    #[test]
    fn the_first_and_the_first_after_a_quiet_moment_go_at_once() {
        let now = Instant::now();
        let mut pace = Pace::new();
        assert_eq!(pace.wait(now, 50_000, Haste::Asked), Duration::ZERO);
        pace.after_frame(50_000, now);
        assert_eq!(pace.wait(now, 50_000, Haste::Asked), LONGEST);
        assert_eq!(pace.wait(now + SECOND, 50_000, Haste::Asked), Duration::ZERO);
    }

    #[test]
    fn what_is_small_goes_at_once_behind_a_middling_frame() {
        let now = Instant::now();
        let mut pace = Pace::new();
        pace.after_frame(2_300, now);
        assert_eq!(pace.wait(now, 400, Haste::Asked), Duration::ZERO);
        assert!(pace.wait(now, 1_500, Haste::Asked) > Duration::from_millis(200));
    }

    #[test]
    fn what_others_did_waits_for_what_keys_brought() {
        let now = Instant::now();
        let mut pace = Pace::new();
        assert_eq!(pace.wait(now, 400, Haste::Unasked), Duration::ZERO, "nothing was sent yet");
        pace.after_frame(740, now);
        assert!(pace.wait(now, 400, Haste::Unasked) > Duration::from_millis(80));
        assert_eq!(pace.wait(now, 740, Haste::Asked), Duration::ZERO, "a key does not wait");
        pace.after_frame(50_000, now);
        assert_eq!(pace.wait(now, 400, Haste::Unasked), LONGEST);
    }

    #[test]
    fn whole_screens_keep_apart_however_small() {
        let (mut pace, start) = (Pace::new(), Instant::now());
        assert_eq!(pace.apart(start), Duration::ZERO, "nothing was sent yet");
        pace.after_frame(50, start);
        assert_eq!(pace.wait(start, 50, Haste::Asked), Duration::ZERO);
        assert_eq!(pace.apart(start + APART / 4), APART * 3 / 4);
        assert_eq!(pace.apart(start + SECOND), Duration::ZERO);
    }
}
