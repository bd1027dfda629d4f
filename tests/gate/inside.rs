//! Commands without a process each: the gate called within one process that `strace` looks at, so that a million are tried
//! in minutes. All go as far as the table; what passes it, and some of what does not, goes to its end on a real ledger.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs::File;
use std::os::unix::fs::FileExt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use duban::cli::{Passed, Turnstile};
use duban::gate::Said;
use duban::ledger::{OperatorDuty, Passage, passage, passes};
use duban::plan::UnitIx;
use duban::strings::Lang;

use crate::any::{Commands, heavy};
use crate::desk::{Desk, OFFICE, REPORTER, VIEWER};
use crate::traced::{CALLS, folder, held};

/// Tells the process that a test starts of itself which ledger, which seed and how many.
const INSIDE: &str = "DUBAN_TEST_INSIDE";

/// Of the commands that are refused by the table, one in so many goes on to the refusal itself.
const SOME: u64 = 25;

/// What a number of commands gave.
#[derive(Debug, Default)]
pub struct Tried {
    /// How many the table let pass.
    pub passed: u64,
    /// How many went to their end.
    pub ended: u64,
    /// The longest that one kept the processor busy, and which that was.
    pub slowest: (Duration, String),
}

/// Tries so many commands; `test` is the name of the test that asks, which is started anew to do it.
///
/// # Panics
/// Where a command panics, changes its operator, starts a process or opens another file.
pub fn tried(test: &str, seed: u64, many: u64) -> Option<Tried> {
    if let Ok(order) = std::env::var(INSIDE) {
        inside(&order);
        return None;
    }
    let desk = Desk::new();
    for limit in ["entries_minute", "entries_day"] {
        desk.says(&format!("settings {limit} 0"));
    }
    let trace = desk.home.path("trace");
    let exe = std::env::current_exe().unwrap();
    let mut strace = Command::new("strace");
    strace.args(["-f", "--seccomp-bpf", "-qq", "-s", "4096", "-e", CALLS, "-o"]).arg(&trace).arg(&exe);
    strace.args(["--exact", test, "--nocapture", "--test-threads", "1"]);
    // The test runner's own: the loader would look for libraries there before the program begins.
    strace.env_remove("LD_LIBRARY_PATH");
    let order = format!("{seed} {many} {}", desk.home.db().display());
    let ended = strace.env(INSIDE, order).stdin(Stdio::null()).output().expect("this test needs strace");
    let report = std::fs::read_to_string(desk.home.db().with_extension("tried")).unwrap_or_default();
    assert!(ended.status.success(), "{report}\n{}", String::from_utf8_lossy(&ended.stdout));
    held(&trace, &folder(&desk), exe.file_name().unwrap().to_str().unwrap());
    desk.home.run(["verify"]).ok();
    let mut numbers = report.split('\n');
    let mut number = || numbers.next().unwrap().parse::<u64>().unwrap();
    let (passed, ended, micros) = (number(), number(), number());
    Some(Tried {
        passed,
        ended,
        slowest: (Duration::from_micros(micros), numbers.next().unwrap().to_owned()),
    })
}

fn inside(order: &str) {
    let [seed, many, db] = order.splitn(3, ' ').collect::<Vec<_>>()[..] else { panic!("{order}") };
    let report = Path::new(db).with_extension("tried");
    let done = catch_unwind(|| all(seed.parse().unwrap(), many.parse().unwrap(), Path::new(db)));
    let text = match &done {
        Ok(Tried { passed, ended, slowest: (time, command) }) => {
            format!("{passed}\n{ended}\n{}\n{command}", time.as_micros())
        }
        Err(fault) => fault.downcast_ref::<String>().cloned().unwrap_or_default(),
    };
    std::fs::write(report, text).unwrap();
    assert!(done.is_ok());
}

