//! Somebody who presses any key at any moment: the same for the same seed.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

/// What is done next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// These bytes come from the terminal.
    Bytes(Vec<u8>),
    /// The window has another size.
    Resize(u16, u16),
    /// The program is stopped and goes on.
    Stop,
    /// Somebody else reports.
    Report,
    /// Nothing for long enough that what is unfinished is given up.
    Pause,
}

/// Keys with names, and commands that change nothing for good.
const KEYS: &[&str] = &[
    "\r",
    "\r",
    "\t",
    "\t",
    "\x1b[Z",
    "\x1b[A",
    "\x1b[B",
    "\x1b[B",
    "\x1b[C",
    "\x1b[D",
    "\x1b[H",
    "\x1b[F",
    "\x1b[5~",
    "\x1b[6~",
    "\x1b[3~",
    "\x7f",
    "\x7f",
    "\x08",
    "\x1bOM",
    "\x1bOA",
    "\x1b[1;5C",
    "\x1b[1;5D",
    "\x0c",
    "\n",
];

/// Letters, digits and signs that are bound, and what input methods send for them. `d`, `y` and `z` are among
/// them: reports are deleted and brought back.
const BOUND: &str = "jkgGJKhl[]uurr!!//nNccoaa++AAeesssdddyyyzzZZ1122334455667788990..,,??:::;pbv<>tixｊｋ／？！。、【】《》，１４＋：　";

/// With Ctrl: everything a form knows, and more.
const CONTROLS: &[u8] = b"\x04\x05\x07\x07\x0b\x0f\x10\x12\x13\x13\x15\x19\x1a\x1a\x1c\x1d\x1e\x1f\x00\x01\x02\x06\x0e\x14\x16\x17\x11";

const TEXT: &[&str] = &[
    "受理行政复议案件41件,",
    "“互联网+”",
    "e\u{301}",
    "达到75%以上",
    "——",
    "…",
    "3.2",
    "0/8",
    "2025-06-31",
    "80",
    "𠮷",
    "①",
    "sfj",
    "司法",
    "听证",
    "（１）",
    "\u{200b}",
    "\u{202e}",
    "a b c",
    "、",
    "⚠\u{fe0f}",
    "ﾊﾟ",
    "한글",
    "%_'\"\\",
];

/// What should never come, and may.
const BROKEN: &[&[u8]] = &[
    b"\x1b",
    b"\x1b[",
    b"\x1bO",
    b"\x1b[1;",
    b"\x1b]11;rgb:1e",
    b"\x1bP1$r",
    b"\xe4\xb8",
    b"\xd6",
    b"\xd6\xd0\xce\xc4",
    b"\xff\xfe",
    b"\x1b[200~",
    b"\x1b[201~",
    b"\x1b[M",
    b"\x1b[24;1R",
    b"\x1b[?62c",
    b"\x1b[I",
    b"\x1b[<0;3;4M",
    b"\x1bj",
    b"\x1b[34~",
    b"\x1b[999;999H",
    b"\xc2\x9b31m",
];

/// The source of everything that is random here.
#[derive(Debug, Clone)]
pub struct Monkey(u64);

impl Monkey {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Splitmix64.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(n).unwrap()).unwrap()
    }

    fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }

    /// The next act.
    pub fn act(&mut self) -> Act {
        let bytes = match self.below(1000) {
            0..300 => {
                let chars: Vec<char> = BOUND.chars().collect();
                chars[self.below(chars.len())].to_string().into_bytes()
            }
            300..600 => self.one(KEYS).as_bytes().to_vec(),
            600..780 => self.one(TEXT).as_bytes().to_vec(),
            780..900 => vec![CONTROLS[self.below(CONTROLS.len())]],
            900..935 => self.one(BROKEN).to_vec(),
            935..955 => self.paste(),
            // Held down.
            955..965 => self.one(KEYS).repeat(30).into_bytes(),
            965..974 => b"q".to_vec(),
            974..980 => b"\x03".to_vec(),
            980..990 => return self.resize(),
            990..994 => return Act::Stop,
            994..997 => return Act::Report,
            _ => return Act::Pause,
        };
        Act::Bytes(bytes)
    }

    fn paste(&mut self) -> Vec<u8> {
        let ends = ["\n", "\r\n", "\r", "\t", ""];
        let mut text = String::new();
        for _ in 0..=self.below(40) {
            text.push_str(self.one(TEXT));
            text.push_str(self.one(&ends));
        }
        if self.below(20) == 0 {
            text = text.repeat(200);
        }
        match self.below(4) {
            0 => text.into_bytes(),
            1 => format!("\x1b[200~{text}").into_bytes(),
            _ => format!("\x1b[200~{text}\x1b[201~").into_bytes(),
        }
    }

    fn resize(&mut self) -> Act {
        let (columns, rows) = match self.below(5) {
            0 => (self.below(45), self.below(14)),
            1 => (40 + self.below(60), 10 + self.below(20)),
            2 => (80, 24),
            3 => (60 + self.below(90), 20 + self.below(30)),
            _ => (self.below(260), self.below(70)),
        };
        Act::Resize(u16::try_from(columns).unwrap(), u16::try_from(rows).unwrap())
    }
}
