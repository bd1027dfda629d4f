//! Deleting, taking back, earlier versions, conflicts, drafts.

use duban::tui::effect::Event;
use duban::tui::model::Overlay;

use super::support::{Screen, has, hides, shows};

#[test]
fn deleting_asks_and_can_be_taken_back() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14a受理41件<Enter>d");
    shows(&screen, "删除第1号?可以撤销。");
    screen.keys("d");
    shows(&screen, "受理41件");
    screen.keys("d<Enter>");
    shows(&screen, "受理41件");
    screen.keys("dy");
    shows(&screen, "已删除第1号。按 z 撤销。");
    shows(&screen, "还没有报送过");
    screen.keys("z");
    shows(&screen, "撤销删除 第1号");
    shows(&screen, "【增:受理41件】");
    screen.keys("z");
    shows(&screen, "还没有报送过");
    screen.keys("zy");
    shows(&screen, "已撤销第1号的删除。按 Z 恢复。");
    shows(&screen, "受理41件");
    screen.keys("Z");
    shows(&screen, "恢复刚撤销的改动 第1号(14 县司法局 2025-06-24)?");
    screen.keys("1");
    shows(&screen, "已恢复第1号刚撤销的改动。");
    shows(&screen, "还没有报送过");
    screen.keys("Z");
    shows(&screen, "没有可恢复的:刚才没有撤销过什么。");
}

#[test]
fn what_an_edit_changed_is_shown_before_it_is_taken_back() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14a审结38件<Enter>e<BS>宗<C-s>z");
    shows(&screen, "审结38【删:宗】【增:件】");
    screen.keys("y");
    shows(&screen, "  审结38件");
    // Across sessions.
    let mut screen = screen.again();
    screen.keys("z");
    shows(&screen, "撤销填报 第1号");
    screen.keys("y");
    shows(&screen, "还没有报送过");
    screen.keys("z");
    shows(&screen, "没有可撤销的");
}

#[test]
fn the_history_tells_who_when_from_where_and_what() {
    let mut screen = Screen::new(120, 40);
    screen.keys("14a审结38件,占55.3%<Enter>");
    let mut other = screen.beside("李波");
    other.keys("14e<BS><BS><BS><BS><BS>60.1%<C-s>");
    screen.event(Event::LookAgain);
    screen.keys("14[");
    shows(&screen, "2025-06-24 12:00 李波 从10.0.0.7 修改 #1 县司法局");
    shows(&screen, "审结38件,占【删:55.3】【增:60.1】%");
    shows(&screen, "王敏 填报 #1 县司法局");
    screen.keys("<Enter>");
    has(&screen, 0, "1/2");
    screen.keys("j");
    has(&screen, 0, "2/2");
    shows(&screen, "审结38件,占55.3%");
    screen.keys("e");
    has(&screen, 0, "改第1号第2版");
    screen.keys("<C-s>");
    shows(&screen, "审结38件,占55.3%");
    let page = &screen.model.newest[&duban::plan::TaskNo(14)];
    assert_eq!(page.entries[0].revision.0, 3);
}

fn two_on_one() -> (Screen, Screen) {
    let mut screen = Screen::new(80, 24);
    screen.keys("14A受理41件<Tab>排期长<C-s>");
    let other = screen.beside("李波");
    (screen, other)
}

#[test]
fn what_only_one_changed_goes_together_by_itself() {
    let (mut screen, mut other) = two_on_one();
    screen.keys("e,审结38件");
    other.keys("14e<Tab>,两件超期<C-s>");
    screen.keys("<C-s>");
    shows(&screen, "存在问题按别人刚改的合并了");
    shows(&screen, "受理41件,审结38件");
    shows(&screen, "排期长,两件超期");
}

#[test]
fn what_both_changed_is_shown_side_by_side() {
    let (mut screen, mut other) = two_on_one();
    screen.keys("e,我说审结38件");
    other.keys("14e,他说审结36件<C-s>");
    screen.keys("<C-s>");
    has(&screen, 0, "两人改了同一份  14 加强行政复议工作  县司法局");
    shows(&screen, "李波 12:00 已存第2版;你从第1版改起");
    shows(&screen, "受理41件,他说审结36件");
    shows(&screen, "受理41件,我说审结38件");
    shows(&screen, "[2 你]");
    screen.keys("1");
    shows(&screen, "[1 李波]");
    screen.keys("3<C-s>");
    shows(&screen, "已保存 14");
    shows(&screen, "受理41件,他说审结36件");
    shows(&screen, "受理41件,我说审结38件");
}

