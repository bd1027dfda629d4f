//! The documented fields of machine output: exactly these names, in this order, of these types.

use serde_json::{Map, Value};

use crate::support::Home;

const ROW: &str = "task:int group:int title:text lead:text support:texts collective:texts note:text? unit:text \
                   status:status? percent:percent? light:light light_reason:text due:day? last_entry:entry? \
                   first_due:day? extended:int";
const SHOW: &str = "body:text measures:texts bracket:text assignments:[assignment] indicators:[indicator] \
                    entries:[entry] closure:closure? extensions:[extension] notices:[notice] owing:owing? \
                    trouble:[trouble] not_reached:texts contact:contact?";
const ASSIGNMENT: &str = "unit:text role:role as_written:text";
const ENTRY: &str = "id:int task:int? unit:text period:period status:status percent:percent? date:day \
                     progress:text problems:any next_steps:any values:map evidence:[evidence] reporter:text \
                     typed_by:text revision:int created_at:time updated_at:time review:review sources:map~";
const REVIEW: &str = "state:reviewed note:any by:any highlight:bool self_reviewed:bool";
const EVIDENCE: &str = "kind:text ref:text note:any";
const UNIT: &str =
    "name:text kind:kind aliases:texts members:texts? leads:ints supports:ints covered:ints contact:contact?";
const CONTACT: &str = "leader:any name:any phone:any";
const INDICATOR: &str = "id:text task:int? name:text comparator:sign target:text? unit:any due:due? \
                         binding:binding quote:text value:text? met:bool?";
const PLAN: &str = "title:text doc_no:text index_no:text issuer:text dated:day published:day groups:[group]";
const GROUP: &str = "no:int numeral:text title:text tasks:ints";
const OVERVIEW: &str = "title:text doc_no:text as_of:day tasks:int lights:lights groups:[counted] \
                        attention:[row] latest:[entry] period:period_row? waiting:int lights_before:lights? new:int?";
const COUNTED: &str = "no:int title:text tasks:int";
const LIGHTS: &str = "red:int yellow:int green:int grey:int pending:int closed:int";
const COUNTS: &str = "owed:int reported:int late:int missing:int returned:int";
const PERIOD: &str = "period:period starts:day ends:day opened:day cutoff:day closed:day? days_left:number";
const MISSING: &str = "as_of:day period:period_row? reports:[owed]";
const OWED: &str = "state:owing unit:text task:int? title:text? first:day? contact:contact?";
const DUE: &str = "kind:duekind due:day? days_left:number? first_due:day? extended:int unit:text task:int? \
                   notice:int? state:owing? text:any";
const CLOSURE: &str = "task:int date:day reason:text reopened:day? reopen_reason:text?";
const EXTENSION: &str = "extension:int task:int from:day to:day reason:text approved_by:text doc_no:text date:day \
                         withdrawn:day? withdraw_reason:text?";
const NOTICE: &str = "notice:int kind:noticekind units:texts tasks:ints date:day due:day? text:text \
                      answers:[answer] unanswered:texts ended:day? result:text?";
const ANSWER: &str = "unit:text date:day text:text";
const SETTING: &str = "name:text value:any default:any choices:text";
const VIEW: &str = "number:int name:any conditions:text? own:bool";
const OPERATOR: &str = "name:text display:text role:duty unit:text? disabled:day? keys:list";
const TROUBLE: &str = "unit:text state:troubled entry:int why:any";
const RECORD: &str = "seq:int at:time operator:text origin:any action:action undoes:int? id:int revision:int? \
                      fields:texts entry:entry? purged:bool reason:text? records:ints key:any";
const VERIFY: &str = "sound:bool seq:int? hash:text? faults:[fault] purged:int? restores:[restored]";
const BACKUP: &str = "path:text seq:int head:text bytes:int";
const RESTORE: &str = "head:text backup:text abandoned:text? kept:text?";
const PURGE: &str = "id:int records:ints by:int? clean:bool applied:bool";
const CHECK: &str = "check:text state:state details:texts";
const DRAFT: &str = "draft:int kind:any task:int unit:text entry:int? revision:int? period:any status:any \
                     percent:any date:any progress:any problems:any next_steps:any values:map evidence:list \
                     reporter:any saved_at:time open:bool damaged:bool since:since?";
