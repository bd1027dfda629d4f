//! The values that look-ups print, against a reading of the published text that is the tests' own.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::official::{Official, usual};
use crate::support::Home;

const TEXT: &str = include_str!("../../data/official.txt");
const COLLECTIVES: [&str; 2] = ["各乡镇人民政府", "县属各有关单位"];
pub const TOWNS: [&str; 7] = ["菜园镇", "嵊山镇", "洋山镇", "五龙乡", "黄龙乡", "枸杞乡", "花鸟乡"];

pub fn official() -> Official {
    Official::read(TEXT)
}

/// Numbers of the tasks in which a unit leads, supports, and is covered through the towns' collective.
pub fn parts(name: &str) -> [Vec<usize>; 3] {
    let mut parts = [vec![], vec![], vec![]];
    for task in official().tasks {
        let place = task.written.iter().position(|w| usual(w) == name);
        let through = TOWNS.contains(&name) && task.written.iter().any(|w| usual(w) == COLLECTIVES[0]);
        match place {
            Some(0) => parts[0].push(task.no),
            Some(_) => parts[1].push(task.no),
            None if through => parts[2].push(task.no),
            None => {}
        }
    }
    parts
}

pub fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|v| v.as_str().unwrap()).collect()
}

pub fn numbers(value: &Value) -> Vec<usize> {
    value.as_array().unwrap().iter().map(|v| usize::try_from(v.as_u64().unwrap()).unwrap()).collect()
}

/// The numbers of the tasks of rows.
pub fn tasks(rows: &Value) -> Vec<usize> {
    numbers(&rows.as_array().unwrap().iter().map(|r| r["task"].clone()).collect())
}

#[test]
fn the_list_is_the_published_one() {
    let rows = Home::new().json(["list"]);
    let official = official();
    assert_eq!(tasks(&rows), (1..=21).collect::<Vec<_>>());
    for (row, task) in rows.as_array().unwrap().iter().zip(&official.tasks) {
        let units: Vec<&str> = task.written.iter().map(|w| usual(w)).collect();
        let (collective, support): (Vec<&str>, Vec<&str>) =
            units[1..].iter().partition(|u| COLLECTIVES.contains(*u));
        assert_eq!(row["title"], task.title.as_str());
        assert_eq!(row["group"], task.group);
        assert_eq!((&row["lead"], &row["unit"]), (&units[0].into(), &units[0].into()));
        assert_eq!(texts(&row["support"]), support, "task {}", task.no);
        assert_eq!(texts(&row["collective"]), collective, "task {}", task.no);
        assert_eq!(row["note"].as_str(), task.note.as_deref());
        assert!(["status", "percent", "last_entry"].iter().all(|f| row[*f].is_null()));
    }
}

#[test]
fn show_has_the_whole_published_text() {
    let home = Home::new();
    for task in official().tasks {
        let shown = home.json(["show", &task.no.to_string()]);
        assert_eq!(shown["body"], task.body.as_str());
        assert_eq!(shown["bracket"], task.bracket.as_str());
        assert_eq!(texts(&shown["measures"]), task.sentences());
        let assignments = shown["assignments"].as_array().unwrap();
        assert_eq!(assignments.len(), task.written.len());
        for (at, (found, written)) in assignments.iter().zip(&task.written).enumerate() {
            assert_eq!(found["as_written"], written.as_str());
            assert_eq!(found["unit"], usual(written));
            assert_eq!(found["role"], if at == 0 { "lead" } else { "support" });
        }
        let quotes = shown["indicators"].as_array().unwrap().iter().map(|i| i["quote"].as_str().unwrap());
        quotes.for_each(|quote| assert!(task.body.contains(quote), "{quote}"));
        let people = home.run(["show", &task.no.to_string()]).ok();
        assert!(people.contains(&format!("{}({})", task.body, task.bracket)), "{people}");
    }
}

