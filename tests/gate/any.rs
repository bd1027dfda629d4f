//! Commands as they might come from anybody: real ones, broken ones, hostile ones, mixed from a seed.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;

/// An endless supply.
pub struct Commands(u64);

const WORDS: &[&str] = &[
    "status",
    "list",
    "show",
    "log",
    "add",
    "edit",
    "delete",
    "undo",
    "redo",
    "history",
    "due",
    "missing",
    "period",
    "open",
    "close",
    "review",
    "reopen",
    "extend",
    "notice",
    "send",
    "answer",
    "end",
    "settings",
    "operator",
    "key",
    "remove",
    "authorized-keys",
    "disable",
    "drafts",
    "discard",
    "units",
    "indicators",
    "plan",
    "check",
    "init",
    "demo",
    "verify",
    "backup",
    "restore",
    "purge",
    "doctor",
    "gate",
    "14",
    "7",
    "0",
    "-1",
    "99999999999999999999",
    "#12",
    "sfj",
    "ssz",
    "县司法局",
    "general",
    "综合",
    "--json",
    "--csv",
    "--yes",
    "--all",
    "--help",
    "-h",
    "--version",
    "-V",
    "--",
    "-",
    "--unit",
    "--unit=sfj",
    "--status",
    "done",
    "--text",
    "--role",
    "office",
    "--db",
    "--db=/etc/passwd",
    "--lang",
    "en",
    "--lang=zh",
    "--as-of",
    "2025-06-24",
    "--known-at",
    "--operator",
    "--operator=root",
    "root",
    "-o",
    "--output",
    "--plan",
    "--to",
    "--limit",
    "1",
    "--before",
    "--date",
    "--evidence",
    "/etc/shadow",
    "../../x",
    "/dev/stdin",
    "/proc/self/environ",
    "@/etc/passwd",
    "--config",
    "~",
    "$HOME",
    "*",
    "?",
    "%s%n",
    "sh",
    "-c",
    "internal-sftp",
    "scp",
    "-t",
    "/tmp",
    "好",
    "进展",
    "\u{feff}",
    "é",
    "💥",
    "\u{202e}",
];

const PIECES: &[&str] = &[
    ";",
    "|",
    "&",
    "&&",
    "||",
    "$(",
    "`",
    ")",
    "<",
    ">",
    ">>/tmp/x",
    "\n",
    "\t",
    " ",
    "  ",
    "'",
    "\"",
    "\\",
    "#",
    "!",
    "{",
    "}",
    "\u{1b}[2J",
    "\u{1b}]52;c;x\u{7}",
    "\u{9b}31m",
    "\r",
    "\u{7f}",
    "\u{1}",
    "$(id)",
    "`id`",
    "; id",
    "| sh",
    "'; id; '",
    "\n/bin/sh\n",
    "LD_PRELOAD=x",
    "=",
    "--",
    "-",
];

/// Commands as long as they may be, of one word that is looked for everywhere.
pub fn heavy() -> impl Iterator<Item = OsString> {
    let words = ["indicators".repeat(720), "县司法局".repeat(600), "xzfy".repeat(1900), "一".repeat(2600)];
    words.into_iter().flat_map(|word| {
        let verbs = WORDS.iter().take(35).copied();
        let asked =
            verbs.flat_map(|verb| [format!("{verb} "), format!("{verb} --text "), format!("{verb} --unit ")]);
        asked
            .chain([String::new(), "--".to_owned()])
            .map(move |start| (start + &word).into())
            .collect::<Vec<_>>()
    })
}

impl Commands {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % most
    }

    /// Another command; it never holds a NUL, which no variable can.
    pub fn next_one(&mut self) -> OsString {
        let mut bytes = Vec::new();
        let kind = self.below(8);
        if kind > 3 {
            bytes.extend(WORDS[self.below(35)].bytes());
            bytes.push(b' ');
        }
        for _ in 0..=self.below(7) {
            match (kind, self.below(12)) {
                (0, _) => {
                    (0..self.below(40)).for_each(|_| bytes.push(u8::try_from(1 + self.below(255)).unwrap()));
                }
                (_, 0) => bytes.extend(PIECES[self.below(PIECES.len())].bytes()),
                (1, 1) => bytes.extend(WORDS[self.below(WORDS.len())].repeat(1 + self.below(900)).bytes()),
                _ => bytes.extend(WORDS[self.below(WORDS.len())].bytes()),
            }
            if self.below(20) > 0 {
                bytes.push(b' ');
            }
        }
        OsString::from_vec(bytes)
    }
}
