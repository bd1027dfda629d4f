//! The embedded plan against the published text, read here a second time by other means, and against the
//! golden listing of what the text does not settle.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[path = "plan/differences.rs"]
mod differences;
#[path = "plan/listing.rs"]
mod listing;
#[path = "plan/mutation.rs"]
mod mutation;
#[path = "plan/numbers.rs"]
mod numbers;
#[path = "plan/official.rs"]
mod official;

use std::collections::BTreeMap;

use duban::plan::{Comparator, EMBEDDED, Kind, OFFICIAL, Origin, Plan, Role, Target, load};
use official::{Official, usual};

/// The golden listing without its remarks.
fn golden() -> String {
    include_str!("plan/golden.txt").split_inclusive('\n').filter(|line| !line.starts_with('#')).collect()
}

fn plan() -> Plan {
    load(EMBEDDED).unwrap_or_else(|faults| {
        panic!("{:#?}", faults.iter().map(|f| f.say(duban::strings::Lang::En)).collect::<Vec<_>>())
    })
}

#[test]
fn the_plan_is_the_published_text_and_the_golden_listing() {
    let found = differences::differences(&plan(), &Official::read(OFFICIAL), &golden());
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_published_text_in_the_file_is_verbatim() {
    /// Keys whose texts are ours.
    const OURS: [&str; 19] = [
        "id",
        "code",
        "kind",
        "gloss",
        "short",
        "short_gloss",
        "aliases",
        "pinyin",
        "outside",
        "members",
        "unit",
        "role",
        "comparator",
        "target",
        "measure",
        "due",
        "binding",
        "base",
        "reason",
    ];
    fn walk(key: &str, value: &toml::Value, seen: &mut usize) {
        match value {
            toml::Value::String(text) if !OURS.contains(&key) => {
                *seen += 1;
                assert!(OFFICIAL.contains(text.as_str()), "{key}: {text}");
            }
            toml::Value::Array(items) => items.iter().for_each(|item| walk(key, item, seen)),
            toml::Value::Table(table) if table.contains_key("outside") => {}
            toml::Value::Table(table) => table.iter().for_each(|(key, value)| walk(key, value, seen)),
            _ => {}
        }
    }
    let mut seen = 0;
    walk("", &toml::Value::Table(EMBEDDED.parse().unwrap()), &mut seen);
    assert!(seen > 400, "only {seen} texts were looked at");
}

#[test]
fn the_counts_are_those_of_the_document() {
    let plan = plan();
    assert_eq!(plan.groups.len(), 7);
    assert_eq!(plan.tasks.len(), 21);
    assert_eq!(plan.indicators.len(), 22);
    assert_eq!(plan.units.len(), 40);
    let outside = plan.units.iter().filter(|u| u.origin != Origin::Document).count();
    let several = plan.units.iter().filter(|u| u.kind != Kind::Named).count();
    assert_eq!((outside, several), (7, 2));
    assert_eq!(plan.units.iter().filter(|u| !u.ranked).count(), 5);
    assert_eq!(plan.indicators_of(None).count(), 4);
    let per_group: Vec<usize> =
        plan.groups.iter().map(|g| plan.tasks.iter().filter(|t| t.group == g.no).count()).collect();
    assert_eq!(per_group, [4, 3, 2, 3, 3, 4, 2]);
}

/// Tasks led and tasks in all, by unit, from the published text alone.
fn duties(text: &Official) -> BTreeMap<&str, (usize, usize)> {
    let mut duties: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for task in &text.tasks {
        for (at, written) in task.written.iter().enumerate() {
            let duty = duties.entry(usual(written)).or_default();
            duty.0 += usize::from(at == 0);
            duty.1 += 1;
        }
    }
    duties
}

#[test]
fn every_unit_has_the_duties_that_the_brackets_give_it() {
    let (plan, text) = (plan(), Official::read(OFFICIAL));
    let duties = duties(&text);
    assert_eq!(duties.len(), 33);
    assert_eq!(duties.values().filter(|(led, _)| *led > 0).count(), 10);
    assert_eq!(duties["县司法局"], (7, 17));
    assert_eq!(duties["县府办"], (3, 10));
    assert_eq!(duties["各乡镇人民政府"], (0, 16));
    assert_eq!(duties["县属各有关单位"], (0, 15));
    for (ix, unit) in plan.units() {
        let roles: Vec<Role> = plan.tasks.iter().filter_map(|t| plan.role(t, ix)).collect();
        if unit.origin == Origin::Document {
            let led = roles.iter().filter(|r| **r == Role::Lead).count();
            assert_eq!(duties[unit.name.as_str()], (led, roles.len()), "{}", unit.name);
        } else {
            assert_eq!(roles, [Role::Covered; 16], "{}", unit.name);
        }
    }
}

#[test]
fn comparators_and_targets_follow_the_words_of_their_quotes() {
    const WORDS: [(&str, Comparator); 10] = [
        ("不低于", Comparator::AtLeast),
        ("不少于", Comparator::AtLeast),
        ("至少", Comparator::AtLeast),
        ("以内", Comparator::AtMost),
        ("最多", Comparator::AtMost),
        ("低于", Comparator::Below),
        ("达", Comparator::AtLeast),
        ("覆盖", Comparator::AtLeast),
        ("100%听取", Comparator::AtLeast),
        ("项目3个", Comparator::AtLeast),
    ];
    for i in plan().indicators {
        let Target::Number(target) = &i.target else { continue };
        let said = WORDS.iter().find(|(word, _)| i.quote.contains(word)).map(|(_, c)| *c);
        assert_eq!(said, Some(i.comparator), "{}", i.id);
        let spelt = i.quote.contains(target.as_str())
            || (i.quote.contains("全覆盖") && target.as_str() == "100")
            || (i.quote.contains("一次") && target.as_str() == "1");
        assert!(spelt, "{} {target}", i.id);
    }
}

#[test]
fn no_number_of_the_goals_and_tasks_is_left_without_an_account() {
    let (plan, text) = (plan(), Official::read(OFFICIAL));
    let found = numbers::found(&text);
    assert!(found.len() > 70, "the scanner found {} numbers only", found.len());
    let left: Vec<_> = found.iter().filter(|n| !numbers::accounted(&plan, n)).collect();
    assert!(left.is_empty(), "{left:#?}");
    for aside in &plan.asides {
        let used = found.iter().any(|n| numbers::within(n, aside.task, &aside.quote));
        assert!(used || aside.quote.contains("定期"), "{} holds no number", aside.quote);
    }
}

#[test]
fn changing_any_one_field_is_noticed() {
    let (text, golden) = (Official::read(OFFICIAL), golden());
    // Unchanged, nothing differs: a difference below comes from the change alone.
    assert!(differences::differences(&plan(), &text, &golden).is_empty());
    let changes = mutation::changes(EMBEDDED);
    assert!(changes.len() > 1500, "only {} changes", changes.len());
    let missed: Vec<String> = std::thread::scope(|scope| {
        let share = changes.len().div_ceil(4);
        let hands: Vec<_> = changes
            .chunks(share)
            .map(|some| {
                scope.spawn(|| some.iter().filter_map(|c| missed(c, &text, &golden)).collect::<Vec<_>>())
            })
            .collect();
        hands.into_iter().flat_map(|hand| hand.join().unwrap()).collect()
    });
    assert!(missed.is_empty(), "{} changes went unnoticed: {missed:#?}", missed.len());
}

/// What a change was, where neither the loader nor the comparison notices it.
fn missed(change: &mutation::Change, text: &Official, golden: &str) -> Option<String> {
    match load(&change.toml()) {
        // The change must be one of content; text that is no TOML would prove nothing.
        Err(faults) => faults
            .iter()
            .any(|f| f.what == duban::plan::faults::SYNTAX)
            .then(|| format!("{} is no TOML: {:?}", change.what, faults.first())),
        Ok(plan) => differences::differences(&plan, text, golden).is_empty().then(|| change.what.clone()),
    }
}
