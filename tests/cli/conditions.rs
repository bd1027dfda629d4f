//! `list` with a line of conditions.

use crate::support::Home;
use crate::values::tasks;

fn list(home: &Home, words: &[&str]) -> Vec<usize> {
    let all = [&["--as-of", "2025-06-24", "list"], words].concat();
    tasks(&home.json(all))
}

#[test]
fn a_line_says_what_the_options_say() {
    let home = Home::new();
    for (line, options) in [
        ("单位:司法局 角色:牵头", "--unit sfj --role lead"),
        ("unit:sfj light:red,grey", "--unit sfj --light red,grey"),
        ("组:四 状态:正常", "--group 4 --status on_track"),
        ("听证", "--text 听证"),
        ("灯:红灰 排序:亮灯", "--light red,grey --sort light"),
    ] {
        let options: Vec<&str> = options.split(' ').collect();
        assert_eq!(list(&home, &[line]), list(&home, &options), "{line}");
        let words: Vec<&str> = line.split(' ').collect();
        assert_eq!(list(&home, &words), list(&home, &options), "{line} as words");
    }
    // An option stands in the place of the same condition, and beside the others.
    assert_eq!(
        list(&home, &["单位:县府办 角色:牵头", "--unit", "sfj"]),
        list(&home, &["unit:sfj role:lead"])
    );
}

#[test]
fn what_waits_and_what_came_last_can_be_asked_for() {
    let home = Home::new();
    home.add("14", "sfj", "2025-06-12", "后填的日期早", &[]);
    home.add("9", "xfb", "2025-05-30", "最后来的", &[]);
    assert_eq!(list(&home, &["排序:最近来的"])[..3], [9, 14, 1]);
    assert_eq!(list(&home, &["sort:last"])[..3], [14, 9, 1]);
    assert_eq!(list(&home, &["审核:已审"]), [9, 14]);
    assert_eq!(list(&home, &["审核:待审"]), [0; 0]);
}

#[test]
fn a_wrong_condition_is_a_sentence() {
    let home = Home::new();
    let refused = home.run(["list", "灯:紫"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("紫") && refused.err.contains("红、黄"), "{}", refused.err);
    let refused = home.run(["--lang", "en", "list", "lamp:red"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("lamp") && refused.err.contains("unit, role"), "{}", refused.err);
}
