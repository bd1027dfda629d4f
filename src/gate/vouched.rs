//! What sshd vouches for: the key that was used, and the address it was used from.

use std::ffi::OsStr;
use std::fs::File;
use std::io::Read;
use std::net::IpAddr;

use rustix::fs::{FileType, Mode, OFlags, fstat};

use crate::ledger::PublicKey;

/// Where sshd puts what `ExposeAuthInfo` tells; nothing else is opened, whatever the variable says.
const FOLDER: &str = "/tmp/sshauth.";

/// More than this no proof is long.
const MOST_BYTES: u64 = 64 * 1024;

/// What sshd says of the keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Vouched {
    /// It says nothing.
    Nothing,
    /// It says something that cannot be read.
    Unreadable,
    /// The fingerprints of the keys that were proved.
    Keys(Vec<String>),
}

/// Reads the file that sshd names. It is the account's own, no link, and small.
#[must_use]
pub fn vouched(file: Option<&OsStr>) -> Vouched {
    let Some(path) = file else { return Vouched::Nothing };
    read(path).and_then(|text| keys(&text)).map_or(Vouched::Unreadable, Vouched::Keys)
}

fn read(path: &OsStr) -> Option<String> {
    let name = path.to_str()?.strip_prefix(FOLDER)?;
    if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return None;
    }
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let file = rustix::fs::open(path, flags, Mode::empty()).ok()?;
    let found = fstat(&file).ok()?;
    let ours = FileType::from_raw_mode(found.st_mode) == FileType::RegularFile
        && found.st_uid == rustix::process::geteuid().as_raw()
        && found.st_mode & 0o022 == 0;
    let mut text = String::new();
    File::from(file).take(MOST_BYTES).read_to_string(&mut text).ok().filter(|_| ours)?;
    Some(text)
}

/// A line for each proof; `publickey KIND KEY` is the one for a key. One that is no key of ours, such as a
/// certificate, fits nobody.
fn keys(text: &str) -> Option<Vec<String>> {
    let proofs = text.lines().filter_map(|line| line.strip_prefix("publickey "));
    let keys: Vec<String> = proofs
        .map(|proof| PublicKey::line(proof).map_or_else(|_| String::new(), |(key, _)| key.fingerprint()))
        .collect();
    (!keys.is_empty()).then_some(keys)
}

/// The client's address, as sshd has it; empty where it says none.
#[must_use]
pub fn address(connection: Option<&OsStr>) -> String {
    let first = connection.and_then(OsStr::to_str).and_then(|text| text.split(' ').next());
    // A link-local address has its interface behind it.
    let bare = first.and_then(|text| text.split('%').next()).and_then(|text| text.parse::<IpAddr>().ok());
    bare.map(|address| address.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ED: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";

    #[test]
    fn only_what_sshd_wrote_is_read() {
        assert_eq!(vouched(None), Vouched::Nothing);
        for path in
            ["/etc/passwd", "/tmp/sshauth.", "/tmp/sshauth.x/../y", "/dev/stdin", "/tmp/sshauth.none0", ""]
        {
            assert_eq!(vouched(Some(OsStr::new(path))), Vouched::Unreadable, "{path}");
        }
    }

    #[test]
    fn proofs_are_told_by_their_keys() {
        let one = "SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU";
        assert_eq!(keys(&format!("publickey {ED}\n")), Some(vec![one.to_owned()]));
        assert_eq!(keys(&format!("password\npublickey {ED}")), Some(vec![one.to_owned()]));
        assert_eq!(keys("publickey ssh-ed25519-cert-v01@openssh.com AAAA"), Some(vec![String::new()]));
        assert_eq!(keys("password\n"), None);
        assert_eq!(keys(""), None);
    }

    #[test]
    fn an_address_is_an_address() {
        for (said, expected) in [
            ("10.0.0.7 51234 10.0.0.1 22", "10.0.0.7"),
            ("fe80::1%eth0 1 fe80::2 22", "fe80::1"),
            ("\u{1b}[2J 1 2 3", ""),
            ("host 1 2 3", ""),
            ("", ""),
        ] {
            assert_eq!(address(Some(OsStr::new(said))), expected);
        }
        assert_eq!(address(None), "");
    }
}
