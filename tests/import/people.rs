//! Who may import, and what becomes of what a unit imports.

use std::sync::Arc;

use duban::clock::Clock;
use duban::error::{Error, Exit};
use duban::ledger::{Actor, Coded, Operator, OperatorDuty, Review};
use duban::ops::{self, Sheet};
use duban::plan::EMBEDDED;
use duban::sheet;
use duban::store::{Reader, Writer, create};
use duban::strings::Lang;

use crate::{HEAD, csv};

#[test]
fn a_reporter_imports_for_their_own_unit_and_the_office_reviews_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.db");
    let actor =
        |name: &str| Actor { name: name.to_owned(), origin: String::new(), way: duban::ledger::Way::Local };
    let clock = Clock::noon(jiff::civil::date(2025, 6, 24));
    create(&path, EMBEDDED, &actor("li"), clock.now()).unwrap();
    let reader = Reader::open(&path).unwrap();
    let plan = Arc::clone(reader.plan());
    let mut writer = Writer::open(&path, plan.clone()).unwrap();
    let sfj = plan.unit_by_code("sfj").unwrap();
    for (name, duty) in
        [("li", OperatorDuty::Office), ("wang", OperatorDuty::Reporter(sfj)), ("hu", OperatorDuty::Viewer)]
    {
        let operator = Operator {
            name: name.to_owned(),
            display: name.to_owned(),
            duty,
            disabled: None,
            keys: Vec::new(),
        };
        ops::list_operator(&mut writer, operator, &actor("li"), clock).unwrap();
    }
    let mut import = |name: &str, rows: &[&[&str]]| {
        let snapshot = reader.snapshot(clock.today(), clock.today(), None).unwrap();
        let bytes = csv(rows);
        let grids = sheet::read(&bytes).unwrap();
        let lines = sheet::lines(&grids, &snapshot, name, clock.today(), Lang::Zh).unwrap();
        let sheet = Sheet { file: "a.csv".to_owned(), sha256: format!("{:0>64}", bytes.len()), lines };
        ops::import(&mut writer, &plan, sheet, &actor(name), clock, &mut |_| Ok(()))
    };
    let own = ["14", "县司法局", "2025-06-12", "正常推进", "80", "受理41件"];
    let others = ["8", "县府办", "2025-06-12", "正常推进", "", "审核7件"];
    for (name, rows) in [("hu", vec![&own]), ("wang", vec![&own, &others])] {
        let rows: Vec<&[&str]> = std::iter::once(&HEAD[..]).chain(rows.iter().map(|r| &r[..])).collect();
        let refused = import(name, &rows).unwrap_err();
        assert_eq!(refused.exit(), Exit::Forbidden, "{}", refused.say(Lang::Zh));
        let Error::Sheet(_) = refused else { panic!("{refused:?}") };
    }
    let done = import("wang", &[&HEAD, &own]).unwrap();
    assert_eq!(done.written[0].review.state, Review::Submitted);
    assert_eq!(done.written[0].typed_by, "wang");
    // 长期坚持 is the office's word.
    let standing = ["13", "县司法局", "2025-06-12", "长期坚持", "", "调解"];
    let refused = import("wang", &[&HEAD, &standing]).unwrap_err().say(Lang::Zh);
    assert!(refused.contains("D2格"), "{refused}");
    let done = import("li", &[&HEAD, &standing, &others]).unwrap();
    assert!(done.written.iter().all(|e| e.review.state == Review::Approved));
    assert_eq!(done.written[0].status.code(), "standing");
    assert!(reader.verify().unwrap().is_ok());
}
