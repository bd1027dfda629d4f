//! Several people at one ledger. Each acts in a user namespace of their own, in which the system gives them another
//! number; the program goes by that. No right of root's is needed.

use std::process::{Command, Stdio};

use crate::support::{DUBAN, Home, Said};

/// Somebody with a number of the system's and, as nobody is listed under it, that name.
#[derive(Clone, Copy)]
pub struct Person<'h> {
    home: &'h Home,
    number: u32,
}

impl<'h> Person<'h> {
    pub fn new(home: &'h Home, number: u32) -> Self {
        Self { home, number }
    }

    /// The name that goes on record.
    pub fn name(self) -> String {
        format!("uid{}", self.number)
    }

    /// Calls the program as this person.
    pub fn run<'a>(self, words: impl IntoIterator<Item = &'a str>) -> Said {
        let words: Vec<&str> = words.into_iter().collect();
        let mut command = Command::new("unshare");
        command.args(["--user", &format!("--map-user={}", self.number)]);
        command.args([&format!("--map-group={}", self.number), "--", DUBAN]).args(&words);
        command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("HOME", self.home.path("home")).env("DUBAN_DB", self.home.db()).stdin(Stdio::null());
        let ended = command.output().expect("this test needs `unshare` of util-linux");
        let err = String::from_utf8(ended.stderr).unwrap();
        assert!(
            !err.contains("unshare:"),
            "this test plays several people: run it where user namespaces are allowed, in a container with \
             --cap-add SYS_ADMIN --security-opt apparmor=unconfined\n{err}"
        );
        let code = ended.status.code().expect("an exit code");
        let args = words.iter().map(Into::into).collect();
        Said { args, out: String::from_utf8(ended.stdout).unwrap(), err, code }
    }

    /// A call of words without spaces in them that goes well.
    pub fn says(self, words: &str) -> String {
        self.run(words.split(' ')).ok().trim_end().to_owned()
    }

    /// A call that this person may not make: the sentence.
    pub fn may_not(self, words: &str) -> String {
        self.run(words.split(' ')).refused(5)
    }
}
