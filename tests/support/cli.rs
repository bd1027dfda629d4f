//! Runs the program as a shell would, away from whoever runs the tests.
//!
//! ```ignore
//! #[path = "support/cli.rs"]
//! mod cli;
//!
//! let home = cli::Home::new();
//! let id = home.run(["add", "14", "--unit", "sfj", "受理41件"]).ok();
//! assert_eq!(home.run(["show", "22"]).code, 3);
//! assert_eq!(home.json(["list", "--unit", "sfj"]).as_array().unwrap().len(), 17);
//! ```
//!
//! A [`Home`] is a folder of its own with a ledger in it; the environment is empty but for PATH, HOME,
//! `XDG_DATA_HOME`, `DUBAN_DB` and what [`Call::env`] sets. Standard input is closed unless [`Call::stdin`] gives
//! one. Everything vanishes with the `Home`.
#![allow(
    dead_code,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The program under test.
pub const DUBAN: &str = env!("CARGO_BIN_EXE_duban");

/// A folder with a ledger in it, or room for one.
#[derive(Debug)]
pub struct Home {
    dir: tempfile::TempDir,
}

impl Home {
    /// A new folder. The ledger is made by the first call.
    pub fn new() -> Self {
        Self { dir: tempfile::Builder::new().prefix("duban-cli-").tempdir().unwrap() }
    }

    /// A place in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// The ledger at the usual place, which `DUBAN_DB` names too.
    pub fn db(&self) -> PathBuf {
        self.path("data/duban/ledger.db")
    }

    /// A call not yet made.
    pub fn call<I: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = I>) -> Call {
        let env = [
            ("PATH", std::env::var_os("PATH").unwrap_or_default()),
            ("HOME", self.path("home").into()),
            ("XDG_DATA_HOME", self.path("data").into()),
            ("DUBAN_DB", self.db().into()),
        ];
        let args = args.into_iter().map(|a| a.as_ref().to_owned()).collect();
        Call { args, env: env.map(|(n, v)| (n.into(), v)).to_vec(), stdin: None }
    }

    /// Calls the program.
    pub fn run<I: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = I>) -> Said {
        self.call(args).run()
    }

    /// Calls the program with `--json` and reads what it prints.
    #[must_use]
    pub fn json<I: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = I>) -> serde_json::Value {
        let said = self.call(args).arg("--json").run();
        serde_json::from_str(&said.ok()).unwrap()
    }

    /// Reports and returns the entry's number. `more` are options such as `--status`.
    pub fn add(&self, task: &str, unit: &str, day: &str, text: &str, more: &[&str]) -> String {
        let words = ["add", task, "--unit", unit, "--date", day, text];
        self.run(words.iter().chain(more)).ok().trim_end().to_owned()
    }

    /// The ledger, for a look past the program.
    pub fn sql(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.db()).unwrap()
    }

    /// How many rows the ledger's tables hold in all; 0 without a ledger.
    pub fn rows(&self) -> Vec<(String, i64)> {
        if !self.db().exists() {
            return Vec::new();
        }
        let db = self.sql();
        let mut names = db
            .prepare(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'gram*' ORDER BY name",
            )
            .unwrap();
        let names: Vec<String> =
            names.query_map([], |r| r.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
        let count = |name: String| {
            let rows = db.query_row(&format!("SELECT count(*) FROM \"{name}\""), [], |r| r.get(0)).unwrap();
            (name, rows)
        };
        names.into_iter().map(count).collect()
    }

    /// Names of everything that lies in the folder, sorted.
    pub fn files(&self) -> Vec<String> {
        fn walk(dir: &Path, top: &Path, found: &mut Vec<String>) {
            for entry in std::fs::read_dir(dir).unwrap() {
                let path = entry.unwrap().path();
                found.push(path.strip_prefix(top).unwrap().display().to_string());
                if path.is_dir() {
                    walk(&path, top, found);
                }
            }
        }
        let mut found = Vec::new();
        walk(self.dir.path(), self.dir.path(), &mut found);
        found.sort();
        found
    }
}

/// A call of the program.
#[derive(Debug, Clone)]
#[must_use]
pub struct Call {
    args: Vec<OsString>,
    env: Vec<(OsString, OsString)>,
    stdin: Option<Vec<u8>>,
}

impl Call {
    /// One word more.
    pub fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.args.push(arg.as_ref().into());
        self
    }

    /// Sets a variable; the last one set counts.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.env.push((name.into(), value.as_ref().into()));
        self
    }

    /// Takes a variable out.
    pub fn without(mut self, name: &str) -> Self {
        self.env.retain(|(n, _)| n != name);
        self
    }

    /// What standard input holds.
    pub fn stdin(mut self, bytes: impl Into<Vec<u8>>) -> Self {
        self.stdin = Some(bytes.into());
        self
    }

    /// The process, not yet started.
    pub fn command(&self) -> Command {
        let mut command = Command::new(DUBAN);
        command.args(&self.args).env_clear().envs(self.env.iter().map(|(n, v)| (n, v)));
        command
    }

    /// Runs it to its end.
    pub fn run(&self) -> Said {
        let mut command = self.command();
        command.stdin(if self.stdin.is_some() { Stdio::piped() } else { Stdio::null() });
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        if let (Some(bytes), Some(mut pipe)) = (&self.stdin, child.stdin.take()) {
            // A program that does not want it may close it first.
            let _ = pipe.write_all(bytes);
        }
        let ended = child.wait_with_output().unwrap();
        let code = ended.status.code().unwrap_or_else(|| -ended.status.signal().unwrap_or(0));
        let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
        Said { args: self.args.clone(), out: text(ended.stdout), err: text(ended.stderr), code }
    }

    /// The bytes of standard output and standard error.
    pub fn bytes(&self) -> (Vec<u8>, Vec<u8>) {
        let ended = self.command().stdin(Stdio::null()).output().unwrap();
        (ended.stdout, ended.stderr)
    }
}

/// What a call said.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Said {
    /// The words it was called with.
    pub args: Vec<OsString>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
    /// Exit code; a signal's number below zero.
    pub code: i32,
}

impl Said {
    /// Standard output of a call that went well and had nothing to complain of.
    pub fn ok(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{:?}\n{}", self.args, self.out);
        self.out
    }

    /// The one sentence of a call that was refused with this exit code and printed nothing else.
    pub fn refused(self, code: i32) -> String {
        assert_eq!((self.code, self.out.as_str()), (code, ""), "{:?}\n{}", self.args, self.err);
        let sentence = self.err.strip_suffix('\n').expect("a line");
        assert!(!sentence.is_empty() && !sentence.contains('\n'), "{:?}\n{}", self.args, self.err);
        sentence.to_owned()
    }
}

/// Today where the ledger is kept.
pub fn today() -> jiff::civil::Date {
    jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::fixed(jiff::tz::offset(8))).date()
}

/// Whether a character must never reach a terminal from stored or typed text: controls but line ends, direction
/// marks, characters without ink. A list of the tests' own.
pub fn is_raw(c: char) -> bool {
    let invisible =
        ['\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}', '\u{61c}', '\u{feff}', '\u{ad}'];
    let ranges = [('\u{2028}', '\u{202e}'), ('\u{2060}', '\u{206f}'), ('\u{e0000}', '\u{e007f}')];
    (c.is_control() && c != '\n')
        || invisible.contains(&c)
        || ranges.iter().any(|(a, b)| (*a..=*b).contains(&c))
}
