//! A ledger of its own for each test, and the program run on it as other processes.

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use duban::clock::Clock;
use duban::ledger::{Actor, Evidence, NewEntry, Period, PeriodKind, Status};
use duban::plan::{EMBEDDED, TaskNo, UnitIx};
use duban::store::{Reader, Writer, create};
use jiff::civil::{Date, date};

/// Today, in every test that does not say otherwise.
pub const TODAY: Date = date(2025, 6, 24);

/// A ledger in a folder that vanishes with it.
pub struct Ledger {
    pub path: PathBuf,
    pub folder: tempfile::TempDir,
}

impl Ledger {
    /// A folder without a ledger.
    pub fn missing() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self { path: folder.path().join("ledger.db"), folder }
    }

    /// A new ledger with the embedded plan.
    pub fn new() -> Self {
        let ledger = Self::missing();
        create(&ledger.path, EMBEDDED, &actor("tester"), Clock::noon(TODAY).now()).expect("a ledger");
        ledger
    }

    pub fn reader(&self) -> Reader {
        Reader::open(&self.path).expect("a reader")
    }

    pub fn writer(&self) -> Writer {
        Writer::open(&self.path, self.reader().plan().clone()).expect("a writer")
    }

    /// The program on this ledger.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_duban"));
        command.env_clear().env("DUBAN_DB", &self.path).env("LANG", "C").args(words);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs the program to its end.
    pub fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().expect("the program runs")
    }

    /// What the program prints, where it succeeds.
    pub fn said(&self, words: &[&str]) -> String {
        let out = self.run(words);
        assert!(out.status.success(), "{words:?}: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).expect("UTF-8").trim_end().to_owned()
    }

    /// The same as JSON.
    pub fn json(&self, words: &[&str]) -> serde_json::Value {
        serde_json::from_str(&self.said(words)).expect("JSON")
    }

    /// How the program refuses: exit code and sentence.
    pub fn refused(&self, words: &[&str]) -> (i32, String) {
        let out = self.run(words);
        (out.status.code().expect("an exit code"), String::from_utf8(out.stderr).expect("UTF-8"))
    }

    /// The ledger holds: SQLite finds it sound, the chain and the replay of the record too.
    pub fn assert_sound(&self) {
        let db = rusqlite::Connection::open(&self.path).expect("the file");
        let said: String = db.query_row("PRAGMA integrity_check", [], |r| r.get(0)).expect("a check");
        assert_eq!(said, "ok");
        let orphans: i64 =
            db.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |r| r.get(0)).expect("a check");
        assert_eq!(orphans, 0);
        let verified = self.reader().verify().expect("a reading");
        assert!(verified.is_ok(), "{verified:?}");
    }
}

pub fn actor(name: &str) -> Actor {
    Actor { name: name.to_owned(), origin: "10.0.0.7".to_owned(), way: duban::ledger::Way::Local }
}

/// A report with a text, of the first unit that leads a task.
pub fn report(task: u16, unit: UnitIx, day: Date, text: &str) -> NewEntry {
    NewEntry {
        task: TaskNo(task),
        unit,
        period: Period::containing(day, PeriodKind::TwoMonths),
        day,
        status: Status::OnTrack,
        percent: None,
        progress: text.to_owned(),
        problems: String::new(),
        next_steps: String::new(),
        readings: Vec::new(),
        evidence: vec![Evidence::guessed("台账/一.xlsx")],
        reporter: "王".to_owned(),
    }
}

/// The unit that leads a task.
pub fn lead(reader: &Reader, task: u16) -> UnitIx {
    reader.plan().task(TaskNo(task)).and_then(duban::plan::Task::lead).expect("a lead")
}