#[test]
fn units_have_the_parts_that_the_brackets_give_them() {
    let units = Home::new().json(["units"]);
    let units = units.as_array().unwrap();
    let named: BTreeSet<&str> = units.iter().map(|u| u["name"].as_str().unwrap()).collect();
    let official = official();
    let published: BTreeSet<&str> =
        official.tasks.iter().flat_map(|t| t.written.iter().map(|w| usual(w))).collect();
    assert_eq!(named, published.union(&TOWNS.into()).copied().collect());
    assert_eq!(named.len(), units.len(), "no unit stands twice");
    for unit in units {
        let name = unit["name"].as_str().unwrap();
        let found = ["leads", "supports", "covered"].map(|f| numbers(&unit[f]));
        assert_eq!(found, parts(name), "{name}");
        assert_eq!(unit["kind"] == "collective", COLLECTIVES.contains(&name), "{name}");
    }
    let by_name: BTreeMap<&str, &Value> = units.iter().map(|u| (u["name"].as_str().unwrap(), u)).collect();
    assert_eq!(texts(&by_name[COLLECTIVES[0]]["members"]), TOWNS);
    assert!(by_name[COLLECTIVES[1]]["members"].is_null(), "the document does not say who they are");
    assert_eq!([7, 10, 0], parts("县司法局").map(|p| p.len()));
    assert_eq!(16, numbers(&by_name["嵊山镇"]["covered"]).len());
    assert!(texts(&by_name["县府办"]["aliases"]).contains(&"县政府办"), "a second spelling is an alias");
    assert_eq!(10, units.iter().filter(|u| !numbers(&u["leads"]).is_empty()).count());
}

#[test]
fn indicators_quote_the_text_and_belong_to_their_task() {
    let indicators = Home::new().json(["indicators"]);
    let official = official();
    for i in indicators.as_array().unwrap() {
        let quote = i["quote"].as_str().unwrap();
        match i["task"].as_u64() {
            Some(no) => assert!(official.tasks[usize::try_from(no).unwrap() - 1].body.contains(quote), "{i}"),
            None => assert!(official.part("二").2.iter().any(|p| p.contains(quote)), "{i}"),
        }
        assert!(i["value"].is_null() && i["met"].is_null(), "nobody reported a value yet");
    }
    let of = |task: usize, word: &str| {
        let found = indicators
            .as_array()
            .unwrap()
            .iter()
            .find(|i| i["task"] == task && i["quote"].as_str().unwrap().contains(word));
        found.unwrap_or_else(|| panic!("task {task} has no indicator with {word}")).clone()
    };
    for (task, word, comparator, target, due, binding) in [
        (7, "律师万人比", ">=", Some("3.5"), Some("2025-12-31"), "firm"),
        (9, "目录化管理", ">=", Some("100"), None, "firm"),
        (9, "第一季度", "=", Some("yes"), Some("yearly-03-31"), "firm"),
        (5, "最多80天", "<=", Some("80"), None, "firm"),
    ] {
        let i = of(task, word);
        let found = (i["comparator"].as_str().unwrap(), i["target"].as_str(), i["due"].as_str());
        assert_eq!((found, i["binding"].as_str().unwrap()), ((comparator, target, due), binding), "{i}");
    }
}

#[test]
fn the_plan_has_its_particulars_and_groups() {
    let plan = Home::new().json(["plan"]);
    let official = official();
    assert_eq!(plan["doc_no"], official.after("文号:"));
    assert_eq!(plan["index_no"], official.after("信息索引号:"));
    assert_eq!(plan["issuer"], official.after("发布机构:"));
    assert_eq!(plan["dated"], official.after("成文日期:"));
    assert_eq!(plan["title"], official.beginning("嵊泗县人民政府办公室关于印发"));
    assert!(official.beginning("发布时间:").contains(plan["published"].as_str().unwrap()));
    let groups = plan["groups"].as_array().unwrap();
    assert_eq!(groups.len(), official.groups.len());
    for (at, (group, (numeral, title))) in groups.iter().zip(&official.groups).enumerate() {
        let of: Vec<usize> = official.tasks.iter().filter(|t| t.group == at + 1).map(|t| t.no).collect();
        assert_eq!((&group["no"], &group["numeral"]), (&(at + 1).into(), &numeral.as_str().into()));
        assert_eq!((group["title"].as_str(), numbers(&group["tasks"])), (Some(title.as_str()), of));
    }
}