#[test]
fn giving_way_keeps_ones_own_as_a_draft() {
    let (mut screen, mut other) = two_on_one();
    screen.keys("e,我说审结38件");
    other.keys("14e,他说审结36件<C-s>");
    screen.keys("<C-s><C-g>");
    shows(&screen, "草稿留着:14 县司法局");
    shows(&screen, "他说审结36件");
    screen.keys("e");
    shows(&screen, "我说审结38件");
    screen.keys("<C-s>");
    has(&screen, 0, "两人改了同一份");
    screen.keys("<Tab><Tab><Enter>");
    shows(&screen, "我说审结38件");
    has(&screen, 0, "改第1号第2版");
}

#[test]
fn deleted_meanwhile_is_told_apart_and_nothing_is_lost() {
    let (mut screen, mut other) = two_on_one();
    screen.keys("e,还有两件");
    other.keys("14dy");
    screen.keys("<C-s>");
    shows(&screen, "李波刚把这一份删了。你写的还在");
    assert!(matches!(screen.model.overlay, Overlay::Form(_)));
    screen.keys("<C-s>");
    shows(&screen, "已保存 14 县司法局 第2号");
    shows(&screen, "受理41件,还有两件");
}

#[test]
fn a_draft_outlives_the_program() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14A写了一半<Tab>一个问题");
    let mut screen = screen.again();
    shows(&screen, "有1份没写完的草稿:14 县司法局");
    shows(&screen, ">14 ");
    screen.keys("a");
    shows(&screen, "写了一半");
    shows(&screen, "一个问题");
    screen.keys("<C-s>");
    let screen = screen.again();
    hides(&screen, "草稿");
}

#[test]
fn a_draft_says_what_the_ledger_did_since() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14A写了一半<C-g>");
    let mut other = screen.beside("李波");
    other.keys("15a开庭3次<Enter>");
    let mut screen = screen.again();
    screen.keys("a");
    shows(&screen, "这一项此后没有变化");
    screen.keys("<C-g>");
    other.keys("14a他也报了<Enter>");
    let mut screen = screen.again();
    screen.keys("a");
    shows(&screen, "此后李波报过2025-06-24一份(正常推进)");
}

#[test]
fn a_draft_of_a_change_says_who_changed_what_since() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14a受理41件<Enter>e,审结38件<C-g>");
    let mut other = screen.beside("李波");
    other.keys("14e<BTab>").keys("60<C-s>");
    let mut screen = screen.again();
    screen.keys("14e");
    shows(&screen, "此后李波改过");
}

#[test]
fn who_else_has_it_open_is_shown() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14A写着");
    let mut other = screen.beside("李波");
    other.keys("14A");
    has(&other, 0, "王敏也开着");
    hides(&other, "写着");
}

#[test]
fn typing_ahead_of_the_draft_loses_neither() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14a先写的<C-g>");
    let mut screen = screen.again();
    screen.bytes("a后写的".as_bytes());
    shows(&screen, "先写的");
    shows(&screen, "后写的");
}

#[test]
fn hits_are_walked() {
    let mut screen = Screen::new(80, 24);
    screen.keys("n");
    shows(&screen, "没有搜过什么");
    screen.keys("14A").keys(&"一般的话。<Enter>".repeat(30)).keys("听证一次<C-s>");
    screen.keys("15a也有听证<Enter>/听证<Enter>");
    has(&screen, 1, "含:听证  3/21项");
    screen.keys("14");
    hides(&screen, "听证一次");
    screen.keys("n");
    shows(&screen, "听证一次");
    screen.keys("n");
    shows(&screen, ">15 ");
    screen.keys("N");
    shows(&screen, ">14 ");
    shows(&screen, "听证一次");
}

