//! The settings file, as `duban config` tells of it.

use crate::support::{Call, Home};

fn call(home: &Home, words: &[&str], text: &str) -> Call {
    let folder = home.path("config/duban");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("config.toml"), text).unwrap();
    home.call(words).env("XDG_CONFIG_HOME", home.path("config"))
}

#[test]
fn each_value_says_where_it_comes_from() {
    let home = Home::new();
    let text = "# ours\nlang = \"en\"\n\nidle = \"90m\"\n";
    let path = home.path("config/duban/config.toml").display().to_string();
    let of = |call: Call, name: &str| {
        let rows: serde_json::Value = serde_json::from_str(&call.arg("--json").run().ok()).unwrap();
        rows.as_array().unwrap().iter().find(|r| r["name"] == name).cloned().unwrap()
    };
    let told = |name: &str, value: &str, from: &str, by: serde_json::Value, line: serde_json::Value| serde_json::json!({"name": name, "value": value, "from": from, "by": by, "line": line});
    let none = || serde_json::Value::Null;
    assert_eq!(
        of(call(&home, &["config"], text), "idle"),
        told("idle", "\"90m\"", "file", path.clone().into(), 4.into())
    );
    assert_eq!(
        of(call(&home, &["config"], text), "backup_keep"),
        told("backup_keep", "14", "default", none(), none())
    );
    assert_eq!(
        of(call(&home, &["config"], text), "lang"),
        told("lang", "\"en\"", "file", path.into(), 2.into())
    );
    assert_eq!(
        of(call(&home, &["config"], text).env("DUBAN_LANG", "zh"), "lang"),
        told("lang", "\"zh\"", "environment", "DUBAN_LANG".into(), none())
    );
    assert_eq!(
        of(call(&home, &["config", "--lang", "zh"], text).env("DUBAN_LANG", "en"), "lang"),
        told("lang", "\"zh\"", "command-line", "--lang".into(), none())
    );
    assert_eq!(of(call(&home, &["config"], ""), "db")["by"], "DUBAN_DB");
    let shown = call(&home, &["config"], text).run().ok();
    assert!(shown.contains("config.toml line 4"), "{shown}");
}

#[test]
fn a_fault_names_the_file_the_line_and_what_would_be_right() {
    let home = Home::new();
    for (text, line, right) in [
        ("lang = \"zh\"\nidle = \"soon\"\n", "第2行", "\"30m\""),
        ("colour = 1\n", "第1行", "backup_keep"),
        ("\n\nlang\n", "第3行", "lang = \"zh\""),
    ] {
        let said = call(&home, &["status"], text).run().refused(2);
        assert!(said.contains("config.toml") && said.contains(line) && said.contains(right), "{said}");
    }
    let said = call(&home, &["--lang", "en", "status"], "idle = 30").run().refused(2);
    assert!(said.contains("Line 1 of") && said.contains("idle cannot be 30; it can be:"), "{said}");
}

#[test]
fn the_sample_says_what_holds_anyway() {
    let home = Home::new();
    for lang in ["zh", "en"] {
        let sample = home.run(["--lang", lang, "config", "--sample"]).ok();
        let before = home.run(["--lang", lang, "config", "--json"]).ok();
        assert_eq!(call(&home, &["--lang", lang, "config", "--json"], &sample).run().ok(), before);
    }
}