fn all(seed: u64, many: u64, db: &Path) -> Tried {
    // What the commands say is nobody's to read, and nothing comes from standard input.
    let nowhere = File::options().read(true).write(true).open("/dev/null").unwrap();
    rustix::stdio::dup2_stdin(&nowhere).unwrap();
    rustix::stdio::dup2_stdout(&nowhere).unwrap();
    rustix::stdio::dup2_stderr(&nowhere).unwrap();
    let (turnstile, busy) = (Turnstile::new(Lang::Zh), Busy::new());
    let ledger = rusqlite::Connection::open(db).unwrap();
    let (mut tried, mut any, mut last) = (Tried::default(), Commands::new(seed), 0);
    let mut heavy = heavy();
    let people = [
        (OFFICE, OperatorDuty::Office),
        (REPORTER, OperatorDuty::Reporter(UnitIx(0))),
        (VIEWER, OperatorDuty::Viewer),
    ];
    for at in 0..many {
        let command = heavy.next().unwrap_or_else(|| any.next_one());
        let (who, duty) = people[usize::try_from(at % 3).unwrap()];
        let start = busy.time();
        let passed = catch_unwind(AssertUnwindSafe(|| by_the_table(&turnstile, duty, &command)));
        let passed = passed.unwrap_or_else(|fault| panic!("{command:?}: {fault:?}"));
        tried.passed += u64::from(passed);
        if passed || at % SOME == 0 {
            let done = catch_unwind(AssertUnwindSafe(|| to_the_end(who, db, command.clone())));
            assert!(done.is_ok(), "{command:?} panics");
            tried.ended += 1;
        }
        let took = busy.time().saturating_sub(start);
        if took > tried.slowest.0 {
            let mut shown = String::new();
            command
                .to_string_lossy()
                .chars()
                .take(60)
                .for_each(|c| write!(shown, "{}", c.escape_debug()).unwrap());
            tried.slowest = (took, format!("{shown} ({} bytes)", command.len()));
        }
        if passed {
            let others =
                "SELECT coalesce(max(seq), ?2), coalesce(sum(operator <> ?1), 0) FROM history WHERE seq > ?2";
            let (now, foreign) = ledger
                .query_row(others, (who, last), |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)))
                .unwrap();
            // The first rows are the making of the ledger.
            assert!(foreign == 0 || last == 0, "{command:?} of {who} writes for somebody else");
            last = now;
        }
    }
    tried
}

/// Whether the table lets a command pass; what passes is a command of the table for that duty, without a file.
fn by_the_table(turnstile: &Turnstile, duty: OperatorDuty, command: &OsString) -> bool {
    let words = duban::gate::words(Some(command));
    let words = words.map_err(duban::error::Error::Gate);
    let through = words.and_then(|words| turnstile.pass(&words, duty));
    let matches = match through {
        Ok(Passed::Words(matches)) => matches,
        Ok(Passed::Help(text)) => {
            assert!(!text.is_empty());
            return false;
        }
        Err(fault) => {
            assert!(!fault.say(Lang::Zh).is_empty() && [2, 5].contains(&(fault.exit() as u8)));
            return false;
        }
    };
    let (mut path, mut here) = (Vec::new(), &*matches);
    while let Some((name, below)) = here.subcommand() {
        path.push(name.to_owned());
        here = below;
    }
    let path = path.join(" ");
    assert!(path.is_empty() || passes(duty, &path).is_ok(), "{command:?}");
    assert_ne!(passage(&path), Some(Passage::Never), "{command:?}");
    for option in ["db", "operator"] {
        let typed = here.try_get_raw(option).ok().flatten().into_iter().flatten();
        assert!(typed.into_iter().all(|value| value == "-"), "{command:?}");
    }
    true
}

/// The gate itself, as sshd calls it.
fn to_the_end(who: &str, db: &Path, command: OsString) {
    let words = [
        "duban".as_ref(),
        "gate".as_ref(),
        "--operator".as_ref(),
        who.as_ref(),
        "--db".as_ref(),
        db.as_os_str(),
    ];
    let connection = Some("10.0.0.7 50000 10.0.0.1 22".into());
    let said = Said { command: Some(command), proof: None, connection };
    let _ = duban::cli::called(&words.map(OsString::from), &said, |_| panic!("there is no terminal"));
}

/// How long this thread kept a processor busy: what others do on the machine must not count.
struct Busy(File);

impl Busy {
    fn new() -> Self {
        Self(File::open("/proc/thread-self/schedstat").unwrap())
    }

    fn time(&self) -> Duration {
        let mut bytes = [0; 64];
        let read = self.0.read_at(&mut bytes, 0).unwrap();
        let text = std::str::from_utf8(&bytes[..read]).unwrap();
        Duration::from_nanos(text.split(' ').next().unwrap().parse().unwrap())
    }
}
