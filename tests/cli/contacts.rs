//! Whom one calls at a unit.

use serde_json::json;

use crate::support::Home;

#[test]
fn contacts_are_set_changed_and_shown_where_one_calls() {
    let home = Home::new();
    assert!(home.json(["units"]).as_array().unwrap().iter().all(|u| u["contact"].is_null()));
    assert!(!home.run(["units"]).ok().contains("联络员"));
    let said = home
        .run(["units", "set", "司法局", "--leader", "王局", "--contact", "张三", "--phone", "0580-1"])
        .ok();
    assert_eq!(said.trim(), "县司法局  分管领导 王局 联络员 张三 电话 0580-1");
    // What is left out stays, what is empty goes.
    let unit = home.json(["units", "set", "sfj", "--leader", "", "--phone", "0580-2"]);
    assert_eq!(unit["contact"], json!({"leader": "", "name": "张三", "phone": "0580-2"}));
    let table = home.run(["units"]).ok();
    assert!(table.contains("联络员") && table.contains("0580-2"), "{table}");
    assert!(home.run(["show", "14"]).ok().contains("县司法局  联络员 张三 电话 0580-2"));
    assert_eq!(home.json(["show", "14"])["contact"]["phone"], "0580-2");
    home.run(["period", "open", "2025B3", "--on", "2025-05-01"]).ok();
    let missing = home.run(["--as-of", "2025-06-24", "missing"]).ok();
    assert!(missing.contains("张三 0580-2"), "{missing}");
    let rows = home.json(["--as-of", "2025-06-24", "missing"]);
    let of = |name: &str| {
        rows["reports"].as_array().unwrap().iter().find(|r| r["unit"] == name).unwrap()["contact"].clone()
    };
    assert_eq!((of("县司法局")["name"].as_str(), of("县府办").is_null()), (Some("张三"), true));
    home.run(["units", "set", "sfj", "--phone", "", "--contact", ""]).ok();
    assert!(home.json(["show", "14"])["contact"].is_null());
    home.run(["units", "set", "sfj"]).refused(2);
    home.run(["units", "set", "sfj", "--phone", "1\u{7}2"]).refused(2);
    home.run(["units", "set", "nobody", "--phone", "1"]).refused(3);
    home.run(["verify"]).ok();
}

#[test]
fn a_reporter_sets_their_own_units_alone() {
    let home = Home::new();
    home.run(["units", "set", "sfj", "--phone", "1"]).ok();
    let who =
        String::from_utf8(std::process::Command::new("id").arg("-un").output().unwrap().stdout).unwrap();
    home.run(["operator", "add", who.trim(), "--role", "reporter", "--unit", "sfj"]).ok();
    home.run(["units", "set", "sfj", "--phone", "2"]).ok();
    let refused = home.run(["units", "set", "xfb", "--phone", "3"]).refused(5);
    assert!(refused.contains("登记联系人"), "{refused}");
    home.run(["view", "save", "6", "甲", "灯:红"]).refused(5);
    assert_eq!(home.json(["status", "xfb"])["contact"], serde_json::Value::Null);
    assert_eq!(home.json(["status", "sfj"])["contact"]["phone"], "2");
}
