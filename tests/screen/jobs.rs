//! The ten everyday jobs, typed and counted.

use super::support::{Screen, has, hides, shows};

/// Types keys and says how many they were; text in backquotes is what the operator has to say and does not count.
fn typed(screen: &mut Screen, keys: &str) -> usize {
    let mut count = 0;
    for (at, part) in keys.split('`').enumerate() {
        screen.keys(part);
        if at % 2 == 0 {
            let mut rest = part;
            while let Some(c) = rest.chars().next() {
                let named =
                    rest.strip_prefix('<').and_then(|r| r.split_once('>')).filter(|(n, _)| n.len() > 1);
                rest = named.map_or(&rest[c.len_utf8()..], |(_, after)| after);
                count += 1;
            }
        }
    }
    count
}

#[test]
fn each_job_is_within_its_budget() {
    let mut screen = Screen::new(80, 24);
    // The state of everything, and the last report of the task under the cursor.
    has(&screen, 0, "红1 黄0 绿0 灰20 核0 结0");
    shows(&screen, "还没有报送过");
    // One unit's tasks; only those it leads.
    assert!(typed(&mut screen, "usfj<Enter>") <= 5);
    has(&screen, 1, "单位:县司法局  17/21项");
    assert!(typed(&mut screen, "r") <= 1);
    has(&screen, 1, "角色:牵头  7/21项");
    // A task by its number.
    assert!(typed(&mut screen, "14") <= 2);
    shows(&screen, ">14 加强行政复议工作");
    // A report in a line.
    assert!(typed(&mut screen, "a`受理41件`<Enter>") <= 2);
    shows(&screen, "已保存 14");
    // Its last report is there without a key.
    shows(&screen, "受理41件");
    // Another status.
    assert!(typed(&mut screen, "s4<Enter>") <= 3);
    shows(&screen, "核 报称完成");
    // Undo.
    assert!(typed(&mut screen, "zy") <= 2);
    shows(&screen, "绿 正常推进");
    // What is red.
    screen.keys("c");
    assert!(typed(&mut screen, "!") <= 1);
    has(&screen, 1, "灯:红  1/21项");
    screen.keys("c");
    // A word.
    assert!(typed(&mut screen, "/`听证`<Enter>") <= 2);
    has(&screen, 1, "含:听证");
}

#[test]
fn and_with_the_input_method_left_on() {
    let mut screen = Screen::new(80, 24);
    assert!(typed(&mut screen, "14＋`受理41件`<Enter>") <= 4);
    shows(&screen, "已保存 14");
    assert!(typed(&mut screen, "。34<Enter>") <= 4, "the menu, its third action, the fourth status");
    shows(&screen, "核 报称完成");
    assert!(typed(&mut screen, "。41") <= 3);
    shows(&screen, "绿 正常推进");
    assert!(typed(&mut screen, "！") <= 1);
    has(&screen, 1, "灯:红");
    screen.keys("！！！");
    assert!(typed(&mut screen, "`听证`<Enter>") <= 1);
    has(&screen, 1, "含:听证");
    hides(&screen, "全部任务");
}
