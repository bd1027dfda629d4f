//! Where it runs: terminals of every kind, none at all, any locale, no alternate screen.

use std::process::{Command, Stdio};
use std::time::Duration;

use crate::office::{DUBAN, Office, READY, contains, opened};
use crate::pty::Pty;

const OVERVIEW: &str = "全部21项";

fn assert_plain(raw: &[u8], what: &str) {
    assert!(contains(raw, OVERVIEW), "{what}: {}", String::from_utf8_lossy(raw));
    assert!(!raw.contains(&0x1b), "{what}");
}

/// What the screen wrote until it came to rest.
fn first_frames(pty: &Pty) -> Vec<u8> {
    pty.settle(Duration::from_millis(200));
    pty.raw()
}

#[test]
fn without_a_terminal_that_can_show_it_there_is_the_overview_and_no_escape() {
    let office = Office::new();
    for term in [None, Some("dumb"), Some(""), Some("xterm"), Some("linux")] {
        let mut command = Command::new(DUBAN);
        command.env_clear().env("HOME", office.folder.path()).env("DUBAN_DB", office.ledger());
        command.envs(term.map(|term| ("TERM", term))).stdin(Stdio::null());
        let output = command.output().unwrap();
        assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0), "{term:?}");
        assert_plain(&output.stdout, "no terminal");
    }
    let in_terminal = [
        r#"TERM=dumb exec "$0" "$@""#,
        r#"unset TERM; exec "$0" "$@""#,
        r#"TERM= exec "$0" "$@""#,
        r#""$0" "$@" | cat"#,
        r#"exec "$0" "$@" </dev/null"#,
    ];
    for script in in_terminal {
        let mut pty = office.run().under(script).start();
        assert_eq!(pty.wait_exit(), 0, "{script}");
        pty.settle(Duration::from_millis(50));
        assert_plain(&pty.raw(), script);
    }
}

/// The parameters of every colour and attribute sent.
fn attributes(raw: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(raw);
    let sequences = text.split("\x1b[").skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ';')?;
        rest[end..].starts_with('m').then(|| rest[..end].to_owned())
    });
    sequences.flat_map(|s| s.split(';').map(ToOwned::to_owned).collect::<Vec<_>>()).collect()
}

#[test]
fn every_terminal_gets_the_same_sixteen_colours_and_no_trickery() {
    let office = Office::new();
    office.report("1", "yfzxb", "听取汇报一次");
    let mut same = None;
    for term in ["linux", "vt100", "screen", "xterm", "putty", "tmux-256color"] {
        for colorterm in [None, Some("truecolor")] {
            let mut run = office.run().env("TERM", term);
            if let Some(value) = colorterm {
                run = run.env("COLORTERM", value);
            }
            let mut pty = opened(run);
            let raw = first_frames(&pty);
            let numbers: Vec<u16> = attributes(&raw).iter().filter_map(|n| n.parse().ok()).collect();
            assert!(!numbers.iter().any(|n| matches!(n, 38 | 48)), "{term}: {numbers:?}");
            assert_eq!(same.get_or_insert_with(|| raw.clone()), &raw, "{term} {colorterm:?}");
            pty.send("usfj\r");
            pty.wait_for_text("单位:县司法局");
            pty.send("?");
            pty.settle(Duration::from_millis(50));
            pty.send("qq");
            assert_eq!(pty.wait_exit(), 0, "{term}");
            let raw = pty.raw();
            let tricks =
                ["\x0e", "\x0f", "\x1b(", "\x1b[>", "\x1b[?1000h", "\x1b[?1002h", "\x1b[?1003h", "\x1b[6n"];
            for trick in tricks {
                assert!(!contains(&raw, trick), "{term}: {trick:?}");
            }
        }
    }
}

#[test]
fn without_colours_none_is_sent() {
    let office = Office::new();
    office.report("1", "yfzxb", "听取汇报一次");
    let mut pty = opened(office.run().env("NO_COLOR", "1"));
    pty.send("14");
    pty.wait_for_text(">14");
    let numbers: Vec<u16> = attributes(&first_frames(&pty)).iter().filter_map(|n| n.parse().ok()).collect();
    assert!(!numbers.iter().any(|n| matches!(n, 30..=49 | 90..=107)), "{numbers:?}");
    pty.screen(|screen| {
        let marked = (0..24).find(|y| screen.cell(*y, 25).is_some_and(|c| c.contents() == ">")).unwrap();
        assert!(screen.cell(marked, 26).unwrap().inverse(), "the chosen row's number is reversed");
    });
}

#[test]
fn the_locale_changes_no_byte() {
    let office = Office::new();
    office.report("1", "yfzxb", "听取汇报一次:“互联网+”—…");
    let locales: [&[(&str, &str)]; 6] = [
        &[],
        &[("LANG", "C")],
        &[("LC_ALL", "POSIX")],
        &[("LANG", "zh_CN.GBK")],
        &[("LC_ALL", "zh_CN.GB18030"), ("LANG", "C")],
        &[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "xx_YY.nonsense")],
    ];
    let mut same: Option<(Vec<u8>, Vec<u8>)> = None;
    for locale in locales {
        let run = locale.iter().fold(office.run(), |run, (name, value)| run.env(name, value));
        let mut pty = opened(run);
        let screen = first_frames(&pty);
        pty.send("q");
        assert_eq!(pty.wait_exit(), 0);
        let mut command = Command::new(DUBAN);
        command.env_clear().env("HOME", office.folder.path()).env("DUBAN_DB", office.ledger());
        let words = ["show", "1", "--as-of", "2025-06-24"];
        let printed = command.envs(locale.iter().copied()).args(words).output().unwrap().stdout;
        assert!(contains(&printed, "听取汇报一次"));
        let both = (screen, printed);
        assert_eq!(same.get_or_insert_with(|| both.clone()), &both, "{locale:?}");
    }
}

#[test]
fn without_an_alternate_screen_nothing_shines_through_and_the_prompt_has_its_line() {
    let office = Office::new();
    let mut pty = office.opened();
    pty.settle(Duration::from_millis(200));
    let first = pty.mark();
    pty.send("14?");
    pty.wait_for_text("Ctrl-L");
    pty.send("qq");
    assert_eq!(pty.wait_exit(), 0);
    pty.settle(Duration::from_millis(50));
    // The same bytes to a terminal that knows no alternate screen and is full of something else.
    let raw = String::from_utf8(pty.raw()).unwrap();
    let mut old = vt100::Parser::new(24.try_into().unwrap(), 80.try_into().unwrap(), 0);
    old.process("\x1b[41;1mX".repeat(24 * 80).as_bytes());
    old.process("\x1b[5;10r\x1b[4h\x1b[H".as_bytes());
    let without = |text: &str| text.replace("\x1b[?1049h", "").replace("\x1b[?1049l", "");
    old.process(without(&raw[..first]).as_bytes());
    let screen = old.screen();
    assert!(screen.contents().contains(READY) && !screen.contents().contains('X'), "{}", screen.contents());
    assert!((0..24).all(|y| screen.cell(y, 79).unwrap().bgcolor() == vt100::Color::Default));
    old.process(without(&raw[first..]).as_bytes());
    let screen = old.screen();
    let (row, column) = screen.cursor_position();
    assert_eq!(column, 0);
    assert_eq!(screen.rows(0, 80).nth(usize::from(row)).unwrap().trim(), "", "a fresh line");
    assert!(!screen.hide_cursor() && !screen.bracketed_paste());
    assert!(screen.fgcolor() == vt100::Color::Default && screen.bgcolor() == vt100::Color::Default);
    assert!(!screen.bold() && !screen.inverse());
}
