//! Writing a report of one line, and what is never lost on the way.

use super::support::{Screen, hides, shows};
use duban::error::Error;
use duban::ledger::{Coded, Status};
use duban::store::StoreError;
use duban::tui::effect::{Effect, Event};

#[test]
fn two_keys_and_the_text() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14a");
    shows(&screen, "填报 14 县司法局 第3期 正常推进");
    screen.keys("6月新收复议案件12件,审结10件,和解6件<Enter>");
    shows(&screen, "已保存 14 县司法局 第1号");
    shows(&screen, ">14 加强行政复议工作                 绿 正常推进 06-24");
    shows(&screen, "第3期 县司法局 06-24 王敏 正常推进");
    shows(&screen, "6月新收复议案件12件,审结10件,和解6件");
    shows(&screen, "绿1 灰19");
}

#[test]
fn under_a_unit_filter_the_report_is_that_units() {
    let mut screen = Screen::new(80, 24);
    screen.keys("ucyz<Enter>7a");
    shows(&screen, "填报 7 菜园镇 第3期");
    screen.keys("村法律顾问全部签约<Enter>");
    shows(&screen, "已保存 7 菜园镇");
    shows(&screen, " 7涉 提升公共法律服务质量           灰 正常推进 06-24");
    shows(&screen, "灰 尚未报送  正常推进");
    screen.keys("c");
    // The task's own light is its lead's, who has said nothing yet.
    shows(&screen, " 7 提升公共法律服务质量             灰 尚未报送");
    shows(&screen, "第3期 菜园镇 06-24");
}

#[test]
fn a_status_goes_with_the_next_line() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14s");
    for status in Status::ALL {
        shows(&screen, status.word().zh);
    }
    screen.keys("3");
    shows(&screen, "填报 14 县司法局 第3期 进展滞后");
    screen.keys("两名复议员抽调在外<Enter>");
    shows(&screen, ">14 加强行政复议工作                 黄 进展滞后 06-24");
    screen.keys("a");
    shows(&screen, "第3期 进展滞后");
    screen.keys("<C-g>s9");
    hides(&screen, "填报 14");
}

#[test]
fn the_real_caret_stands_where_the_next_character_goes() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14a");
    let start = screen.caret().expect("a caret");
    assert_eq!((start.x, start.y), (2, 23));
    screen.keys("复议a");
    let caret = screen.caret().expect("a caret");
    assert_eq!((caret.x, caret.y), (7, 23));
    screen.keys("<Left><Left>");
    assert_eq!(screen.caret().expect("a caret").x, 4);
    screen.keys("行政<Home>");
    assert_eq!(screen.caret().expect("a caret").x, 2);
    shows(&screen, "> 复行政议a");
    assert!(Screen::new(80, 24).caret().is_none(), "nothing is being typed there");
}

#[test]
fn long_text_grows_upwards_and_keeps_the_caret_in_sight() {
    let mut screen = Screen::new(60, 20);
    screen.keys("14a").keys(&"复议".repeat(200));
    let caret = screen.caret().expect("a caret");
    assert_eq!(caret.y, 19);
    assert!(caret.x < 59);
    shows(&screen, "填报 14 县司法局");
    screen.keys("<Up><Up><Home>");
    assert_eq!(screen.caret().expect("a caret").x, 2);
}

#[test]
fn leaving_never_asks_and_never_loses() {
    for leave in ["<C-g>", "<C-c>", "<Esc>"] {
        let mut screen = Screen::new(80, 24);
        screen.keys("14a写了一半").keys(leave);
        shows(&screen, "草稿留着:14 县司法局");
        screen.keys("jj14a");
        shows(&screen, "> 写了一半");
        shows(&screen, "的草稿写");
        screen.keys(",写完<Enter>");
        shows(&screen, "写了一半,写完");
        screen.keys("a");
        hides(&screen, "的草稿写");
    }
}

