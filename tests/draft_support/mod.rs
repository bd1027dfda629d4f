//! What the tests of drafts share.
#![allow(
    dead_code,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant as Tick};

use duban::clock::Instant;
use duban::draft::{Body, Folder, Found, Key};

/// How long anything may take before a wait panics; generous, because two cores are shared.
pub const DEADLINE: Duration = Duration::from_secs(20);

pub fn key() -> Key {
    Key::New { task: 7, unit: "sfj".into() }
}

pub fn body(text: &str) -> Body {
    Body { task: 7, unit: "sfj".into(), progress: text.into(), ..Body::default() }
}

/// As large as a form may become.
pub fn full_body(mark: &str) -> Body {
    let text = "𠮷".repeat(20_000);
    Body { problems: text.clone(), next_steps: text.clone(), period: mark.into(), ..body(&text) }
}

/// Waits until there is something.
pub fn wait_for<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let since = Tick::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(since.elapsed() < DEADLINE, "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// A ledger that is not there, and its drafts.
pub struct Place {
    pub dir: tempfile::TempDir,
    pub folder: Folder,
}

impl Place {
    pub fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::beside(&dir.path().join("l.db"));
        Self { dir, folder }
    }

    pub fn drafts(&self) -> PathBuf {
        self.dir.path().join("l.db-drafts")
    }

    /// The files with an ending.
    pub fn files(&self, ending: &str) -> Vec<PathBuf> {
        let Ok(all) = fs::read_dir(self.drafts()) else { return Vec::new() };
        let mut all: Vec<_> = all.map(|e| e.unwrap().path()).collect();
        all.retain(|p| p.extension().is_some_and(|e| e == ending));
        all.sort();
        all
    }

    pub fn save(&self, key: &Key, texts: &[&str]) {
        let mut form = self.folder.open("zhang", key).unwrap();
        for (at, text) in (1..).zip(texts) {
            form.save(&body(text), Instant(at)).unwrap();
        }
        form.leave();
    }

    pub fn load(&self) -> Option<Found> {
        self.folder.load("zhang", &key())
    }
}

/// A process that does something with drafts; killed when dropped.
pub struct Process(pub Child);

impl Process {
    pub fn start(doing: &str, ledger: &Path) -> Self {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["child", "--exact", "--nocapture"]).env("DUBAN_DRAFT_CHILD", doing);
        command.env("DUBAN_DRAFT_LEDGER", ledger).stdin(Stdio::piped()).stdout(Stdio::null());
        Self(command.spawn().unwrap())
    }

    pub fn kill(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
