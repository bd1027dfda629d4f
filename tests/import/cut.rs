//! Imports and exports that are cut off, and imports while others work.

use std::fs;
use std::io::{Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use crate::support::Home;
use crate::{HEAD, csv};

/// A sheet of so many rows, each another report.
fn sheet(rows: usize, mark: &str) -> Vec<u8> {
    let texts: Vec<String> = (0..rows).map(|n| format!("{mark}受理行政复议案件{n}件")).collect();
    let mut all: Vec<[&str; 6]> = vec![HEAD];
    all.extend(texts.iter().map(|t| ["14", "县司法局", "2025-06-12", "正常推进", "", t.as_str()]));
    csv(&all.iter().map(|r| &r[..]).collect::<Vec<_>>())
}

fn until(what: &str, mut is: impl FnMut() -> bool) {
    let begin = Instant::now();
    while !is() {
        assert!(begin.elapsed() < Duration::from_secs(60), "{what}");
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn end(child: &Child, signal: Signal) {
    kill_process(Pid::from_raw(i32::try_from(child.id()).unwrap()).unwrap(), signal).unwrap();
}

fn entries(home: &Home) -> i64 {
    home.sql().query_row("SELECT count(*) FROM entry", [], |r| r.get(0)).unwrap()
}

#[test]
fn a_killed_import_leaves_all_or_nothing() {
    let home = Home::new();
    home.run(["status"]).ok();
    let path = home.path("many.csv");
    fs::write(&path, sheet(1500, "")).unwrap();
    let mut whole = 0;
    for wait in [5, 40, 80, 120, 200, 300, 500] {
        let mut child = home.call(["import", path.to_str().unwrap(), "--yes"]).command();
        let mut child = child.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(wait));
        let _ = child.kill();
        child.wait().unwrap();
        let now = entries(&home);
        assert!(now == whole || now == 1500, "{now} of 1500");
        whole = now;
        home.run(["verify"]).ok();
    }
}

#[test]
fn an_export_that_is_cut_off_leaves_nothing_behind() {
    let home = Home::new();
    let db = home.path("demo.db");
    home.run(["demo", "--db", db.to_str().unwrap(), "--entries", "8000"]).ok();
    let folder = home.path("out");
    fs::create_dir(&folder).unwrap();
    let file = folder.join("a.json");
    for signal in [Signal::INT, Signal::TERM, Signal::HUP] {
        let words = ["export", "--db", db.to_str().unwrap(), "-o", file.to_str().unwrap()];
        let mut child = home.call(words).command();
        let mut child = child.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        until("it begins to write", || fs::read_dir(&folder).unwrap().next().is_some());
        end(&child, signal);
        let ended = child.wait().unwrap();
        assert_eq!(ended.signal(), Some(signal.as_raw()), "{ended:?}");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "{signal:?}");
    }
    // An import of it, too, takes away what it began.
    home.run(["export", "--db", db.to_str().unwrap(), "-o", file.to_str().unwrap()]).ok();
    let words = ["import", "--db", folder.join("new.db").to_str().unwrap(), "-", "--yes"].map(str::to_owned);
    let mut child = home.call(words).command();
    let mut child = child.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let text = fs::read(&file).unwrap();
    let mut to = child.stdin.take().unwrap();
    to.write_all(&text[..text.len() / 2]).unwrap();
    until("it has begun", || fs::read_dir(&folder).unwrap().count() > 1);
    end(&child, Signal::INT);
    assert_eq!(child.wait().unwrap().signal(), Some(Signal::INT.as_raw()));
    drop(to);
    let left: Vec<_> = fs::read_dir(&folder).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(left, ["a.json"]);
}

#[test]
fn whoever_closes_the_pipe_early_wants_no_more() {
    let home = Home::new();
    let db = home.path("demo.db");
    home.run(["demo", "--db", db.to_str().unwrap(), "--entries", "3000"]).ok();
    for kind in [None, Some("--csv")] {
        let mut child = home.call(["export", "--db", db.to_str().unwrap()].into_iter().chain(kind)).command();
        let mut child = child.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = [0; 100];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let ended = child.wait_with_output().unwrap();
        assert!(ended.status.success() && ended.stderr.is_empty(), "{kind:?}: {ended:?}");
    }
}

#[test]
fn sixteen_others_save_while_sheets_are_imported() {
    const OTHERS: i64 = 16;
    let home = Home::new();
    home.run(["status"]).ok();
    let saves: Vec<Child> = (0..OTHERS)
        .map(|n| {
            let script = format!(
                "for i in 1 2 3 4; do \"$0\" add 13 --unit sfj --date 2025-06-12 \"第{n}人第${{i}}次\" || exit 1; done"
            );
            let call = home.call([""]);
            let mut command = std::process::Command::new("sh");
            command.args(["-c", &script, crate::support::DUBAN]).env_clear();
            command.envs(call.command().get_envs().filter_map(|(n, v)| Some((n.to_owned(), v?.to_owned()))));
            command.stdout(Stdio::null()).spawn().unwrap()
        })
        .collect();
    for n in 0..4 {
        home.call(["import", "-", "--yes"]).stdin(sheet(200, &format!("第{n}表"))).run().ok();
    }
    for mut child in saves {
        assert!(child.wait().unwrap().success());
    }
    assert_eq!(entries(&home), 4 * 200 + 4 * OTHERS);
    home.run(["verify"]).ok();
}

#[test]
fn very_many_rows_need_the_ledger_alone() {
    let home = Home::new();
    home.run(["status"]).ok();
    let many = sheet(2_100, "");
    // Somebody has it open.
    let reader = duban::store::Reader::open(&home.db()).unwrap();
    let said = home.call(["import", "-", "--yes"]).stdin(many.clone()).run().refused(6);
    assert!(said.contains("2100") && said.contains("2000"), "{said}");
    assert_eq!(entries(&home), 0);
    home.call(["import", "-"]).stdin(many.clone()).run().ok();
    drop(reader);
    home.call(["import", "-", "--yes"]).stdin(many).run().ok();
    assert_eq!(entries(&home), 2_100);
    home.run(["verify"]).ok();
}
