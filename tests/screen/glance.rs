//! A low detail shows the last report; whoever reads on gets every line.

use duban::tui::form::FieldId;

use super::support::{Screen, hides, shows};

/// Two reports on task 14, the last with so many numbered sentences, a value, and a file that proves it.
fn two_reports(columns: u16, rows: u16, sentences: usize) -> Screen {
    let mut screen = Screen::new(columns, rows);
    let said: Vec<String> = (1..=sentences).map(|n| format!("已办结事项第{n:02}件,当事人无异议。")).collect();
    screen.keys("14a早先那份报告的头一句。<Enter>").keys(&format!("A{}", said.concat()));
    screen.to(FieldId::Value(0));
    screen.keys("0/8 县法院");
    screen.to(FieldId::Evidence(0));
    screen.keys("台账.pdf<C-s>");
    screen
}

#[test]
fn the_last_report_stands_alone_and_the_key_for_the_rest_below_it() {
    let mut screen = two_reports(80, 24, 8);
    shows(&screen, "第08件");
    shows(&screen, "还有 PgDn往下");
    hides(&screen, "台账.pdf");
    hides(&screen, "早先那份");
    // Status and percent stand in the head, whether the value is enough beside it.
    shows(&screen, "绿 正常推进");
    hides(&screen, "王敏 正常推进");
    shows(&screen, "0/8 达标");
    hides(&screen, "0/8 达标 (");
    // What was not shown comes to the top; what was is a key away.
    screen.keys("<PgDn>");
    shows(&screen, "0/8 达标 (");
    shows(&screen, "县法院");
    shows(&screen, "佐证 台账.pdf");
    shows(&screen, "早先那份报告的头一句。");
    hides(&screen, "PgDn往下");
    screen.keys("<PgUp>");
    shows(&screen, "还有 PgDn往下");
    screen.keys("13").keys("14");
    shows(&screen, "还有 PgDn往下");
}

/// What stands right of groups and units, without the ends of rows, which part sentences.
fn right(screen: &Screen) -> String {
    let from = if screen.model.size.0 < 80 { 0 } else { 25 };
    let cut = |row: String| {
        let mut column = 0;
        let after = |c: &char| {
            column += duban::text::cells(c.encode_utf8(&mut [0; 4]));
            column > from && !c.is_whitespace()
        };
        row.chars().filter(after).collect::<String>()
    };
    screen.rows().into_iter().map(cut).collect()
}

#[test]
fn no_line_is_passed_over_on_the_way_down() {
    for sentences in (1..32).step_by(3) {
        for size in [(60, 20), (80, 24)] {
            let mut screen = two_reports(size.0, size.1, sentences);
            let mut seen = right(&screen);
            for _ in 0..8 {
                screen.keys("<PgDn>");
                seen.push_str(&right(&screen));
            }
            for n in 1..=sentences {
                assert!(
                    seen.contains(&format!("第{n:02}件")),
                    "{size:?}, {sentences} sentences: {n} was passed over"
                );
            }
            assert!(
                seen.contains("台账.pdf") && seen.contains("早先那份报告的头一句"),
                "{size:?} {sentences}"
            );
        }
    }
}

#[test]
fn where_all_fits_or_there_is_room_nothing_is_held_back() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14a早先的<Enter>a后来的<Enter>");
    shows(&screen, "早先的");
    hides(&screen, "PgDn往下");
    for (columns, rows) in [(120, 40), (200, 50)] {
        let screen = two_reports(columns, rows, 6);
        shows(&screen, "早先那份");
        shows(&screen, "台账.pdf");
    }
    // The whole screen is for reading.
    let mut screen = two_reports(80, 24, 8);
    screen.keys("<Enter>");
    shows(&screen, "早先那份");
    shows(&screen, "台账.pdf");
}

#[test]
fn a_report_that_goes_on_says_so_and_words_looked_for_are_found_in_all() {
    let mut screen = two_reports(80, 24, 20);
    shows(&screen, "还有 PgDn往下");
    screen.keys("/早先那份<Enter>n");
    shows(&screen, "早先那份");
    let mut english = two_reports(80, 24, 20);
    english.keys(",2<C-g>");
    shows(&english, "more: PgDn");
}

#[test]
fn what_another_unit_says_of_its_standing_is_not_left_out() {
    let mut screen = Screen::new(80, 24);
    screen.keys("7a牵头单位说过了。<Enter>");
    let long = "村法律顾问全部签约,逐村走访登记。".repeat(20);
    screen.keys("ucyz<Enter>7a").keys(&long).keys("<Enter>c7");
    shows(&screen, "绿 正常推进");
    shows(&screen, "菜园镇 06-24 王敏 正常推进");
    shows(&screen, "还有 PgDn往下");
}

#[test]
fn a_low_head_does_not_repeat_the_title_and_names_the_lead_in_both_languages() {
    let title = "加强党对法治政府建设的领导";
    for (lang, last_tab) in [("", "  历史"), (",2<C-g>", "  history")] {
        for (columns, rows) in [(80, 24), (120, 40), (200, 50)] {
            let mut screen = Screen::new(columns, rows);
            screen.keys(lang);
            let seen = screen.rows();
            let is_low = rows == 24;
            let named = seen.join("\n").matches(title).count();
            assert_eq!(named, if is_low { 1 } else { 2 }, "{columns}: {seen:#?}");
            let tabs = seen.iter().position(|row| row.contains(last_tab)).expect("tabs");
            // Below the tabs there is room for it in every language.
            let lead = &seen[tabs + usize::from(is_low)];
            assert!(lead.contains("县委依法治县办"), "{columns}: {lead}");
        }
    }
}

#[test]
fn whoever_has_the_whole_screen_sees_the_title() {
    let mut screen = Screen::new(80, 24);
    screen.keys("<Enter>");
    shows(&screen, "加强党对法治政府建设的领导");
    shows(&screen, "[进展]");
}
