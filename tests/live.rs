//! The real program in a real pseudo-terminal: the newcomer's first minutes, what a frame costs, and how it ends.
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::indexing_slicing)]

#[path = "support/pty.rs"]
mod pty;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Duration;

use pty::{Pty, Run};

const DUBAN: &str = env!("CARGO_BIN_EXE_duban");

struct Office {
    folder: tempfile::TempDir,
}

impl Office {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    fn ledger(&self) -> PathBuf {
        self.folder.path().join("data").join("duban").join("ledger.db")
    }

    fn run(&self) -> Run {
        let home = self.folder.path();
        Run::new(DUBAN)
            .env("HOME", home)
            .env("XDG_DATA_HOME", home.join("data"))
            .arg("--as-of")
            .arg("2025-06-24")
    }

    fn shell(&self, words: &[&str]) -> Output {
        let home: &Path = self.folder.path();
        let mut command = Command::new(DUBAN);
        command.env_clear().env("HOME", home).env("XDG_DATA_HOME", home.join("data")).args(words);
        command.output().expect("it runs")
    }

    fn says(&self, words: &[&str]) -> String {
        let output = self.shell(words);
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    }
}

fn opened(run: Run) -> Pty {
    let pty = run.start();
    pty.wait_for_text("q退出");
    pty
}

/// All but what the first screen shows is read when that is there.
#[test]
fn what_is_typed_ahead_of_the_first_screen_finds_its_entry() {
    let office = Office::new();
    office.says(&["add", "14", "--unit", "sfj", "--date", "2025-06-20", "待改的一件"]);
    let mut pty = office.run().start();
    pty.send("14e");
    pty.wait_for_text("第1版");
    pty.wait_for_text("待改的一件");
}

#[test]
fn the_newcomers_first_minutes() {
    let office = Office::new();
    let mut pty = opened(office.run());
    pty.wait_for_text("嵊政办发〔2022〕70号");
    assert!(office.ledger().is_file(), "the first run makes the ledger in the data directory");
    pty.send("u");
    pty.wait_for_text("选责任单位");
    pty.send("sfj");
    pty.wait_for_text("> 县司法局");
    pty.send("\r");
    pty.wait_for_text("单位:县司法局");
    pty.send("14");
    pty.wait_for_text(">14");
    pty.send("a");
    pty.wait_for_text("填报 14 县司法局");
    // Nothing is reported ahead of its day, so the screen for an earlier day shows it only by its number.
    pty.send("1至6月受理行政复议案件41件\r");
    pty.wait_for_text("已保存 14 县司法局 第1号");
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);

    let run = Run::new(DUBAN).env("HOME", office.folder.path());
    let mut again = opened(run.env("XDG_DATA_HOME", office.folder.path().join("data")));
    again.send("14");
    again.wait_for_text("1至6月受理行政复议案件41件");
    again.send("q");
    assert_eq!(again.wait_exit(), 0);
    assert!(office.says(&["status", "sfj"]).contains("1至6月受理行政复议案件41件"));
}

#[test]
fn the_screen_does_not_open_on_a_named_ledger_that_is_not_there() {
    let office = Office::new();
    let path = office.folder.path().join("mistyped.db");
    for run in [office.run().arg("--db").arg(&path), office.run().env("DUBAN_DB", &path)] {
        let mut pty = run.start();
        assert_eq!(pty.wait_exit(), 3);
        pty.wait_for_text("没有台账,也没有新建");
        pty.wait_for_text(" init");
    }
    assert!(!path.exists() && !office.ledger().exists());
}

#[test]
fn another_processs_report_appears_by_itself() {
    let office = Office::new();
    let pty = opened(office.run());
    pty.settle(Duration::from_millis(300));
    office.says(&["add", "1", "--unit", "yfzxb", "--date", "2025-06-12", "听取汇报一次"]);
    pty.wait_for_text("听取汇报一次");
    pty.wait_for_text("绿 正常推进 06-12");
}

#[test]
fn a_move_of_the_cursor_is_a_few_hundred_bytes_in_one_write() {
    let office = Office::new();
    for task in 1..=21 {
        let task = task.to_string();
        let json = office.says(&["list", "--json"]);
        let rows: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let lead =
            rows[task.parse::<usize>().expect("a number") - 1]["lead"].as_str().expect("a lead").to_owned();
        office.says(&["add", &task, "--unit", &lead, "--date", "2025-06-12", "已按要求推进"]);
    }
    let mut pty = opened(office.run());
    pty.settle(Duration::from_millis(300));
    let first = pty.mark();
    assert!(first <= 3_500, "first frame: {first} bytes");
    for next in 2..=9 {
        let (mark, writes) = (pty.mark(), pty.writes());
        pty.send("j");
        pty.wait_for_text(&format!("> {next}"));
        pty.settle(Duration::from_millis(100));
        let bytes = pty.since(mark).len();
        assert!(bytes <= 400, "to task {next}: {bytes} bytes");
        assert_eq!(pty.writes() - writes, 1, "one frame is one write");
    }
    let (mark, writes) = (pty.mark(), pty.writes());
    pty.settle(Duration::from_secs(1));
    assert_eq!((pty.since(mark).len(), pty.writes() - writes), (0, 0), "nothing while nothing happens");
}

