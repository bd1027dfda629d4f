//! Bytes as terminals send them, and what they come to.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use duban::tui::term::{Decoder, Input};
use proptest::prelude::*;
use std::time::Duration;

fn key(code: KeyCode) -> Input {
    with(code, KeyModifiers::NONE)
}

fn with(code: KeyCode, modifiers: KeyModifiers) -> Input {
    Input::Key(KeyEvent::new(code, modifiers))
}

fn ch(c: char) -> Input {
    key(KeyCode::Char(c))
}

fn decode(bytes: &[u8]) -> Vec<Input> {
    let mut out = Vec::new();
    Decoder::default().feed(bytes, &mut out);
    out
}

/// Feeds, then lets the time pass.
fn decode_idle(bytes: &[u8]) -> Vec<Input> {
    let (mut out, mut decoder) = (Vec::new(), Decoder::default());
    decoder.feed(bytes, &mut out);
    if decoder.waiting().is_some() {
        decoder.idle(&mut out);
    }
    assert_eq!(decoder.waiting(), None);
    out
}

#[test]
fn every_terminals_keys() {
    use KeyCode::{
        Backspace, Delete, Down, End, Enter, F, Home, Insert, Left, PageDown, PageUp, Right, Tab, Up,
    };
    let table: &[(KeyCode, &[&str])] = &[
        (Up, &["\x1b[A", "\x1bOA"]),
        (Down, &["\x1b[B", "\x1bOB"]),
        (Right, &["\x1b[C", "\x1bOC"]),
        (Left, &["\x1b[D", "\x1bOD"]),
        (Home, &["\x1b[H", "\x1bOH", "\x1b[1~", "\x1b[7~"]),
        (End, &["\x1b[F", "\x1bOF", "\x1b[4~", "\x1b[8~"]),
        (Insert, &["\x1b[2~"]),
        (Delete, &["\x1b[3~"]),
        (PageUp, &["\x1b[5~"]),
        (PageDown, &["\x1b[6~"]),
        (F(1), &["\x1bOP", "\x1b[P", "\x1b[11~", "\x1b[[A"]),
        (F(2), &["\x1bOQ", "\x1b[Q", "\x1b[12~", "\x1b[[B"]),
        (F(3), &["\x1bOR", "\x1b[R", "\x1b[13~", "\x1b[[C"]),
        (F(4), &["\x1bOS", "\x1b[S", "\x1b[14~", "\x1b[[D"]),
        (F(5), &["\x1b[15~", "\x1b[[E", "\x1bOT"]),
        (F(6), &["\x1b[17~", "\x1bOU"]),
        (F(7), &["\x1b[18~"]),
        (F(8), &["\x1b[19~"]),
        (F(9), &["\x1b[20~"]),
        (F(10), &["\x1b[21~"]),
        (F(11), &["\x1b[23~"]),
        (F(12), &["\x1b[24~", "\x1bO["]),
        (Enter, &["\r", "\x1bOM"]),
        (Tab, &["\t"]),
        (Backspace, &["\x7f"]),
    ];
    for (code, encodings) in table {
        for bytes in *encodings {
            assert_eq!(decode(bytes.as_bytes()), [key(*code)], "{bytes:?}");
        }
    }
}

#[test]
fn keys_with_modifiers() {
    use KeyCode::{BackTab, Backspace, Char, Delete, Down, Enter, F, Home, Left, Right, Up};
    let (shift, alt, ctrl) = (KeyModifiers::SHIFT, KeyModifiers::ALT, KeyModifiers::CONTROL);
    let table: &[(&str, KeyCode, KeyModifiers)] = &[
        ("\x1b[1;5A", Up, ctrl),
        ("\x1b[1;2C", Right, shift),
        ("\x1b[1;3D", Left, alt),
        ("\x1b[1;6B", Down, ctrl | shift),
        ("\x1b[3;5~", Delete, ctrl),
        ("\x1b[1;5H", Home, ctrl),
        ("\x1b[1;2P", F(1), shift),
        ("\x1b[15;5~", F(5), ctrl),
        ("\x1bO1;5P", F(1), ctrl),
        ("\x1bO5Q", F(2), ctrl),
        ("\x1b[a", Up, shift),
        ("\x1bOa", Up, ctrl),
        ("\x1b[3^", Delete, ctrl),
        ("\x1b[3$", Delete, shift),
        ("\x1b[3@", Delete, ctrl | shift),
        ("\x1b[Z", BackTab, shift),
        ("\x1b\x1b[A", Up, alt),
        ("\x1b\x1bOA", Up, alt),
        ("\x1bj", Char('j'), alt),
        ("\x1b\r", Enter, alt),
        ("\x1b\x7f", Backspace, alt),
        ("\x1b中", Char('中'), alt),
        ("\x01", Char('a'), ctrl),
        ("\x03", Char('c'), ctrl),
        ("\x08", Char('h'), ctrl),
        ("\n", Char('j'), ctrl),
        ("\x11", Char('q'), ctrl),
        ("\x13", Char('s'), ctrl),
        ("\x1a", Char('z'), ctrl),
        ("\0", Char(' '), ctrl),
        ("\x1c", Char('\\'), ctrl),
        ("\x1f", Char('_'), ctrl),
        ("\x1b]\r", Char(']'), alt),
    ];
    for (bytes, code, modifiers) in table {
        assert_eq!(decode(bytes.as_bytes())[0], with(*code, *modifiers), "{bytes:?}");
    }
}

