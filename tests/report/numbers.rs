//! The same numbers in every format and in machine output, counted here anew from what `list`, `missing` and `due` say.

use std::collections::BTreeMap;

use duban::ledger::Coded;
use duban::report::Format;
use duban::strings::sheet;
use serde_json::Value;

use crate::stage::{DAY, ledger};
use crate::support::Home;

fn json(home: &Home, words: &str) -> Value {
    home.json(["--as-of", DAY].into_iter().chain(words.split(' ')))
}

fn rows(value: &Value) -> &Vec<Value> {
    value.as_array().expect("an array")
}

/// How many rows have each value of a field.
fn count_by(rows: &[Value], field: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for row in rows {
        *counts.entry(row[field].as_str().expect(field).to_owned()).or_default() += 1;
    }
    counts
}

/// One decimal, by another way than the program's.
fn share(count: usize, whole: usize) -> String {
    format!("{:.1}%", (float(count) * 1000.0 / float(whole) + 1e-9).round() / 10.0)
}

fn float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap())
}

/// What a document says in a format, where that is text.
fn written(home: &Home, format: Format, document: &str) -> Option<String> {
    let file = home.path(&format!("out.{}", format.extension()));
    let words = format!("report {document} --as-of {DAY} --force --format {} -o", format.code());
    let said = home.call(words.split(' ')).arg(&file).run();
    assert_eq!((said.code, said.out.as_str()), (0, ""), "{said:?}");
    let bytes = std::fs::read(&file).expect("the file");
    assert!(!bytes.is_empty(), "{format:?}");
    // What is no text is read by the tests of its own writer.
    (!format.is_bytes()).then(|| String::from_utf8(bytes).expect("UTF-8"))
}

/// The first numbers behind a name that stands behind a caption, whatever parts them.
fn numbers_behind(text: &str, caption: &str, name: &str, most: usize) -> Vec<String> {
    // Captions also stand in sentences; the table is the last to have it.
    let at = if caption.is_empty() { Some(0) } else { text.rfind(caption) };
    let table = &text[at.unwrap_or_else(|| panic!("no {caption} in {text}"))..];
    let behind =
        &table[table.find(name).unwrap_or_else(|| panic!("no {name} behind {caption}")) + name.len()..];
    let mut plain = String::new();
    let mut inside = false;
    for c in behind.chars().take(900) {
        // Tags and escapes of markup.
        inside = (inside || c == '<') && c != '>';
        plain.push(if inside || !(c.is_ascii_digit() || ".%".contains(c)) { ' ' } else { c });
    }
    plain
        .split_whitespace()
        .filter(|n| n.bytes().any(|b| b.is_ascii_digit()))
        .take(most)
        .map(str::to_owned)
        .collect()
}

/// A row of a document's table in JSON.
fn cells<'a>(document: &'a Value, caption: &str, field: &str, value: &str) -> &'a Value {
    let mut tables = rows(&document["blocks"]).iter().filter(|b| b["kind"] == "table");
    let table = tables.rfind(|t| t["caption"] == caption).expect("the table");
    rows(&table["rows"]).iter().find(|r| r[field] == value).unwrap_or_else(|| panic!("no {value}: {table}"))
}

#[test]
fn lights_are_counted_once_and_alike() {
    let home = ledger();
    let list = json(&home, "list");
    let counts = count_by(rows(&list), "light");
    let caption = sheet::TABLE_LIGHTS.zh;
    let words = [
        ("red", "红灯（逾期、指标未达或连续滞后）"),
        ("yellow", "黄灯（临期、滞后或未按时报送）"),
        ("green", "绿灯（正常推进）"),
        ("grey", "灰灯（未启动或尚未报送）"),
        ("pending", "待核（单位报称完成）"),
        ("closed", "已销号或调整取消"),
    ];
    assert_eq!(counts.values().sum::<usize>(), 21);
    assert!(counts.len() >= 5, "a ledger with something of everything: {counts:?}");
    for format in Format::ALL {
        let Some(text) = written(&home, *format, "bulletin") else { continue };
        for (light, word) in words {
            let count = counts.get(light).copied().unwrap_or(0);
            if *format == Format::Json {
                let document: Value = serde_json::from_str(&text).expect("JSON");
                let row = cells(&document, caption, "light", light);
                assert_eq!(
                    (&row["count"], &row["share"]),
                    (&count.into(), &share(count, 21).into()),
                    "{light}"
                );
                continue;
            }
            let found = numbers_behind(&text, caption, word, 2);
            assert_eq!(found, [count.to_string(), share(count, 21)], "{light} in {format:?}");
            let sentence = format!("{word}{count}项，占{}", share(count, 21));
            assert!(
                *format == Format::Csv || unwrapped(&text).contains(&sentence),
                "{sentence} in {format:?}"
            );
        }
    }
}

/// Without line ends and what else stands between words.
fn unwrapped(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// How often each unit got a report for the period back, by the history of every report; what was taken back is none.
fn returned(home: &Home) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for entry in rows(&json(home, "log --limit 1000")) {
        let history = json(home, &format!("history {}", entry["id"]));
        let taken_back = |seq: &Value| rows(&history).iter().any(|v| v["undoes"] == *seq);
        let times =
            rows(&history).iter().filter(|v| v["action"] == "return" && !taken_back(&v["seq"])).count();
        if entry["period"] == "2025B3" && times > 0 {
            *counts.entry(entry["unit"].as_str().expect("a unit").to_owned()).or_default() += times;
        }
    }
    counts
}

