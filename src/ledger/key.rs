//! 公钥: what an operator logs in with over SSH. Read strictly, told by its fingerprint.
//!
//! Owns what a public key is. Refuses options before it, certificates, private keys and weak ones: what stands in a
//! file of keys is made from these parts alone, so nothing else must come in with them.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::LINE_CHARS;
use crate::text::visible;

/// Kinds of keys that are taken, and what their parts are after the kind.
const KINDS: &[(&str, &[Part])] = &[
    ("ssh-ed25519", &[Part::Bytes(32)]),
    ("ecdsa-sha2-nistp256", &[Part::Name("nistp256"), Part::Point(65)]),
    ("ecdsa-sha2-nistp384", &[Part::Name("nistp384"), Part::Point(97)]),
    ("ecdsa-sha2-nistp521", &[Part::Name("nistp521"), Part::Point(133)]),
    ("sk-ssh-ed25519@openssh.com", &[Part::Bytes(32), Part::Text]),
    ("sk-ecdsa-sha2-nistp256@openssh.com", &[Part::Name("nistp256"), Part::Point(65), Part::Text]),
    ("ssh-rsa", &[Part::Number, Part::Modulus]),
];

/// Bits that an RSA key must have, and those beyond which nobody makes one.
const RSA_BITS: (usize, usize) = (2048, 16_384);

/// Longest line that is looked at.
const MOST_BYTES: usize = 16 * 1024;

/// A part of a key.
#[derive(Debug, Clone, Copy)]
enum Part {
    Bytes(usize),
    Name(&'static str),
    Point(usize),
    Text,
    Number,
    Modulus,
}

/// Why a text is no key that can be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyFault {
    /// Not one line of kind, key and comment.
    Form,
    /// A private key.
    Private,
    /// A kind that is not taken: options, certificates, outdated ones.
    Kind(String),
    /// The key itself is cut off or altered.
    Damaged,
    /// So many bits are too few, or absurd.
    Bits(usize),
}

/// A public key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    kind: &'static str,
    blob: Vec<u8>,
}

impl PublicKey {
    /// Reads kind and key as they stand in a `.pub` file.
    ///
    /// # Errors
    /// See [`KeyFault`].
    pub fn parse(kind: &str, encoded: &str) -> Result<Self, KeyFault> {
        let known = KINDS.iter().find(|(name, _)| *name == kind);
        let (kind, parts) = known.ok_or_else(|| KeyFault::Kind(kind.chars().take(LINE_CHARS).collect()))?;
        let blob = STANDARD.decode(encoded).map_err(|_| KeyFault::Damaged)?;
        let mut rest = blob.as_slice();
        if take(&mut rest)? != kind.as_bytes() {
            return Err(KeyFault::Damaged);
        }
        for part in *parts {
            fits(*part, take(&mut rest)?)?;
        }
        if rest.is_empty() { Ok(Self { kind, blob }) } else { Err(KeyFault::Damaged) }
    }

    /// Reads the line of a `.pub` file: kind, key, and a comment in the form in which it is stored.
    ///
    /// # Errors
    /// See [`KeyFault`].
    pub fn line(line: &str) -> Result<(Self, String), KeyFault> {
        let line = line.trim();
        if line.contains("PRIVATE KEY") || line.starts_with("PuTTY-User-Key-File") {
            return Err(KeyFault::Private);
        }
        if line.len() > MOST_BYTES || line.contains(['\n', '\r', '\0']) {
            return Err(KeyFault::Form);
        }
        let mut words = line.splitn(3, [' ', '\t']);
        let (Some(kind), Some(encoded)) = (words.next(), words.next()) else { return Err(KeyFault::Form) };
        let key = Self::parse(kind, encoded)?;
        let note: String =
            visible(words.next().unwrap_or_default().trim()).chars().take(LINE_CHARS).collect();
        Ok((key, note))
    }

    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        self.kind
    }

    /// The key as `.pub` files hold it.
    #[must_use]
    pub fn encoded(&self) -> String {
        STANDARD.encode(&self.blob)
    }

    /// `SHA256:` and 43 characters, as `ssh-keygen -l` prints it.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        format!("SHA256:{}", STANDARD_NO_PAD.encode(Sha256::digest(&self.blob)))
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind, self.encoded())
    }
}

/// A key of an operator's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperatorKey {
    /// The key.
    pub key: PublicKey,
    /// What its maker called it.
    pub note: String,
    /// Since when it opens the ledger.
    pub added: Date,
}

/// The next part, behind its length of four bytes.
fn take<'a>(rest: &mut &'a [u8]) -> Result<&'a [u8], KeyFault> {
    let (length, after) = rest.split_first_chunk::<4>().ok_or(KeyFault::Damaged)?;
    let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| KeyFault::Damaged)?;
    let (part, after) = after.split_at_checked(length).ok_or(KeyFault::Damaged)?;
    *rest = after;
    Ok(part)
}

fn fits(part: Part, bytes: &[u8]) -> Result<(), KeyFault> {
    let holds = match part {
        Part::Bytes(length) => bytes.len() == length,
        Part::Name(name) => bytes == name.as_bytes(),
        Part::Point(length) => bytes.len() == length && bytes.first() == Some(&4),
        Part::Text => !bytes.is_empty() && bytes.is_ascii(),
        Part::Number => positive(bytes).is_some(),
        Part::Modulus => {
            let bits = positive(bytes).ok_or(KeyFault::Damaged)?;
            if bits < RSA_BITS.0 || bits > RSA_BITS.1 {
                return Err(KeyFault::Bits(bits));
            }
            true
        }
    };
    if holds { Ok(()) } else { Err(KeyFault::Damaged) }
}