#[test]
fn replies_and_reports_are_never_typed() {
    let reports: &[&[u8]] = &[
        b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
        b"\x1b]10;rgb:ffff/ffff/ffff\x07",
        b"\x1b[24;1R",
        b"\x1b[1;5R",
        b"\x1b[?62;22c",
        b"\x1b[>41;354;0c",
        b"\x1b[?1;2c",
        b"\x1b[?2026;2$y",
        b"\x1b[4;2$y",
        b"\x1b[I",
        b"\x1b[O",
        b"\x1b[M !!",
        b"\x1b[M\x20\xff\xfe",
        b"\x1b[<0;10;20M",
        b"\x1b[<0;10;20m",
        b"\x1b[0;10;20M",
        b"\x1b[?1u",
        b"\x1b[97;5u",
        b"\x1b[57441;2:3u",
        b"\x1b[1;2:3A",
        b"\x1bP1$r0m\x1b\\",
        b"\x1bP>|XTerm(380)\x1b\\",
        b"\x1bP!|00000000\x1b\\",
        b"\x1b_Gi=1;OK\x1b\\",
        b"\x1b^pm\x1b\\",
        b"\x1bXsos\x1b\\",
        b"\x1b[8;24;80t",
        b"\x1b]l title \xe4\xb8\xad\x1b\\",
        b"\x1b[0n",
        b"\x1b[201~",
        b"\x1b[27;5;106~",
        b"\xc2\x9b",
        b"\x1b[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16A",
        b"\x1b[99~",
        b"\x1bOz",
    ];
    for bytes in reports {
        assert_eq!(decode(bytes), [], "{}", bytes.escape_ascii());
        let then: Vec<u8> = bytes.iter().copied().chain(*b"q").collect();
        assert_eq!(decode(&then), [ch('q')], "{}", bytes.escape_ascii());
    }
}

#[test]
fn what_stays_unfinished_does_not_stop_later_keys() {
    let table: [(&[u8], Vec<Input>); 12] = [
        (b"\x1b", vec![key(KeyCode::Esc)]),
        (b"\x1b\x1b", vec![key(KeyCode::Esc); 2]),
        (b"\x1b[", vec![]),
        (b"\x1b[1;", vec![]),
        (b"\x1bO", vec![]),
        (b"\x1b[[", vec![]),
        (b"\x1b[M!", vec![]),
        (b"\x1b]11;rgb:", vec![]),
        (b"\xe4\xb8", vec![Input::NotUtf8]),
        (b"\xd6", vec![Input::NotUtf8]),
        (b"\x1b[200~abc", vec![Input::Paste("abc".into())]),
        (b"\x1b[200~", vec![]),
    ];
    for (bytes, first) in table {
        let (mut out, mut decoder) = (Vec::new(), Decoder::default());
        decoder.feed(bytes, &mut out);
        assert!(decoder.waiting().is_some_and(|d| d <= Duration::from_secs(1)), "{bytes:?}");
        decoder.idle(&mut out);
        assert_eq!(out, first, "{bytes:?}");
        decoder.feed(b"j", &mut out);
        assert_eq!(out.last(), Some(&ch('j')), "{bytes:?}");
    }
}

#[test]
fn a_key_after_a_broken_character_is_not_swallowed() {
    assert_eq!(decode(b"\xe4\xb8q"), [Input::NotUtf8, ch('q')]);
    assert_eq!(decode(b"\xe4\xb8\x1b[A"), [Input::NotUtf8, key(KeyCode::Up)]);
    assert_eq!(decode("\u{1b}[中".as_bytes()), [ch('中')]);
    assert_eq!(decode(b"\x1b[\r"), [key(KeyCode::Enter)]);
}

