//! Marks, and what is done with all marked tasks: asked once, written whole or not at all.

use duban::ledger::{Actor, Operator, OperatorDuty};
use duban::ops;
use duban::store::{PageOf, Reader, When, Writer};
use jiff::civil::Date;

use super::support::{Screen, has, hides, shows};

/// Task and text of everything stored, newest first.
fn stored(screen: &Screen) -> Vec<(u16, String)> {
    let reader = Reader::open(&screen.path).expect("a reader");
    let all = PageOf::all(When { until: Date::MAX, known_at: None });
    let page = reader.page(&all, 100).expect("a page");
    page.entries.iter().map(|e| (e.task.0, e.progress.clone())).collect()
}

#[test]
fn space_marks_and_goes_on_and_c_takes_the_marks_away() {
    let mut screen = Screen::new(80, 24);
    screen.keys("2 　");
    has(&screen, 1, "全部任务  21/21项 已标2项  c清除");
    has(&screen, 3, "* 2 ");
    has(&screen, 4, "* 3 ");
    has(&screen, 5, "> 4 ");
    screen.keys("2 ");
    has(&screen, 1, "已标1项");
    screen.keys("c");
    has(&screen, 1, "全部任务  21/21项");
    hides(&screen, "* 3");
}

#[test]
fn a_report_is_written_for_all_after_one_question_that_names_them() {
    let mut screen = Screen::new(80, 24);
    screen.keys("1 4 14 a");
    shows(&screen, "写进展 3项:1 4 14");
    screen.keys("<Enter>");
    shows(&screen, "还没有写内容");
    screen.keys("参加全省部署会<Enter>");
    shows(&screen, "给3项各写一份这样的进展?第1、4、14项,各算牵头单位的");
    // Enter is no, and what was typed is still there.
    screen.keys("<Enter>");
    shows(&screen, "参加全省部署会");
    assert_eq!(stored(&screen), []);
    screen.keys("<Enter>y");
    shows(&screen, "3项都已保存。按 z 一起撤销。");
    let one = |no| (no, "参加全省部署会".to_owned());
    assert_eq!(stored(&screen), [one(14), one(4), one(1)]);
    hides(&screen, "已标");
    // One question takes all of them back, and another brings them again.
    screen.keys("z");
    shows(&screen, "撤销刚才一起办的3份?");
    shows(&screen, "4 县应急管理局 2025-06-24 参加全省部署会");
    screen.keys("y");
    shows(&screen, "已一起撤销3份。按 Z 恢复。");
    assert_eq!(stored(&screen), []);
    screen.keys("Zy");
    shows(&screen, "已一起恢复3份。");
    assert_eq!(stored(&screen), [one(14), one(4), one(1)]);
    screen.assert_sound();
}

#[test]
fn what_was_written_at_once_is_taken_back_at_once_only_while_it_was_the_last() {
    let mut screen = Screen::new(80, 24);
    let one = |no| (no, "部署会".to_owned());
    screen.keys("1 4 14 a部署会<Enter>y");
    // Something came after: that goes first, alone; then all of them.
    screen.keys("2a单独一份<Enter>z");
    shows(&screen, "单独一份");
    hides(&screen, "一起办的");
    screen.keys("y");
    assert_eq!(stored(&screen), [one(14), one(4), one(1)]);
    screen.keys("4e补充<C-s>z");
    hides(&screen, "一起办的");
    screen.keys("yz");
    shows(&screen, "撤销刚才一起办的3份?");
    // Somebody else changed one of them meanwhile: none is taken back.
    let mut other = screen.beside("李波");
    other.keys("4e<End>,又补<C-s>");
    screen.keys("y");
    shows(&screen, "李波");
    assert_eq!(stored(&screen).len(), 3);
    screen.assert_sound();
}

#[test]
fn z_says_how_an_act_of_the_office_is_taken_back_and_still_takes_reports_back() {
    let mut screen = Screen::new(80, 24);
    // Wherever the line ends.
    let says = |screen: &Screen, wanted: &str| {
        let said = screen.rows().concat();
        assert!(said.contains(wanted), "{wanted}:\n{}", screen.text());
    };
    screen.keys("p+yqz");
    says(&screen, "您最后办的是:");
    says(&screen, "关了再开、开了再关");
    screen.keys("20s4办结<Enter>t8资料齐全<Enter>z");
    says(&screen, "要收回,到第20项按 t 再按 8,写明理由。");
    says(&screen, "撤销填报 第1号");
    screen.keys("n");
    screen.keys("t8再核<Enter>z");
    says(&screen, "要再销号,到第20项按 t 再按 8。");
    screen.keys("n7t92026-06-30<Enter>机构改革<Enter>县政府<Enter>9号<Enter>z");
    says(&screen, "要收回,到第7项按 t 再按 0,写明理由。");
    screen.keys("nt1请报<Enter><Enter>z");
    says(&screen, "发出的收不回");
    screen.keys("y");
    says(&screen, "已撤销第1号的填报");
    assert_eq!(stored(&screen), []);
}

