//! The columns of a sheet, and every name by which one is known.

use crate::ledger::Field;
use crate::strings::{Text, transfer as say};
use crate::text::fold;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// 任务编号.
    Task,
    /// 任务名称: for reading only.
    Title,
    /// 责任单位.
    Unit,
    /// A field of the report.
    Field(Field),
}

/// A row of the table: the column, its heading, and what else heads it, folded.
type Named = (Column, Text, &'static [&'static str]);

/// All columns in the order of the template.
const COLUMNS: [Named; 13] = [
    (Column::Task, say::TASK, &["task", "no", "任务号", "编号", "任务序号"]),
    (Column::Title, say::TITLE, &["title", "任务", "主要任务", "工作任务", "任务内容", "工作内容"]),
    (Column::Unit, say::UNIT, &["unit", "单位", "填报单位", "报送单位", "单位名称", "牵头单位"]),
    (Column::Field(Field::Period), say::PERIOD, &["period", "期别", "报送期别", "期数"]),
    (Column::Field(Field::Day), say::DAY, &["date", "day", "填报日期", "日期", "报送时间", "填报时间"]),
    (Column::Field(Field::Status), say::STATUS, &["status", "进展状态", "任务状态", "工作状态"]),
    (Column::Field(Field::Percent), say::PERCENT, &["percent", "完成进度", "完成比例", "百分比", "进度%"]),
    (
        Column::Field(Field::Progress),
        say::PROGRESS_TEXT,
        &["progress", "进展", "工作进展", "工作进展情况", "完成情况"],
    ),
    (
        Column::Field(Field::Problems),
        say::PROBLEMS,
        &["problems", "问题", "存在的问题", "困难和问题", "存在困难"],
    ),
    (
        Column::Field(Field::NextSteps),
        say::NEXT,
        &["next_steps", "nextsteps", "下步措施", "下一步工作", "下一步打算", "下一步计划", "下一步工作措施"],
    ),
    (Column::Field(Field::Readings), say::VALUES, &["values", "指标", "指标数据", "指标数值"]),
    (Column::Field(Field::Evidence), say::EVIDENCE, &["evidence", "佐证", "证明材料", "佐证资料"]),
    (Column::Field(Field::Reporter), say::REPORTER, &["reporter", "填报人", "报送人员", "联络员"]),
];

impl Column {
    /// All, in the order of the template.
    pub fn all() -> impl Iterator<Item = Self> {
        COLUMNS.iter().map(|(column, ..)| *column)
    }

    /// Its heading.
    #[must_use]
    pub fn name(self) -> Text {
        COLUMNS.iter().find(|(column, ..)| *column == self).map_or(say::TITLE, |(_, name, _)| *name)
    }

    /// The column that a heading names: blanks, case, width and what stands in brackets do not count.
    #[must_use]
    pub fn of(heading: &str) -> Option<Self> {
        let folded = fold(heading);
        let bare = folded.split(['(', '[', '<', '*']).find(|part| !part.trim().is_empty())?;
        let bare: String = bare.chars().filter(|c| !c.is_whitespace()).collect();
        let is = |name: &str| fold(name).chars().filter(|c| !c.is_whitespace()).eq(bare.chars());
        let row = COLUMNS
            .iter()
            .find(|(_, name, also)| is(name.zh) || is(name.en) || also.contains(&bare.as_str()));
        row.map(|(column, ..)| *column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn a_column_is_known_by_every_name_of_it_and_by_no_other() {
        for (heading, column) in [
            (" 任务编号 ", Some(Column::Task)),
            ("责任\n单位", Some(Column::Unit)),
            ("进度(%)", Some(Column::Field(Field::Percent))),
            ("进度（％）", Some(Column::Field(Field::Percent))),
            ("*进展情况", Some(Column::Field(Field::Progress))),
            ("Next steps", Some(Column::Field(Field::NextSteps))),
            ("next_steps", Some(Column::Field(Field::NextSteps))),
            ("Task no.", Some(Column::Task)),
            ("备注", None),
            ("", None),
            ("(*)", None),
        ] {
            assert_eq!(Column::of(heading), column, "{heading}");
        }
        let mut seen = HashSet::new();
        for (column, name, also) in COLUMNS {
            assert!([name.zh, name.en].iter().all(|n| Column::of(n) == Some(column)), "{column:?}");
            assert!(also.iter().all(|a| seen.insert(*a) && Column::of(a) == Some(column)), "{column:?}");
        }
    }
}
