//! How a save waits for others, and how the waiting is given up.
//!
//! Owns the one moment at which a save begins: until then it can be given up and nothing is written, from then on
//! it runs to its end. There is no third answer, so that nobody is ever unsure whether something was saved.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::{Duration, Instant as Tick};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::StoreError;

/// How long a save waits for a program outside, which may never let go.
const FOR_OUTSIDE: Duration = Duration::from_secs(5);

/// How long it waits in the queue, which moves: on a machine that has much else to do it moves slowly.
const FOR_COLLEAGUES: Duration = Duration::from_secs(15);

/// After this it is said who is waited for.
const SOON: Duration = Duration::from_millis(250);

/// How long one waits before looking again whether somebody gave up, or another program let go.
pub(super) const STEP: Duration = Duration::from_millis(20);

const WAITING: u8 = 0;
const BEGUN: u8 = 1;
const GIVEN_UP: u8 = 2;

/// Who keeps a save waiting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// Another save, here or at a colleague's.
    Colleague,
    /// A program outside the queue, such as a database shell.
    Outside,
}

/// The handle by which somebody else gives a save up.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicU8>);

impl Stop {
    /// Gives the save up. False where it has begun: then its own answer comes in a moment.
    #[must_use]
    pub fn give_up(&self) -> bool {
        self.turn_to(GIVEN_UP)
    }

    /// Whether the save is still to come or under way: somebody else holds a handle of it too.
    #[must_use]
    pub fn is_awaited(&self) -> bool {
        Arc::strong_count(&self.0) > 1
    }

    fn is_given_up(&self) -> bool {
        self.0.load(Ordering::SeqCst) == GIVEN_UP
    }

    fn turn_to(&self, state: u8) -> bool {
        let turned = self.0.compare_exchange(WAITING, state, Ordering::SeqCst, Ordering::SeqCst);
        turned.is_ok() || turned == Err(state)
    }
}

/// How the next save of a [`super::Writer`] waits.
#[derive(Default)]
pub struct Wait {
    stop: Stop,
    tell: Option<Box<dyn Fn(Obstacle) + Send>>,
    /// Other patience than for a save.
    patience: Option<Duration>,
}

impl fmt::Debug for Wait {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wait").field("stop", &self.stop).finish_non_exhaustive()
    }
}

impl Wait {
    /// A wait that can be given up, and that tells who it is for once it takes long.
    pub fn new(stop: Stop, tell: impl Fn(Obstacle) + Send + 'static) -> Self {
        Self { stop, tell: Some(Box::new(tell)), patience: None }
    }

    /// A wait of at most so long, that nobody gives up.
    pub(super) fn of(patience: Duration) -> Self {
        Self { patience: Some(patience), ..Self::default() }
    }

    /// Starts the clock of one save.
    pub(super) fn start(&self) -> Waiting<'_> {
        let now = Tick::now();
        Waiting { wait: self, since: now, for_whom: Obstacle::Colleague, told: None }
    }
}

/// The wait of one save, under way.
pub(super) struct Waiting<'w> {
    wait: &'w Wait,
    since: Tick,
    for_whom: Obstacle,
    told: Option<Obstacle>,
}

impl Waiting<'_> {
    /// How long to wait before looking again.
    ///
    /// # Errors
    /// [`StoreError::GivenUp`] once somebody did, [`StoreError::Busy`] once patience is at an end.
    pub(super) fn step(&mut self, for_whom: Obstacle) -> Result<Duration, StoreError> {
        if self.wait.stop.is_given_up() {
            return Err(StoreError::GivenUp);
        }
        if self.for_whom != for_whom {
            (self.for_whom, self.since) = (for_whom, Tick::now());
        }
        let waited = self.since.elapsed();
        let usual = if for_whom == Obstacle::Outside { FOR_OUTSIDE } else { FOR_COLLEAGUES };
        let patience = self.wait.patience.unwrap_or(usual);
        if waited >= patience {
            return Err(StoreError::Busy);
        }
        if waited >= SOON && self.told != Some(for_whom) {
            self.told = Some(for_whom);
            if let Some(tell) = &self.wait.tell {
                tell(for_whom);
            }
        }
        Ok(STEP.min(patience.saturating_sub(waited)))
    }

    /// Begins a transaction that writes. Whoever has begun cannot be stopped any more.
    ///
    /// SQLite does not wait here by itself: its waiting cannot be given up.
    pub(super) fn begin<'c>(&mut self, db: &'c Connection) -> Result<Transaction<'c>, StoreError> {
        let tx = loop {
            match Transaction::new_unchecked(db, TransactionBehavior::Immediate).map_err(StoreError::from) {
                Err(StoreError::Busy) => std::thread::sleep(self.step(Obstacle::Outside)?),
                begun => break begun?,
            }
        };
        if self.wait.stop.turn_to(BEGUN) { Ok(tx) } else { Err(StoreError::GivenUp) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_begun_is_not_given_up_and_what_is_given_up_never_begins() {
        let db = Connection::open_in_memory().expect("memory");
        let stop = Stop::default();
        let wait = Wait::new(stop.clone(), |_| {});
        drop(wait.start().begin(&db).expect("nobody else"));
        assert!(!stop.give_up());
        let stop = Stop::default();
        let wait = Wait::new(stop.clone(), |_| {});
        assert!(stop.give_up() && stop.give_up());
        assert!(matches!(wait.start().begin(&db), Err(StoreError::GivenUp)));
        assert!(db.is_autocommit(), "nothing stays open");
    }

    #[test]
    fn who_is_waited_for_is_told_once_each() {
        let (send, told) = std::sync::mpsc::channel();
        let wait = Wait::new(Stop::default(), move |who| send.send(who).expect("a listener"));
        let mut waiting = wait.start();
        waiting.step(Obstacle::Colleague).expect("patience");
        waiting.since -= SOON;
        for who in [Obstacle::Colleague, Obstacle::Colleague, Obstacle::Outside] {
            waiting.step(who).expect("patience");
        }
        waiting.since -= SOON;
        waiting.step(Obstacle::Outside).expect("patience");
        assert_eq!(told.try_iter().collect::<Vec<_>>(), [Obstacle::Colleague, Obstacle::Outside]);
        waiting.since -= FOR_OUTSIDE;
        assert!(matches!(waiting.step(Obstacle::Outside), Err(StoreError::Busy)));
    }
}
