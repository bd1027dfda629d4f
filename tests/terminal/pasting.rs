//! Pastes, with the brackets that tell them from typing and without.

use std::time::{Duration, Instant};

use crate::office::{Office, READY, contains};
use crate::pty::Pty;

const LINES: &str = "第一行\n第二行\r\nq\n";

/// A hundred kilobytes are in place within a second; another one for a busy machine.
const FAST: Duration = Duration::from_secs(2);

fn bracketed(text: &str) -> String {
    format!("\x1b[200~{text}\x1b[201~")
}

fn line_open(office: &Office) -> Pty {
    let mut pty = office.opened();
    pty.send("14a");
    pty.wait_for_text("填报 14 县司法局");
    pty
}

#[test]
fn into_a_field_it_is_text_and_saved_only_when_asked() {
    for paste in [bracketed(LINES), LINES.to_owned()] {
        let office = Office::new();
        let mut pty = line_open(&office);
        pty.send(&paste);
        pty.wait_for_text("第二行");
        // A text of many lines opens the whole form.
        pty.wait_for_text("进展情况");
        pty.settle(Duration::from_millis(400));
        assert_eq!(office.says(&["log", "--json"]).trim(), "[]", "not saved");
        pty.send("完\x13");
        pty.wait_for_text("已保存 14");
        assert!(office.says(&["log", "14", "--json"]).contains(r#""第一行\n第二行\nq\n完""#));
        pty.send("q");
        assert_eq!(pty.wait_exit(), 0);
        assert!(contains(&pty.raw(), "\x1b[?2004l"));
    }
}

#[test]
fn into_the_list_it_runs_nothing() {
    let danger = ["d\ny\ny\nq\n", "dy1\nzy\nq\nq\n", LINES, "q\r\nq\r\n\x1b[B"];
    let long = "dyqzy1sa司法局听证会复议案件审结调解".repeat(300);
    let office = Office::new();
    office.report("14", "sfj", "不许动的");
    let mut pty = office.opened();
    pty.send("14");
    pty.wait_for_text("不许动的");
    for text in danger.into_iter().chain([long.as_str()]) {
        for paste in [bracketed(text), text.to_owned()] {
            pty.send(&paste);
            pty.wait_for_text("粘贴的文字没有地方放");
            // What the notice was behind the next key takes away.
            pty.send("14");
            pty.wait_for_text("到第14项");
        }
    }
    // Nor from what lies over the list.
    for (over, there) in [(".", "操作"), ("?", "移动"), ("d", "删除"), ("s", "改状态"), (",", "设置")]
    {
        pty.send(over);
        pty.wait_for_text(there);
        pty.send("1yq1\ndyq\n1\nq\n");
        pty.settle(Duration::from_millis(400));
        pty.send("\x07");
        pty.wait_for("the list", |screen| screen.contents().contains(READY));
        pty.send("14");
        pty.wait_for_text("到第14项");
    }
    let kept = office.says(&["log", "--json"]);
    assert!(kept.contains("不许动的") && kept.matches("\"text\"").count() <= 1, "{kept}");
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
}

#[test]
fn in_pieces_it_is_still_one() {
    let office = Office::new();
    let mut pty = office.opened();
    // As a slow line sends it: the second piece alone would quit.
    pty.send("第一行\n第二行\n");
    std::thread::sleep(Duration::from_millis(60));
    pty.send("q");
    pty.wait_for_text("粘贴的文字没有地方放");
    pty.send("14");
    pty.wait_for_text(">14");
}

#[test]
fn a_hundred_kilobytes_are_told_to_be_too_long_at_once() {
    let text = "本期新收行政复议案件12件\n".repeat(3_000);
    assert!(text.len() > 100_000);
    for paste in [bracketed(&text), text.clone()] {
        let office = Office::new();
        let mut pty = line_open(&office);
        pty.send("先写的");
        pty.wait_for_text("> 先写的");
        let start = Instant::now();
        pty.send(&paste);
        pty.wait_for_text("粘贴的太长,没有放进去。这里还能放19997个字。");
        println!("100 kB refused after {:?}", start.elapsed());
        assert!(start.elapsed() < FAST, "{:?}", start.elapsed());
        pty.send("还在");
        pty.wait_for_text("先写的还在");
    }
    // What fits is taken as fast.
    let fits = "本期新收行政复议案件12件,已办结\n".repeat(1_050);
    for paste in [bracketed(&fits), fits.clone()] {
        let office = Office::new();
        let mut pty = line_open(&office);
        let start = Instant::now();
        pty.send(&paste);
        pty.wait_for_text(&format!("{}/20000字", fits.chars().count()));
        println!("{} bytes taken after {:?}", fits.len(), start.elapsed());
        assert!(start.elapsed() < FAST, "{:?}", start.elapsed());
    }
}
