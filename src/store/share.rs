//! A folder in which a group works on one ledger.

use std::fs::{self, DirBuilder, Permissions};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt, chown};
use std::path::Path;

use super::StoreError;

/// The group's, and whatever is made in it is too; nobody else looks in.
const MODE: u32 = 0o2770;

/// Makes the folder, or brings one that is there to this group and mode. A ledger made in it afterwards is the
/// group's, whatever anybody's umask.
///
/// # Errors
/// What the system says; a folder that is there keeps what is in it.
pub fn share_folder(folder: &Path, group: u32) -> Result<(), StoreError> {
    let io = |source| StoreError::Io { path: folder.to_owned(), source };
    match DirBuilder::new().mode(0o700).create(folder) {
        Ok(()) => {}
        Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {}
        Err(e) => return Err(io(e)),
    }
    let found = fs::symlink_metadata(folder).map_err(io)?;
    if !found.is_dir() {
        return Err(io(std::io::ErrorKind::NotADirectory.into()));
    }
    if found.gid() != group {
        chown(folder, None, Some(group)).map_err(io)?;
    }
    // After the group: changing that takes the mode's 2 away.
    if found.permissions().mode() & 0o7777 != MODE || found.gid() != group {
        fs::set_permissions(folder, Permissions::from_mode(MODE)).map_err(io)?;
    }
    Ok(())
}
