//! Commands through the gate that last: they end with the key they came with, and when nobody goes on with them.
//!
//! Such a command waits for standard input, or for somebody to read what it says. The screen looks after itself.

use std::process::exit;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread::Builder;
use std::time::{Duration, Instant};

use super::Context;
use super::out::Out;
use crate::error::Error;
use crate::ledger::GateFault;
use crate::store::Reader;

/// How often it is asked whether whoever came in is still let in.
const PAUSE: Duration = Duration::from_secs(5);

/// Ends the process where the operator is let in no more, or it takes longer than a session may be left alone, until what
/// is returned is dropped. What was not written by then is not: the store takes back what is half done.
pub(super) fn watch(context: &Context) -> impl Sized {
    let (done, waits) = channel::<()>();
    let (context, begun) = (context.clone(), Instant::now());
    let look = move || {
        while waits.recv_timeout(PAUSE) == Err(RecvTimeoutError::Timeout) {
            if let Some(fault) = over(&context, begun) {
                let error = Error::Gate(fault);
                Out::error(&error.say(context.lang));
                exit(error.exit() as i32);
            }
        }
    };
    // Without a thread, the command goes on as it is.
    let _ = Builder::new().name("watch".to_owned()).spawn(look);
    done
}

fn over(context: &Context, begun: Instant) -> Option<GateFault> {
    let idle = context.config.idle.filter(|idle| begun.elapsed() >= *idle);
    let lasted = idle.map(|idle| GateFault::Lasted(idle.as_secs() / 60));
    let office = || Reader::open(&context.path).ok()?.book(None).ok();
    // A ledger that cannot be read now says nothing of anybody.
    lasted.or_else(|| office()?.admits(context.actor()).err())
}
