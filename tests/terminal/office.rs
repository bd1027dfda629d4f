//! A ledger of its own, the program on it in a terminal, and other processes beside it.

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::pty::{DEADLINE, Pty, Run};

/// The program under test.
pub const DUBAN: &str = env!("CARGO_BIN_EXE_duban");

/// The day for which the screen is opened.
pub const DAY: &str = "2025-06-24";

/// Stands on the main screen once it is there.
pub const READY: &str = "q退出";

/// A home with a ledger.
pub struct Office {
    pub folder: tempfile::TempDir,
}

impl Office {
    /// A home with a ledger without reports.
    pub fn new() -> Self {
        let office = Self { folder: tempfile::tempdir().unwrap() };
        office.says(&["init"]);
        office
    }

    pub fn ledger(&self) -> PathBuf {
        self.folder.path().join("ledger.db")
    }

    fn env(&self) -> [(&'static str, PathBuf); 3] {
        let home = self.folder.path();
        [("HOME", home.into()), ("XDG_DATA_HOME", home.join("data")), ("DUBAN_DB", self.ledger())]
    }

    /// The program in a terminal, not yet started.
    pub fn run(&self) -> Run {
        let run = self.env().into_iter().fold(Run::new(DUBAN), |run, (name, value)| run.env(name, value));
        run.arg("--as-of").arg(DAY)
    }

    /// The program on its main screen.
    pub fn opened(&self) -> Pty {
        opened(self.run())
    }

    /// A shell's call of the program.
    pub fn shell(&self, words: &[&str]) -> Output {
        let mut command = Command::new(DUBAN);
        command.env_clear().envs(self.env()).args(words).stdin(Stdio::null());
        command.output().unwrap()
    }

    /// What a call that goes well prints.
    pub fn says(&self, words: &[&str]) -> String {
        let output = self.shell(words);
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Another operator's report.
    pub fn report(&self, task: &str, unit: &str, text: &str) {
        self.says(&["add", task, "--unit", unit, "--date", "2025-06-12", text]);
    }

    /// Waits until this text is among the drafts on the disk.
    #[track_caller]
    pub fn wait_for_draft(&self, text: &str) {
        let end = Instant::now() + DEADLINE;
        while !self.says(&["drafts"]).contains(text) {
            assert!(Instant::now() < end, "no draft: {text}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Sets the settings file.
    pub fn settings(&self, text: &str) {
        let folder = self.folder.path().join(".config").join("duban");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("config.toml"), text).unwrap();
    }
}

/// Started, with the main screen there.
pub fn opened(run: Run) -> Pty {
    let pty = run.start();
    pty.wait_for_text(READY);
    pty
}

/// Opens the line for a report on task 14 and types into it.
pub fn write_a_line(pty: &mut Pty, text: &str) {
    pty.send("14a");
    pty.wait_for_text("填报 14 县司法局");
    pty.send(text);
    pty.wait_for_text(text);
}

/// The modes of a terminal that nobody has touched.
pub fn fresh_modes() -> String {
    Run::new("sleep").arg("9").start().modes()
}

/// What is off again once the terminal is given back.
#[track_caller]
pub fn assert_restored(pty: &Pty, modes_before: &str) {
    pty.settle(Duration::from_millis(50));
    assert_eq!(pty.modes(), modes_before);
    pty.screen(|screen| {
        assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
        assert_eq!(screen.cursor_position().1, 0, "a fresh line");
        assert!(screen.fgcolor() == vt100::Color::Default && screen.bgcolor() == vt100::Color::Default);
        assert!(!screen.inverse() && !screen.bold());
    });
    for off in ["\x1b[?2004l", "\x1b[?1000l", "\x1b[?2026l", "\x1b[?25h"] {
        assert!(contains(&pty.raw(), off), "{off:?}");
    }
}

/// What was written to the terminal after it was given back.
pub fn last_words(pty: &Pty) -> String {
    let raw = String::from_utf8(pty.raw()).unwrap();
    raw.rsplit_once("\x1b[?25h").map_or(String::new(), |(_, rest)| rest.to_owned())
}

/// Holds that the last words are one sentence in Chinese.
#[track_caller]
pub fn assert_one_sentence(said: &str) {
    let line = said.strip_suffix("\r\n").unwrap_or_else(|| panic!("{said:?}"));
    assert!(!line.contains(['\r', '\n', '\x1b']), "{said:?}");
    assert!(line.contains("已保存的都在") && !line.contains("panicked"), "{said:?}");
}

pub fn contains(bytes: &[u8], part: impl AsRef<[u8]>) -> bool {
    let part = part.as_ref();
    bytes.windows(part.len()).any(|w| w == part)
}

pub fn count(bytes: &[u8], part: &str) -> usize {
    bytes.windows(part.len()).filter(|w| *w == part.as_bytes()).count()
}
