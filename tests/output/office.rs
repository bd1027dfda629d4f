//! A ledger with long reports in it, full of characters that terminals disagree about, made once and copied.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::pty::{Pty, Run};

pub const DUBAN: &str = env!("CARGO_BIN_EXE_duban");

/// The larger of two numbers in the long trials of `just soak`, else the smaller.
pub fn soaked(usual: u64, soak: u64) -> u64 {
    if std::env::var_os("DUBAN_SOAK").is_some() { soak } else { usual }
}

/// The official document as one line.
pub fn prose() -> Vec<char> {
    include_str!("../../data/official.txt").chars().filter(|c| !c.is_whitespace()).collect()
}

/// A piece of it, with some of everything that is hard to lay out.
pub fn report(at: usize, chars: usize) -> String {
    let words = ["“两张清单”", "2021—2025年", "……", "①", "3×2", "37℃", "e\u{301}", "·"];
    let text = prose();
    let mut report: String = text.iter().cycle().skip(at * 307 % text.len()).take(chars).collect();
    report.push_str(words[at % words.len()]);
    report
}

/// Does something for each of several cases at the same time: most of it is waiting.
pub fn side_by_side<T: Send>(cases: impl IntoIterator<Item = T>, act: impl Fn(T) + Sync) {
    std::thread::scope(|scope| {
        for case in cases {
            scope.spawn(|| act(case));
        }
    });
}

/// A folder of its own with the ledger in it.
pub struct Office {
    folder: tempfile::TempDir,
}

impl Office {
    pub fn new() -> Self {
        static FULL: OnceLock<tempfile::TempDir> = OnceLock::new();
        let full = FULL.get_or_init(|| {
            let office = Self::bare();
            office.fill();
            office.folder
        });
        let office = Self { folder: tempfile::tempdir().unwrap() };
        std::fs::copy(full.path().join("ledger.db"), office.ledger()).unwrap();
        office
    }

    /// Without any report.
    pub fn bare() -> Self {
        let office = Self { folder: tempfile::tempdir().unwrap() };
        office.says(&["init"]);
        office
    }

    pub fn ledger(&self) -> PathBuf {
        self.folder.path().join("ledger.db")
    }

    fn fill(&self) {
        let rows: serde_json::Value = serde_json::from_str(&self.says(&["list", "--json"])).unwrap();
        for (at, row) in rows.as_array().unwrap().iter().enumerate() {
            let (task, lead) = ((at + 1).to_string(), row["lead"].as_str().unwrap());
            let who = ["add", &task, "--unit", lead, "--reporter", "王敏"];
            let older = ["--date", "2025-04-28", "--percent", "40"];
            self.says(&[&who[..], &older, &[&report(at + 40, 90)]].concat());
            let status = ["behind", "on_track", "standing", "done"][at % 4];
            let newer = ["--date", "2025-06-12", "--status", status, "--problems", &report(at + 80, 40)];
            self.says(&[&who[..], &newer, &[&report(at, 130)]].concat());
        }
        // The log of what was written goes into the one file that is copied.
        let sqlite =
            Command::new("sqlite3").arg(self.ledger()).arg("PRAGMA wal_checkpoint(TRUNCATE)").output();
        assert!(sqlite.unwrap().status.success());
    }

    /// What the program says in a shell.
    pub fn says(&self, words: &[&str]) -> String {
        let mut command = Command::new(DUBAN);
        let output = command.env_clear().env("HOME", self.home()).arg("--db").arg(self.ledger()).args(words);
        let output = output.output().unwrap();
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn home(&self) -> &Path {
        self.folder.path()
    }

    /// The screen, not yet started.
    pub fn run(&self) -> Run {
        let run = Run::new(DUBAN).env("HOME", self.home()).env("USER", "wm").arg("--db").arg(self.ledger());
        run.arg("--as-of").arg("2025-06-24")
    }

    /// The screen at a size, drawn.
    pub fn open(&self, cols: u16, rows: u16) -> Pty {
        let pty = self.run().size(cols, rows).start();
        pty.wait_for_text("退出");
        pty
    }
}