const SINCE: &str = "what:what by:text? date:day? status:status? fields:texts";
const UNIT_STATUS: &str = "as_of:day lights:lights tasks:[row]";

/// The fields of an object by its name in the tables above.
fn fields(name: &str) -> Option<String> {
    let table = match name {
        "row" => ROW,
        "assignment" => ASSIGNMENT,
        "entry" => ENTRY,
        "evidence" => EVIDENCE,
        "review" => REVIEW,
        "missing" => MISSING,
        "owed" => OWED,
        "contact" => CONTACT,
        "due_row" => DUE,
        "closure" => CLOSURE,
        "extension" => EXTENSION,
        "notice" => NOTICE,
        "answer" => ANSWER,
        "setting" => SETTING,
        "operator" => OPERATOR,
        "view" => VIEW,
        "trouble" => TROUBLE,
        "period_row" => return Some(format!("{PERIOD} {COUNTS}")),
        "draft" => DRAFT,
        "since" => SINCE,
        "unit" => UNIT,
        "indicator" => INDICATOR,
        "plan" => PLAN,
        "group" => GROUP,
        "overview" => OVERVIEW,
        "counted" => COUNTED,
        "lights" => LIGHTS,
        "record" => RECORD,
        "verify" => VERIFY,
        "fault" => "kind:text seq:int? id:int? task:int? unit:text?",
        "restored" => "seq:int abandoned:text?",
        "backup" => BACKUP,
        "restore" => RESTORE,
        "purge" => PURGE,
        "check" => CHECK,
        "show" => return Some(format!("{ROW} {SHOW}")),
        "unit status" => return Some(format!("{UNIT} {UNIT_STATUS}")),
        _ => return None,
    };
    Some(table.to_owned())
}

/// Codes that are promised to scripts.
fn codes(kind: &str) -> Option<&'static [&'static str]> {
    Some(match kind {
        "status" => &["not_started", "on_track", "behind", "done", "standing", "dropped"],
        "light" => &["red", "yellow", "green", "grey", "pending", "closed"],
        "role" => &["lead", "support", "covered"],
        "kind" => &["named", "collective"],
        "reviewed" => &["submitted", "approved", "returned"],
        "owing" => &["due", "on_time", "late", "missing", "returned"],
        "duekind" => &["task", "report", "notice"],
        "noticekind" => &["remind", "written", "on_site", "listed", "circular"],
        "duty" => &["office", "reporter", "viewer"],
        "troubled" => &["behind", "returned"],
        "sign" => &[">=", "<=", "<", ">", "="],
        "action" => &["add", "edit", "delete", "restore", "undo", "redo", "purge"],
        "what" => &["nothing", "reported", "edited", "deleted"],
        "state" => &["ok", "warn", "fault"],
        "binding" => &["firm", "strive", "promote"],
        _ => return None,
    })
}

/// Digits where the shape has `0`, else the same character.
fn shaped(text: &str, shape: &str) -> bool {
    text.chars().count() == shape.chars().count()
        && text.chars().zip(shape.chars()).all(|(c, s)| if s == '0' { c.is_ascii_digit() } else { c == s })
}

fn due(text: &str) -> bool {
    shaped(text, "0000-00-00") || shaped(text, "yearly-00-00") || ["every-year", "every-term"].contains(&text)
}

pub fn check(at: &str, value: &Value, kind: &str) {
    if let Some(inner) = kind.strip_suffix('?') {
        if !value.is_null() {
            check(at, value, inner);
        }
        return;
    }
    if let Some(inner) = kind.strip_prefix('[').and_then(|k| k.strip_suffix(']')) {
        let items = value.as_array().unwrap_or_else(|| panic!("{at} is no array: {value}"));
        items.iter().enumerate().for_each(|(i, v)| check(&format!("{at}[{i}]"), v, inner));
        return;
    }
    if let Some(table) = fields(kind) {
        return check_object(at, value, &table);
    }
    let text = value.as_str();
    let fits = match kind {
        "int" => value.as_u64().is_some(),
        "number" => value.as_i64().is_some(),
        "percent" => value.as_u64().is_some_and(|n| n <= 100),
        "bool" => value.is_boolean(),
        "text" => text.is_some_and(|t| !t.is_empty()),
        "any" => text.is_some(),
        "texts" => value.as_array().is_some_and(|a| a.iter().all(Value::is_string)),
        "ints" => value.as_array().is_some_and(|a| a.iter().all(Value::is_u64)),
        "map" => value.is_object(),
        "list" => value.is_array(),
        "day" => text.is_some_and(|t| shaped(t, "0000-00-00")),
        "time" => text.is_some_and(|t| shaped(t, "0000-00-00T00:00:00+00:00")),
        "period" => text.is_some_and(|t| shaped(t, "0000B0")),
        "due" => text.is_some_and(due),
        _ => codes(kind).unwrap_or_else(|| panic!("unknown kind {kind}")).contains(&text.unwrap_or("none")),
    };
    assert!(fits, "{at} is no {kind}: {value}");
}