#[test]
fn quitting_is_one_key() {
    for key in ["q", "<C-c>"] {
        let mut screen = Screen::new(80, 24);
        screen.keys(key);
        assert_eq!(screen.asked, [Effect::Quit]);
    }
}

#[test]
fn an_empty_line_is_not_a_report() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14a  <Enter>");
    shows(&screen, "进展情况是空的,什么都没有写入");
    shows(&screen, "填报 14 县司法局");
    screen.keys("<C-g>");
    screen.keys("14a");
    hides(&screen, "接着");
}

#[test]
fn a_line_end_in_a_paste_does_not_save() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14a").bytes("\x1b[200~第一行\r\n第二行\nq\n\x1b[201~".as_bytes());
    shows(&screen, "第一行");
    shows(&screen, "第二行");
    hides(&screen, "已保存");
    // Without bracketed paste it comes as keys, all in one read.
    let mut screen = Screen::new(80, 24);
    screen.keys("14a").bytes("第一行\r第二行\rq\r".as_bytes());
    shows(&screen, "第二行");
    assert!(screen.asked.is_empty());
}

#[test]
fn a_paste_into_the_list_does_nothing() {
    let mut screen = Screen::new(80, 24);
    let before = screen.rows()[2..20].to_vec();
    screen.bytes("\x1b[200~第一行\n第二行\nq\n\x1b[201~".as_bytes());
    assert_eq!(screen.rows()[2..20], before);
    shows(&screen, "粘贴的文字没有地方放");
    assert!(screen.asked.is_empty());
}

#[test]
fn typing_ahead_of_the_save_is_kept_for_the_list() {
    let mut screen = Screen::new(80, 24);
    screen.saving = false;
    screen.keys("14a好<Enter>");
    shows(&screen, "正在保存..");
    screen.keys("jj");
    shows(&screen, ">16 ");
    screen.keys("a也写一句<Enter>");
    assert_eq!(screen.unsaved.len(), 2, "the second does not wait for the first");
    screen.answer(None).answer(None);
    shows(&screen, "已保存 16");
    hides(&screen, "草稿");
}

#[test]
fn what_could_not_be_saved_is_still_there() {
    let mut screen = Screen::new(80, 24);
    screen.saving = false;
    screen.keys("14a写得很辛苦<Enter>").answer(Some(Error::Store(StoreError::Full)));
    shows(&screen, "> 写得很辛苦");
    shows(&screen, "磁盘满了,什么都没有写入");
    screen.saving = true;
    screen.keys("<Enter>");
    shows(&screen, "已保存 14");
    // Where the operator is busy with something else, it is kept as a draft.
    let mut screen = Screen::new(80, 24);
    screen.saving = false;
    screen.keys("14a写得很辛苦<Enter>u").answer(Some(Error::Store(StoreError::Busy)));
    screen.keys("<C-g>14a");
    shows(&screen, "> 写得很辛苦");
}

#[test]
fn two_reports_on_one_task_do_not_lie_over_each_other() {
    let mut screen = Screen::new(80, 24);
    screen.saving = false;
    screen.keys("14a第一份<Enter>a第二份");
    screen.answer(Some(Error::Store(StoreError::Full)));
    shows(&screen, "> 第二份");
    screen.saving = true;
    screen.keys("<Enter>");
    shows(&screen, "已保存 14");
    screen.keys("a");
    shows(&screen, "> 第一份");
    let mut screen = Screen::new(80, 24);
    screen.saving = false;
    screen.keys("14a第一份<Enter>a第二份").answer(None);
    let mut screen = screen.again();
    screen.keys("14a");
    shows(&screen, "> 第二份");
}

#[test]
fn the_answer_goes_to_the_form_it_is_about() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14a要删的<Enter>15a好<Enter>");
    screen.saving = false;
    screen.keys("14dy16a另一份<Enter>");
    screen.answer(Some(Error::Store(StoreError::Busy)));
    hides(&screen, "> 另一份");
    screen.answer(None);
    shows(&screen, "已保存 16");
}