#[test]
fn a_key_that_came_along_confirms_nothing() {
    let mut screen = Screen::new(80, 24);
    screen.keys("1 2 a参加会议");
    screen.bytes(b"\ry");
    assert_eq!(stored(&screen), []);
}

#[test]
fn the_status_of_all_changes_or_of_none() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14a已办<Enter>13 14 15 s4<Enter>");
    shows(&screen, "把3项都改成已完成?第13、14、15项");
    screen.keys("y");
    shows(&screen, "3项都已保存");
    for task in ["13", "14", "15"] {
        screen.keys(task);
        shows(&screen, "核 报称完成");
    }
    // Those that have it already are left out; where nothing is left, nothing is asked.
    screen.keys("12 13 s4<Enter>");
    shows(&screen, "把1项都改成已完成?第12项");
    screen.keys("n<C-g>c13 s4<Enter>");
    shows(&screen, "没有可以这样办的");
    // Behind needs a reason: nothing is written for anybody, and the lines are there again.
    screen.keys("<C-g>c1 2 s3<Enter>y");
    shows(&screen, "进展滞后 2项:1 2");
    let before = stored(&screen).len();
    screen.keys("人手不足<Enter>y");
    shows(&screen, "2项都已保存");
    assert_eq!(stored(&screen).len(), before + 2);
    screen.assert_sound();
}

#[test]
fn one_that_is_refused_keeps_all_from_being_written() {
    let screen = Screen::new(80, 24);
    let plan = std::sync::Arc::new(screen.plan().clone());
    let mut pen = Writer::open(&screen.path, plan.clone()).expect("a writer");
    let sfj = plan.unit_by_code("sfj").expect("a unit");
    let by = Actor { name: "li".into(), origin: String::new(), way: duban::ledger::Way::Local };
    for (name, duty) in [("li", OperatorDuty::Office), ("wang", OperatorDuty::Reporter(sfj))] {
        let one =
            Operator { name: name.into(), display: name.into(), duty, disabled: None, keys: Vec::new() };
        ops::list_operator(&mut pen, one, &by, screen.model.clock).expect("listed");
    }
    // 14 is led by the reporter's unit, 9 by another.
    let mut beside = screen.beside("wang");
    beside.keys("c14 9 a参加会议<Enter>y");
    shows(&beside, "没有“");
    shows(&beside, "写进展 2项:9 14");
    shows(&beside, "参加会议");
    assert_eq!(stored(&beside), []);
    beside.assert_sound();
}

#[test]
fn a_sentence_goes_behind_the_newest_report_of_each() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14a甲<Enter>13a乙<Enter>13 14 15 e县政府已听取<Enter>");
    shows(&screen, "在2项最近一份的进展后面都补上这句?第13、14项");
    screen.keys("y");
    let with = |no, text: &str| (no, format!("{text}\n县政府已听取"));
    assert_eq!(stored(&screen), [with(13, "乙"), with(14, "甲")]);
    screen.keys("zy");
    assert_eq!(stored(&screen), [(13, "乙".to_owned()), (14, "甲".to_owned())]);
}

#[test]
fn one_notice_goes_to_all_and_the_menu_acts_on_marks_too() {
    let mut screen = Screen::new(80, 24);
    screen.keys("9 14 t");
    screen.keys("1请补报<Enter>2025-06-30<Enter>");
    shows(&screen, "就2项发一份催办?第9、14项,发给:县府办、县司法局");
    screen.keys("y");
    shows(&screen, "2项都已办好");
    assert_eq!(screen.model.snapshot.office.notices.len(), 1);
    screen.keys("9 14 t9");
    shows(&screen, "一次只能办一项");
    screen.keys(".1办公会已研究<Enter>1");
    assert_eq!(stored(&screen).len(), 2);
}

#[test]
fn what_waits_of_all_marked_tasks_passes_at_once() {
    let screen = Screen::new(80, 24);
    let plan = std::sync::Arc::new(screen.plan().clone());
    let mut pen = Writer::open(&screen.path, plan.clone()).expect("a writer");
    let sfj = plan.unit_by_code("sfj").expect("a unit");
    let by = Actor { name: "王敏".into(), origin: String::new(), way: duban::ledger::Way::Local };
    for (name, duty) in [("王敏", OperatorDuty::Office), ("wang", OperatorDuty::Reporter(sfj))] {
        let name = if name == "王敏" { "li" } else { name };
        let by = if name == "li" {
            &by
        } else {
            &Actor { name: "li".into(), origin: String::new(), way: duban::ledger::Way::Local }
        };
        let one =
            Operator { name: name.into(), display: name.into(), duty, disabled: None, keys: Vec::new() };
        ops::list_operator(&mut pen, one, by, screen.model.clock).expect("listed");
    }
    let mut wang = screen.beside("wang");
    wang.keys("14a甲<Enter>13a乙<Enter>");
    let mut li = screen.beside("li");
    li.keys("b3");
    has(&li, 1, "审核:待审  2/21项");
    li.keys("<Home>  v");
    shows(&li, "2项的待审都通过?第13、14项");
    li.keys("y");
    shows(&li, "2项都已办好");
    has(&li, 1, "审核:待审  0/21项");
    li.assert_sound();
}
