//! Backups: made under writers, whole, proved, dated, never over anything, and cleared away with care.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use rusqlite::Connection;

use crate::support::Home;
use crate::{head, mode, reported};

fn folder(home: &Home) -> PathBuf {
    home.path("data/duban/ledger.db-backups")
}

fn listed(folder: &Path) -> Vec<String> {
    let name = |e: std::io::Result<std::fs::DirEntry>| e.unwrap().file_name().into_string().unwrap();
    let mut names: Vec<String> = std::fs::read_dir(folder).unwrap().map(name).collect();
    names.sort();
    names
}

#[test]
fn a_backup_is_the_ledger_and_is_never_written_over() {
    let home = reported();
    let copy = home.path("copy.db");
    let noted = head(&home);
    let said = home.run(["backup", copy.to_str().unwrap()]).ok();
    assert_eq!(said, format!("{}\n{noted}\n", copy.display()));
    assert_eq!(mode(&copy), mode(&home.db()));
    // It is a ledger: everything can be asked of it, the index of the texts included, and its head is the one noted.
    let db = copy.to_str().unwrap();
    for words in
        [vec!["log", "--json"], vec!["log", "--text", "受理42"], vec!["status", "--json"], vec!["history"]]
    {
        let asked = home.run([&words[..], &["--db", db]].concat()).ok();
        assert_eq!(asked, home.run(&words).ok(), "{words:?}");
    }
    home.run(["--db", db, "verify", "--expect", &noted]).ok();
    // What was written since is not in it, and it stays as it is.
    home.add("14", "sfj", "2025-06-20", "受理43件", &[]);
    let before = std::fs::read(&copy).unwrap();
    for lang in ["zh", "en"] {
        let said = home.call(["backup", db]).env("DUBAN_LANG", lang).run().refused(2);
        assert!(said.contains("copy.db"), "{said}");
    }
    assert_eq!(std::fs::read(&copy).unwrap(), before);
    home.run(["--db", db, "verify", "--expect", &head(&home)]).err.contains("记下的").then_some(()).unwrap();
}

#[test]
fn without_a_name_it_is_dated_and_lies_beside_the_ledger() {
    let home = reported();
    for _ in 0..2 {
        let made = home.json(["backup"]);
        let path = PathBuf::from(made["path"].as_str().unwrap());
        assert_eq!(path.parent().unwrap(), folder(&home));
        assert_eq!(made["bytes"], std::fs::metadata(&path).unwrap().len());
        assert_eq!(made["head"], head(&home));
    }
    assert_eq!(mode(&folder(&home)), 0o700);
    let names = listed(&folder(&home));
    assert_eq!(names.len(), 2, "{names:?}");
    let other = home.path("elsewhere");
    std::fs::create_dir(&other).unwrap();
    home.run(["backup", other.to_str().unwrap()]).ok();
    assert_eq!(listed(&other).len(), 1);
}

#[test]
fn eight_writers_do_not_disturb_it() {
    let home = reported();
    let writer = |n: i32| {
        let script = format!(
            "for i in 1 2 3 4 5 6; do \"$0\" add 14 --unit sfj --date 2025-06-20 \"第{n}人第$i件\" >/dev/null || exit 1; done"
        );
        let call = home.call([""; 0]);
        let mut shell = std::process::Command::new("bash");
        shell.args(["-c", &script, crate::support::DUBAN]).env_clear();
        shell.envs(call.command().get_envs().filter_map(|(k, v)| Some((k, v?))));
        shell.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let writers: Vec<_> = (0..8).map(writer).collect();
    let copies: Vec<_> = (0..4).map(|_| home.json(["backup"])).collect();
    for w in writers {
        let ended = w.wait_with_output().unwrap();
        assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    }
    assert_eq!(home.json(["verify"])["seq"], 52);
    for made in copies {
        let (path, stamp) = (made["path"].as_str().unwrap(), made["head"].as_str().unwrap());
        home.run(["verify", "--expect", stamp]).ok();
        assert_eq!(home.run(["--db", path, "verify"]).ok().lines().next().unwrap(), stamp);
    }
}

#[test]
fn what_does_not_hold_is_not_backed_up() {
    let home = reported();
    home.sql().execute_batch("UPDATE entry SET progress = '改' WHERE id = 2").unwrap();
    let said = home.run(["backup"]);
    assert!(said.code == 7 && said.err.contains("#2"), "{}", said.err);
    assert_eq!(listed(&folder(&home)), [""; 0], "nothing half-made stays");
}

#[test]
fn one_a_day_and_the_oldest_go() {
    let home = reported();
    std::fs::create_dir(folder(&home)).unwrap();
    let place = |name: &str, of: &Path| {
        let path = folder(&home).join(name);
        std::fs::copy(of, &path).unwrap();
        path
    };
    let plain = home.path("plain.db");
    home.run(["backup", plain.to_str().unwrap()]).ok();
    let other = reported();
    let foreign = other.path("f.db");
    other.run(["backup", foreign.to_str().unwrap()]).ok();
    for day in 1..=5 {
        place(&format!("ledger.db-auto-2020010{day}-020000"), &plain);
    }
    // None of these is an automatic backup of this ledger, whatever it looks like.
    let kept = [
        place("ledger.db-auto-20190101-020000", &foreign),
        place("ledger.db-20190101-020000", &plain),
        place("ledger.db-auto-20190101", &plain),
        place("other.db-auto-20190101-020000", &plain),
    ];
    let text = folder(&home).join("ledger.db-auto-20190102-020000");
    std::fs::write(&text, "not a ledger").unwrap();
    let half = folder(&home).join("ledger.db-auto-20200106-020000-new-1-ThreadId(1)");
    std::fs::write(&half, "").unwrap();

    let made = home.json(["backup", "--auto", "--keep", "3"]);
    let path = PathBuf::from(made["path"].as_str().unwrap());
    assert!(kept.iter().chain([&text, &path]).all(|p| p.exists()));
    let autos: Vec<String> =
        listed(&folder(&home)).into_iter().filter(|n| n.starts_with("ledger.db-auto-202")).collect();
    assert_eq!(autos.len(), 3, "{autos:?}");
    assert!(autos[0].contains("20200104") && autos[1].contains("20200105"), "{autos:?}");
    // Once a day.
    let before = listed(&folder(&home));
    assert_eq!(home.json(["backup", "--auto"]), serde_json::Value::Null);
    assert!(home.run(["backup", "--auto"]).ok().contains("今天"));
    assert_eq!(listed(&folder(&home)), before);
    home.run(["backup", "--keep", "3"]).refused(2);
}

#[test]
fn where_there_is_no_room_or_no_right_it_is_said() {
    let home = reported();
    let said = home.run(["backup", "/proc/none/x.db"]).refused(7);
    assert!(said.contains("/proc/none"), "{said}");
    assert!(Home::new().run(["backup"]).refused(3).contains("没有台账"));
    let db = Connection::open(home.db()).unwrap();
    db.execute_batch("BEGIN IMMEDIATE").unwrap();
    home.run(["backup"]).ok();
}
