//! Standard output and standard error.
//!
//! Refuses to fail because a reader went away: what `head` does not want need not be written.

use std::io::{self, Write};

use serde::Serialize;

use crate::text::visible_lines;

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
        self.bytes(text.as_bytes());
    }

    /// Writes a file that this program made.
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
        let mut to = io::stderr().lock();
        let _ = writeln!(to, "{sentence}");
    }
}

impl Drop for Out {
    fn drop(&mut self) {
        let _ = self.to.flush();
    }
}
