//! Drafts as they are opened, kept, found and removed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod draft_support;

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use draft_support::{Place, body, key};
use duban::clock::Instant;
use duban::draft::{DraftError, Found, Key};

#[test]
fn what_was_typed_comes_back() {
    let place = Place::new();
    assert_eq!((place.load(), place.folder.list("zhang")), (None, vec![]));
    let mut full = body("已完成“双随机”\n\u{1b}[2J");
    full.values.insert("7-1".into(), "3.0".into());
    full.evidence.push(("嵊政办发〔2022〕70号".into(), "附件".into()));
    full.caret = Some(3);
    let mut form = place.folder.open("zhang", &key()).unwrap();
    form.save(&full, Instant(5)).unwrap();
    let open = place.load().unwrap();
    assert!(open.open_elsewhere && open.body == full);
    form.leave();
    let found = Found {
        key: key(),
        body: full,
        saved_at: Instant(5),
        open_elsewhere: false,
        damaged: false,
        number: 1,
    };
    assert_eq!(place.load(), Some(found.clone()));
    assert_eq!(place.folder.list("zhang"), [found]);
    assert_eq!(place.folder.list("li"), []);
    place.folder.open("zhang", &key()).unwrap().finish();
    assert_eq!(fs::read_dir(place.drafts()).unwrap().count(), 0);
}

#[test]
fn a_form_in_which_nothing_was_typed_leaves_nothing() {
    let place = Place::new();
    let form = place.folder.open("zhang", &key()).unwrap();
    assert_eq!(place.folder.list("zhang"), []);
    drop(form);
    assert_eq!(fs::read_dir(place.drafts()).unwrap().count(), 0);
}

#[test]
fn files_are_private_and_the_sign_is_not() {
    let place = Place::new();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o7777;
    fs::set_permissions(place.dir.path(), Permissions::from_mode(0o700)).unwrap();
    let form = place.folder.open("zhang", &key()).unwrap();
    assert_eq!(mode(&place.drafts()), 0o700);
    assert_eq!(mode(&place.files("draft")[0]), 0o600);
    assert_eq!(mode(&place.files("open")[0]), 0o640);
    assert_eq!(fs::metadata(&place.files("open")[0]).unwrap().len(), 0);
    drop(form);
    // Opened to a group since.
    fs::set_permissions(place.dir.path(), Permissions::from_mode(0o770)).unwrap();
    drop(place.folder.open("zhang", &key()).unwrap());
    assert_eq!(mode(&place.drafts()), 0o3770);
}

#[test]
fn two_sessions_of_one_operator_lose_nothing() {
    let place = Place::new();
    let mut one = place.folder.open("zhang", &key()).unwrap();
    one.save(&body("一"), Instant(1)).unwrap();
    let mut two = place.folder.open("zhang", &key()).unwrap();
    two.save(&body("二"), Instant(2)).unwrap();
    assert!(place.load().unwrap().open_elsewhere);
    assert!(matches!(place.folder.discard("zhang", &key()), Err(DraftError::OpenElsewhere)));
    one.save(&body("一又"), Instant(3)).unwrap();
    two.leave();
    // The one that nobody has open comes first, and is the one that opening takes over.
    assert_eq!(place.load().unwrap().body, body("二"));
    let mut again = place.folder.open("zhang", &key()).unwrap();
    assert_eq!(again.number(), 2);
    again.save(&body("三"), Instant(4)).unwrap();
    again.finish();
    one.leave();
    let left: Vec<_> = place.folder.list("zhang").into_iter().map(|f| f.body).collect();
    assert_eq!(left, [body("一又")]);
    place.folder.discard("zhang", &key()).unwrap();
    place.folder.discard("zhang", &key()).unwrap();
    assert_eq!(fs::read_dir(place.drafts()).unwrap().count(), 0);
}

#[test]
fn numbers_stay_and_are_used_again() {
    let place = Place::new();
    let edit = |entry| Key::Edit { entry };
    for entry in 1..=3 {
        place.save(&edit(entry), &["x"]);
    }
    place.folder.discard("zhang", &edit(2)).unwrap();
    let numbers = || place.folder.list("zhang").iter().map(|f| (f.key.clone(), f.number)).collect::<Vec<_>>();
    assert_eq!(numbers(), [(edit(1), 1), (edit(3), 3)]);
    place.save(&edit(9), &["x", "y"]);
    assert_eq!(numbers(), [(edit(9), 2), (edit(1), 1), (edit(3), 3)]);
    for entry in 10..106 {
        place.save(&edit(entry), &["x"]);
    }
    assert!(matches!(place.folder.open("zhang", &edit(200)), Err(DraftError::Many(99))));
    place.folder.open("li", &edit(200)).unwrap();
}

#[test]
fn what_is_too_long_for_the_room_gets_more() {
    let place = Place::new();
    let mut form = place.folder.open("zhang", &key()).unwrap();
    form.save(&body("短"), Instant(1)).unwrap();
    let long = "长".repeat(120_000);
    form.save(&body(&long), Instant(2)).unwrap();
    assert_eq!(place.load().unwrap().body, body(&long));
    form.save(&body("短了"), Instant(3)).unwrap();
    form.save(&body(&long), Instant(4)).unwrap();
    let endless = body(&"长".repeat(3_000_000));
    assert!(matches!(form.save(&endless, Instant(5)), Err(DraftError::Long(..))));
    form.leave();
    assert_eq!(place.load().unwrap().body, body(&long));
    place.save(&key(), &["又短"]);
    assert_eq!(place.load().unwrap().body, body("又短"));
    assert_eq!(place.files("new").len(), 0);
}

#[test]
fn a_folder_removed_under_an_open_form_is_told_or_made_again() {
    let place = Place::new();
    let mut form = place.folder.open("zhang", &key()).unwrap();
    form.save(&body("一"), Instant(1)).unwrap();
    fs::remove_file(&place.files("draft")[0]).unwrap();
    form.save(&body("二"), Instant(2)).unwrap();
    assert_eq!(place.load().unwrap().body, body("二"));
    fs::remove_dir_all(place.drafts()).unwrap();
    assert!(matches!(form.save(&body("三"), Instant(3)), Err(DraftError::Io(..))));
}
