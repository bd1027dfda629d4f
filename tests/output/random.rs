//! Random keys, always the same ones for the same seed.

/// What is pressed: everything that changes the screen, and nothing that leaves the program.
const KEYS: [&str; 48] = [
    "j",
    "j",
    "j",
    "k",
    "k",
    "g",
    "G",
    "5",
    "10",
    "21",
    "]",
    "[",
    "\t",
    "h",
    "l",
    "\r",
    "\r",
    "\x7f",
    "\x1b[6~",
    "\x1b[5~",
    "u",
    "s",
    "f",
    "j",
    "r",
    "!",
    "c",
    "/",
    "复",
    "议",
    "“互联网+”",
    "?",
    ".",
    ",",
    "a",
    "A",
    "e",
    "督",
    "—",
    "……",
    "\x1b[D",
    "\x1b[A",
    "\x1b[H",
    "\x07",
    "\x07",
    "\x07",
    "\x0c",
    "n",
];

/// The dice: xorshift.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed * 2 + 1)
    }

    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    /// The next key.
    pub fn keys(&mut self) -> &'static str {
        KEYS[self.roll(KEYS.len())]
    }
}
