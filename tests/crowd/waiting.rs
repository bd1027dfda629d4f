//! Nobody waits for nobody: with the ledger held by somebody else the screen answers, says whom it waits for, and the
//! wait can be given up.

use std::fs::OpenOptions;
use std::time::{Duration, Instant};

use crate::ledger::Ledger;
use crate::stage::{opened, outside, screen, texts, with_line};

/// What the screen promises for a key. Twice over, for a machine that builds something else meanwhile.
const AT_ONCE: Duration = Duration::from_millis(200);

#[test]
fn with_the_ledger_held_outside_the_screen_answers_and_the_save_comes_through() {
    let ledger = Ledger::new();
    let mut pty = with_line(&ledger.path, "等得到的");
    let held = outside(&ledger.path);
    pty.send("\r");
    pty.wait_for_text("保存在等别的程序放开台账");
    let mut slowest = Duration::ZERO;
    for next in ["15", "16", "17", "18"] {
        let since = Instant::now();
        pty.send("j");
        pty.wait_for_text(&format!(">{next}"));
        slowest = slowest.max(since.elapsed());
    }
    assert!(slowest <= AT_ONCE, "a key took {slowest:?}");
    assert!(!pty.screen(|s| s.contents().contains("已保存")));
    // Reading and drafts go on.
    pty.send("a");
    pty.wait_for_text("填报 18");
    pty.send("同时写的");
    pty.send("\t");
    pty.wait_for_text("草稿已存");
    assert!(ledger.said(&["status", "sfj"]).contains("县司法局"));
    held.execute_batch("COMMIT").unwrap();
    pty.wait_for_text("已保存 14 县司法局 第1号");
    pty.wait_for_text("同时写的");
    assert_eq!(texts(&ledger), ["等得到的"]);
}

#[test]
fn the_wait_for_a_program_outside_can_be_given_up() {
    let ledger = Ledger::new();
    let mut pty = with_line(&ledger.path, "不等了的");
    let held = outside(&ledger.path);
    pty.send("\r");
    pty.wait_for_text("Ctrl-G 不等了");
    pty.send("\x07");
    pty.wait_for_text("不等了,什么都没有写入");
    pty.wait_for_text("> 不等了的");
    held.execute_batch("COMMIT").unwrap();
    assert_eq!(texts(&ledger), [""; 0], "given up is not saved");
    pty.send("\r");
    pty.wait_for_text("已保存 14 县司法局 第1号");
    assert_eq!(texts(&ledger), ["不等了的"]);
}

#[test]
fn the_wait_for_a_colleague_can_be_given_up() {
    let ledger = Ledger::new();
    ledger.said(&["add", "14", "--unit", "sfj", "一"]);
    let turn = OpenOptions::new().write(true).open(ledger.folder.path().join("ledger.db-turn")).unwrap();
    turn.lock().unwrap();
    let mut pty = with_line(&ledger.path, "同事先");
    pty.send("\r");
    pty.wait_for_text("保存在等同事先存完");
    pty.send("\x07");
    pty.wait_for_text("> 同事先");
    // Whoever gave up holds nobody up: not the queue, and not the next try.
    pty.send("\r");
    pty.wait_for_text("保存在等同事先存完");
    turn.unlock().unwrap();
    pty.wait_for_text("已保存 14 县司法局 第2号");
    assert_eq!(texts(&ledger), ["同事先", "一"]);
}

#[test]
fn whoever_leaves_without_waiting_finds_the_text_as_a_draft_and_nothing_saved() {
    let ledger = Ledger::new();
    let mut pty = with_line(&ledger.path, "急着走");
    let held = outside(&ledger.path);
    pty.send("\r");
    pty.wait_for_text("保存在等别的程序");
    pty.send("q");
    pty.wait_for_text("存好就退出");
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    held.execute_batch("COMMIT").unwrap();
    assert_eq!(texts(&ledger), [""; 0]);
    let mut again = opened(&ledger.path);
    again.wait_for_text("有1份没写完的草稿");
    again.send("a");
    again.wait_for_text("> 急着走");
}

#[test]
fn patience_ends_with_a_sentence_and_the_text_still_there() {
    let ledger = Ledger::new();
    let mut pty = with_line(&ledger.path, "等不到的");
    let held = outside(&ledger.path);
    pty.send("\r");
    pty.wait_for_text("一直被别人占用");
    pty.wait_for_text("> 等不到的");
    held.execute_batch("COMMIT").unwrap();
    pty.send("\r");
    pty.wait_for_text("已保存 14 县司法局 第1号");
}

/// A save that is stopped in the middle would hold everybody up for as long as nobody says `fg`.
#[test]
fn a_session_is_not_stopped_in_the_middle_of_a_save() {
    let ledger = Ledger::new();
    let script = r#"set -m; "$0" "$@"; echo "stopped $?"; read; fg"#;
    let mut pty = screen(&ledger.path).under(script).start();
    pty.wait_for_text("q退出");
    pty.send("14");
    pty.wait_for_text(">14");
    pty.send("a");
    pty.wait_for_text("填报 14 县司法局");
    let held = outside(&ledger.path);
    pty.send("先存完再停\r");
    pty.wait_for_text("保存在等别的程序");
    pty.send("\x1a");
    pty.settle(Duration::from_millis(300));
    held.execute_batch("COMMIT").unwrap();
    pty.wait_for_text("stopped 147");
    assert_eq!(texts(&ledger), ["先存完再停"]);
    let since = Instant::now();
    ledger.said(&["add", "14", "--unit", "sfj", "别人的"]);
    assert!(since.elapsed() < Duration::from_secs(3), "{:?}", since.elapsed());
    pty.send("\r");
    pty.wait_for_text("已保存 14 县司法局 第1号");
}