fn check_object(at: &str, value: &Value, table: &str) {
    let object: &Map<String, Value> = value.as_object().unwrap_or_else(|| panic!("{at}: {value}"));
    let fields: Vec<(&str, &str)> =
        table.split_whitespace().map(|f| f.split_once(':').expect("name:kind")).collect();
    // What ends with ~ is there only where there is something to tell.
    let there = |(name, kind): &&(&str, &str)| !kind.ends_with('~') || object.contains_key(*name);
    let fields: Vec<_> =
        fields.iter().filter(there).map(|(name, kind)| (*name, kind.trim_end_matches('~'))).collect();
    let mut wanted: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
    wanted.sort_unstable();
    let mut found: Vec<&str> = object.keys().map(String::as_str).collect();
    found.sort_unstable();
    assert_eq!(found, wanted, "fields of {at}");
    for (name, kind) in fields {
        check(&format!("{at}.{name}"), &object[name], kind);
    }
}

/// A ledger with a few reports of every shape.
pub fn reported() -> Home {
    let home = Home::new();
    home.add("14", "sfj", "2025-06-12", "受理41件", &["--percent", "80", "--problems", "人手紧"]);
    home.add("14", "sfj", "2025-04-28", "受理33件", &["--status", "behind", "--next", "增聘委员"]);
    home.add("3", "yfzxb", "2025-05-30", "覆盖率88%", &["--status", "behind"]);
    home.add("9", "菜园镇", "2025-06-01", "目录已公布", &["--status", "done"]);
    home
}

#[test]
fn every_look_up_has_exactly_its_documented_fields() {
    let home = reported();
    for (words, kind, least) in [
        ("list", "[row]", 21),
        ("list --unit sfj --role lead", "[row]", 7),
        ("show 14", "show", 0),
        ("show 3", "show", 0),
        ("units", "[unit]", 40),
        ("indicators", "[indicator]", 20),
        ("plan", "plan", 0),
        ("log", "[entry]", 4),
        ("status", "overview", 0),
        ("status sfj", "unit status", 0),
        ("status 14", "show", 0),
        ("status 三", "[row]", 2),
        ("--as-of 2025-06-24 status", "overview", 0),
    ] {
        let found = home.json(words.split(' '));
        assert!(found.as_array().map_or(0, Vec::len) >= least, "{words}: {found}");
        check(words, &found, kind);
    }
}

