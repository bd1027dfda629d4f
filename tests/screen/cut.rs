//! Nothing that the program says itself is cut, in either language, in the usual window and in the smallest one.

use duban::strings::{Lang, keys, tui as say};
use duban::tui::model::Overlay;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::support::{Screen, hides, shows};

/// Every size and language.
fn everywhere(play: impl Fn(Screen)) {
    for (columns, rows) in [(80, 24), (60, 20)] {
        for keys in ["", ",2"] {
            let mut screen = Screen::new(columns, rows);
            screen.keys("14A受理41件<Tab>排期长<Tab>增聘<Tab>1/40<C-s>").keys(keys);
            play(screen);
        }
    }
}

/// What may be cut: a task's title, and in the row of a value the indicator's name before the brackets.
fn is_whole(screen: &Screen) {
    for row in screen.rows().iter().skip(1) {
        let said = row.split_once('[').filter(|_| row.starts_with("指标") || row.starts_with("Value"));
        let said = said.map_or(row.as_str(), |(_, said)| said);
        assert!(!said.contains(".."), "cut: {row}\n{}", screen.text());
    }
}

fn fields(screen: &Screen) -> usize {
    match &screen.model.overlay {
        Overlay::Form(form) => form.order().len(),
        other => panic!("no form: {other:?}"),
    }
}

#[test]
fn no_row_of_the_form_is_cut_whatever_has_the_keys() {
    everywhere(|mut screen| {
        let lang = screen.model.lang;
        for task in ["3", "14"] {
            screen.keys(task).keys("A");
            for _ in 0..fields(&screen) {
                is_whole(&screen);
                let footer = [say::FORM_KEYS, say::FORM_KEYS_SHORT].map(|text| text.say(lang));
                let last = screen.rows().pop().expect("a row");
                assert!(footer.contains(&last.as_str()), "{last}");
                // The brackets of the last field in the row are closed.
                assert!(screen.rows()[1].ends_with(']'), "{}", screen.text());
                screen.keys("<Tab>");
            }
            screen.keys("<C-g>");
        }
    });
}

#[test]
fn what_is_wrong_with_a_field_is_told_whole() {
    everywhere(|mut screen| {
        screen.keys("14A<Tab><Tab><Tab>多");
        is_whole(&screen);
        // Another wrong field: said is what is wrong with the one that has the keys.
        screen.keys("<BTab><BTab><BTab><BTab>101");
        is_whole(&screen);
        let said = screen.text();
        assert!(said.contains("“101”") || said.contains("0到100"), "{said}");
        screen.keys("<C-s>");
        is_whole(&screen);
        screen.keys("<BS><BS><BS><Tab><Tab><Tab><Tab>");
        shows(&screen, "T14a");
        is_whole(&screen);
    });
}

#[test]
fn no_notice_of_a_form_is_cut() {
    everywhere(|mut screen| {
        let mut other = screen.beside("李波");
        other.keys("14A");
        screen.keys("14A<C-r>");
        is_whole(&screen);
        screen.keys("<C-r>");
        is_whole(&screen);
        screen.keys("<C-g>");
        let bottom = |screen: &Screen| {
            // The list above is of titles and of reasons.
            let rows = screen.rows();
            for row in &rows[rows.len() - 4..] {
                assert!(!row.contains(".."), "cut: {row}\n{}", screen.text());
            }
        };
        bottom(&screen);
        other.keys("<C-g>14e,他说<Tab>他的<C-s>");
        screen.keys("e,我说<C-g>");
        bottom(&screen);
        screen.keys("A");
        is_whole(&screen);
        screen.keys("<C-g>e");
        is_whole(&screen);
        screen.keys("<C-s>");
        bottom(&screen);
    });
}

#[test]
fn no_row_of_what_lies_over_the_list_is_cut() {
    everywhere(|mut screen| {
        let lang = screen.model.lang;
        let last = |screen: &Screen, rows: usize| {
            let all = screen.rows();
            for row in &all[all.len() - rows..] {
                assert!(!row.contains(".."), "cut: {row}\n{}", screen.text());
            }
        };
        for (keys, rows) in [("s", 2), (",", 2), ("d", 3), ("z", 3), ("/", 1), ("a好", 3), ("?", 2), ("u", 1)]
        {
            screen.keys(keys);
            last(&screen, rows);
            screen.keys(if keys == "?" { "x" } else { "<C-g>" });
            if keys == "a好" {
                last(&screen, 2);
            }
        }
        screen.keys("u");
        shows(&screen, say::PICK_HELP.say(lang));
        screen.keys("<C-g>?");
        shows(&screen, keys::IN_ENTRY.say(lang));
        screen.keys("x[<Enter>");
        shows(&screen, say::VERSIONS_KEYS.say(lang));
        // The menu.
        screen.keys("<C-g>.");
        assert!(matches!(screen.model.overlay, Overlay::Menu), "{}", screen.text());
        for row in screen.rows().iter().filter(|row| row.contains('(') || row.contains(')')) {
            let menu: String = row.chars().take(34).collect();
            assert!(
                !menu.trim_start().starts_with(|c: char| c.is_ascii_digit()) || !menu.contains(".."),
                "{row}"
            );
        }
    });
}

#[test]
fn the_keys_of_a_conflict_are_told_whole() {
    everywhere(|mut screen| {
        let lang = screen.model.lang;
        let mut other = screen.beside("李波");
        screen.keys("14e,我说");
        other.keys("14e,他说<C-s>");
        screen.keys("<C-s>");
        is_whole(&screen);
        hides(&screen, "..");
        let said = screen.rows().concat().replace(' ', "");
        let buttons = [
            say::B_CLASH_SAVE.with(lang, &["3"]),
            say::B_CLASH_BACK.say(lang).to_owned(),
            say::B_CLASH_YIELD.with(lang, &["李波"]),
        ];
        for text in buttons.iter().map(String::as_str).chain([say::CLASH_KEYS.say(lang)]) {
            assert!(said.contains(&text.replace(' ', "")), "{text}\n{}", screen.text());
        }
    });
}

#[test]
fn the_headings_of_the_left_pane_are_bold_and_the_choices_are_not() {
    let screen = Screen::new(80, 24);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    duban::tui::view::draw(&screen.model, &mut buffer);
    let bold = |wanted: &str| {
        let row = screen.rows().iter().position(|row| row.trim_start().starts_with(wanted)).expect("a row");
        let cell = buffer.cell((1, u16::try_from(row).expect("small"))).expect("a cell");
        cell.modifier.contains(Modifier::BOLD)
    };
    for heading in [say::GROUPS, say::UNITS] {
        assert!(bold(heading.say(Lang::Zh)));
    }
    assert!(!bold("一 党的领导") && !bold("县委依法治县办"));
}