#[test]
fn the_terminal_is_as_it_was_however_it_ends() {
    let office = Office::new();
    for (how, code) in [("q", 0), ("\x03", 0)] {
        let mut pty = opened(office.run());
        pty.send(how);
        assert_eq!(pty.wait_exit(), code);
        let raw = String::from_utf8_lossy(&pty.raw()).into_owned();
        assert!(
            raw.contains("\x1b[?1049h") && raw.contains("\x1b[?1049l") && raw.contains("\x1b[?2004l"),
            "{how:?}"
        );
    }
    let mut pty = opened(office.run());
    pty.signal(rustix::process::Signal::TERM);
    assert_eq!(pty.wait_exit(), 128 + 15);
    assert!(String::from_utf8_lossy(&pty.raw()).contains("已保存的都在"));
}

#[test]
fn a_dropped_line_ends_it_without_spinning() {
    let office = Office::new();
    let mut pty = opened(office.run().ignoring_hang_up());
    pty.hang_up();
    pty.wait_exit();
    // Processor time, of which a program that spins takes all there is.
    assert!(pty.cpu() < Duration::from_millis(700), "{:?}", pty.cpu());
}

#[test]
fn no_question_is_ever_put_to_the_terminal() {
    let office = Office::new();
    let mut pty = opened(office.run());
    pty.send("usfj\r14a\x07?x\x0c");
    pty.resize(100, 30);
    pty.settle(Duration::from_millis(300));
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    let raw = pty.raw();
    for question in ["\x1b[6n", "\x1b[c", "\x1b[>c", "\x1b[?u", "\x1b]10;?", "\x1b]11;?", "\x1b[>4"] {
        assert!(
            !raw.windows(question.len()).any(|w| w == question.as_bytes()),
            "{}",
            question.escape_default()
        );
    }
}

#[test]
fn without_colours_the_selected_row_still_differs() {
    let office = Office::new();
    let pty = opened(office.run().env("NO_COLOR", "1"));
    let raw = String::from_utf8_lossy(&pty.raw()).into_owned();
    assert!(!raw.contains("\x1b[31") && !raw.contains(";31m"), "red would be 31");
    let (text, inverse) =
        pty.screen(|s| (s.contents_between(2, 25, 2, 30), s.cell(2, 26).is_some_and(vt100::Cell::inverse)));
    assert!(text.contains("> 1") && inverse, "{text:?}");
}

#[test]
fn a_window_of_ten_by_three_says_so() {
    let office = Office::new();
    let mut pty = office.run().size(10, 3).start();
    pty.wait_for_text("窗口太小");
    pty.resize(80, 24);
    pty.wait_for_text("q退出");
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
}

#[test]
fn without_a_terminal_it_prints_the_overview() {
    let office = Office::new();
    let said = office.says(&[]);
    assert!(said.contains("全部21项") && !said.contains('\x1b'), "{said}");
    let pty = Run::new(DUBAN).env("HOME", office.folder.path()).env("TERM", "dumb").start();
    pty.wait_for_text("全部21项");
    assert!(!pty.raw().contains(&0x1b));
}

#[test]
fn leaving_right_behind_a_save_or_a_draft_loses_neither() {
    let office = Office::new();
    let mut pty = opened(office.run());
    pty.send("14a");
    pty.wait_for_text("填报 14 县司法局");
    pty.send("赶在退出前\rq");
    assert_eq!(pty.wait_exit(), 0);
    assert!(office.says(&["status", "sfj"]).contains("赶在退出前"));

    let mut pty = opened(office.run());
    pty.send("15a");
    pty.wait_for_text("填报 15 县司法局");
    pty.send("只写了半句");
    pty.send("\x07");
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    let again = opened(office.run());
    again.wait_for_text("有1份没写完的草稿:15 县司法局");
    assert!(office.says(&["drafts"]).contains("只写了半句"));
}

#[test]
fn a_killed_session_gives_its_draft_back() {
    let office = Office::new();
    let mut pty = opened(office.run());
    pty.send("14a");
    pty.wait_for_text("填报 14 县司法局");
    pty.send("写着写着断了");
    pty.send("\t");
    pty.wait_for_text("草稿已存");
    pty.signal(rustix::process::Signal::KILL);
    pty.wait_exit();
    let mut again = opened(office.run());
    again.wait_for_text("有1份没写完的草稿");
    again.send("a");
    again.wait_for_text("写着写着断了");
}
