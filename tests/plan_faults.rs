//! What the loader says of broken plan files, and that another plan than the embedded one loads.

#![allow(clippy::unwrap_used, clippy::panic)]

use duban::plan::faults::{self, ALL};
use duban::plan::{
    Comparator, Decimal, Due, EMBEDDED, Fault, Kind, OFFICIAL, Plan, Role, Target, TaskNo, load,
};
use duban::strings::Lang;

const FAULTY: &str = include_str!("plan/faulty.toml");
const OTHER: &str = include_str!("plan/other.toml");

fn faults_of(toml: &str) -> Vec<Fault> {
    load(toml).err().unwrap_or_default()
}

/// The name of a fault's text in the table.
fn name(fault: &Fault) -> &'static str {
    ALL.iter().find(|(_, text)| *text == fault.what).unwrap().0
}

fn other() -> Plan {
    load(OTHER).unwrap_or_else(|f| panic!("{:#?}", f.iter().map(|f| f.say(Lang::En)).collect::<Vec<_>>()))
}

#[test]
fn every_fault_of_a_file_is_reported_at_once_and_on_its_line() {
    let mut expected: Vec<(usize, &str)> = FAULTY
        .lines()
        .enumerate()
        .filter_map(|(at, line)| Some((at + 1, line.split_once("#! ")?.1)))
        .flat_map(|(line, names)| names.split(' ').map(move |name| (line, name)))
        .collect();
    let mut found: Vec<(usize, &str)> = faults_of(FAULTY).iter().map(|f| (f.line, name(f))).collect();
    assert!(found.is_sorted_by_key(|(line, _)| *line));
    expected.sort_unstable();
    found.sort_unstable();
    let missing: Vec<_> = expected.iter().filter(|e| !found.contains(e)).collect();
    let extra: Vec<_> = found.iter().filter(|f| !expected.contains(f)).collect();
    assert_eq!(found, expected, "\nmissing {missing:?}\nextra {extra:?}");
    assert!(found.len() > 60);
}

#[test]
fn every_kind_of_fault_can_be_reported() {
    /// Needs a file of its own, below.
    const ALONE: [&str; 4] = ["SENTENCE", "SYNTAX", "TOO_LARGE", "TOO_MANY"];
    let found: Vec<&str> = faults_of(FAULTY).iter().map(name).collect();
    for (kind, _) in ALL.iter().filter(|(kind, _)| !kind.ends_with("_CURE") && !ALONE.contains(kind)) {
        assert!(found.contains(kind), "{kind} is never reported");
    }
}

#[test]
fn each_fault_is_one_filled_sentence_with_its_cure() {
    for fault in faults_of(FAULTY) {
        let (zh, en) = (fault.say(Lang::Zh), fault.say(Lang::En));
        assert!(zh.starts_with(&format!("第{}行", fault.line)) && zh.ends_with('。'), "{zh}");
        assert!(en.starts_with(&format!("Line {}: ", fault.line)) && en.ends_with('.'), "{en}");
        let left = (0..5).map(|n| format!("{{{n}}}")).find(|p| zh.contains(p) || en.contains(p));
        assert_eq!(left, None, "{zh} {en}");
    }
}

#[test]
fn broken_syntax_is_reported_by_line_and_alone() {
    let found = faults_of("id = \"x\"\nid = \"y\"\n[document\ntitle = \"t\"\n");
    let lines: Vec<usize> = found.iter().map(|f| f.line).collect();
    assert!(found.iter().all(|f| f.what == faults::SYNTAX), "{found:#?}");
    assert!(lines.contains(&2) && lines.contains(&3), "{lines:?}");
}

#[test]
fn an_empty_file_lacks_its_tables() {
    let said: Vec<String> = faults_of("").iter().map(|f| f.say(Lang::En)).collect();
    for key in ["id", "document", "group", "unit", "task"] {
        assert!(said.iter().any(|s| s.contains(&format!("lacks {key};"))), "{key}: {said:#?}");
    }
}

#[test]
fn too_much_is_refused_before_it_is_read() {
    let long = "#".repeat((4 << 20) + 1);
    assert_eq!(faults_of(&long).iter().map(name).collect::<Vec<_>>(), ["TOO_LARGE"]);
    let many = format!("id = \"x\"\n{}", "[[aside]]\n".repeat(5_001));
    assert!(faults_of(&many).iter().any(|f| name(f) == "TOO_MANY" && f.line == 2));
}

#[test]
fn a_file_cut_anywhere_is_refused_without_a_panic() {
    // A cut between two indicators leaves a plan with fewer of them; before the last task something is missing.
    let whole_before = EMBEDDED.rfind("[[task]]").unwrap();
    for (end, _) in EMBEDDED.char_indices().step_by(331) {
        let refused = load(EMBEDDED.get(..end).unwrap()).is_err();
        assert!(refused || end > whole_before, "the first {end} bytes load");
        // The same bytes read in the wrong encoding.
        let wrong: String = EMBEDDED.bytes().take(end).map(char::from).collect();
        let _ = load(&wrong);
    }
}

#[test]
fn another_plan_loads_with_its_own_names_and_numbers() {
    let plan = other();
    assert_eq!((plan.groups.len(), plan.tasks.len(), plan.units.len()), (3, 5, 7));
    assert_eq!(plan.indicators.len(), 7);
    let towns = plan.unit_by_code("jiezhen").unwrap();
    let changle = plan.unit_by_name("长乐镇").unwrap();
    assert!(matches!(&plan.unit(towns).unwrap().kind, Kind::Collective(Some(m)) if m.len() == 2));
    let planting = plan.task(TaskNo(3)).unwrap();
    assert_eq!(plan.role(planting, changle), Some(Role::Covered));
    assert_eq!(plan.collective_of(planting, changle), Some(towns));
    assert_eq!(planting.lead(), plan.unit_by_name("林业站"));
    let share = plan.indicators.iter().find(|i| i.id == "K3b").unwrap();
    assert_eq!(share.comparator, Comparator::AtMost);
    assert_eq!(share.target, Target::Number("8.250".parse::<Decimal>().unwrap()));
    let planted = plan.indicators.iter().find(|i| i.id == "K3a").unwrap();
    assert_eq!(planted.due, Due::YearlyBy { month: 4, day: 12 });
}

#[test]
fn the_other_plan_shares_nothing_with_the_embedded_one() {
    let (other, embedded) = (other(), load(EMBEDDED).unwrap());
    for name in other.units.iter().flat_map(|u| [&u.name].into_iter().chain(&u.aliases)) {
        assert!(!OFFICIAL.contains(name.as_str()), "{name}");
    }
    assert!(other.units.iter().all(|u| embedded.unit_by_code(&u.code).is_none()));
    assert!(other.indicators.iter().all(|i| embedded.indicators.iter().all(|e| e.id != i.id)));
    let numbers = |p: &Plan| {
        p.indicators
            .iter()
            .filter_map(|i| match &i.target {
                Target::Number(n) => Some(n.clone()),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
    assert!(numbers(&other).iter().all(|n| !numbers(&embedded).contains(n)));
}
