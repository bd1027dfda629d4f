//! Doctor: each check names its fault and a cure, and nothing is written.

use std::os::unix::fs::PermissionsExt;

use serde_json::Value;

use crate::support::Home;
use crate::{migrate, reported};

const CHECKS: [&str; 14] = [
    "sqlite",
    "filesystem",
    "space",
    "mode",
    "sidecars",
    "schema",
    "integrity",
    "record",
    "clock",
    "backups",
    "drafts",
    "settings",
    "sshd",
    "width",
];

/// The checks with what they found, and the exit code.
fn checks(home: &Home) -> (Vec<Value>, i32) {
    let said = home.call(["doctor", "--json"]).run();
    (serde_json::from_str::<Value>(&said.out).unwrap().as_array().unwrap().clone(), said.code)
}

fn state(home: &Home, check: &str) -> String {
    let (found, _) = checks(home);
    let row = found.iter().find(|f| f["check"] == check).unwrap_or_else(|| panic!("{check}: {found:?}"));
    row["state"].as_str().unwrap().to_owned()
}

fn set_mode(path: &std::path::Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_ledger_in_good_health_passes_every_check() {
    let home = reported();
    home.run(["backup"]).ok();
    let before = home.files();
    let (found, code) = checks(&home);
    assert_eq!(code, 0, "{found:?}");
    let mut names: Vec<&str> = found.iter().map(|f| f["check"].as_str().unwrap()).collect();
    // Of the SSH server each setting is a row of its own.
    names.dedup();
    assert_eq!(names, CHECKS);
    for row in &found {
        // Where the tests run is not for them to choose.
        let host = ["filesystem", "space", "sshd"].contains(&row["check"].as_str().unwrap());
        assert!(row["state"] == "ok" || (host && row["state"] == "warn"), "{row}");
    }
    for (lang, bar) in [("zh", "台账"), ("en", "ledger")] {
        let said = home.call(["doctor"]).env("DUBAN_LANG", lang).run().ok();
        assert!(
            said.contains(bar) && said.contains("中文“”—…|\n") && said.contains("123456789012|\n"),
            "{said}"
        );
    }
    let left: Vec<String> =
        home.files().into_iter().filter(|f| !f.ends_with("-wal") && !f.ends_with("-shm")).collect();
    assert_eq!(left, before);
}

#[test]
fn flipped_bytes_are_found_and_nothing_is_written() {
    let home = reported();
    drop(home.sql().pragma_update(None, "wal_checkpoint", "TRUNCATE"));
    let sound = std::fs::read(home.db()).unwrap();
    let mut found = 0;
    for page in (1..sound.len() / 4096).step_by(7) {
        let mut bytes = sound.clone();
        bytes[page * 4096..page * 4096 + 64].iter_mut().for_each(|b| *b ^= 0xff);
        std::fs::write(home.db(), &bytes).unwrap();
        let said = home.run(["doctor"]);
        assert_eq!(said.code, 7, "page {page}: {}", said.out);
        assert!(said.out.contains("毛病") && said.out.contains("duban restore"), "{}", said.out);
        assert_eq!(std::fs::read(home.db()).unwrap(), bytes, "page {page}");
        found += 1;
    }
    assert!(found > 5, "{found}");
}

#[test]
fn tampering_and_another_schema_are_found() {
    let home = reported();
    home.sql().execute("UPDATE entry SET progress = '改' WHERE id = 1", []).unwrap();
    assert_eq!((state(&home, "integrity"), state(&home, "record")), ("ok".to_owned(), "fault".to_owned()));
    home.run(["doctor"]).err.contains("1处").then_some(()).unwrap();

    let old = Home::new();
    migrate::old(&old.db());
    let before = std::fs::read(old.db()).unwrap();
    assert_eq!((state(&old, "schema"), state(&old, "record")), ("warn".to_owned(), "warn".to_owned()));
    assert_eq!(std::fs::read(old.db()).unwrap(), before, "looking does not bring it up to date");
    old.run(["init"]).refused(2);
    old.sql().pragma_update(None, "user_version", 99).unwrap();
    assert_eq!(state(&old, "file"), "fault");
    assert!(old.run(["doctor"]).out.contains("99"));

    let none = Home::new();
    assert!(none.run(["doctor"]).out.contains("没有台账"));
    assert_eq!(none.files(), [""; 0], "what is not there is not made");
}

#[test]
fn modes_and_sidecars_that_would_shut_others_out_are_found() {
    let home = reported();
    let open = home.sql();
    let _: i64 = open.query_row("SELECT count(*) FROM entry", [], |r| r.get(0)).unwrap();
    let folder = home.db().parent().unwrap().to_owned();
    let shm = home.path("data/duban/ledger.db-shm");
    assert_eq!((state(&home, "mode"), state(&home, "sidecars")), ("ok".to_owned(), "ok".to_owned()));
    // Given to a group, but the shared memory was there before.
    set_mode(&home.db(), 0o660);
    set_mode(&folder, 0o2770);
    set_mode(&home.path("data/duban/ledger.db-turn"), 0o660);
    set_mode(&home.path("data/duban/ledger.db-next"), 0o660);
    set_mode(&home.path("data/duban/ledger.db-open"), 0o660);
    set_mode(&home.path("data/duban/ledger.db-wal"), 0o660);
    set_mode(&shm, 0o640);
    let (found, code) = checks(&home);
    let row = found.iter().find(|f| f["check"] == "sidecars").unwrap();
    assert_eq!((code, &row["state"], &row["details"][0]), (7, &"fault".into(), &"ledger.db-shm".into()));
    assert!(home.run(["doctor"]).out.contains("chgrp"));
    set_mode(&shm, 0o660);
    assert_eq!((state(&home, "mode"), state(&home, "sidecars")), ("ok".to_owned(), "ok".to_owned()));
    set_mode(&folder, 0o700);
    assert_eq!(state(&home, "mode"), "warn");
    set_mode(&home.db(), 0o666);
    set_mode(&folder, 0o755);
    assert_eq!(state(&home, "mode"), "fault");
}

#[test]
fn clock_backups_drafts_and_settings_are_looked_at() {
    let home = reported();
    assert_eq!(state(&home, "backups"), "warn");
    home.run(["backup"]).ok();
    assert_eq!(state(&home, "backups"), "ok");
    let made =
        std::fs::read_dir(home.path("data/duban/ledger.db-backups")).unwrap().next().unwrap().unwrap().path();
    std::fs::rename(made, home.path("data/duban/ledger.db-backups/ledger.db-20200101-000000")).unwrap();
    let (found, _) = checks(&home);
    let row = found.iter().find(|f| f["check"] == "backups").unwrap();
    assert_eq!((&row["state"], &row["details"][0]), (&"warn".into(), &"2020-01-01".into()));

    std::fs::write(home.path("data/duban/ledger.db-drafts"), "").unwrap();
    assert_eq!(state(&home, "drafts"), "warn");

    std::fs::create_dir_all(home.path("home/.config/duban")).unwrap();
    std::fs::write(home.path("home/.config/duban/config.toml"), "lang = \"zh\"\ncolour = 1\n").unwrap();
    home.run(["list"]).refused(2);
    let said = home.run(["doctor"]);
    assert!(said.code == 7 && said.out.contains("第2行"), "{}", said.out);
    std::fs::write(home.path("home/.config/duban/config.toml"), "filesystem = \"any\"\n").unwrap();
    assert_eq!(state(&home, "settings"), "ok");

    let ahead = "DROP TRIGGER history_no_update; UPDATE history SET at = at + 86400000 * 400 WHERE seq = 4";
    home.sql().execute_batch(ahead).unwrap();
    assert_eq!(state(&home, "clock"), "warn");
}