#[test]
fn words_are_found_by_pinyin_and_initials_too() {
    for words in ["复议", "fuyi", "xzfygz"] {
        let mut screen = Screen::new(80, 24);
        screen.keys("/").keys(words).keys("<Enter>");
        shows(&screen, "14 加强行政复议工作");
    }
    let mut screen = Screen::new(80, 24);
    screen.keys("/dsjj<Enter>");
    has(&screen, 1, "含:dsjj  2/21项");
}

#[test]
fn the_language_is_switched_while_running() {
    let mut screen = Screen::new(120, 40);
    screen.keys(",2");
    shows(&screen, "as of 2025-06-24");
    shows(&screen, "no report");
    shows(&screen, "Party");
    screen.keys("14]");
    shows(&screen, "[text]");
    screen.keys(",1");
    shows(&screen, "截至2025-06-24");
}

#[test]
fn a_failed_retry_after_a_conflict_keeps_the_others_fields() {
    let (mut screen, mut other) = two_on_one();
    screen.keys("e,我说审结38件");
    other.keys("14e,他说审结36件<Tab>,两件超期<C-s>");
    screen.keys("<C-s>");
    screen.saving = false;
    screen.keys("<C-s>").answer(Some(duban::error::Error::Store(duban::store::StoreError::Busy)));
    screen.saving = true;
    screen.keys("<C-s>");
    shows(&screen, "我说审结38件");
    shows(&screen, "排期长,两件超期");
}

#[test]
fn values_that_the_form_does_not_show_survive_an_edit() {
    let mut screen = Screen::new(80, 24);
    let goal = screen.plan().indicators.iter().find(|i| i.task.is_none()).expect("a goal").id.to_string();
    screen.keys("14a好<Enter>");
    let mut entry = screen.model.newest[&duban::plan::TaskNo(14)].entries[0].as_new();
    let value = duban::ledger::Measured::Yes(true);
    entry.readings.push(duban::ledger::Reading { indicator: goal.clone(), value, source: String::new() });
    screen.write(duban::tui::effect::SaveAsk::Edit {
        id: duban::ledger::EntryId(1),
        base: duban::ledger::Revision(1),
        new: Box::new(entry),
    });
    screen.keys("e,再写<C-s>");
    let entry = screen.model.newest[&duban::plan::TaskNo(14)].entries[0].clone();
    assert!(entry.progress.ends_with("再写") && entry.readings.iter().any(|r| r.indicator == goal));
}

#[test]
fn a_draft_remembers_its_unit() {
    let mut screen = Screen::new(80, 24);
    screen.keys("13A写了<BTab><BTab><BTab><BTab><BTab><Home><C-k>县法院<C-g>");
    let mut screen = screen.again();
    screen.keys("A");
    has(&screen, 1, "单位 [县法院 ");
}

#[test]
fn a_version_brought_back_is_not_covered_by_a_draft() {
    let mut screen = Screen::new(120, 40);
    screen.keys("14a第一版<Enter>e改成第二版<C-s>e草稿里的<C-g>[<Enter>je");
    shows(&screen, "第一版");
    hides(&screen, "草稿里的");
}

#[test]
fn whoever_reads_further_down_goes_on_reading_there() {
    let mut screen = Screen::new(80, 24);
    for i in 1..=12 {
        screen.keys(&format!("14a第{i}份报告,写得比一行长一些,好占两行,这样翻得动。<Enter>"));
    }
    screen.keys("<PgDn><PgDn><PgDn><PgDn>");
    let before = screen.model.newest[&duban::plan::TaskNo(14)].entries.len();
    screen.beside("李波").keys("15a好<Enter>");
    screen.event(Event::LookAgain);
    assert_eq!(screen.model.newest[&duban::plan::TaskNo(14)].entries.len(), before);
}

#[test]
fn the_record_of_the_past_is_only_read() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14a好<Enter>");
    let at = duban::clock::Instant(screen.model.clock.now().0 - 3_600_000);
    let mut past = screen.as_known(at);
    shows(&past, "时的记录");
    shows(&past, "绿0 灰20");
    past.keys("14a");
    shows(&past, "只能看");
    hides(&past, "填报 14");
}
