//! Drafts whose writing broke off anywhere, and files that are no drafts.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod draft_support;

use std::fs::{self, OpenOptions, Permissions};
use std::os::unix::fs::{FileExt, PermissionsExt, symlink};
use std::path::PathBuf;

use draft_support::{Place, body, key};
use duban::clock::Instant;
use duban::draft::DraftError;
use proptest::prelude::*;

/// The file before and after a writing.
fn images(place: &Place, before: &[&str], after: &str) -> (PathBuf, Vec<u8>, Vec<u8>) {
    let mut form = place.folder.open("zhang", &key()).unwrap();
    for (at, text) in (1..).zip(before) {
        form.save(&body(text), Instant(at)).unwrap();
    }
    let file = place.files("draft").pop().unwrap();
    let old = fs::read(&file).unwrap();
    form.save(&body(after), Instant(100)).unwrap();
    let new = fs::read(&file).unwrap();
    (file, old, new)
}

#[test]
fn broken_off_at_any_byte_the_old_or_the_new_is_there() {
    for before in [&["一"][..], &["一", "二"], &["一", "二", "较长的一段文字"]] {
        let place = Place::new();
        let (file, old, new) = images(&place, before, "三,写到一半");
        let writer = OpenOptions::new().write(true).open(&file).unwrap();
        writer.write_all_at(&old, 0).unwrap();
        let last = body(before.last().unwrap());
        let changed: Vec<usize> = (0..new.len()).filter(|i| old[*i] != new[*i]).collect();
        assert!(changed.len() > 100);
        for (done, at) in changed.iter().enumerate() {
            assert_eq!(place.load().expect("a draft").body, last, "after {done} bytes");
            writer.write_all_at(&new[*at..=*at], *at as u64).unwrap();
        }
        assert_eq!(place.load().unwrap().body, body("三,写到一半"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The disk may write parts in any order.
    #[test]
    fn in_any_order_too(parts: Vec<bool>, size in 1..64usize, long in 0..400usize) {
        let place = Place::new();
        let after = "新".repeat(long);
        let (file, old, new) = images(&place, &["旧一", "旧二"], &after);
        let mut torn = old.clone();
        for (part, at) in parts.iter().zip((0..new.len()).filter(|i| old[*i] != new[*i]).step_by(size)) {
            if *part {
                let end = (at + size).min(new.len());
                torn[at..end].copy_from_slice(&new[at..end]);
            }
        }
        fs::write(&file, &torn).unwrap();
        let found = place.load().expect("a draft").body;
        let expected = if torn == new { body(&after) } else { body("旧二") };
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn random_bytes_are_damage(bytes: Vec<u8>, at in 0..300_000u64, cut in 0..600_000u64) {
        let place = Place::new();
        place.save(&key(), &["一", "二"]);
        let file = place.files("draft").pop().unwrap();
        let writer = OpenOptions::new().write(true).open(&file).unwrap();
        writer.write_all_at(&bytes, at).unwrap();
        writer.set_len(cut).unwrap();
        let found = place.folder.list("zhang");
        prop_assert_eq!(found.len(), 1);
        let known = [body("一"), body("二")].contains(&found[0].body);
        prop_assert_eq!(known, !found[0].damaged);
        prop_assert_eq!(place.load().is_some(), known);
        // Writing goes on, in this file or in another.
        place.save(&key(), &["三", "四", "五"]);
        prop_assert_eq!(place.load().unwrap().body, body("五"));
    }
}

/// Something else in the place of a draft.
fn spoilt(name: &str, spoil: impl Fn(&PathBuf)) {
    let place = Place::new();
    place.save(&key(), &["一", "二"]);
    let file = place.files("draft").pop().unwrap();
    spoil(&file);
    let found = place.folder.list("zhang");
    assert!(found.len() == 1 && found[0].damaged && found[0].key == key(), "{name}: {found:?}");
    assert_eq!(place.load(), None, "{name}");
    place.save(&key(), &["三"]);
    assert_eq!(place.load().unwrap().body, body("三"), "{name}");
    assert_eq!(place.load().unwrap().number, 2, "{name}: the damaged file is left alone");
    let gone = place.folder.discard_found("zhang", &found[0]);
    assert_eq!(gone.is_ok(), name != "a folder", "{name}: {gone:?}");
}

#[test]
fn what_is_no_draft_is_told_apart() {
    let victim = tempfile::NamedTempFile::new().unwrap();
    fs::write(victim.path(), "keep").unwrap();
    let replace = |file: &PathBuf| fs::remove_file(file).unwrap();
    let patch = |file: &PathBuf, at: u64, bytes: &[u8]| {
        OpenOptions::new().write(true).open(file).unwrap().write_all_at(bytes, at).unwrap();
    };
    spoilt("empty", |f| fs::write(f, "").unwrap());
    spoilt("zeros", |f| fs::write(f, vec![0; 600_000]).unwrap());
    spoilt("a link", |f| {
        replace(f);
        symlink(victim.path(), f).unwrap();
    });
    spoilt("a second name", |f| fs::hard_link(f, f.with_extension("other")).unwrap());
    spoilt("a folder", |f| {
        replace(f);
        fs::create_dir(f).unwrap();
    });
    spoilt("a pipe", |f| {
        replace(f);
        let mode = rustix::fs::Mode::from_raw_mode(0o600);
        rustix::fs::mknodat(rustix::fs::CWD, f, rustix::fs::FileType::Fifo, mode, 0).unwrap();
    });
    spoilt("readable by all", |f| fs::set_permissions(f, Permissions::from_mode(0o644)).unwrap());
    spoilt("huge lengths", |f| {
        for slot in [0, 256 * 1024] {
            patch(f, slot + 28, &[0xff; 8]);
        }
    });
    spoilt("another version", |f| {
        for slot in [0, 256 * 1024] {
            patch(f, slot + 8, &[0, 0, 0, 2]);
        }
    });
    spoilt("endless", |f| {
        let file = OpenOptions::new().write(true).open(f).unwrap();
        file.set_len(0).unwrap();
        file.set_len(1 << 40).unwrap();
    });
    assert_eq!(fs::read_to_string(victim.path()).unwrap(), "keep");
}

#[test]
fn links_in_the_place_of_folder_and_sign_are_not_followed() {
    let place = Place::new();
    let elsewhere = tempfile::tempdir().unwrap();
    symlink(elsewhere.path(), place.drafts()).unwrap();
    assert!(matches!(place.folder.open("zhang", &key()), Err(DraftError::Folder(_))));
    assert_eq!(place.folder.list("zhang"), []);
    fs::remove_file(place.drafts()).unwrap();
    fs::create_dir(place.drafts()).unwrap();
    fs::set_permissions(place.drafts(), Permissions::from_mode(0o777)).unwrap();
    assert!(matches!(place.folder.open("zhang", &key()), Err(DraftError::Folder(_))));
    fs::set_permissions(place.drafts(), Permissions::from_mode(0o700)).unwrap();
    symlink(elsewhere.path().join("made"), place.drafts().join("zhang.new-7-sfj.1.open")).unwrap();
    let mut form = place.folder.open("zhang", &key()).unwrap();
    form.save(&body("二"), Instant(2)).unwrap();
    assert_eq!(form.number(), 2);
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}