/// The bits of a number that is written in one way only, and above nothing.
fn positive(bytes: &[u8]) -> Option<usize> {
    let digits = match bytes {
        [0, second, ..] if second & 0x80 != 0 => bytes.get(1..)?,
        [first, ..] if *first > 0 && first & 0x80 == 0 => bytes,
        _ => return None,
    };
    let top = digits.first()?;
    Some(digits.len() * 8 - usize::try_from(top.leading_zeros()).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ED: &str = "AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";

    /// A key of these parts.
    fn made(kind: &str, parts: &[&[u8]]) -> Result<PublicKey, KeyFault> {
        let mut blob = Vec::new();
        for part in [&[kind.as_bytes()], parts].concat() {
            blob.extend(u32::try_from(part.len()).expect("short").to_be_bytes());
            blob.extend(part);
        }
        PublicKey::parse(kind, &STANDARD.encode(blob))
    }

    #[test]
    fn a_line_is_taken_apart_and_told_as_ssh_keygen_tells_it() {
        let (key, note) = PublicKey::line(&format!(" ssh-ed25519 {ED}  wang@\u{1b}[2Jpc \n")).expect("a key");
        assert_eq!(key.fingerprint(), "SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU");
        assert_eq!((key.to_string(), note.as_str()), (format!("ssh-ed25519 {ED}"), "wang@<U+001B>[2Jpc"));
        assert_eq!(PublicKey::parse(key.kind(), &key.encoded()), Ok(key));
    }

    #[test]
    fn options_other_kinds_and_private_keys_are_refused() {
        for (line, fault) in [
            (format!("command=\"id\" ssh-ed25519 {ED}"), KeyFault::Kind("command=\"id\"".into())),
            (
                format!("no-pty,permitopen=\"a:1\" ssh-ed25519 {ED}"),
                KeyFault::Kind("no-pty,permitopen=\"a:1\"".into()),
            ),
            (format!("ssh-dss {ED}"), KeyFault::Kind("ssh-dss".into())),
            (
                format!("ssh-ed25519-cert-v01@openssh.com {ED}"),
                KeyFault::Kind("ssh-ed25519-cert-v01@openssh.com".into()),
            ),
            (format!("cert-authority ssh-ed25519 {ED}"), KeyFault::Kind("cert-authority".into())),
            ("-----BEGIN OPENSSH PRIVATE KEY-----\nb3B".into(), KeyFault::Private),
            ("PuTTY-User-Key-File-3: ssh-ed25519".into(), KeyFault::Private),
            (format!("ssh-ed25519 {ED}\nssh-ed25519 {ED}"), KeyFault::Form),
            ("ssh-ed25519".into(), KeyFault::Form),
            (String::new(), KeyFault::Form),
        ] {
            assert_eq!(PublicKey::line(&line), Err(fault), "{line}");
        }
    }

    #[test]
    fn a_key_that_is_cut_off_or_altered_is_none() {
        for cut in 0..ED.len() {
            assert_eq!(
                PublicKey::parse("ssh-ed25519", ED.get(..cut).expect("ASCII")),
                Err(KeyFault::Damaged),
                "{cut}"
            );
        }
        for wrong in
            [format!("{ED}AAAA"), format!("{ED}="), ED.replace('q', "*"), ED.replace("AAAAI", "AAAAJ")]
        {
            assert_eq!(PublicKey::parse("ssh-ed25519", &wrong), Err(KeyFault::Damaged), "{wrong}");
        }
        assert_eq!(PublicKey::parse("ssh-rsa", ED), Err(KeyFault::Damaged));
    }

    #[test]
    fn every_kind_has_its_parts() {
        let point = |length: usize| [vec![4], vec![7; length - 1]].concat();
        let modulus = |bytes: usize| [vec![0, 0x80], vec![1; bytes - 1]].concat();
        assert!(made("ecdsa-sha2-nistp256", &[b"nistp256", &point(65)]).is_ok());
        assert!(made("ecdsa-sha2-nistp521", &[b"nistp521", &point(133)]).is_ok());
        assert!(made("sk-ssh-ed25519@openssh.com", &[&[7; 32], b"ssh:"]).is_ok());
        assert!(made("ssh-rsa", &[&[1, 0, 1], &modulus(256)]).is_ok());
        for (kind, parts) in [
            ("ecdsa-sha2-nistp256", vec![b"nistp384".to_vec(), point(65)]),
            ("ecdsa-sha2-nistp256", vec![b"nistp256".to_vec(), vec![7; 65]]),
            ("ssh-ed25519", vec![vec![7; 31]]),
            ("ssh-ed25519", vec![vec![7; 32], vec![]]),
            ("ssh-rsa", vec![vec![0, 1], modulus(256)]),
            ("ssh-rsa", vec![vec![], modulus(256)]),
        ] {
            let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
            assert_eq!(made(kind, &parts), Err(KeyFault::Damaged), "{kind}");
        }
        assert_eq!(made("ssh-rsa", &[&[3], &modulus(128)]), Err(KeyFault::Bits(1024)));
        assert_eq!(made("ssh-rsa", &[&[3], &modulus(4096)]), Err(KeyFault::Bits(32_768)));
    }
}