#[test]
fn the_offices_verbs_have_exactly_their_documented_fields() {
    let home = reported();
    for (words, kind) in [
        ("period open 2025B3 --on 2025-05-01", "period_row"),
        ("notice send remind --unit sfj,xfb --task 14 --on 2025-06-01 --due 2025-06-10 请报", "notice"),
        ("notice answer 1 --unit sfj --on 2025-06-02 已报", "notice"),
        ("extend 7 2026-06-30 --reason 改革 --approved-by 县政府 --doc-no 1号 --on 2025-06-10", "extension"),
        ("review 4 --return 写明措施", "entry"),
        ("review 1 --pass --highlight", "entry"),
        ("review", "[entry]"),
        ("review list --returned", "[entry]"),
        ("--as-of 2025-06-24 period", "[period_row]"),
        ("--as-of 2025-06-24 missing --all", "missing"),
        ("--as-of 2025-06-24 due", "[due_row]"),
        ("--as-of 2025-06-24 status", "overview"),
        ("--as-of 2025-06-24 show 7", "show"),
        ("--as-of 2025-06-24 show 14", "show"),
        ("--as-of 2025-06-24 list --missing", "[row]"),
        ("notice", "[notice]"),
        ("notice end 1 --on 2025-06-20 已报", "notice"),
        ("extend 7 --withdraw 不延 --on 2025-06-21", "extension"),
        ("edit 3 --status done --evidence 嵊政〔2025〕1号 覆盖率100%", "entry"),
        ("close 3 --reason 完成 --on 2025-06-22", "closure"),
        ("--as-of 2025-06-24 show 3", "show"),
        ("reopen 3 --reason 不实 --on 2025-06-23", "closure"),
        ("settings", "[setting]"),
        ("settings running 3", "setting"),
        ("operator add wang --role reporter --unit sfj", "operator"),
        ("operator disable wang --on 2025-06-23", "operator"),
        ("units set sfj --contact 张三 --phone 0580-1", "unit"),
        ("units", "[unit]"),
        ("--as-of 2025-06-24 show 14", "show"),
        ("--as-of 2025-06-24 missing --all", "missing"),
        ("operator", "[operator]"),
        ("view save 6 红的 light:red", "view"),
        ("view", "[view]"),
        ("period close 2025B3 --on 2025-06-24", "period_row"),
        ("missing --period 2025B3", "missing"),
    ] {
        check(words, &home.json(words.split(' ')), kind);
    }
}

#[test]
fn fields_stand_in_the_documented_order() {
    let home = reported();
    for (words, kind, indent) in
        [("list", "row", 4), ("show 14", "show", 2), ("units", "unit", 4), ("plan", "plan", 2)]
    {
        let printed = home.call(words.split(' ')).arg("--json").run().ok();
        let start = format!("{}\"", " ".repeat(indent));
        let keys = printed.lines().filter_map(|l| l.strip_prefix(&start)?.split_once("\":")).map(|(k, _)| k);
        let table = fields(kind).unwrap();
        let wanted: Vec<&str> = table.split_whitespace().map(|f| f.split_once(':').unwrap().0).collect();
        assert_eq!(keys.take(wanted.len()).collect::<Vec<_>>(), wanted, "{words}");
    }
}

#[test]
fn an_entry_is_told_as_it_was_written() {
    let home = reported();
    let entry = home.json(["log", "14"])[0].clone();
    for (field, wanted) in [
        ("id", Value::from(1)),
        ("task", 14.into()),
        ("unit", "县司法局".into()),
        ("period", "2025B3".into()),
        ("status", "on_track".into()),
        ("percent", 80.into()),
        ("date", "2025-06-12".into()),
        ("progress", "受理41件".into()),
        ("problems", "人手紧".into()),
        ("next_steps", "".into()),
        ("values", serde_json::json!({})),
        ("evidence", serde_json::json!([])),
        ("revision", 1.into()),
    ] {
        assert_eq!(entry[field], wanted, "{field}");
    }
    assert_eq!(entry["reporter"], entry["typed_by"]);
    assert_eq!(entry["created_at"], entry["updated_at"]);
    assert_eq!(home.json(["show", "14"])["last_entry"], entry);
    assert_eq!(home.json(["status"])["latest"][0], entry);
}

#[test]
fn values_and_evidence_are_told_with_the_entry_and_the_indicator() {
    let home = Home::new();
    home.add("7", "sfj", "2025-06-12", "尚差2名", &["--value", "T7a=3.2", "--evidence", "嵊司〔2025〕18号"]);
    let log = home.json(["log"]);
    check("log", &log, "[entry]");
    assert_eq!(log[0]["values"], serde_json::json!({"T7a": "3.2"}));
    assert_eq!(log[0]["evidence"][0]["ref"], "嵊司〔2025〕18号");
    assert_eq!(log[0].get("sources"), None);
    let indicators = home.json(["indicators"]);
    check("indicators", &indicators, "[indicator]");
    let read: Vec<&Value> = indicators.as_array().unwrap().iter().filter(|i| !i["value"].is_null()).collect();
    assert_eq!(read.len(), 1);
    assert_eq!(
        (&read[0]["id"], &read[0]["value"], &read[0]["met"]),
        (&"T7a".into(), &"3.2".into(), &false.into())
    );
    let noted = ["--evidence", "https://a.gov.cn/x?a=1|2 | 第3页 | 表2", "--evidence", "台账/一.xlsx"];
    home.run(["edit", "1", "--value", "T7a=3.5 县统计局", "--value", "G2=5"].iter().chain(&noted)).ok();
    let log = home.json(["log"]);
    check("log", &log, "[entry]");
    assert_eq!(log[0]["values"], serde_json::json!({"T7a": "3.5", "G2": "5"}));
    assert_eq!(log[0]["sources"], serde_json::json!({"T7a": "县统计局"}));
    let evidence = serde_json::json!([
        {"kind": "url", "ref": "https://a.gov.cn/x?a=1|2", "note": "第3页 | 表2"},
        {"kind": "path", "ref": "台账/一.xlsx", "note": ""},
    ]);
    assert_eq!(log[0]["evidence"], evidence);
}

