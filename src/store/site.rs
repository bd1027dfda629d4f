//! Where the ledger lies: the kind of file system, the room on it, modes and owners of the file and of what is
//! beside it. Looks at files from outside and opens none.

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rustix::fs::{Access, access, statfs, statvfs};

/// What a file system is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filesystem {
    /// A disk of this machine.
    Local(&'static str),
    /// Locks and syncing cannot be relied on.
    Network(&'static str),
    /// Gone after a restart.
    Memory(&'static str),
    /// Copies on write.
    Copying(&'static str),
    /// Not in the table.
    Unknown,
}

/// File systems by the number that the system gives them.
const KINDS: [(u64, Filesystem); 16] = [
    (0xef53, Filesystem::Local("ext4")),
    (0x5846_5342, Filesystem::Local("xfs")),
    (0xf2f5_2010, Filesystem::Local("f2fs")),
    (0x3153_464a, Filesystem::Local("jfs")),
    (0x6969, Filesystem::Network("nfs")),
    (0x517b, Filesystem::Network("smb")),
    (0xff53_4d42, Filesystem::Network("cifs")),
    (0xfe53_4d42, Filesystem::Network("smb2")),
    (0x6573_5546, Filesystem::Network("fuse")),
    (0x0102_1997, Filesystem::Network("9p")),
    (0x5346_414f, Filesystem::Network("afs")),
    (0x00c3_6400, Filesystem::Network("ceph")),
    (0x0102_1994, Filesystem::Memory("tmpfs")),
    (0x794c_7630, Filesystem::Copying("overlay")),
    (0x9123_683e, Filesystem::Copying("btrfs")),
    (0x2fc1_2fc1, Filesystem::Copying("zfs")),
];

/// What a file system's number stands for.
fn kind(number: u64) -> Filesystem {
    // Some systems give the number as a signed one of 32 bits.
    let number = number & 0xffff_ffff;
    KINDS.iter().find(|(n, _)| *n == number).map_or(Filesystem::Unknown, |(_, kind)| *kind)
}

/// The file system that a ledger lies on, or would lie on: that of the nearest folder there is.
#[must_use]
pub fn filesystem(ledger: &Path) -> Filesystem {
    let there = ledger.ancestors().map(|p| if p.as_os_str().is_empty() { Path::new(".") } else { p });
    let found = there.map(statfs).find_map(Result::ok);
    found.map_or(Filesystem::Unknown, |s| kind(u64::from_ne_bytes(s.f_type.to_ne_bytes())))
}

/// Owner, group and mode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rights {
    /// Which file.
    pub path: PathBuf,
    /// Its owner.
    pub uid: u32,
    /// Its group.
    pub gid: u32,
    /// Its mode, without the kind of file.
    pub mode: u32,
}

impl Rights {
    fn of(path: &Path) -> io::Result<Self> {
        let found = fs::metadata(path)?;
        Ok(Self { path: path.to_owned(), uid: found.uid(), gid: found.gid(), mode: found.mode() & 0o7777 })
    }
}

/// What there is to see of a ledger from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// The ledger.
    pub file: Rights,
    /// Its folder.
    pub folder: Rights,
    /// What is beside it and must be used by the same people.
    pub sidecars: Vec<Rights>,
    /// Whether the folder of drafts is none.
    pub drafts_astray: bool,
    /// Whether whoever asks may write the ledger and its folder.
    pub writable: bool,
    /// Its size, the log included.
    pub bytes: u64,
    /// Free room.
    pub free: u64,
}

/// Looks at a ledger from outside.
///
/// # Errors
/// Where the file or its folder cannot be looked at.
pub fn site(ledger: &Path) -> io::Result<Site> {
    let parent = ledger.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let beside = |end: &str| {
        let mut name = ledger.as_os_str().to_owned();
        name.push(end);
        PathBuf::from(name)
    };
    let size = |path: &Path| fs::metadata(path).map_or(0, |m| m.len());
    let room = statvfs(parent)?;
    let may_write = |path: &Path| access(path, Access::WRITE_OK).is_ok();
    Ok(Site {
        file: Rights::of(ledger)?,
        folder: Rights::of(parent)?,
        sidecars: ["-wal", "-shm", "-turn", "-next", "-open"]
            .iter()
            .filter_map(|end| Rights::of(&beside(end)).ok())
            .collect(),
        drafts_astray: fs::symlink_metadata(beside("-drafts")).is_ok_and(|m| !m.is_dir()),
        writable: may_write(ledger) && may_write(parent),
        bytes: size(ledger) + size(&beside("-wal")),
        free: room.f_bavail.saturating_mul(room.f_frsize),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_file_systems_are_told_from_disks() {
        for (number, expected) in [
            (0xef53, Filesystem::Local("ext4")),
            (0x6969, Filesystem::Network("nfs")),
            (0xffff_ffff_ff53_4d42, Filesystem::Network("cifs")),
            (0x6573_5546, Filesystem::Network("fuse")),
            (0x0102_1997, Filesystem::Network("9p")),
            (0x794c_7630, Filesystem::Copying("overlay")),
            (0x1234, Filesystem::Unknown),
        ] {
            assert_eq!(kind(number), expected, "{number:x}");
        }
        assert_eq!(filesystem(Path::new("/proc/none/such/l.db")), Filesystem::Unknown);
    }
}
