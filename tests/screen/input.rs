//! Keys as terminals and input methods send them, in commands and in text; which keys may be needed at all.

use super::support::{Screen, hides, shows};

/// What xterm, the Linux console, `PuTTY`, screen and rxvt send for keys that are no text.
const NO_TEXT: &[&str] = &[
    // Arrows, with and without modifiers and application mode.
    "\x1b[A",
    "\x1b[B",
    "\x1b[C",
    "\x1b[D",
    "\x1bOA",
    "\x1bOB",
    "\x1bOC",
    "\x1bOD",
    "\x1b[1;5A",
    "\x1b[1;2B",
    "\x1b[1;3C",
    "\x1b[a",
    "\x1b[b",
    "\x1bOa",
    "\x1bOb",
    "\x1b\x1b[A",
    "\x1b\x1bOD",
    // Home, End, Insert, Delete, pages: VT220, xterm, rxvt, with Ctrl and Shift.
    "\x1b[H",
    "\x1b[F",
    "\x1bOH",
    "\x1bOF",
    "\x1b[1~",
    "\x1b[2~",
    "\x1b[4~",
    "\x1b[5~",
    "\x1b[6~",
    "\x1b[7~",
    "\x1b[8~",
    "\x1b[1;5H",
    "\x1b[1;2F",
    "\x1b[5^",
    "\x1b[6$",
    "\x1b[7@",
    // F1 to F12: xterm, VT220, Linux, PuTTY's modes, with modifiers.
    "\x1bOP",
    "\x1bOQ",
    "\x1bOR",
    "\x1bOS",
    "\x1b[11~",
    "\x1b[12~",
    "\x1b[13~",
    "\x1b[14~",
    "\x1b[15~",
    "\x1b[17~",
    "\x1b[18~",
    "\x1b[19~",
    "\x1b[20~",
    "\x1b[21~",
    "\x1b[23~",
    "\x1b[24~",
    "\x1b[[A",
    "\x1b[[B",
    "\x1b[[C",
    "\x1b[[D",
    "\x1b[[E",
    "\x1bOT",
    "\x1bOU",
    "\x1bOV",
    "\x1bOW",
    "\x1bOX",
    "\x1bOY",
    "\x1bOZ",
    "\x1bO[",
    "\x1b[1;2P",
    "\x1b[15;5~",
    "\x1b[25~",
    "\x1b[34~",
    "\x1b[23$",
    // Shift-Tab, Alt with letters, other keyboards' protocols, mouse, focus, replies.
    "\x1b[Z",
    "\x1bj",
    "\x1b中",
    "\x1b\x7f",
    "\x1b[27;5;106~",
    "\x1b[106;5u",
    "\x1b[<0;1;1M",
    "\x1b[M !!",
    "\x1b[I",
    "\x1b[O",
    "\x1b[24;1R",
    "\x1b[?62c",
    "\x1b]11;rgb:1/2/3\x07",
    "\x1bP1$r\x1b\\",
];

#[test]
fn keys_that_are_no_text_never_leave_any() {
    for open in ["14a", "14A", "/", "u"] {
        let mut screen = Screen::new(80, 24);
        screen.keys(open).bytes("受理".as_bytes());
        let before = screen.text();
        assert!(before.contains("受理"), "{before}");
        for bytes in NO_TEXT {
            screen.bytes(bytes.as_bytes());
            let text = screen.text();
            for garbage in ["[", "]", "~", "^", "$", ";", "rgb", "OM", "OP", "1;"] {
                let (now, then) = (text.matches(garbage).count(), before.matches(garbage).count());
                assert!(now <= then, "{open} {}: {garbage:?} in\n{text}", bytes.escape_default());
            }
            assert!(text.contains("受理"), "{open} {}:\n{text}", bytes.escape_default());
        }
    }
}

#[test]
fn the_keypad_writes_what_is_printed_on_it() {
    let mut screen = Screen::new(80, 24);
    screen.bytes(b"\x1bOq").bytes(b"\x1bOt");
    shows(&screen, ">14");
    screen.bytes(b"a").bytes("受理".as_bytes());
    for key in ["\x1bOt", "\x1bOn", "\x1bOq"] {
        screen.bytes(key.as_bytes());
    }
    shows(&screen, "> 受理4.1");
    screen.bytes(b"\x1bOM");
    shows(&screen, "已保存 14");
}

#[test]
fn both_backspaces_take_one_away() {
    for backspace in [b"\x7f", b"\x08"] {
        let mut screen = Screen::new(80, 24);
        screen.keys("14a").bytes("受理案".as_bytes()).bytes(backspace);
        shows(&screen, "> 受理");
        hides(&screen, "受理案");
    }
}

/// What input methods send with Chinese punctuation on, and the key that was pressed.
const SENT: &[(char, char)] = &[
    ('／', '/'),
    ('、', '/'),
    ('？', '?'),
    ('！', '!'),
    ('，', ','),
    ('。', '.'),
    ('．', '.'),
    ('：', ':'),
    ('【', '['),
    ('】', ']'),
    ('［', '['),
    ('＋', '+'),
    ('ｊ', 'j'),
    ('ｋ', 'k'),
    ('ｑ', 'q'),
    ('ａ', 'a'),
    ('Ａ', 'A'),
    ('ｕ', 'u'),
    ('ｒ', 'r'),
    ('ｓ', 's'),
    ('ｚ', 'z'),
    ('Ｚ', 'Z'),
    ('ｎ', 'n'),
    ('Ｎ', 'N'),
    ('ｃ', 'c'),
    ('ｄ', 'd'),
    ('ｅ', 'e'),
    ('ｇ', 'g'),
    ('Ｇ', 'G'),
    ('ｈ', 'h'),
    ('ｌ', 'l'),
    ('１', '1'),
    ('９', '9'),
];