#[test]
fn the_verbs_of_care_have_exactly_their_documented_fields() {
    let home = reported();
    home.run(["delete", "2", "--yes"]).ok();
    let copy = home.path("copy.db");
    let copy = copy.to_str().unwrap();
    check("backup", &home.json(["backup", copy]), "backup");
    check("purge", &home.json(["purge", "2", "--reason", "误写", "--yes"]), "purge");
    check("history", &home.json(["history"]), "[record]");
    check("verify", &home.json(["verify"]), "verify");
    check("restore", &home.json(["restore", copy, "--yes"]), "restore");
    check("verify", &home.json(["verify"]), "verify");
    check("doctor", &home.json(["doctor"]), "[check]");
}

#[test]
fn drafts_tell_what_happened_since() {
    use duban::draft::{Body, Folder, Key};
    let home = reported();
    let folder = Folder::beside(&home.db());
    let me = duban::ops::local_actor().name;
    // Begun with the four reports in the ledger, but for the one that was begun before the third.
    let save = |key: Key, ledger_seq: i64, task: u16, unit: &str| {
        let entry = if let Key::Edit { entry } = &key { Some(*entry) } else { None };
        let (unit, revision) = (unit.to_owned(), entry.map(|_| 1));
        let body = Body { task, unit, ledger_seq, entry, revision, ..Body::default() };
        folder.open(&me, &key).unwrap().save(&body, duban::clock::Instant(0)).unwrap();
    };
    let new = |task: u16, unit: &str| Key::New { task, unit: unit.to_owned() };
    let seq = home.json(["verify"])["seq"].as_i64().unwrap();
    save(new(14, "sfj"), seq, 14, "sfj");
    save(new(3, "yfzxb"), seq - 2, 3, "yfzxb");
    save(Key::Edit { entry: 1 }, seq, 14, "sfj");
    save(Key::Edit { entry: 2 }, seq, 14, "sfj");
    home.run(["edit", "1", "--percent", "90"]).ok();
    home.run(["delete", "2", "--yes"]).ok();
    let drafts = home.json(["drafts"]);
    check("drafts", &drafts, "[draft]");
    let since = |task: i64, entry: Option<i64>| {
        let of = |d: &&Value| d["task"] == task && d["entry"].as_i64() == entry;
        drafts.as_array().unwrap().iter().find(of).unwrap()["since"].clone()
    };
    let none = Value::Null;
    for (task, entry, what, by, date, status, fields) in [
        (14, None, "nothing", None, none.clone(), none.clone(), &[][..]),
        (3, None, "reported", Some(&me), "2025-05-30".into(), "behind".into(), &[]),
        (14, Some(1), "edited", Some(&me), none.clone(), none.clone(), &["percent"]),
        (14, Some(2), "deleted", Some(&me), none.clone(), none.clone(), &[]),
    ] {
        let wanted =
            serde_json::json!({"what": what, "by": by, "date": date, "status": status, "fields": fields});
        assert_eq!(since(task, entry), wanted, "{task} {entry:?}");
    }
    let said = home.run(["--lang", "zh", "drafts"]).ok();
    for words in ["此后", "没有变化", "报过2025-05-30一份(进展滞后)", "改过进度", "删掉了这份进展"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
    // Without a ledger the drafts are listed all the same, and nobody knows.
    std::fs::remove_file(home.db()).unwrap();
    let drafts = home.json(["drafts"]);
    check("drafts", &drafts, "[draft]");
    assert!(drafts.as_array().unwrap().iter().all(|d| d["since"].is_null()), "{drafts}");
}
