//! One state of a draft as bytes: a head with number, time, length and checksum, then what was typed.
//!
//! Refuses anything whose checksum does not fit, so that half a write is never taken for a draft.

use sha2::{Digest, Sha256};

use crate::clock::Instant;

/// First bytes of a state. The zero byte cannot occur in what is typed, which is JSON.
const MAGIC: [u8; 8] = *b"duban\0dr";

/// The layout that this program writes and reads.
const VERSION: u32 = 1;

/// Bytes of the head that the checksum covers.
const COVERED: usize = 36;

/// Bytes of the whole head.
pub(super) const HEAD: usize = COVERED + 32;

/// One state of a draft. Nothing typed yet is a state too: number 0, no bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct State {
    /// The higher of two is the newer.
    pub(super) seq: u64,
    /// When it was typed.
    pub(super) at: Instant,
    /// What was typed.
    pub(super) typed: Vec<u8>,
}

/// The head of a state, not checked yet.
#[derive(Debug)]
pub(super) struct Head {
    covered: [u8; COVERED],
    seq: u64,
    at: i64,
    /// How many bytes are said to follow.
    pub(super) length: u64,
    sum: [u8; 32],
}

impl State {
    /// As written.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(HEAD + self.typed.len());
        out.extend(MAGIC);
        out.extend(VERSION.to_be_bytes());
        out.extend(self.seq.to_be_bytes());
        out.extend(self.at.0.to_be_bytes());
        out.extend((self.typed.len() as u64).to_be_bytes());
        let sum = sum(&out, &self.typed);
        out.extend(sum);
        out.extend(&self.typed);
        out
    }
}

impl Head {
    /// Reads a head. `None` for bytes that are none, or of another version.
    pub(super) fn read(bytes: &[u8; HEAD]) -> Option<Self> {
        let covered = *bytes.first_chunk()?;
        let mut rest = bytes.as_slice();
        if next(&mut rest)? != MAGIC || next(&mut rest)? != VERSION.to_be_bytes() {
            return None;
        }
        let seq = u64::from_be_bytes(next(&mut rest)?);
        let at = i64::from_be_bytes(next(&mut rest)?);
        let length = u64::from_be_bytes(next(&mut rest)?);
        Some(Self { covered, seq, at, length, sum: next(&mut rest)? })
    }

    /// The state, if these are the bytes that were written.
    pub(super) fn with(self, typed: Vec<u8>) -> Option<State> {
        let whole = self.length == typed.len() as u64 && sum(&self.covered, &typed) == self.sum;
        whole.then_some(State { seq: self.seq, at: Instant(self.at), typed })
    }
}

fn sum(covered: &[u8], typed: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update(covered).chain_update(typed).finalize().into()
}

fn next<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (found, after) = rest.split_first_chunk()?;
    *rest = after;
    Some(*found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(bytes: &[u8]) -> Option<State> {
        let (head, typed) = bytes.split_first_chunk()?;
        Head::read(head)?.with(typed.to_vec())
    }

    fn state() -> impl Strategy<Value = State> {
        (any::<u64>(), any::<i64>(), any::<Vec<u8>>()).prop_map(|(seq, at, typed)| State {
            seq,
            at: Instant(at),
            typed,
        })
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(state in state()) {
            prop_assert_eq!(read(&state.bytes()), Some(state));
        }

        #[test]
        fn a_changed_byte_or_a_cut_is_noticed(state in state(), at: prop::sample::Index, by in 1..=255u8) {
            let mut bytes = state.bytes();
            let at = at.index(bytes.len());
            prop_assert_eq!(read(&bytes[..at]), None);
            bytes[at] ^= by;
            prop_assert_eq!(read(&bytes), None);
        }

        #[test]
        fn no_bytes_at_all_do_harm(bytes: Vec<u8>) {
            prop_assert_eq!(read(&bytes), None);
            prop_assert_eq!(read(&[MAGIC.as_slice(), &VERSION.to_be_bytes(), &bytes].concat()), None);
        }
    }
}
