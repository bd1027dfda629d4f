//! A look at a ledger that nobody writes reads it as a file alone: nothing is laid beside it, and whoever writes meanwhile is
//! noticed.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, SystemTime};

use duban::store::{Reader, StoreError};
use rusqlite::Connection;

use crate::ledger::{Ledger, TODAY};
use crate::stage::until;

const LOOKS: [&[&str]; 9] = [
    &["status"],
    &["status", "sfj"],
    &["status", "14"],
    &["list"],
    &["list", "--unit", "sfj", "--json"],
    &["show", "14"],
    &["due"],
    &["indicators"],
    &["units"],
];

/// As if the last change were an hour ago.
fn rest(path: &Path) {
    let long_ago = SystemTime::now() - Duration::from_secs(3600);
    std::fs::File::options().write(true).open(path).unwrap().set_modified(long_ago).unwrap();
}

/// A ledger with one report, at rest.
fn at_rest() -> Ledger {
    let ledger = Ledger::new();
    ledger.said(&["add", "14", "--unit", "sfj", "--date", "2025-06-20", "头一件"]);
    rest(&ledger.path);
    ledger
}

fn files(ledger: &Ledger) -> Vec<(String, SystemTime)> {
    let all = std::fs::read_dir(ledger.folder.path()).unwrap().map(Result::unwrap);
    let one = |f: std::fs::DirEntry| {
        (f.file_name().to_string_lossy().into_owned(), f.metadata().unwrap().modified().unwrap())
    };
    let mut found: Vec<_> = all.map(one).collect();
    found.sort();
    found.push((String::new(), std::fs::metadata(ledger.folder.path()).unwrap().modified().unwrap()));
    found
}

#[test]
fn a_look_at_a_ledger_at_rest_touches_nothing_in_its_folder() {
    let ledger = at_rest();
    let before = files(&ledger);
    let said: Vec<String> = LOOKS.iter().map(|words| ledger.said(words)).collect();
    assert_eq!(files(&ledger), before);
    // Just written, it is read beside its writers, and says the same.
    std::fs::File::options().write(true).open(&ledger.path).unwrap().set_modified(SystemTime::now()).unwrap();
    assert_eq!(LOOKS.iter().map(|words| ledger.said(words)).collect::<Vec<_>>(), said);
    assert_ne!(files(&ledger), before);
}

#[test]
fn what_came_while_it_was_read_alone_is_noticed() {
    let looks = |reader: &Reader| reader.snapshot(TODAY, TODAY, None).map(|s| s.seq);
    // Written and put into the file.
    let ledger = at_rest();
    let reader = Reader::glance(&ledger.path).unwrap();
    assert_eq!(looks(&reader).unwrap(), 2);
    ledger.said(&["add", "14", "--unit", "sfj", "--date", "2025-06-21", "又一件"]);
    assert!(matches!(looks(&reader), Err(StoreError::Unsteady)));
    // Written and still in the log.
    let ledger = at_rest();
    let reader = Reader::glance(&ledger.path).unwrap();
    let stays = Connection::open(&ledger.path).unwrap();
    stays.query_row("SELECT count(*) FROM entry", [], |r| r.get::<_, i64>(0)).unwrap();
    assert_eq!(looks(&reader).unwrap(), 2, "whoever only has it open changes nothing");
    ledger.said(&["add", "14", "--unit", "sfj", "--date", "2025-06-21", "又一件"]);
    assert!(matches!(looks(&reader), Err(StoreError::Unsteady)));
    // What is in the log already is not passed over.
    rest(&ledger.path);
    assert_eq!(looks(&Reader::glance(&ledger.path).unwrap()).unwrap(), 3);
}

#[test]
fn a_journal_of_another_mode_is_not_passed_over() {
    let ledger = at_rest();
    // As a program leaves it that was killed in the middle of a change, without a log.
    let journal = format!("{}-journal", ledger.path.display());
    std::fs::write(&journal, [0; 512]).unwrap();
    let before = files(&ledger);
    ledger.said(&["status"]);
    assert_ne!(files(&ledger), before, "it was opened as it must be");
}

/// Somebody writes while a look is reading, which stands still for it at its last page. It asks anew and says what is so now.
#[test]
fn a_look_that_was_overtaken_asks_anew() {
    let add = |ledger: &Ledger| {
        ledger.said(&["add", "14", "--unit", "sfj", "--date", "2025-06-21", "又一件"]);
    };
    for words in LOOKS {
        let [ledger, copy] = [at_rest(), at_rest()];
        let pages = traced(&copy, words, "trace=pread64").wait_with_output().unwrap();
        assert!(pages.status.success());
        let last = pages_read(&copy);
        add(&copy);
        let expected = copy.said(words);

        let look = traced(&ledger, words, &format!("inject=pread64:delay_exit=400000:when={last}"));
        until("it is at its last page", || pages_read(&ledger) >= last - 1);
        add(&ledger);
        let ended = look.wait_with_output().unwrap();
        assert!(ended.status.success(), "{words:?} {}", String::from_utf8_lossy(&ended.stderr));
        assert!(pages_read(&ledger) > last, "{words:?} it asked anew");
        let said = String::from_utf8(ended.stdout).unwrap();
        let plain = |text: &str| text.lines().map(without_times).collect::<Vec<_>>();
        assert_eq!(plain(said.trim_end()), plain(&expected), "{words:?}");
    }
}

/// A look whose reading of pages is written down.
fn traced(ledger: &Ledger, words: &[&str], how: &str) -> Child {
    let mut strace = Command::new("strace");
    strace.arg("-o").arg(trace(ledger)).args(["-e", "trace=pread64", "-e", how]);
    strace.arg(env!("CARGO_BIN_EXE_duban")).args(words).env_clear().env("DUBAN_DB", &ledger.path);
    strace.env("LANG", "C").env("PATH", std::env::var_os("PATH").unwrap());
    strace.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

fn trace(ledger: &Ledger) -> PathBuf {
    ledger.folder.path().join("trace")
}

/// How many pages were read and are there.
fn pages_read(ledger: &Ledger) -> usize {
    let trace = std::fs::read_to_string(trace(ledger)).unwrap_or_default();
    trace.lines().filter(|line| line.contains("pread64(") && line.contains(" = ")).count()
}

/// Two ledgers are not written in the same moment.
fn without_times(line: &str) -> String {
    if line.contains("_at\":") { String::new() } else { line.to_owned() }
}