#[test]
fn one_hint_for_a_run_of_foreign_bytes() {
    // 中文 in GBK, twice; then a control of Latin-1; then what only looks like UTF-8.
    assert_eq!(decode(b"\xd6\xd0\xce\xc4\xd6\xd0\xce\xc4q"), [Input::NotUtf8, ch('q')]);
    assert_eq!(decode(b"\x9b\xffa\xfe"), [Input::NotUtf8, ch('a'), Input::NotUtf8]);
    assert_eq!(decode(b"\xc0\x80\xed\xa0\x80\xf5\x80"), [Input::NotUtf8]);
}

#[test]
fn a_paste_is_text_and_nothing_else() {
    let out = decode("\u{1b}[200~第一行\n第二行\r\nq\rd\u{1b}[A\u{3}y\u{1b}[201~j".as_bytes());
    assert_eq!(out, [Input::Paste("第一行\n第二行\nq\nd[Ay".into()), ch('j')]);
}

#[test]
fn the_late_rest_of_a_torn_paste_is_still_paste() {
    let (mut out, mut decoder) = (Vec::new(), Decoder::default());
    decoder.feed(b"\x1b[200~one", &mut out);
    decoder.idle(&mut out);
    decoder.feed(b"dyq\x1b[201~j", &mut out);
    assert_eq!(out, [Input::Paste("one".into()), Input::Paste("dyq".into()), ch('j')]);
}

#[test]
fn escape_waits_for_its_rest() {
    let (mut out, mut decoder) = (Vec::new(), Decoder::default());
    decoder.feed(b"\x1b", &mut out);
    assert_eq!((out.len(), decoder.waiting()), (0, Some(Duration::from_millis(100))));
    decoder.feed(b"[A", &mut out);
    assert_eq!(out, [key(KeyCode::Up)]);
}

#[test]
fn a_hanzi_byte_by_byte() {
    let (mut out, mut decoder) = (Vec::new(), Decoder::default());
    for byte in "督办".as_bytes() {
        decoder.feed(&[*byte], &mut out);
    }
    assert_eq!(out, [ch('督'), ch('办')]);
}

const PIECES: [&[u8]; 18] = [
    b"\x1b",
    b"\x1b[",
    b"\x1bO",
    b"\x1b]",
    b"\x1bP",
    b"\x1b\\",
    b"\x1b[200~",
    b"\x1b[201~",
    b"\x1b[A",
    b"\x1b[1;5",
    b"\x1b[M",
    b"\x1b[[",
    b"\x1b]11;",
    b"\x07",
    b"\r",
    b"\n",
    b"\x1b[24;1R",
    b"\x1b[3$",
];

/// Bytes that look like what terminals send, with every kind of damage.
fn traffic() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..6),
        proptest::collection::vec(proptest::char::range(' ', '龥'), 0..6)
            .prop_map(|chars| chars.into_iter().collect::<String>().into_bytes()),
        proptest::sample::select(PIECES.to_vec()).prop_map(<[u8]>::to_vec),
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_split_gives_the_same(
        bytes in traffic(),
        cuts in proptest::collection::vec(any::<prop::sample::Index>(), 0..8),
    ) {
        let mut places: Vec<usize> = cuts.iter().map(|c| c.index(bytes.len() + 1)).collect();
        places.extend([0, bytes.len()]);
        places.sort_unstable();
        let (mut out, mut decoder) = (Vec::new(), Decoder::default());
        for pair in places.windows(2) {
            decoder.feed(&bytes[pair[0]..pair[1]], &mut out);
        }
        if decoder.waiting().is_some() {
            decoder.idle(&mut out);
        }
        prop_assert_eq!(out, decode_idle(&bytes));
    }

    #[test]
    fn no_bytes_type_a_control_or_wedge_it(bytes in traffic(), idle_every in 1_usize..9) {
        let (mut out, mut decoder) = (Vec::new(), Decoder::default());
        for chunk in bytes.chunks(idle_every) {
            decoder.feed(chunk, &mut out);
            decoder.idle(&mut out);
        }
        prop_assert_eq!(decoder.waiting(), None);
        decoder.feed(b"\rj", &mut out);
        prop_assert_eq!(out.last(), Some(&ch('j')));
        for input in out {
            match input {
                Input::Key(k) => prop_assert!(!matches!(k.code, KeyCode::Char(c) if c.is_control())),
                Input::Paste(text) => {
                    prop_assert!(!text.chars().any(|c| c.is_control() && c != '\n' && c != '\t'));
                }
                Input::NotUtf8 => {}
            }
        }
    }

    #[test]
    fn valid_text_is_typed_as_it_is(chars in proptest::collection::vec(any::<char>(), 0..40)) {
        let text: String = chars.into_iter().filter(|c| !c.is_control()).collect();
        let expected: Vec<Input> = text.chars().map(ch).collect();
        prop_assert_eq!(decode(text.as_bytes()), expected);
    }
}
