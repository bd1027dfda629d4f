//! An issued bulletin stays what it was.

use duban::clock::{Clock, Instant};
use duban::error::Error;
use duban::ledger::{Actor, Issued, OfficeFault};
use duban::ops;
use duban::store::{Reader, Writer};
use duban::strings::Lang;
use jiff::civil::date;

use crate::stage::{DAY, ledger};
use crate::support::Home;

fn issue(home: &Home, number: &str) -> crate::support::Said {
    home.run(["report", "bulletin", "--as-of", DAY, "--issue", number, "--signed", "李主任"])
}

fn again(home: &Home) -> crate::support::Said {
    home.run(["report", "bulletin", "--issued", "2025-3"])
}

#[test]
fn it_is_printed_again_exactly_and_later_edits_are_corrections() {
    let home = ledger();
    let issued = issue(&home, "2025-3");
    assert_eq!(issued.code, 0, "{issued:?}");
    for part in ["期号：2025-3", "签发人：李主任", "台账记录："] {
        assert!(issued.out.contains(part), "{part}");
    }
    assert_eq!(again(&home).ok(), issued.out, "nothing changed, nothing is said");

    // What concerns another day is no correction.
    home.add("12", "sfj", "2025-07-02", "第4期的事", &["--period", "2025B4"]);
    assert_eq!(again(&home).ok(), issued.out);
    let corrections = ["report", "bulletin", "--issued", "2025-3", "--corrections"];
    assert!(home.run(corrections).ok().contains("没有影响"));

    // An edit, a late report and what the office did.
    home.run(["edit", "10", "1至6月受理复议案件43件。"]).ok();
    home.add("9", "xfb", "2025-06-27", "目录已公布", &["--status", "done"]);
    home.run(["notice", "send", "催办", "--unit", "fgj", "--on", "2025-06-26", "请补报"]).ok();
    let printed = again(&home);
    assert_eq!((printed.code, &printed.out), (0, &issued.out));
    assert!(printed.err.contains("--corrections"), "{}", printed.err);
    let said = home.run(corrections).ok();
    for part in ["43件", "41件", "目录已公布", "第9项", "催办2次"] {
        assert!(said.contains(part), "{part} in {said}");
    }
    // The same in the other language, checked by the text that was issued.
    let english = home.run(["report", "bulletin", "--issued", "2025-3", "--lang", "en"]);
    assert!(english.out.contains("signed by: 李主任"), "{}", english.out);

    // The record holds, and is the one that was printed.
    let head = home.json(["report", "issued"])[0]["head"].as_str().expect("a head").to_owned();
    assert!(issued.out.contains(&head));
    assert!(home.run(["verify", "--expect", &head]).ok().contains("台账完好"));
}

#[test]
fn a_number_is_given_once_and_by_the_office() {
    let home = ledger();
    assert!(home.run(["report", "issued"]).ok().contains("还没有"));
    assert_eq!(issue(&home, "〔2025〕3号").code, 0);
    // However it is typed.
    assert!(issue(&home, "〔２０２５〕3号").refused(2).contains("〔2025〕3号"));
    assert_eq!(home.run(["report", "bulletin", "--issued", "4"]).code, 3);
    let file = home.path("b.txt");
    std::fs::write(&file, "").unwrap();
    let words = ["report", "bulletin", "--as-of", DAY, "--issue", "4", "--signed", "李", "-o"];
    assert_eq!(home.call(words).arg(&file).run().code, 2, "the file is there");
    assert_eq!(home.json(["report", "issued"]).as_array().map(Vec::len), Some(1), "and so it was not issued");
    assert_eq!(home.run(["report", "bulletin", "--issue", "4"]).code, 2, "nobody signed");
    assert_eq!(
        home.run(["report", "bulletin", "--as-of", "2999-01-01", "--issue", "4", "--signed", "李"]).code,
        2
    );
    home.run(["operator", "add", "somebody", "--role", "office", "--display", "李主任"]).ok();
    assert!(issue(&home, "4").refused(5).contains("签发通报"));
    assert_eq!(again(&home).code, 3);
}

#[test]
fn what_is_no_longer_what_it_was_is_not_printed_as_if_it_were() {
    let home = ledger();
    assert_eq!(issue(&home, "2025-3").code, 0);
    home.run(["edit", "10", "改后的话。"]).ok();
    let versions = home.json(["history", "10"]);
    // As it was when the office named it a highlight.
    let known = versions[1]["seq"].to_string();
    home.run(["purge", "10", "--record", &known, "--reason", "含个人信息", "--yes"]).ok();
    let sentence = again(&home).refused(7);
    assert!(sentence.contains("--known-at"), "{sentence}");
}

#[test]
fn the_office_says_what_it_asks_for() {
    let home = ledger();
    let words = ["report", "bulletin", "--as-of", DAY, "--next", "一要对照清单。\n二要按时报送。"];
    let text = home.run(words).ok();
    assert!(text.contains("1．一要对照清单。") && text.contains("2．二要按时报送。"), "{text}");
    assert!(!text.contains("说明原因"), "{text}");
}

#[test]
fn nothing_is_issued_where_somebody_wrote_meanwhile() {
    let home = ledger();
    let reader = Reader::open(&home.db()).unwrap();
    let (head, at) = reader.head().unwrap();
    home.add("12", "sfj", "2025-06-26", "刚报的", &[]);
    let mut writer = Writer::open(&home.db(), reader.plan().clone()).unwrap();
    let issued = Issued {
        number: "1".to_owned(),
        period: None,
        as_of: date(2025, 6, 27),
        known_at: at,
        head: String::new(),
        signed: "李".to_owned(),
        on: date(2025, 6, 27),
        next: String::new(),
        lang: Lang::Zh,
        digest: String::new(),
    };
    let by = Actor { name: "root".to_owned(), origin: String::new(), way: duban::ledger::Way::Local };
    let mut issue = |head| ops::issue(&mut writer, issued.clone(), head, &by, Clock::System);
    assert!(matches!(issue(&head), Err(Error::Office(OfficeFault::RecordMoved))));
    let (now, at) = reader.head().unwrap();
    assert_ne!(now, head);
    assert!(issue(&now).is_ok());
    assert!(reader.head().unwrap().1 > Instant(at.0), "its moment is later than all it tells");
}
