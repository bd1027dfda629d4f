//! The sheet that goes out: a row for each report that is owed, what the ledger knows filled in.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

use super::Column;
use crate::error::{Error, SheetError};
use crate::ledger::{Coded, Field, Period, Status, duties};
use crate::plan::{Plan, TaskNo, UnitIx};
use crate::store::Snapshot;
use crate::strings::{Lang, Text, transfer as say, words};
use crate::text::harmless;

/// A report that somebody may fill in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// On which task; [`TaskNo::GENERAL`] for a report in general.
    pub task: TaskNo,
    /// By whom.
    pub unit: UnitIx,
}

/// A sheet to be filled in.
#[derive(Debug)]
pub struct Template<'s> {
    /// The plan it is about.
    pub plan: &'s Plan,
    /// For which period.
    pub period: Period,
    /// Of one unit, or of all.
    pub unit: Option<UnitIx>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// The language of its headings.
    pub lang: Lang,
}

/// What a unit owes, or all units do; with `all` also the tasks in which it has another part.
#[must_use]
pub fn rows(snapshot: &Snapshot, unit: Option<UnitIx>, all: bool) -> Vec<Row> {
    let plan = &snapshot.plan;
    let owed = duties(plan, &snapshot.office.settings.general);
    let owed = owed.into_iter().map(|(unit, task)| Row { task: task.unwrap_or(TaskNo::GENERAL), unit });
    let mut rows: Vec<Row> = owed.filter(|r| unit.is_none_or(|u| u == r.unit)).collect();
    if all {
        for task in &plan.tasks {
            let others = plan.units().map(|(ix, _)| ix).filter(|u| plan.role(task, *u).is_some());
            let others = others.filter(|u| unit.is_none_or(|wanted| wanted == *u));
            let others = others.map(|unit| Row { task: task.no, unit });
            rows.extend(others.filter(|r| task.lead() != Some(r.unit)));
        }
        rows.sort_by_key(|r| if r.task == TaskNo::GENERAL { u16::MAX } else { r.task.0 });
    }
    rows
}

/// How wide a column is, in half-width characters, and what to write there.
fn about(column: Column) -> (f64, Text) {
    match column {
        Column::Task | Column::Field(Field::Period) => (9.0, say::HELP_KEEP),
        Column::Title => (30.0, say::HELP_TITLE),
        Column::Unit => (18.0, say::HELP_KEEP),
        Column::Field(Field::Day) => (12.0, say::HELP_DAY),
        Column::Field(Field::Status) => (11.0, say::HELP_STATUS),
        Column::Field(Field::Percent) => (8.0, say::HELP_PERCENT),
        Column::Field(Field::Progress) => (50.0, say::HELP_PROGRESS),
        Column::Field(Field::Problems | Field::NextSteps) => (30.0, say::HELP_MAY),
        Column::Field(Field::Readings) => (18.0, say::HELP_VALUES),
        Column::Field(Field::Evidence) => (26.0, say::HELP_EVIDENCE),
        Column::Field(Field::Reporter) => (10.0, say::HELP_REPORTER),
    }
}

