//! What is shown leaves as a document: which, in which format, to which file, and nothing replaced unasked.

use super::support::{Screen, has, hides, shows};
use duban::ledger::Coded;
use duban::report::Format;
use jiff::civil::date;

fn files(screen: &Screen, ending: &str) -> Vec<String> {
    let folder = std::fs::read_dir(&screen.model.folder).expect("the folder");
    let names = folder.map(|f| f.expect("a file").file_name().to_string_lossy().into_owned());
    names.filter(|n| n.contains(ending)).collect()
}

fn read(screen: &Screen, name: &str) -> String {
    std::fs::read_to_string(screen.model.folder.join(name)).expect(name)
}

#[test]
fn the_list_leaves_as_it_is_narrowed() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14a半年受理41件<Enter>usfj<Enter>r");
    screen.keys("x");
    has(&screen, 0, "导出 截至2025-06-24");
    shows(&screen, "< 工作台账 >");
    shows(&screen, "工作台账-2025-06-24.txt");
    shows(&screen, "范围：县司法局；牵头；7项（全部21项）");
    screen.keys("<Enter>");
    shows(&screen, "已导出到");
    shows(&screen, "scp wang@server:");
    let sheet = read(&screen, "工作台账-2025-06-24.txt");
    assert!(sheet.contains("半年受理41件") && sheet.contains("7项（全部21项）"), "{sheet}");
    has(&screen, 1, "单位:县司法局");
}

#[test]
fn each_screen_offers_its_own_document() {
    for (keys, document) in [
        ("x", "< 工作台账 >"),
        ("14<Enter>x", "< 任务情况表 >"),
        ("ox", "< 工作通报 >"),
        ("p+yx", "< 报送考评 >"),
    ] {
        let mut screen = Screen::new(80, 24);
        screen.keys(keys);
        shows(&screen, document);
        screen.keys("<C-g>");
        hides(&screen, "导出 截至");
    }
}

#[test]
fn document_and_format_are_chosen_and_name_the_file() {
    let mut screen = Screen::new(80, 24);
    screen.keys("usfj<Enter>x<Up><Up>");
    for document in ["工作通报", "报送考评", "任务情况表", "单位情况表", "工作台账"] {
        screen.keys("<Right>");
        shows(&screen, &format!("< {document} >"));
    }
    screen.keys("<Left><Down>");
    for format in Format::ALL.iter().cycle().skip(1).take(Format::ALL.len()) {
        screen.keys("<Right>");
        shows(&screen, &format!("< {} ", format.code()));
        shows(&screen, &format!("单位情况表-2025-06-24.{}", format.extension()));
    }
    // A name that is typed stays, and its ending chooses the format.
    screen.keys("<Down>").keys(&"<BS>".repeat(40)).keys("本单位.csv");
    shows(&screen, "< csv ");
    screen.keys("<Enter>");
    assert!(read(&screen, "本单位.csv").contains("task,title,role"));
}

#[test]
fn nothing_is_replaced_unasked() {
    let mut screen = Screen::new(80, 24);
    screen.keys("x<Enter>").keys("14a后来的进展<Enter>x<Enter>");
    shows(&screen, "已经有了,覆盖吗?");
    screen.keys("n");
    hides(&screen, "覆盖吗");
    assert!(!read(&screen, "工作台账-2025-06-24.txt").contains("后来的进展"));
    screen.keys("<Enter>y");
    shows(&screen, "已导出到");
    assert!(read(&screen, "工作台账-2025-06-24.txt").contains("后来的进展"));
    assert_eq!(files(&screen, ".part"), Vec::<String>::new());
}

#[test]
fn what_cannot_be_written_is_said_and_the_box_stays() {
    let mut screen = Screen::new(80, 24);
    screen.keys("x").keys(&"<BS>".repeat(40)).keys("<Enter>");
    shows(&screen, "先写文件名");
    screen.keys("none/a.txt<Enter>");
    shows(&screen, "写不了");
    shows(&screen, "< 工作台账 >");
}

#[test]
fn the_past_is_exported_as_it_was_known() {
    let mut screen = Screen::new(80, 24);
    let known = screen.model.clock.now();
    screen.keys("14a半年受理41件<Enter>");
    let earlier = duban::clock::Instant(known.0 - 86_400_000);
    let mut past = screen.as_known(earlier);
    past.keys("x<Enter>");
    shows(&past, "已导出到");
    let text = read(&past, "工作台账-2025-06-23.txt");
    assert!(text.contains("按当时所知") && !text.contains("半年受理41件"), "{text}");
    assert_eq!(past.model.snapshot.as_of, date(2025, 6, 23));
}

#[test]
fn it_stands_at_every_size_and_in_english() {
    for (columns, rows) in [(60, 20), (80, 24), (120, 40), (200, 50)] {
        let mut screen = Screen::new(columns, rows);
        screen.keys(",2x");
        has(&screen, 0, "Export as of 2025-06-24");
        shows(&screen, "ledger-2025-06-24.txt");
        shows(&screen, "Ctrl-G leaves");
    }
}
