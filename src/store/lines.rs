//! An export read line by line, so that what is wrong can be told with its line.

use std::io::BufRead;
use std::path::Path;

use super::{ExportFault, Head, StoreError};

/// How long the line of a plan may be. Whatever is longer is no export.
const LINE_BYTES: u64 = 64 << 20;

/// Line after line, each with its number.
pub(super) struct Lines<'r> {
    from: &'r mut dyn BufRead,
    number: usize,
    line: Vec<u8>,
}

impl<'r> Lines<'r> {
    pub(super) fn of(from: &'r mut dyn BufRead) -> Self {
        Self { from, number: 0, line: Vec::new() }
    }

    /// The next line without its end; empty behind the last.
    pub(super) fn next(&mut self) -> Result<&[u8], StoreError> {
        self.line.clear();
        self.number += 1;
        let mut limited = std::io::Read::take(&mut *self.from, LINE_BYTES);
        let read = limited.read_until(b'\n', &mut self.line);
        read.map_err(|e| StoreError::at(Path::new("-"), e))?;
        // Without its end the line was cut.
        if self.line.pop().is_some_and(|end| end != b'\n') {
            return Err(self.fault(ExportFault::Form));
        }
        Ok(&self.line)
    }

    /// Whether nothing follows, not even an empty line.
    pub(super) fn is_over(&mut self) -> Result<bool, StoreError> {
        let rest = self.from.fill_buf();
        Ok(rest.map_err(|e| StoreError::at(Path::new("-"), e))?.is_empty())
    }

    /// A fault of the line just read.
    pub(super) fn fault(&self, fault: ExportFault) -> StoreError {
        StoreError::Export(self.number, fault)
    }
}

/// A digest as an export writes it.
pub(super) fn unhex(text: &str) -> Option<[u8; 32]> {
    let lower = text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    Head::parse(&format!("1:{text}")).filter(|_| lower).map(|h| h.hash)
}
