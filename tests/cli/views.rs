//! `view`, and `--view` before and behind `list`.

use serde_json::json;

use crate::support::Home;
use crate::values::tasks;

#[test]
fn views_are_listed_kept_opened_and_removed() {
    let home = Home::new();
    let all = home.json(["view"]);
    assert_eq!(all[0], json!({"number": 1, "name": "预警", "conditions": "light:red,yellow", "own": false}));
    assert_eq!(all.as_array().map(Vec::len), Some(5));
    let kept = home.json(["view", "save", "7", "司法局牵头", "单位:司法局", "角色:牵头"]);
    let wanted = json!({"number": 7, "name": "司法局牵头", "conditions": "unit:sfj role:lead", "own": true});
    assert_eq!(kept, wanted);
    let lead = tasks(&home.json(["list", "unit:sfj", "role:lead"]));
    assert_eq!(lead.len(), 7);
    for words in
        [vec!["list", "--view", "7"], vec!["list", "--view", "牵头的司法局"], vec!["--view", "司法局牵头"]]
    {
        let said = home.call(&words).arg("--json").run();
        if words[words.len() - 1].starts_with("牵头") {
            assert!(said.refused(3).contains("7 司法局牵头"));
        } else {
            assert_eq!(tasks(&serde_json::from_str(&said.ok()).unwrap()), lead, "{words:?}");
        }
    }
    // Conditions beside a view narrow it.
    assert_eq!(tasks(&home.json(["list", "--view", "7", "组:四"])), [12]);
    assert!(home.run(["--lang", "en", "view"]).ok().contains("unit:县司法局 role:leads"));
    // The same number again is another view; a removed one is gone.
    home.run(["view", "save", "7", "红的", "灯:红"]).ok();
    assert_eq!(home.json(["view"])[5]["conditions"], "light:red");
    home.run(["view", "remove", "7"]).ok();
    assert_eq!(home.json(["view"]).as_array().map(Vec::len), Some(5));
    home.run(["view", "remove", "7"]).refused(3);
    home.run(["view", "save", "3", "甲", "灯:红"]).refused(2);
    home.run(["view", "save", "8", "甲", "灯:紫"]).refused(2);
    home.run(["--view", "1", "status"]).refused(2);
    home.run(["verify"]).ok();
}

#[test]
fn a_reporters_own_tasks_are_a_view() {
    let home = Home::new();
    assert!(home.run(["list", "--view", "我牵头"]).refused(2).contains("哪个单位"));
    home.run(["settings", "office", "sfj"]).ok();
    assert_eq!(tasks(&home.json(["list", "--view", "我牵头"])).len(), 7);
}