impl Template<'_> {
    /// As a workbook.
    ///
    /// # Errors
    /// [`SheetError::Unreadable`] where it cannot be made, which it always can.
    pub fn xlsx(&self) -> Result<Vec<u8>, Error> {
        self.book().map_err(|e| SheetError::Unreadable(e.to_string()).into())
    }

    /// As CSV in UTF-8 with the mark by which spreadsheets know it.
    #[must_use]
    pub fn csv(&self) -> Vec<u8> {
        let mut to = csv::Writer::from_writer(b"\xef\xbb\xbf".to_vec());
        // Nothing that is written into memory fails.
        let _ = to.write_record(Column::all().map(|c| c.name().say(self.lang)));
        for row in &self.rows {
            let _ = to.write_record(Column::all().map(|c| harmless(&self.cell(*row, c)).into_owned()));
        }
        to.into_inner().unwrap_or_default()
    }

    fn book(&self) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Thin);
        // As text, 80% stays 80% and 6-12 stays what it is.
        let typed = plain.clone().set_num_format("@");
        let kept = typed.clone().set_background_color(0x00F2_F2F2);
        let bold = plain.clone().set_bold().set_align(FormatAlign::Center);
        let sheet = book.add_worksheet().set_name(say::SHEET_NAME.say(self.lang))?;
        let last = u16::try_from(Column::all().count()).unwrap_or(u16::MAX).saturating_sub(1);
        let title = Format::new().set_bold().set_font_size(14).set_align(FormatAlign::Center);
        sheet.merge_range(0, 0, 0, last, &self.title(), &title)?;
        for (at, column) in (0..).zip(Column::all()) {
            sheet.set_column_width(at, about(column).0)?;
            sheet.write_string_with_format(1, at, column.name().say(self.lang), &bold)?;
            let is_kept =
                matches!(column, Column::Task | Column::Title | Column::Unit | Column::Field(Field::Period));
            let format = if is_kept { &kept } else { &typed };
            for (row, of) in (2..).zip(&self.rows) {
                sheet.write_string_with_format(row, at, self.cell(*of, column), format)?;
            }
            if column == Column::Field(Field::Status) && !self.rows.is_empty() {
                self.choices(sheet, at)?;
            }
        }
        sheet.set_freeze_panes(2, 3)?;
        sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 1)?;
        self.help(book.add_worksheet(), &plain, &bold)?;
        book.save_to_buffer()
    }

    /// The list of statuses beside each row.
    fn choices(&self, sheet: &mut Worksheet, at: u16) -> Result<(), XlsxError> {
        let words: Vec<&str> = Status::ALL.iter().map(|s| s.word().say(self.lang)).collect();
        let list = DataValidation::new()
            .allow_list_strings(&words)?
            .set_error_title(say::STATUS_TITLE.say(self.lang))?
            .set_error_message(say::STATUS_WRONG.say(self.lang))?
            .set_error_style(DataValidationErrorStyle::Stop);
        let last = u32::try_from(self.rows.len()).unwrap_or(u32::MAX).saturating_add(1);
        sheet.add_data_validation(2, at, last, at, &list)?;
        Ok(())
    }

    fn help(&self, sheet: &mut Worksheet, plain: &Format, bold: &Format) -> Result<(), XlsxError> {
        sheet.set_name(say::HELP_NAME.say(self.lang))?;
        sheet.set_column_width(0, 16)?.set_column_width(1, 90)?;
        for (row, column) in (0..).zip(Column::all()) {
            sheet.write_string_with_format(row, 0, column.name().say(self.lang), bold)?;
            sheet.write_string_with_format(row, 1, about(column).1.say(self.lang), plain)?;
        }
        let below = u32::try_from(Column::all().count()).unwrap_or(u32::MAX).saturating_add(1);
        sheet.merge_range(below, 0, below, 1, say::HELP_ROWS.say(self.lang), plain)?;
        Ok(())
    }

    fn title(&self) -> String {
        let unit = self.unit.map_or(say::ALL_UNITS.say(self.lang), |u| self.plan.unit_name(u));
        say::SHEET_TITLE.with(self.lang, &[unit, &self.period.long(self.lang)])
    }

    /// What the ledger knows.
    fn cell(&self, row: Row, column: Column) -> String {
        let task = self.plan.task(row.task);
        match column {
            Column::Task => match row.task.numbered() {
                Some(no) => no.to_string(),
                None => words::GENERAL.say(self.lang).to_owned(),
            },
            Column::Title => task.map(|t| t.title.to_string()).unwrap_or_default(),
            Column::Unit => self.plan.unit_name(row.unit).to_owned(),
            Column::Field(Field::Period) => self.period.to_string(),
            Column::Field(Field::Readings) => {
                let ids =
                    self.plan.indicators_of(row.task.numbered().map(TaskNo)).map(|i| format!("{}=", i.id));
                task.map(|_| ids.collect::<Vec<_>>().join("\n")).unwrap_or_default()
            }
            Column::Field(_) => String::new(),
        }
    }
}
