//! A plan's own choices, those the published text does not settle, as lines to hold against `golden.txt`.

use std::fmt::Write as _;

use duban::plan::{Binding, Due, Kind, Origin, Plan, Target, TaskNo, UnitIx};

/// One line an item.
pub fn listing(plan: &Plan) -> String {
    let mut out = format!("plan | {} | {}\n", plan.id, plan.document.gloss);
    if let Some((day, words)) = &plan.horizon {
        let _ = writeln!(out, "horizon | {day} | {words}");
    }
    for p in &plan.parts {
        let _ = writeln!(out, "part | {} | {}", p.numeral, p.gloss);
    }
    for g in &plan.groups {
        let _ = writeln!(out, "group | {} | {} | {} | {}", g.no.0, g.short, g.short_gloss, g.gloss);
    }
    for t in &plan.tasks {
        let _ = writeln!(out, "task | {} | {}", t.no.0, t.gloss);
    }
    units(plan, &mut out);
    indicators(plan, &mut out);
    for a in &plan.asides {
        let _ = writeln!(out, "aside | {} | {} | {}", task(a.task), a.quote, a.reason);
    }
    out
}

fn units(plan: &Plan, out: &mut String) {
    let code = |ix: &UnitIx| plan.unit(*ix).map_or("?", |u| u.code.as_str());
    for u in &plan.units {
        let kind = match &u.kind {
            Kind::Named => "one".to_owned(),
            Kind::Collective(None) => "several, unknown".to_owned(),
            Kind::Collective(Some(m)) => {
                format!("several: {}", m.iter().map(code).collect::<Vec<_>>().join(" "))
            }
        };
        let origin = match &u.origin {
            Origin::Document => "document",
            Origin::Outside(why) => why,
        };
        let ranked = if u.ranked { "ranked" } else { "unranked" };
        let (aliases, pinyin) = (u.aliases.join(" "), u.pinyin.as_deref().unwrap_or("-"));
        let _ = writeln!(
            out,
            "unit | {} | {} | {kind} | {aliases} | {pinyin} | {ranked} | {origin} | {}",
            u.code, u.name, u.gloss
        );
    }
}

fn indicators(plan: &Plan, out: &mut String) {
    for i in &plan.indicators {
        let target = match &i.target {
            Target::Number(n) => n.to_string(),
            Target::Yes => "yes".into(),
            Target::Unknown => "unknown".into(),
        };
        let due = match i.due {
            Due::None => "no day".to_owned(),
            Due::On(day) => format!("on {day}"),
            Due::YearlyBy { month, day } => format!("yearly by {month}/{day}"),
            Due::EveryYear => "yearly".into(),
            Due::EveryTerm => "every term".into(),
            Due::Horizon(day) => format!("horizon {day}"),
        };
        let binding = match i.binding {
            Binding::Firm => "firm",
            Binding::Strive => "strive",
            Binding::Promote => "promote",
        };
        let base = i.base.map_or("-", |b| plan.unit_name(b.collective));
        let _ = writeln!(
            out,
            "indicator | {} | {} | {} | {} {target} {} | {due} | {binding} | {base} | {} | {}",
            i.id,
            task(i.task),
            i.name,
            i.comparator.sign(),
            i.measure,
            i.quote,
            i.gloss
        );
    }
}

fn task(no: Option<TaskNo>) -> String {
    no.map_or_else(|| "-".into(), |no| no.0.to_string())
}