#[test]
fn leaving_waits_for_the_save() {
    let mut screen = Screen::new(80, 24);
    screen.saving = false;
    screen.keys("14a好<Enter>q");
    assert!(screen.asked.is_empty());
    shows(&screen, "正在保存,存好就退出");
    screen.answer(None);
    assert_eq!(screen.asked, [Effect::Quit]);
    let mut screen = Screen::new(80, 24);
    screen.saving = false;
    screen.keys("14a好<Enter>q").answer(Some(Error::Store(StoreError::Full)));
    assert!(screen.asked.is_empty(), "what went wrong is seen first");
    shows(&screen, "> 好");
}

#[test]
fn what_is_typed_before_the_draft_is_found_is_kept_too() {
    let mut screen = Screen::new(80, 24);
    screen.hold = true;
    screen.keys("14a赶着写的<C-g>");
    screen.release();
    screen.keys("a");
    shows(&screen, "> 赶着写的");
    // Beside an earlier draft: neither is lost.
    let mut screen = Screen::new(80, 24);
    screen.keys("14a先写的<C-g>");
    screen.hold = true;
    screen.keys("a后写的<C-g>").release();
    assert_eq!(screen.again().model.drafts.len(), 2);
}

#[test]
fn a_control_character_is_refused_and_named() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14a好").bytes("\x1b[200~x\u{202e}y\x1b[201~".as_bytes());
    shows(&screen, "U+202E");
    shows(&screen, "> 好");
}

#[test]
fn somebody_elses_report_appears_and_moves_nothing() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14a写到一半");
    let caret = screen.caret();
    let mut other = screen.beside("李波");
    other.keys("15a开庭3次<Enter>");
    screen.event(Event::LookAgain);
    assert_eq!(screen.caret(), caret);
    shows(&screen, "> 写到一半");
    screen.keys("<C-g>");
    shows(&screen, ">14 ");
    shows(&screen, "15 规范行政应诉工作                 绿 正常推进 06-24");
}

#[test]
fn undo_and_redo_while_writing() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14a复议<Left><Right>案件<C-z>");
    shows(&screen, "> 复议");
    hides(&screen, "案件");
    screen.keys("<C-y>");
    shows(&screen, "> 复议案件");
    assert!(screen.asked.is_empty(), "Ctrl-Z never suspends while something is written");
    screen.keys("<C-g><C-z>");
    assert_eq!(screen.asked, [Effect::Suspend]);
}

#[test]
fn lines_pasted_into_the_list_run_no_commands() {
    for pasted in ["第一行\n第二行\r\nq\n", "2025年\rq\rd1\r", "dy\rq测试一\r测试二\r"] {
        let mut screen = Screen::new(80, 24);
        screen.keys("14a好<Enter>").bytes(pasted.as_bytes());
        assert!(screen.asked.is_empty(), "{pasted:?}");
        shows(&screen, "粘贴的文字没有地方放");
        shows(&screen, "绿1");
    }
}

#[test]
fn what_is_pressed_with_d_never_confirms_it_but_z_waits_for_its_y() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14a好<Enter>").bytes(b"dy");
    shows(&screen, "绿1");
    hides(&screen, "已删除");
    screen.keys("n").bytes(b"zy");
    shows(&screen, "已撤销第1号的填报");
}

#[test]
fn a_number_that_is_no_task_says_where_it_goes() {
    let mut screen = Screen::new(80, 24);
    screen.keys("22");
    shows(&screen, "没有第22项,到第2项");
}

#[test]
fn the_form_begins_where_the_unit_left_off_whatever_day_is_shown() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14s3复议员不够<Enter>");
    screen.model.snapshot = {
        let mut earlier = (*screen.model.snapshot).clone();
        earlier.standings.clear();
        std::sync::Arc::new(earlier)
    };
    screen.keys("a");
    shows(&screen, "第3期 进展滞后");
}
