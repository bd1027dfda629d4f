//! Up to where an operator saw the record when they last left: one small file each, beside their drafts.
//!
//! Losing it costs nothing but that what came since is not counted, so it is neither synced nor locked.

use std::io::{Read, Write};

use rustix::fs::OFlags;

use super::Folder;
use super::dir::Dir;
use super::name;

/// Digits of the largest number.
const MOST: u64 = 20;

impl Folder {
    /// The last row of the record that an operator saw when they last left; nothing where they never did.
    #[must_use]
    pub fn visited(&self, operator: &str) -> Option<i64> {
        let dir = Dir::open(self.path()).ok()??;
        let file = dir.file(&file_name(operator), OFlags::RDONLY).ok()?;
        let mut text = String::new();
        file.take(MOST).read_to_string(&mut text).ok()?;
        text.trim().parse().ok()
    }

    /// Notes it down as they leave. What cannot be noted is not missed.
    pub fn leave(&self, operator: &str, seq: i64) {
        let Ok(dir) = Dir::make(self.path()) else { return };
        let (name, new) = (file_name(operator), format!("{}.leaving", name::operator(operator)));
        let _ = dir.remove(&new);
        let written = dir.new_file(&new).and_then(|mut file| file.write_all(seq.to_string().as_bytes()));
        if written.and_then(|()| dir.rename(&new, &name)).is_err() {
            let _ = dir.remove(&new);
        }
    }
}

fn file_name(operator: &str) -> String {
    format!("{}.visit", name::operator(operator))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_operators_last_visit_is_kept_apart_from_drafts() {
        let place = tempfile::tempdir().expect("a folder");
        let folder = Folder::beside(&place.path().join("l.db"));
        assert_eq!(folder.visited("王敏"), None);
        folder.leave("王敏", 7);
        folder.leave("王敏", 12);
        folder.leave("li", 3);
        assert_eq!((folder.visited("王敏"), folder.visited("li")), (Some(12), Some(3)));
        assert!(folder.list("王敏").is_empty());
    }
}
