//! The main screen: what an operator sees before and after the first keys.

use super::support::{Screen, has, hides, shows};

#[test]
fn before_the_first_key_the_state_of_all_tasks_stands_there() {
    let screen = Screen::new(80, 24);
    has(&screen, 0, "督办 嵊政办发〔2022〕70号 截至2025-06-24");
    has(&screen, 0, "红1 黄0 绿0 灰20 核0 结0");
    has(&screen, 1, "全部任务  21/21项");
    has(&screen, 1, "第3期 2025年5-6月");
    has(&screen, 2, "主要任务        全部21");
    has(&screen, 2, "> 1 加强党对法治政府建设的领导");
    has(&screen, 3, "一 党的领导          4");
    has(&screen, 10, "9 遵循重大行政决策法定程序         红 逾期85天");
    has(&screen, 10, "责任单位       牵头/共");
    has(&screen, 13, "县司法局          7/17");
    has(&screen, 21, "其余30个单位 按u");
    has(&screen, 23, "a填报");
    has(&screen, 23, "q退出");
}

#[test]
fn no_cell_of_the_last_column_is_ever_used() {
    for (columns, rows) in [(60, 20), (80, 24), (81, 25), (120, 40), (200, 50)] {
        let mut screen = Screen::new(columns, rows);
        for keys in [
            "",
            "]",
            "]",
            "u",
            "sfj<Enter>",
            "a",
            "<C-g>/",
            "法<Enter>",
            "?",
            " ",
            ".",
            "<C-g>s",
            "1",
            "<C-g>",
        ] {
            screen.keys(keys);
            for row in screen.rows() {
                let wide = duban::text::cells(&row);
                assert!(
                    wide < usize::from(columns),
                    "{columns}x{rows} after {keys:?}: {wide} cells in {row:?}"
                );
            }
        }
    }
}

#[test]
fn a_unit_is_three_letters_away() {
    let mut screen = Screen::new(80, 24);
    screen.keys("usfj");
    shows(&screen, "> 县司法局                    7    10     -");
    screen.keys("<Enter>");
    has(&screen, 1, "单位:县司法局  17/21项  c清除");
    has(&screen, 2, "> 1配 加强党对法治政府建设的领导");
    has(&screen, 13, ">县司法局          7/17");
    screen.keys("r");
    has(&screen, 1, "单位:县司法局 角色:牵头  7/21项  c清除");
    has(&screen, 2, "> 7 提升公共法律服务质量");
    has(&screen, 3, "一 党的领导          0");
    screen.keys("c");
    has(&screen, 1, "全部任务  21/21项");
}

#[test]
fn a_township_has_its_tasks_through_the_collective() {
    let mut screen = Screen::new(80, 24);
    screen.keys("ucyz<Enter>");
    has(&screen, 1, "单位:菜园镇  16/21项");
    has(&screen, 2, " 1涉 加强党对法治政府建设的领导");
    has(&screen, 11, ">菜园镇            -/16");
}

#[test]
fn the_picker_takes_hanzi_pinyin_initials_and_marks_nothing_it_did_not_match() {
    for typed in ["sfj", "sifaju", "司法", "si法", "SFJ", "ｓｆｊ", "xsfj"] {
        let mut screen = Screen::new(80, 24);
        screen.keys("u").keys(typed).keys("<Enter>");
        has(&screen, 1, "单位:县司法局 ");
    }
    let mut screen = Screen::new(80, 24);
    screen.keys("uxfb<Enter>");
    has(&screen, 1, "单位:县府办 ");
    screen.keys("cuzfb<Enter>");
    has(&screen, 1, "单位:县府办 ");
}

#[test]
fn the_picker_is_left_without_a_trace() {
    for leave in ["<BS>", "<C-g>", "<C-c>", "<Esc>", "s<BS><BS>"] {
        let mut screen = Screen::new(80, 24);
        let before = screen.text();
        screen.keys("u").keys(leave);
        assert_eq!(screen.text(), before, "{leave}");
    }
}

#[test]
fn the_picker_also_knows_groups_and_statuses() {
    let mut screen = Screen::new(80, 24);
    screen.keys("u3<Enter>");
    has(&screen, 1, "组:依法决策  2/21项");
    screen.keys("u滞后<Enter>");
    has(&screen, 1, "组:依法决策 状态:进展滞后  0/21项");
    shows(&screen, "没有符合的任务。按 c 清除筛选。");
}

#[test]
fn facet_counts_follow_the_other_filters() {
    let mut screen = Screen::new(80, 24);
    screen.keys("u七<Enter>");
    has(&screen, 1, "组:数字政府  2/21项");
    has(&screen, 13, "县司法局           1/2");
    has(&screen, 9, ">七 数字政府          2");
    has(&screen, 3, "一 党的领导          4");
    screen.keys("c!");
    has(&screen, 1, "灯:红  1/21项");
    has(&screen, 5, "三 依法决策          1");
    has(&screen, 3, "一 党的领导          0");
}

