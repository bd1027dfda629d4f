//! The form on the whole screen.

use duban::ledger::{Measured, Status};
use duban::tui::model::Overlay;

use super::support::{Screen, has, hides, shows};

fn newest(screen: &Screen, task: u16) -> duban::ledger::Entry {
    let page = &screen.model.newest[&duban::plan::TaskNo(task)];
    page.entries[0].clone()
}

#[test]
fn every_field_is_there_and_is_stored() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14A");
    has(&screen, 0, "填报 14 加强行政复议工作");
    has(&screen, 1, "单位 [县司法局        ]  期次 [2025B3 ] 第3期 2025年5-6月  日期 [2025-06-24 ]");
    screen.keys("受理41件<Enter>审结38件<Tab>听证排期偏长<Tab>增聘委员3名<Tab>");
    screen.keys("0/8");
    shows(&screen, "达标");
    screen.keys("<Tab>嵊司〔2025〕18号<Tab>半年分析报告<C-s>");
    shows(&screen, "已保存 14 县司法局 第1号");
    let entry = newest(&screen, 14);
    assert_eq!(entry.progress, "受理41件\n审结38件");
    assert_eq!((entry.problems.as_str(), entry.next_steps.as_str()), ("听证排期偏长", "增聘委员3名"));
    assert_eq!(entry.readings[0].value, Measured::Ratio { numerator: 0, base: 8 });
    assert_eq!(
        (entry.evidence[0].reference.as_str(), entry.evidence[0].note.as_str()),
        ("嵊司〔2025〕18号", "半年分析报告")
    );
}

#[test]
fn what_is_wrong_is_said_beside_the_field_while_typing() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14A好<BTab><BTab><BTab>");
    assert!(matches!(&screen.model.overlay, Overlay::Form(f) if f.focus == duban::tui::form::FieldId::Day));
    screen.keys("<BS><BS>31");
    shows(&screen, "! 6月没有31日,最晚30日");
    screen.keys("<C-s>");
    shows(&screen, "! 6月没有31日,最晚30日");
    assert!(matches!(screen.model.overlay, Overlay::Form(_)), "nothing wrong is saved");
    screen.keys("<BS><BS>30");
    shows(&screen, "还没有到");
    screen.keys("<BS><BS>20<Tab><Tab>101");
    shows(&screen, "要写0到100的整数");
    screen.keys("<BS><BS><BS>80<C-s>");
    shows(&screen, "已保存 14");
    assert_eq!(newest(&screen, 14).day.to_string(), "2025-06-20");
}

#[test]
fn a_value_is_judged_as_it_is_typed() {
    for (task, typed, word) in [
        ("8", "3.0", "未达标"),
        ("8", "2.99", "达标"),
        ("14", "3.0", "达标"),
        ("14", "0/0", "无案件"),
        ("14", "1/20", "未达标"),
        ("14", "多", "指标T14a"),
    ] {
        let mut screen = Screen::new(120, 40);
        screen.keys(task).keys("A<Tab><Tab><Tab>").keys(typed);
        shows(&screen, word);
    }
}

#[test]
fn the_line_unfolds_into_the_form_with_its_text() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14a写了一半<Tab>");
    has(&screen, 0, "填报 14 加强行政复议工作");
    shows(&screen, "  写了一半");
    screen.keys("再写<C-s>");
    assert_eq!(newest(&screen, 14).progress, "写了一半再写");
}

#[test]
fn save_and_leave_need_no_control_key() {
    let mut screen = Screen::new(80, 24);
    screen.keys("1A好<Tab><Tab><Tab><Tab><Tab><Tab>");
    assert!(matches!(&screen.model.overlay, Overlay::Form(f) if f.focus == duban::tui::form::FieldId::Save));
    assert!(screen.caret().is_none());
    screen.keys("<Enter>");
    shows(&screen, "已保存 1");
    screen.keys("A半句<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Enter>");
    shows(&screen, "草稿留着:1 县委依法治县办");
    screen.keys("A<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Enter>");
    shows(&screen, "放弃了");
    screen.keys("A");
    hides(&screen, "半句");
}

