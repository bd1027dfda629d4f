//! The calendar, read by a parser of the tests' own: unfolding, names with parameters, values unescaped.

use std::collections::BTreeMap;

use crate::support::Home;

/// One component: its kind and its properties; what is inside an event is left out.
type Event = BTreeMap<String, String>;

fn unescaped(value: &str) -> String {
    let mut out = String::new();
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(c @ ('\\' | ';' | ',')) => out.push(c),
                other => panic!("escape {other:?} in {value}"),
            },
            ';' | ',' => panic!("a bare {c} in {value}"),
            c => out.push(c),
        }
    }
    out
}

/// The events of a calendar, which must be whole, folded and ended as RFC 5545 wants it.
fn parse(text: &str) -> Vec<Event> {
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert_eq!(text.matches('\r').count(), text.matches("\r\n").count());
    let body = text.strip_suffix("\r\n").expect("an end of the last line");
    assert!(body.split("\r\n").all(|l| l.len() <= 75 && !l.is_empty()), "{text}");
    let whole = body.replace("\r\n ", "");
    let (mut open, mut events) = (Vec::new(), Vec::new());
    for line in whole.split("\r\n") {
        let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("{line}"));
        match name {
            "BEGIN" => {
                open.push(value.to_owned());
                if value == "VEVENT" {
                    events.push(Event::new());
                }
            }
            "END" => assert_eq!(open.pop().as_deref(), Some(value)),
            name => {
                let at = open.join(".");
                let is_text = ["SUMMARY", "DESCRIPTION", "X-WR-CALNAME"].contains(&name);
                let value = if is_text { unescaped(value) } else { value.to_owned() };
                match at.strip_prefix("VCALENDAR.VEVENT") {
                    Some(inside) => {
                        let key = format!("{name}{inside}");
                        assert!(events.last_mut().unwrap().insert(key, value).is_none(), "{line} twice");
                    }
                    None => assert_eq!(at, "VCALENDAR"),
                }
            }
        }
    }
    assert!(open.is_empty());
    for needed in ["VERSION:2.0\r\n", "PRODID:", "METHOD:PUBLISH\r\n"] {
        assert!(whole.contains(needed.trim_end()), "{needed}");
    }
    events
}

fn home() -> Home {
    let home = Home::new();
    for act in [
        "period open 2025B3 --on 2025-05-01",
        "extend 7 2026-06-30 --reason 改革 --approved-by 县政府 --doc-no 1号 --on 2025-06-10",
        "notice send remind --unit sfj,县府办 --task 14 --on 2025-06-01 --due 2025-06-20",
    ] {
        let text = act.starts_with("notice").then_some("请报,谢谢;\\见附件\n第二行");
        home.run(act.split(' ').chain(text)).ok();
    }
    home
}

fn events(home: &Home, words: &[&str]) -> Vec<Event> {
    let all = ["--as-of", "2025-06-12", "calendar"].iter().chain(words);
    parse(&home.run(all).ok())
}

#[test]
fn every_due_date_is_an_event_and_keeps_its_id() {
    let home = home();
    let found = events(&home, &[]);
    let of = |end: &str| {
        let uid = format!("ss-2022-70-{end}@duban");
        found.iter().find(|e| e["UID"] == uid).unwrap_or_else(|| panic!("{uid}"))
    };
    let day = |e: &Event| e["DTSTART;VALUE=DATE"].clone();
    assert_eq!((day(of("period-2025B3")), day(of("notice-1"))), ("20250625".into(), "20250620".into()));
    assert_eq!((day(of("task-7")), day(of("task-9"))), ("20260630".into(), "20250331".into()));
    assert_eq!(of("task-7")["DESCRIPTION"], "原定 2025-12-31,延期1次");
    assert_eq!(of("notice-1")["DESCRIPTION"], "请报,谢谢;\\见附件\n第二行");
    assert_eq!(of("period-2025B3")["DESCRIPTION"], "还没报 21 份");
    let yearly: Vec<&str> = found.iter().filter(|e| e.contains_key("RRULE")).map(|e| &*e["UID"]).collect();
    assert_eq!(yearly, ["ss-2022-70-task-9@duban"]);
    assert!(found.iter().all(|e| e["TRIGGER.VALARM"] == "-P3D" && e["DTSTAMP"].ends_with('Z')));
    assert!(found.is_sorted_by_key(|e| &e["DTSTART;VALUE=DATE"]));
    // The dates are those that `due` lists.
    let due = home.json(["--as-of", "2025-06-12", "due"]);
    let listed = due.as_array().unwrap().iter().filter(|d| d["kind"] == "task").count();
    assert_eq!(found.iter().filter(|e| e["UID"].contains("-task-")).count(), listed);
    let ids = |events: &[Event]| events.iter().map(|e| e["UID"].clone()).collect::<Vec<_>>();
    assert_eq!(ids(&events(&home, &["--lang", "en"])), ids(&found));
}

#[test]
fn a_unit_gets_its_own_and_alarms_are_as_asked() {
    let home = home();
    let own = events(&home, &["--unit", "sfj", "--alarm", "7"]);
    assert!(own.iter().all(|e| e["TRIGGER.VALARM"] == "-P7D"));
    assert!(own.iter().any(|e| e["SUMMARY"].contains("(县司法局)")), "{own:?}");
    assert!(!own.iter().any(|e| e["UID"].contains("task-9@")), "{own:?}");
    let quiet = events(&home, &["--alarm", "0"]);
    assert!(quiet.iter().all(|e| !e.contains_key("TRIGGER.VALARM")));
    home.run(["calendar", "--alarm", "-1"]).refused(2);
}

#[test]
fn a_file_is_written_in_one_step_and_a_place_that_is_none_is_told() {
    let home = home();
    let path = home.path("due.ics");
    std::fs::write(&path, "old").unwrap();
    let said = home.call(["--as-of", "2025-06-12", "calendar", "-o"]).arg(&path).run().ok();
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(said.contains("due.ics") && said.contains(&parse(&text).len().to_string()), "{said}");
    assert!(!home.files().iter().any(|f| f.contains("-new-")), "{:?}", home.files());
    home.call(["calendar", "--output"]).arg(home.path("none/due.ics")).run().refused(3);
    home.run(["--as-of", "2025-06-12", "calendar", "-o", "-"]).ok();
}
