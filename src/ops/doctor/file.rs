//! What is seen from outside: the file system, the room on it, modes and owners.

use std::path::Path;

use super::{Finding, State};
use crate::store::{Filesystem, Rights, Site, filesystem, site};
use crate::strings::care;

/// Below this a save may fail.
const LITTLE: u64 = 32 << 20;

pub(super) fn findings(ledger: &Path) -> Vec<Finding> {
    let mut found = vec![disk(ledger)];
    // What is not there is told of by whoever opens it.
    if let Ok(site) = site(ledger) {
        found.extend([space(&site), mode(&site)]);
        found.extend(sidecars(&site));
    }
    found
}

pub(super) fn drafts_astray(ledger: &Path) -> bool {
    site(ledger).is_ok_and(|s| s.drafts_astray)
}

fn disk(ledger: &Path) -> Finding {
    use State::{Fault, Warn};
    let (kind, state, text, cure) = match filesystem(ledger) {
        Filesystem::Local(kind) => {
            return Finding::ok("filesystem", care::FILESYSTEM_OK, vec![kind.to_owned()]);
        }
        Filesystem::Network(kind) => (kind, Fault, care::FILESYSTEM_NETWORK, care::FILESYSTEM_NETWORK_CURE),
        Filesystem::Memory(kind) => (kind, Warn, care::FILESYSTEM_MEMORY, care::FILESYSTEM_MEMORY_CURE),
        Filesystem::Copying(kind) => (kind, Warn, care::FILESYSTEM_COPYING, care::FILESYSTEM_COPYING_CURE),
        Filesystem::Unknown => ("?", Warn, care::FILESYSTEM_UNKNOWN, care::FILESYSTEM_UNKNOWN_CURE),
    };
    Finding::bad("filesystem", state, text, cure, vec![kind.to_owned()])
}

fn space(site: &Site) -> Finding {
    let parts = vec![size(site.free), size(site.bytes)];
    if site.free < LITTLE || site.free < site.bytes.saturating_mul(2) {
        return Finding::bad("space", State::Warn, care::SPACE_LOW, care::SPACE_LOW_CURE, parts);
    }
    Finding::ok("space", care::SPACE, parts)
}

fn mode(site: &Site) -> Finding {
    let (file, folder) = (site.file.mode, site.folder.mode);
    let parts = vec![format!("{file:04o}"), format!("{folder:04o}"), site.file.path.display().to_string()];
    // Who may not enter the folder does not reach the file.
    let everybody = file & 0o006 != 0 && folder & 0o001 != 0;
    let shared = file & 0o020 != 0;
    let half =
        shared != (folder & 0o020 != 0 && folder & 0o2000 != 0) && (shared || folder & 0o2020 == 0o2020);
    let (state, text, cure) = match () {
        () if !site.writable => (State::Fault, care::MODE_CANNOT, care::MODE_CANNOT_CURE),
        () if everybody || folder & 0o1002 == 0o0002 => (State::Fault, care::MODE_OPEN, care::MODE_OPEN_CURE),
        () if half => (State::Warn, care::MODE_HALF, care::MODE_HALF_CURE),
        () => return Finding::ok("mode", care::MODE, parts),
    };
    Finding::bad("mode", state, text, cure, parts)
}

/// Each that somebody who may write the ledger might not be able to write.
fn sidecars(site: &Site) -> Vec<Finding> {
    let odd: Vec<Finding> = site.sidecars.iter().filter(|s| !fits(s, &site.file)).map(sidecar).collect();
    if odd.is_empty() { vec![Finding::ok("sidecars", care::SIDECARS, vec![])] } else { odd }
}

fn fits(sidecar: &Rights, ledger: &Rights) -> bool {
    let (mode, wanted) = (sidecar.mode & 0o666, ledger.mode & 0o666);
    let group = wanted & 0o060;
    mode & wanted == wanted
        && (group == 0 || sidecar.gid == ledger.gid)
        && (group != 0 || sidecar.uid == ledger.uid || wanted & 0o006 == 0o006)
}

fn sidecar(found: &Rights) -> Finding {
    let name = found.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let owner = format!("{}:{}", found.uid, found.gid);
    let parts = vec![name, owner, format!("{:04o}", found.mode)];
    Finding::bad("sidecars", State::Fault, care::SIDECAR, care::SIDECAR_CURE, parts)
}

/// A size as people read it.
fn size(bytes: u64) -> String {
    const UNITS: [&str; 5] = ["kB", "MB", "GB", "TB", "PB"];
    let (mut whole, mut tenths, mut unit) = (bytes / 1000, bytes % 1000 / 100, 0);
    while whole >= 1000 && unit + 1 < UNITS.len() {
        (whole, tenths, unit) = (whole / 1000, whole % 1000 / 100, unit + 1);
    }
    format!("{whole}.{tenths} {}", UNITS.get(unit).copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_at_a_glance() {
        for (bytes, expected) in
            [(0, "0.0 kB"), (245_760, "245.7 kB"), (1_999_999, "1.9 MB"), (61 << 30, "65.4 GB")]
        {
            assert_eq!(size(bytes), expected);
        }
    }

    #[test]
    fn a_sidecar_is_for_whoever_may_write_the_ledger() {
        let rights = |uid, gid, mode| Rights { path: "l".into(), uid, gid, mode };
        let (own, shared) = (rights(1, 1, 0o600), rights(1, 5, 0o660));
        for (sidecar, ledger, fit) in [
            (rights(1, 1, 0o600), &own, true),
            (rights(2, 1, 0o600), &own, false),
            (rights(2, 5, 0o660), &shared, true),
            (rights(2, 2, 0o660), &shared, false),
            (rights(2, 5, 0o640), &shared, false),
            (rights(2, 5, 0o600), &shared, false),
        ] {
            assert_eq!(fits(&sidecar, ledger), fit, "{sidecar:?} {ledger:?}");
        }
    }
}
