//! Every difference between a loaded plan and the published text or the golden listing.

use duban::plan::{Plan, Role, Words};

use crate::listing::listing;
use crate::official::{Official, usual};

/// Notes where two values differ.
struct Notes(Vec<String>);

impl Notes {
    #[allow(clippy::needless_pass_by_value)]
    fn same<T: PartialEq<U> + std::fmt::Debug, U: std::fmt::Debug>(&mut self, what: &str, plan: T, text: U) {
        if plan != text {
            self.0.push(format!("{what}: plan {plan:?}, text {text:?}"));
        }
    }
}

pub fn differences(plan: &Plan, text: &Official, golden: &str) -> Vec<String> {
    let mut notes = Notes(vec![]);
    document(plan, text, &mut notes);
    parts_and_groups(plan, text, &mut notes);
    tasks(plan, text, &mut notes);
    units(plan, text, &mut notes);
    let listed = listing(plan);
    if listed != golden {
        let wrong = listed.lines().zip(golden.lines()).find(|(l, g)| l != g);
        notes.0.push(format!("golden: {wrong:?}, {} and {} bytes", listed.len(), golden.len()));
    }
    notes.0
}

fn document(plan: &Plan, text: &Official, notes: &mut Notes) {
    let d = &plan.document;
    let notice = text.beginning("《");
    let title = notice.split(['《', '》']).nth(1).unwrap();
    let meeting = notice.split("已经").nth(1).unwrap().split("审议").next().unwrap();
    let published = text.beginning("发布时间").split([':', ' ']).nth(1).unwrap();
    notes.same("title", d.title.as_str(), text.beginning("嵊泗县人民政府办公室关于"));
    notes.same("plan title", d.plan_title.as_str(), title);
    notes.same("doc no", d.doc_no.as_str(), text.after("文号:"));
    notes.same("index no", d.index_no.as_str(), text.after("信息索引号:"));
    notes.same("issuer", d.issuer.as_str(), text.after("发布机构:"));
    notes.same("dated", d.dated.to_string().as_str(), text.after("成文日期:"));
    notes.same("published", d.published.to_string().as_str(), published);
    notes.same("validity", d.validity.as_str(), text.after("有效性:"));
    notes.same("approved by", d.approved_by.as_str(), meeting);
    notes.same("topic", d.topic.as_str(), text.after("主题分类:"));
    notes.same("disclosure", d.disclosure.as_str(), text.after("公开方式:"));
    notes.same(
        "addressed to",
        d.addressed_to.as_str(),
        text.beginning("各乡镇人民政府").trim_end_matches(':'),
    );
    notes.same("notice", d.notice.as_str(), notice);
    notes.same("preamble", d.preamble.as_str(), text.beginning("为加快"));
}

fn words(of: &[Words]) -> Vec<&str> {
    of.iter().map(Words::as_str).collect()
}

fn parts_and_groups(plan: &Plan, text: &Official, notes: &mut Notes) {
    let loaded: Vec<_> =
        plan.parts.iter().map(|p| (p.numeral.as_str(), p.title.as_str(), words(&p.paragraphs))).collect();
    let printed: Vec<_> = text
        .parts
        .iter()
        .filter(|p| p.0 != "三")
        .map(|(n, t, p)| (n.as_str(), t.as_str(), p.iter().map(String::as_str).collect()))
        .collect();
    notes.same("parts", loaded, printed);
    let loaded: Vec<_> = plan.groups.iter().map(|g| (g.numeral.as_str(), g.title.as_str())).collect();
    notes.same(
        "groups",
        loaded,
        text.groups.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect::<Vec<_>>(),
    );
}

fn tasks(plan: &Plan, text: &Official, notes: &mut Notes) {
    notes.same("number of tasks", plan.tasks.len(), text.tasks.len());
    for (task, printed) in plan.tasks.iter().zip(&text.tasks) {
        let what = |field: &str| format!("task {} {field}", printed.no);
        notes.same(&what("no"), usize::from(task.no.0), printed.no);
        notes.same(&what("group"), usize::from(task.group.0), printed.group);
        notes.same(&what("title"), task.title.as_str(), printed.title.as_str());
        notes.same(&what("body"), task.body.as_str(), printed.body.as_str());
        notes.same(&what("measures"), words(&task.measures), printed.sentences());
        notes.same(&what("bracket"), task.bracket.as_str(), printed.bracket.as_str());
        notes.same(&what("note"), task.note.as_deref(), printed.note.as_deref());
        let loaded: Vec<_> = task
            .assignments
            .iter()
            .map(|a| (plan.unit_name(a.unit), a.as_written.as_str(), a.role))
            .collect();
        let role = |at| if at == 0 { Role::Lead } else { Role::Support };
        let printed: Vec<_> =
            printed.written.iter().enumerate().map(|(at, w)| (usual(w), w.as_str(), role(at))).collect();
        notes.same(&what("units"), loaded, printed);
    }
}

/// Units stand in the order in which the brackets first name them; those from outside come last.
fn units(plan: &Plan, text: &Official, notes: &mut Notes) {
    let mut printed: Vec<&str> = vec![];
    for name in text.tasks.iter().flat_map(|t| &t.written).map(|w| usual(w)) {
        if !printed.contains(&name) {
            printed.push(name);
        }
    }
    let loaded: Vec<&str> = plan.units.iter().map(|u| u.name.as_str()).take(printed.len()).collect();
    notes.same("units", loaded, printed);
}