#[test]
fn what_input_methods_send_is_the_key_that_was_meant() {
    for (sent, key) in SENT {
        let play = |c: char| {
            let mut screen = Screen::new(80, 24);
            screen.keys("14");
            screen.bytes(c.to_string().as_bytes());
            (screen.text(), format!("{:?}", screen.asked))
        };
        assert_eq!(play(*sent), play(*key), "{sent} is {key}");
    }
}

#[test]
fn in_text_they_stay_as_typed() {
    let all: String = SENT.iter().map(|(sent, _)| *sent).chain("；《》“”‘’·￥—…（）".chars()).collect();
    let mut screen = Screen::new(120, 40);
    screen.keys("14A");
    for c in all.chars() {
        screen.bytes(c.to_string().as_bytes());
    }
    screen.keys("<C-s>");
    let entry = screen.stored();
    assert_eq!(entry, all);
}

#[test]
fn every_hanzi_where_commands_are_expected_opens_the_finder() {
    for c in ['司', '嵊', '一', '㐀', '龥', '𠮷'] {
        let mut screen = Screen::new(80, 24);
        screen.bytes(c.to_string().as_bytes());
        shows(&screen, &format!("搜索> {c}"));
        shows(&screen, "中文输入法开着");
        screen.keys("<C-g>").bytes(c.to_string().as_bytes());
        hides(&screen, "中文输入法开着");
    }
}

#[test]
fn what_is_composed_of_two_is_stored_as_one() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14a");
    // é in two, and a compatibility form that stays.
    for part in ["cafe", "\u{301}", "（１）", "\u{2F00}"] {
        screen.bytes(part.as_bytes());
    }
    screen.keys("<Enter>");
    assert_eq!(screen.stored(), "caf\u{e9}（１）\u{2F00}");
    // Found by its other spelling and by its half-width one.
    for words in ["cafe\u{301}", "(1)"] {
        let mut found = Screen::new(80, 24);
        found.keys("14a").bytes("caf\u{e9}（１）".as_bytes()).keys("<Enter>").keys("/");
        found.bytes(words.as_bytes());
        shows(&found, "1/21项");
    }
}

/// The sources of everything that hears keys.
fn sources() -> Vec<(String, String)> {
    fn walk(folder: &std::path::Path, found: &mut Vec<(String, String)>) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                if !path.ends_with("term") {
                    walk(&path, found);
                }
            } else {
                let text = std::fs::read_to_string(&path).expect("a source");
                let program = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
                found.push((path.display().to_string(), program));
            }
        }
    }
    let mut found = Vec::new();
    walk(std::path::Path::new("src/tui"), &mut found);
    assert!(found.len() > 20);
    found
}

#[test]
fn no_key_that_clients_swallow_is_the_only_way() {
    // Browsers and terminals take Ctrl-N, T, W and V, screen and tmux Ctrl-A and B; Alt, F keys and a tilde behind
    // Enter never arrive everywhere. None of them is bound at all, and Esc only beside other keys.
    for (file, source) in sources() {
        for line in source.lines().map(str::trim).filter(|line| !line.starts_with("//")) {
            for letter in ["a", "b", "n", "t", "v", "w"] {
                let bound = format!("Ctrl('{letter}'");
                assert!(
                    !line.contains(&bound) && !line.contains(&format!("Ctrl({letter:?}")),
                    "{file}: {line}"
                );
            }
            assert!(!line.contains("KeyCode::F("), "{file}: {line}");
            let alone = line.contains("KeyCode::Esc") && !line.contains('|') && !line.contains(',');
            assert!(!alone, "{file}: Esc must not be the only key: {line}");
        }
    }
}

#[test]
fn everything_in_a_form_is_done_without_them() {
    // Writing, choosing the status, moving on, saving, leaving, throwing away: with arrows, Tab, Enter and text.
    let mut screen = Screen::new(80, 24);
    screen.keys("14a<Tab>受理41件");
    for _ in 0..40 {
        if screen.text().contains("已保存") {
            break;
        }
        screen.keys("<Tab>");
        if screen.on_button("保存") {
            screen.keys("<Enter>");
        }
    }
    shows(&screen, "已保存 14");
    for (button, told) in [("存草稿离开", "草稿留着"), ("放弃这次填写", "放弃了")] {
        let mut screen = Screen::new(80, 24);
        screen.keys("14a<Tab>受理41件");
        for _ in 0..40 {
            screen.keys("<Tab>");
            if screen.on_button(button) {
                screen.keys("<Enter>");
                break;
            }
        }
        shows(&screen, told);
    }
    // Everything that lies over the list is left with Backspace, any key or Ctrl-G.
    for (open, leave) in
        [("u", "<BS>"), ("/", "<BS>"), (".", "x"), ("?", "x"), ("s", "x"), (",", "x"), ("u", "<C-g>")]
    {
        let mut screen = Screen::new(80, 24);
        screen.keys(open).keys(leave);
        shows(&screen, "q退出");
        assert!(matches!(screen.model.overlay, duban::tui::model::Overlay::None), "{open} {leave}");
    }
}