#[test]
fn digits_go_to_a_task_at_once() {
    let mut screen = Screen::new(80, 24);
    screen.keys("1");
    shows(&screen, "> 1 加强党对法治政府建设的领导");
    screen.keys("4");
    shows(&screen, ">14 加强行政复议工作");
    screen.keys("4");
    shows(&screen, "> 4 强化突发事件应急能力建设");
    screen.keys("jk21");
    shows(&screen, ">21 ");
    screen.keys("j7");
    shows(&screen, "> 7 提升公共法律服务质量");
}

#[test]
fn a_task_outside_the_filter_pauses_it() {
    let mut screen = Screen::new(80, 24);
    screen.keys("usfj<Enter>r4");
    shows(&screen, "> 4 强化突发事件应急能力建设");
    shows(&screen, "筛选先放一放,退格恢复");
    screen.keys("<BS>");
    has(&screen, 1, "单位:县司法局 角色:牵头  7/21项");
}

#[test]
fn the_second_digit_may_lead_back_into_the_filter() {
    let mut screen = Screen::new(80, 24);
    screen.keys("usfj<Enter>r14");
    shows(&screen, ">14 加强行政复议工作");
    has(&screen, 1, "单位:县司法局 角色:牵头  7/21项");
}

#[test]
fn a_task_outside_the_filter_shows_its_own_entries() {
    let mut screen = Screen::new(80, 24);
    screen.keys("4a开展防台风演练2次<Enter>");
    screen.keys("usfj<Enter>4");
    shows(&screen, "筛选先放一放");
    shows(&screen, "开展防台风演练2次");
    hides(&screen, "还没有报送过");
}

#[test]
fn the_official_text_is_read_without_changing_it() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14]");
    shows(&screen, "[原文]");
    let task = screen.plan().tasks[13].clone();
    let shown: String = screen
        .text()
        .lines()
        .skip(14)
        .map(|l| l.chars().skip_while(|c| *c != '巩').collect::<String>())
        .collect();
    assert!(shown.starts_with("巩固行政复议体制改革成果"), "{}", screen.text());
    screen.keys("<Enter>");
    let whole: String = screen.rows()[4..22].iter().map(|l| l.trim_start()).collect();
    let expected = format!("{}({})", task.body, task.bracket);
    assert_eq!(whole, expected);
    screen.keys("<BS>");
    shows(&screen, "其余30个单位");
}

#[test]
fn indicators_and_units_have_their_pages() {
    let mut screen = Screen::new(120, 40);
    screen.keys("7]]");
    shows(&screen, "T7a 律师万人比");
    shows(&screen, ">=3.5");
    shows(&screen, "2025-12-31");
    screen.keys("]");
    shows(&screen, "牵 县司法局");
    shows(&screen, "涉 花鸟乡");
    screen.keys("1[");
    shows(&screen, "文件没有给这一项定数值和日期。");
}

#[test]
fn the_finder_narrows_while_one_types() {
    let mut screen = Screen::new(80, 24);
    screen.keys("/复议");
    has(&screen, 1, "含:复议  1/21项");
    screen.keys("<Enter>j");
    has(&screen, 1, "含:复议  1/21项  c清除");
    screen.keys("c/复议<C-g>");
    has(&screen, 1, "全部任务  21/21项");
}

#[test]
fn what_was_reported_is_found_too() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14a听证员不够<Enter>");
    screen.keys("/听证员<Enter>");
    has(&screen, 1, "含:听证员  1/21项");
    shows(&screen, ">14 加强行政复议工作");
}

#[test]
fn every_width_has_its_layout() {
    let mut screen = Screen::new(60, 20);
    hides(&screen, "其余");
    has(&screen, 0, "嵊政办发〔2022〕70号 截至");
    has(&screen, 0, "红1");
    shows(&screen, "> 1 加强党对法治政府建设的领导");
    screen.resize(120, 40);
    shows(&screen, "县委依法治县办");
    shows(&screen, "2025-12-31");
    assert_eq!(screen.rows().iter().filter(|r| r.contains("灰 尚未报送")).count(), 21, "{}", screen.text());
    screen.resize(200, 50);
    let rows = screen.rows();
    assert!(
        rows[2].contains("> 1 加强党") && rows[2].matches("加强党对法治政府建设的领导").count() == 2,
        "{}",
        rows[2]
    );
    screen.resize(10, 3);
    shows(&screen, "窗口太小");
    screen.resize(80, 24);
    shows(&screen, "其余30个单位");
}

