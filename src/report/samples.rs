//! A bulletin to write in every format, and texts that break files.

use jiff::civil::Date;

use super::doc::{Block, Cell, Chart, Column, Document, Page, Table};
use crate::ledger::{Coded, Light};

/// Texts that files are broken with.
pub(super) const HOSTILE: &[&str] = &[
    "</w:t></td></script><script>alert(1)</script>",
    "a & b < c > d \" e ' f ]]> {{ 7 * 7 }} {% raw %}",
    "=1+1",
    "+86 580",
    "-3",
    "@SUM(A1)",
    "\u{0}\u{8}\u{1b}[31m\u{7f}\u{9b}",
    "\u{202E}反\u{2066}向\u{200B}\u{FEFF}",
    "\u{FFFE}\u{FFFF}\u{FDD0}\u{1FFFE}",
    "_x0041_ _x000D_",
    "  两端有空格  ",
    "一\n二\r\n三\t四\u{2028}五",
    "\n",
    "[]:*?/\\",
    "'单引号'",
    "e\u{301} 👨‍👩‍👧 𠮷 ①②③",
];

/// A bulletin with one table and a chart in its text, and a wide table behind it.
pub(super) fn bulletin() -> Document {
    Document {
        title: "关于法治嵊泗建设任务进展情况的通报".into(),
        head: vec![(String::new(), "第3期".into()), ("截至日期".into(), "2025年6月30日".into())],
        blocks: vec![
            Block::Heading(1, "一、总体情况".into()),
            Block::Text("全部21项任务中,正常推进12项,进展滞后3项。\n其余6项未报送。".into()),
            Block::Heading(2, "（一）按亮灯统计".into()),
            Block::Table(shares()),
            Block::Chart(Chart {
                caption: "各灯项数".into(),
                bars: vec![
                    ("红".into(), 2, Some(Light::Red)),
                    ("绿".into(), 12, Some(Light::Green)),
                    ("未报送本期进展且超过截止日期的各有关单位".into(), 0, None),
                ],
            }),
            Block::NewPage,
            Block::Table(tasks()),
        ],
        foot: vec!["县委依法治县办".into(), "2025年7月2日".into()],
        page: Page::Landscape,
    }
}

fn shares() -> Table {
    let row = |light, count, share: &str| {
        vec![Cell::Light(light), Cell::Count(count), Cell::Number(share.into(), "%".into())]
    };
    Table {
        caption: "亮灯统计".into(),
        columns: columns(&[("light", "亮灯", 8), ("count", "项数", 8), ("share", "占比", 8)]),
        rows: vec![row(Light::Red, 2, "9.5"), row(Light::Green, 12, "57.0"), row(Light::Grey, 7, "33.3")],
    }
}

fn tasks() -> Table {
    let text = |text: &str| Cell::Text(text.into());
    let row = |n: usize| {
        vec![
            Cell::Count(n),
            text("深入推进“互联网+”监管执法"),
            text("县司法局"),
            Cell::Light(Light::ALL[n % Light::ALL.len()]),
            Cell::Day(Date::constant(2025, 12, 31)),
            text("已召开推进会2次,印发清单1份。\n下一步开展督查。"),
        ]
    };
    Table {
        caption: "附件1 任务进展表".into(),
        columns: columns(&[
            ("task", "序号", 6),
            ("title", "任务名称", 30),
            ("unit", "牵头单位", 16),
            ("light", "亮灯", 6),
            ("due", "完成时限", 12),
            ("text", "本期进展情况", 60),
        ]),
        rows: (1..=21).map(row).collect(),
    }
}

fn columns(named: &[(&'static str, &str, u16)]) -> Vec<Column> {
    named.iter().map(|&(code, name, width)| Column { code, name: name.into(), width }).collect()
}

/// A document with this text everywhere.
pub(super) fn everywhere(text: &str) -> Document {
    let column = Column { code: "text", name: text.into(), width: 20 };
    let table =
        Table { caption: text.into(), columns: vec![column], rows: vec![vec![Cell::Text(text.into())]] };
    Document {
        title: text.into(),
        head: vec![(text.into(), text.into())],
        blocks: vec![
            Block::Heading(1, text.into()),
            Block::Text(text.into()),
            Block::Table(table.clone()),
            Block::Chart(Chart { caption: text.into(), bars: vec![(text.into(), 1, None)] }),
            Block::NewPage,
            Block::Table(table),
        ],
        foot: vec![text.into()],
        page: Page::Portrait,
    }
}
