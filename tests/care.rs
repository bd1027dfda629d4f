//! The ledger cared for: brought up to date, backed up, restored, examined, purged, and what of it can be proved.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

#[path = "care/accountable.rs"]
mod accountable;
#[path = "care/backup.rs"]
mod backup;
#[path = "care/daily.rs"]
mod daily;
#[path = "care/doctor.rs"]
mod doctor;
#[path = "support/ledger.rs"]
#[allow(dead_code)]
mod ledger;
#[path = "care/media.rs"]
mod media;
#[path = "care/migrate.rs"]
mod migrate;
#[path = "support/pty.rs"]
mod pty;
#[path = "care/purge.rs"]
mod purge;
#[path = "care/restore.rs"]
mod restore;
#[path = "support/cli.rs"]
mod support;

use std::path::{Path, PathBuf};

use support::Home;

/// Names of what lies beside a ledger and has this in its name.
fn beside(ledger: &Path, part: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(ledger.parent().unwrap())
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.file_name().unwrap().to_str().unwrap().contains(part))
        .collect();
    found.sort();
    found
}

/// A ledger with a few reports.
fn reported() -> Home {
    let home = Home::new();
    home.add("14", "sfj", "2025-06-12", "受理41件", &["--value", "G2=5", "--evidence", "a.pdf"]);
    home.add("14", "sfj", "2025-06-13", "受理42件", &[]);
    home.add("3", "yfzxb", "2025-05-30", "覆盖率88%", &["--status", "behind"]);
    home
}

/// The head that `verify` prints.
fn head(home: &Home) -> String {
    home.run(["verify"]).ok().lines().next().unwrap().to_owned()
}

/// Lower-case hexadecimal.
fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut out, b| {
        let _ = write!(out, "{b:02x}");
        out
    })
}

/// The mode of a file.
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).unwrap().permissions().mode() & 0o7777
}
