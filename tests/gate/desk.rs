//! A ledger with three operators, and the gate started on it as sshd starts it.

use std::ffi::OsStr;

use crate::support::{Call, Home, Said};

/// An office operator, a reporter of 县司法局, a viewer, each with a key.
pub struct Desk {
    pub home: Home,
}

/// Their names.
pub const OFFICE: &str = "li";
pub const REPORTER: &str = "wang";
pub const VIEWER: &str = "chen";

impl Desk {
    pub fn new() -> Self {
        let desk = Self { home: Home::new() };
        desk.says("init");
        // Whoever looks after the host is the office too.
        let me = duban::ops::local_actor().name;
        desk.says(&format!("operator add {me} --role office"));
        desk.says(&format!("operator add {OFFICE} --role office"));
        desk.says(&format!("operator add {REPORTER} --role reporter --unit sfj"));
        desk.says(&format!("operator add {VIEWER} --role viewer"));
        desk.home.add("14", "sfj", "2025-06-12", "办结41件", &[]);
        desk
    }

    /// A call of whoever looks after the host.
    pub fn says(&self, words: &str) -> String {
        self.home.run(words.split(' ')).ok().trim_end().to_owned()
    }

    /// Makes a key and gives it to an operator: its file and its fingerprint.
    pub fn key(&self, operator: &str, name: &str) -> (std::path::PathBuf, String) {
        let file = self.home.path(name);
        let made = std::process::Command::new("ssh-keygen")
            .args(["-q", "-t", "ed25519", "-N", "", "-C", name, "-f"])
            .arg(&file)
            .status();
        assert!(made.expect("this test needs `ssh-keygen` of openssh-client").success());
        let line = std::fs::read_to_string(file.with_extension("pub")).unwrap();
        let said = self.home.run(["operator", "key", "add", operator, line.trim()]).ok();
        let fingerprint = said.trim_end().rsplit(' ').next().unwrap().to_owned();
        assert!(fingerprint.starts_with("SHA256:"), "{said}");
        (file, fingerprint)
    }

    /// The gate as sshd starts it, with a client's command.
    pub fn gate(&self, operator: &str, command: impl AsRef<OsStr>) -> Call {
        let db = self.home.db();
        let words =
            ["gate".as_ref(), "--operator".as_ref(), operator.as_ref(), "--db".as_ref(), db.as_os_str()];
        let call = self.home.call(words).without("DUBAN_DB").without("XDG_DATA_HOME");
        call.env("SSH_ORIGINAL_COMMAND", command).env("SSH_CONNECTION", "10.0.0.7 50000 10.0.0.1 22")
    }

    /// What it answers.
    pub fn asks(&self, operator: &str, command: &str) -> Said {
        self.gate(operator, command).run()
    }
}
