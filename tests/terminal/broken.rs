//! Bytes that are not what a terminal should send: halves, replies to questions nobody asked, other encodings.

use std::time::{Duration, Instant};

use rustix::process::Signal;

use crate::office::{Office, contains, write_a_line};
use crate::pty::Pty;

/// Another process's commit is on the screen within this.
const SEEN: Duration = Duration::from_secs(2);

/// Everything that must go on working does.
fn assert_alive(office: &Office, pty: &mut Pty, what: &str) {
    let text = format!("别人在{}写的", what.len());
    office.report("1", "yfzxb", &text);
    let start = Instant::now();
    pty.wait_for_text(&text);
    println!("{what}: seen after {:?}", start.elapsed());
    assert!(start.elapsed() < SEEN, "{what}: {:?}", start.elapsed());
}

#[test]
fn half_a_sequence_stops_nothing() {
    let office = Office::new();
    let mut pty = office.opened();
    for (at, bytes) in [b"\x1b[".as_slice(), b"\xe4\xb8", b"\xd6", b"\x1b[200~abc"].into_iter().enumerate() {
        pty.send(bytes);
        assert_alive(&office, &mut pty, &format!("{}{}", bytes.escape_ascii(), "x".repeat(at * 20)));
        // A paste that is not ended is given up after a second; what comes then are keys.
        pty.settle(Duration::from_millis(1200));
        for (key, there) in [("G", ">21"), ("g", "> 1")] {
            pty.send(key);
            pty.wait_for_text(there);
        }
    }
    for bytes in [b"\x1b[".as_slice(), b"\xe4\xb8", b"\xd6", b"\x1b[200~abc"] {
        let mut pty = office.opened();
        pty.send(bytes);
        pty.settle(Duration::from_millis(50));
        let start = Instant::now();
        pty.signal(Signal::TERM);
        assert_eq!(pty.wait_exit(), 143);
        assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    }
}

#[test]
fn another_encoding_is_told_once_and_never_typed() {
    let office = Office::new();
    let mut pty = office.opened();
    pty.send("14a");
    pty.wait_for_text("填报 14 县司法局");
    // 中文 in GBK.
    pty.send(b"\xd6\xd0\xce\xc4");
    pty.wait_for_text("终端编码不是UTF-8");
    let mark = pty.mark();
    for half in [b"\xd6\xd0".as_slice(), b"\xe4\xb8", b"\xce"] {
        pty.send(half);
        std::thread::sleep(Duration::from_millis(250));
        pty.send("好");
    }
    pty.wait_for_text("> 好好好");
    assert!(!contains(&pty.since(mark), "终端编码"), "told once");
    pty.send("\r");
    pty.wait_for_text("已保存 14");
    assert!(office.says(&["log", "14", "--json"]).contains("\"好好好\""));
}

#[test]
fn replies_nobody_asked_for_are_never_typed() {
    let replies = "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\\x1b]10;rgb:ffff/ffff/ffff\x07\x1b[?62;22c\x1b[>41;354;0c\
                   \x1b[24;1R\x1b[I\x1b[O\x1b[?2026;2$y\x1bP>|XTerm(380)\x1b\\";
    let office = Office::new();
    let mut pty = office.run().under(r#""$0" "$@"; read -t 1 rest; echo "left:[$rest]""#).start();
    pty.wait_for_text(crate::office::READY);
    write_a_line(&mut pty, "已写的");
    for byte in replies.as_bytes() {
        pty.send([*byte]);
    }
    pty.send(replies);
    pty.send("还在");
    pty.wait_for_text("> 已写的还在");
    pty.send("\x07");
    pty.wait_for_text("草稿留着");
    assert!(!office.says(&["log", "--json"]).contains("rgb"));
    office.wait_for_draft("已写的还在");
    // Late ones, behind the key that quits, are not left to the shell.
    pty.send(format!("q{replies}; echo no\r"));
    pty.wait_for_text("left:[]");
}

#[test]
fn an_escape_cut_off_by_the_line_is_not_the_escape_key() {
    let office = Office::new();
    let mut pty = office.opened();
    write_a_line(&mut pty, "上下左右");
    // On a machine so busy that the two are no longer close together, once more.
    loop {
        let start = Instant::now();
        pty.send("\x1b");
        std::thread::sleep(Duration::from_millis(50));
        pty.send("[D");
        if start.elapsed() < Duration::from_millis(70) {
            break;
        }
    }
    pty.send("中");
    pty.wait_for_text("> 上下左中右");
    // Both in one read: Alt with a letter, which does nothing.
    pty.send("\x1bj");
    pty.send("间");
    pty.wait_for_text("> 上下左中间右");
    // Alone, it leaves; the draft is kept and named.
    pty.send("\x1b");
    pty.wait_for_text("草稿留着:14 县司法局");
    office.wait_for_draft("上下左中间右");
}
