//! The ten everyday jobs, each one command of at most four words, the program's name among them.

use crate::support::Home;

/// The job, its words as they stand in the English README and in the Chinese one, and what it must show.
const JOBS: [(&str, &str, &str, &str); 10] = [
    ("the overall state", "duban status", "duban status", "全部21项"),
    ("one unit's tasks", "duban status sfj", "duban status sfj", "县司法局"),
    ("only those it leads", "duban list --unit=sfj --role=lead", "duban list --unit=sfj --role=lead", "7项"),
    ("a task by number", "duban show 14", "duban show 14", "行政复议决定书"),
    ("its last report", "duban log 14 --limit=1", "duban log 14 --limit=1", "受理律师案件41件"),
    ("a report in one line", "duban add 14 TEXT", "duban add 14 文字", "已填报 14 县司法局"),
    ("another status", "duban add 14 --status=done", "duban add 14 --status=done", "已改状态 14 县司法局"),
    ("what is red", "duban list --light=red", "duban list --light=red", "遵循重大行政决策法定程序"),
    ("find a word", "duban list --text=律师", "duban list --text=律师", "加强行政复议工作"),
    ("undo what I did last", "duban undo --yes", "duban undo --yes", "已撤销 #3"),
];

#[test]
fn each_job_is_one_command_of_at_most_four_words() {
    let home = Home::new();
    home.add("14", "sfj", "2025-06-12", "受理律师案件41件", &[]);
    for (job, words, _, shown) in JOBS {
        let words: Vec<&str> = words.split(' ').collect();
        assert!(words.len() <= 4, "{job}: {words:?}");
        let said = home.run(&words[1..]).ok();
        assert!(said.contains(shown), "{job}: {said}");
    }
    let left = home.json(["log", "14"]);
    assert_eq!((left.as_array().unwrap().len(), &left[0]["progress"]), (2, &"TEXT".into()));
}

#[test]
fn the_readmes_tell_of_the_same_commands() {
    let readmes = [
        (include_str!("../../README.md"), "| job |", JOBS.map(|j| j.1)),
        (include_str!("../../README.zh-CN.md"), "| 要做的事 |", JOBS.map(|j| j.2)),
    ];
    for (text, head, wanted) in readmes {
        let rows =
            text.lines().skip_while(|l| !l.starts_with(head)).skip(2).take_while(|l| l.starts_with('|'));
        let told: Vec<&str> =
            rows.filter_map(|r| r.trim_end_matches(" |").rsplit_once(" | ")).map(|r| r.1).collect();
        assert_eq!(told, wanted.map(|w| format!("`{w}`")));
    }
}