#[test]
fn the_report_before_is_a_hint_and_never_the_text() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14A上期的话<Tab><Tab><Tab>1/40<C-s>A");
    shows(&screen, "上期 正常推进 2025-06-24");
    shows(&screen, "上次 1/40");
    shows(&screen, "Ctrl-R 抄入上期");
    hides(&screen, "上期的话");
    screen.keys("<C-r>");
    shows(&screen, "上期的话");
    shows(&screen, "与上期相同");
    screen.keys(",又有进展");
    hides(&screen, "与上期相同");
    screen.keys("<C-z><C-z><C-z>");
    hides(&screen, "上期的话");
}

#[test]
fn a_status_alone_is_no_report_and_says_so() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14s4<Enter>");
    shows(&screen, "不算一份报送");
    assert_eq!(newest(&screen, 14).status, Status::Done);
    shows(&screen, ">14 加强行政复议工作                 核 报称完成");
    screen.keys("s3<Enter>");
    shows(&screen, "填报 14");
    hides(&screen, "已保存");
}

#[test]
fn arrows_leave_a_text_at_its_edges() {
    use duban::tui::form::FieldId;
    let mut screen = Screen::new(80, 24);
    let focus = |s: &Screen| match &s.model.overlay {
        Overlay::Form(f) => f.focus,
        _ => panic!("a form"),
    };
    screen.keys("14A一<Enter>二<Up>");
    assert_eq!(focus(&screen), FieldId::Progress);
    screen.keys("<Up>");
    assert_eq!(focus(&screen), FieldId::Percent);
    screen.keys("<Down><Down><Down>");
    assert_eq!(focus(&screen), FieldId::Problems);
}

#[test]
fn it_works_from_sixty_columns_to_two_hundred() {
    for (columns, rows) in [(60, 20), (80, 24), (120, 40), (200, 50)] {
        let mut screen = Screen::new(columns, rows);
        screen.keys("3A").keys(&"公职律师培训。".repeat(60));
        let order = match &screen.model.overlay {
            Overlay::Form(f) => f.order().len(),
            _ => panic!("a form"),
        };
        for _ in 0..order {
            screen.keys("<Tab>");
            if let Some(caret) = screen.caret() {
                assert!(caret.x < columns - 1 && caret.y < rows, "{columns}x{rows}: {caret:?}");
            }
            for row in screen.rows() {
                assert!(duban::text::cells(&row) < usize::from(columns), "{row}");
            }
            shows(&screen, "< 保存 >");
        }
    }
}

#[test]
fn ten_thousand_hanzi_are_kept() {
    let mut screen = Screen::new(80, 24);
    let long = "行政复议".repeat(2500);
    screen.keys("14A").bytes(format!("\x1b[200~{long}\x1b[201~").as_bytes());
    shows(&screen, "10000/20000字");
    screen.keys("<C-s>");
    assert_eq!(newest(&screen, 14).progress, long);
}

#[test]
fn editing_brings_back_everything_that_was_stored() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14A受理41件<Tab>排期长<Tab>增聘<Tab>0/8<Tab>嵊司〔2025〕18号<Tab>报告<C-s>");
    screen.keys("e");
    has(&screen, 0, "改第1号第1版");
    for field in ["受理41件", "排期长", "增聘", "0/8", "嵊司〔2025〕18号", "报告"] {
        shows(&screen, field);
    }
    screen.keys(",审结38件<C-s>");
    let entry = newest(&screen, 14);
    assert_eq!((entry.progress.as_str(), entry.revision.0, entry.id.0), ("受理41件,审结38件", 2, 1));
    assert_eq!((entry.readings.len(), entry.evidence.len()), (1, 1));
}

#[test]
fn a_value_keeps_where_it_comes_from() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14A好<Tab><Tab><Tab>0/8 县法院通报<C-s>");
    let reading = newest(&screen, 14).readings[0].clone();
    assert_eq!((reading.value.to_string().as_str(), reading.source.as_str()), ("0/8", "县法院通报"));
    shows(&screen, "行政复议后败诉率 0/8 达标 (<=3%) 县法院通报");
    screen.keys("e<Tab><Tab><Tab>");
    shows(&screen, "县法院通报");
}