#[test]
fn who_reported_is_counted_alike() {
    let home = ledger();
    let missing = json(&home, "missing --period 2025B3 --all");
    let owed = rows(&missing["reports"]);
    assert_eq!(owed.len(), 22, "21 leads and the court");
    let ranked = |name: &str| name != "县法院";
    let units = json(&home, "units");
    let returned = returned(&home);
    assert_eq!(returned.values().sum::<usize>(), 2, "one stands, one came again: {returned:?}");
    let mut told = 0;
    for format in Format::ALL {
        for document in ["bulletin", "assess"] {
            let Some(text) = written(&home, *format, document) else { continue };
            for unit in rows(&units) {
                let name = unit["name"].as_str().expect("a name");
                let mine: Vec<Value> = owed.iter().filter(|o| o["unit"] == name).cloned().collect();
                if mine.is_empty() || !ranked(name) {
                    continue;
                }
                let states = count_by(&mine, "state");
                let of = |state: &str| states.get(state).copied().unwrap_or(0);
                let came = of("on_time") + of("late");
                let expected = [
                    rows(&unit["leads"]).len(),
                    rows(&unit["supports"]).len(),
                    mine.len(),
                    came,
                    of("on_time"),
                    of("late"),
                    mine.len() - came,
                    *returned.get(name).unwrap_or(&0),
                ];
                let fields =
                    ["leads", "supports", "owed", "reported", "on_time", "late", "missing", "returned"];
                let caption = if document == "bulletin" { sheet::TABLE_UNITS.zh } else { "" };
                if *format == Format::Json {
                    let whole: Value = serde_json::from_str(&text).expect("JSON");
                    let row = cells(&whole, caption, "unit", name);
                    for (field, count) in fields.iter().zip(expected) {
                        assert_eq!(row[*field], count, "{name} {field}");
                    }
                    assert_eq!(row["on_time_rate"], share(of("on_time"), mine.len()), "{name}");
                } else {
                    let mut wanted: Vec<String> = expected.iter().map(ToString::to_string).collect();
                    wanted.insert(7, share(of("on_time"), mine.len()));
                    assert_eq!(numbers_behind(&text, caption, name, 9), wanted, "{name} in {format:?}");
                }
                told += 1;
            }
        }
    }
    assert!(told >= 80, "{told}");
}

#[test]
fn the_ledger_sheet_has_a_row_for_each_task_of_the_list() {
    let home = ledger();
    for narrowed in ["", " --unit sfj --role lead", " --light red", " --unit ssz", " --text 复议"] {
        let list = json(&home, &format!("list{narrowed}"));
        let document = json(&home, &format!("report ledger{narrowed}"));
        let table = rows(&document["blocks"]).iter().find(|b| b["kind"] == "table").expect("a table");
        assert_eq!(rows(&table["rows"]).len(), rows(&list).len(), "{narrowed}");
        for (shown, row) in rows(&table["rows"]).iter().zip(rows(&list)) {
            for field in ["task", "title", "light", "lead"] {
                assert_eq!(shown[field], row[field], "{narrowed}");
            }
        }
        for format in Format::ALL {
            let Some(text) = written(&home, *format, &format!("ledger{narrowed}")) else { continue };
            for row in rows(&list) {
                let title = row["title"].as_str().expect("a title");
                assert!(unwrapped(&text).contains(title), "{title} in {format:?}");
            }
        }
    }
}

#[test]
fn who_is_late_is_named_and_who_is_not_ranked_is_not() {
    let home = ledger();
    let text = written(&home, Format::Text, "bulletin").expect("text");
    let part = |from: &str, to: &str| unwrapped(&text[text.find(from).unwrap()..text.find(to).unwrap()]);
    let (behind, unreported) = (part("四、", "五、"), part("五、", "六、"));
    let due = json(&home, "due");
    let overdue = rows(&due).iter().filter(|d| d["kind"] == "task" && d["days_left"].as_i64() < Some(0));
    let overdue: Vec<&Value> = overdue.collect();
    assert_eq!(overdue.len(), 1);
    for one in overdue {
        let (unit, days) = (one["unit"].as_str().unwrap(), -one["days_left"].as_i64().unwrap());
        assert!(behind.contains(&format!("由{unit}牵头的第{}项", one["task"])), "{behind}");
        assert!(behind.contains(&format!("逾期{days}天")), "{behind}");
    }
    let list = json(&home, "list");
    for row in rows(&list) {
        let named = behind.contains(&format!("第{}项（{}）", row["task"], row["title"].as_str().unwrap()));
        assert_eq!(named, row["light"] == "red" || row["light"] == "yellow", "{row}");
    }
    let missing = json(&home, "missing --period 2025B3");
    for owed in rows(&missing["reports"]) {
        let unit = owed["unit"].as_str().unwrap();
        assert_eq!(unreported.contains(unit), unit != "县法院", "{unit}: {unreported}");
    }
    assert!(rows(&missing["reports"]).iter().any(|o| o["unit"] == "县法院"), "it is in the ledger");
    assert!(part("六、", "七、").contains("县法院"), "the notice to it is told");
    assert!(!part("六、", "七、").contains("未反馈：县法院"), "but not that it is late");
}
