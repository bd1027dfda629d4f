//! Standard output and standard error.
//!
//! Owns how characters become bytes there, set once for the process: what people read may be GB18030, JSON never is.
//! Refuses to fail because a reader went away: what `head` does not want need not be written.

use std::io::{self, Write};
use std::sync::OnceLock;

use serde::Serialize;

use crate::config::Encoding;
use crate::text::visible_lines;

/// What standard output and standard error are written in.
static WRITTEN_IN: OnceLock<(Encoding, Encoding)> = OnceLock::new();

/// Sets what is written from now on; machine output stays UTF-8. The first word counts.
pub(super) fn write_in(encoding: Encoding, machine: bool) {
    let _ = WRITTEN_IN.set((if machine { Encoding::Utf8 } else { encoding }, encoding));
}

/// Standard output, until somebody closes it.
pub(super) struct Out {
    to: io::BufWriter<io::Stdout>,
    closed: bool,
}

impl Out {
    pub(super) fn new() -> Self {
        Self { to: io::BufWriter::new(io::stdout()), closed: false }
    }

    /// Writes text that this program made, line ends included.
    pub(super) fn text(&mut self, text: &str) {
        let (encoding, _) = WRITTEN_IN.get().copied().unwrap_or_default();
        self.bytes(&encoding.bytes(text));
    }

    /// Writes bytes that this program made.
    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.closed = self.closed || self.to.write_all(bytes).is_err();
    }

    /// Writes one line. Stored text in it can do no harm.
    pub(super) fn line(&mut self, text: &str) {
        self.text(&visible_lines(text));
        self.text("\n");
    }

    /// Hands over what is held back, before somebody is asked.
    pub(super) fn flush(&mut self) {
        self.closed = self.closed || self.to.flush().is_err();
    }

    /// Whether nobody reads any more.
    pub(super) fn is_closed(&self) -> bool {
        self.closed
    }

    /// Writes a value as indented JSON.
    pub(super) fn json(&mut self, value: &impl Serialize) {
        self.line_of(&super::json::text(value));
    }

    fn line_of(&mut self, text: &str) {
        self.text(text);
        self.text("\n");
    }

    /// One sentence for the operator.
    pub(super) fn error(sentence: &str) {
        let (_, encoding) = WRITTEN_IN.get().copied().unwrap_or_default();
        let _ = io::stderr().lock().write_all(&encoding.bytes(&format!("{sentence}\n")));
    }
}

impl Drop for Out {
    fn drop(&mut self) {
        let _ = self.to.flush();
    }
}