#[test]
fn the_horizon_is_a_notice_not_twenty_one_reds() {
    let screen = Screen::with(duban::plan::EMBEDDED, 80, 24, jiff::civil::date(2026, 3, 1));
    has(&screen, 1, "规划期已满");
    has(&screen, 0, "红3 黄0 绿0 灰18");
}

#[test]
fn help_lists_every_key_of_the_table() {
    for (columns, rows) in [(80, 24), (120, 40), (200, 50)] {
        let mut screen = Screen::new(columns, rows);
        screen.keys("?");
        for binding in duban::tui::keys::BINDINGS {
            shows(&screen, binding.help.zh);
            shows(&screen, &binding.keys[0].name());
        }
        screen.keys("j");
        shows(&screen, "主要任务");
    }
    // Where it does not fit it is turned.
    let mut screen = Screen::new(60, 20);
    screen.keys("?");
    hides(&screen, "暂停(fg回来)");
    screen.keys("<PgDn><PgDn><PgDn><PgDn>");
    shows(&screen, "暂停(fg回来)");
    screen.keys("x");
    shows(&screen, "> 1 加强党");
}

#[test]
fn the_left_pane_filters_too() {
    let mut screen = Screen::new(80, 24);
    screen.keys("hj<Enter>");
    has(&screen, 1, "组:党的领导  4/21项");
    screen.keys("<Tab>g<Enter>");
    has(&screen, 1, "全部任务  21/21项");
}

#[test]
fn the_alarm_goes_round() {
    let mut screen = Screen::new(80, 24);
    screen.keys("!");
    has(&screen, 1, "灯:红  1/21项");
    screen.keys("！");
    has(&screen, 1, "灯:红黄  1/21项");
    screen.keys("!");
    has(&screen, 1, "灯:灰  20/21项");
    screen.keys("!");
    has(&screen, 1, "全部任务");
}

#[test]
fn an_input_method_left_on_still_reaches_everything() {
    let mut screen = Screen::new(80, 24);
    screen.keys("、复议<Enter>");
    has(&screen, 1, "含:复议");
    screen.keys("。９");
    has(&screen, 1, "全部任务");
    screen.keys("】");
    shows(&screen, "[原文]");
    screen.keys("司");
    has(&screen, 1, "含:司");
    shows(&screen, "中文输入法开着,按Shift切换");
    screen.keys("<C-g>法");
    hides(&screen, "中文输入法开着,按Shift切换");
}

#[test]
fn no_size_breaks_anything() {
    let mut screen = Screen::new(80, 24);
    let sizes = || (1..=230u16).step_by(7).flat_map(|c| (1..=60u16).step_by(5).map(move |r| (c, r)));
    let states = [
        "",
        "]",
        "<Enter>",
        "u",
        "sf",
        "<C-g>?",
        " .",
        "<C-g>s",
        "<C-g>,",
        "<C-g>/法",
        "<C-g>7A",
        "好<Tab><Tab>",
        "<C-g>dz",
    ];
    for keys in states {
        screen.resize(80, 24).keys(keys);
        for (columns, rows) in
            sizes().chain([(0, 0), (500, 200), (1, 1), (40, 10), (79, 24), (119, 40), (169, 50)])
        {
            screen.resize(columns, rows);
            for row in screen.rows() {
                let wide = duban::text::cells(&row);
                assert!(wide < usize::from(columns.max(2)), "{columns}x{rows} after {keys:?}: {row:?}");
            }
        }
    }
}

#[test]
fn another_plan_works_the_same() {
    let mut screen = Screen::with(include_str!("../plan/other.toml"), 80, 24, jiff::civil::date(2025, 6, 24));
    let plan = screen.plan().clone();
    has(&screen, 0, &plan.document.doc_no);
    for group in &plan.groups {
        shows(&screen, &group.short);
    }
    let last = plan.tasks.last().expect("a task").clone();
    let lead = plan.unit_name(last.lead().expect("a lead")).to_owned();
    screen.keys("u").keys(&lead).keys("<Enter>");
    has(&screen, 1, &lead);
    screen.keys(&last.no.0.to_string()).keys("a第一句<Enter>");
    shows(&screen, &format!("已保存 {} {lead} 第1号", last.no.0));
    screen.keys("]");
    shows(&screen, "[原文]");
    screen.keys("A<Tab><Tab><Tab>");
    shows(&screen, "< 保存 >");
}

#[test]
fn the_list_is_there_again_after_the_whole_screen_was_the_text() {
    for back in ["<Enter>", "<BS>", "q"] {
        let mut screen = Screen::new(80, 24);
        screen.keys("21<Enter>").event(duban::tui::effect::Event::LookAgain);
        screen.keys(back);
        has(&screen, 11, ">21 深入推进");
        screen.keys("g<Enter>jjjjjjjjjjjjjj").keys(back);
        shows(&screen, ">15 规范行政应诉工作");
    }
}
