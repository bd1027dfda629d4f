//! Whether this process may stop, as a shell's job does.
//!
//! Owns the question "is there a shell that could bring us back". Refuses to stop without one: behind a
//! forced command a stopped program is a lost session.

use rustix::process::{Pid, getpid};

/// What the kernel says about a process.
struct Process {
    parent: i32,
    group: i32,
    session: i32,
}

/// True when some ancestor in our session stands outside our process group: a shell with job control. A
/// session leader has none, nor has an orphaned process group.
pub(super) fn may_stop() -> bool {
    let Some(me) = look(Pid::as_raw(Some(getpid()))) else { return false };
    let mut parent = me.parent;
    for _ in 0..64 {
        let Some(process) = look(parent) else { return false };
        if process.session != me.session {
            return false;
        }
        if process.group != me.group {
            return true;
        }
        parent = process.parent;
    }
    false
}

fn look(pid: i32) -> Option<Process> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The command's name stands in parentheses and may itself contain some.
    let (_, rest) = stat.rsplit_once(") ")?;
    let mut numbers = rest.split(' ').skip(1).map(|n| n.parse().ok());
    Some(Process { parent: numbers.next()??, group: numbers.next()??, session: numbers.next()?? })
}
