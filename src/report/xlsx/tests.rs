//! Workbooks read back by another library.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};
use jiff::civil::Date;
use proptest::prelude::*;

use super::super::samples::{HOSTILE, bulletin, everywhere};
use super::sheet::{CELL_UNITS, exact};
use super::*;

fn open(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

fn sheet(doc: &Document, name: &str) -> Range<Data> {
    open(write(doc, Lang::Zh).unwrap()).worksheet_range(name).unwrap()
}

fn at(sheet: &Range<Data>, row: u32, column: u32) -> Data {
    sheet.get_value((row, column)).cloned().unwrap_or_default()
}

/// A part of the file as text.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    std::io::read_to_string(zip.by_name(name).unwrap()).unwrap()
}

#[test]
fn text_tables_and_charts_are_sheets() {
    let book = open(write(&bulletin(), Lang::Zh).unwrap());
    assert_eq!(book.sheet_names(), ["正文", "亮灯统计", "各灯项数", "附件1 任务进展表"]);
    let text = sheet(&bulletin(), "正文");
    let lines: Vec<String> = text.rows().map(|row| row[0].to_string()).collect();
    assert_eq!(
        lines[..4],
        ["关于法治嵊泗建设任务进展情况的通报", "第3期", "截至日期：2025年6月30日", "一、总体情况"]
    );
    assert_eq!(lines.last().unwrap(), "2025年7月2日");
    let chart = sheet(&bulletin(), "各灯项数");
    assert_eq!(
        (at(&chart, 2, 0), at(&chart, 2, 1)),
        (Data::String("项目".into()), Data::String("数量".into()))
    );
    assert_eq!((at(&chart, 4, 0), at(&chart, 4, 1)), (Data::String("绿".into()), Data::Float(12.0)));
}

#[test]
fn cells_have_the_types_of_what_they_say() {
    let bytes = write(&bulletin(), Lang::Zh).unwrap();
    let shares = sheet(&bulletin(), "亮灯统计");
    assert_eq!(at(&shares, 0, 0), Data::String(bulletin().title));
    assert_eq!(at(&shares, 1, 0), Data::String("亮灯统计  第3期  截至日期：2025年6月30日".into()));
    assert_eq!(at(&shares, HEAD_ROW, 2), Data::String("占比".into()));
    assert_eq!(at(&shares, 4, 0), Data::String("绿".into()), "a light is a word");
    assert_eq!((at(&shares, 4, 1), at(&shares, 4, 2)), (Data::Float(12.0), Data::Float(57.0)));
    // The number format gives back the places and the sign: 57.0%, not 5700.0%.
    assert!(part(&bytes, "xl/styles.xml").contains(r#"formatCode="0.0\%""#));
    assert!(part(&bytes, "xl/styles.xml").contains("FFF8C4C0"), "red is coloured");
    let tasks = sheet(&bulletin(), "附件1 任务进展表");
    let Data::DateTime(day) = at(&tasks, 3, 4) else { panic!("no date: {:?}", at(&tasks, 3, 4)) };
    assert_eq!(day.to_ymd_hms_milli(), (2025, 12, 31, 0, 0, 0, 0));
    assert_eq!(at(&tasks, 3, 5).to_string(), "已召开推进会2次,印发清单1份。\n下一步开展督查。");
    assert_eq!(tasks.height(), 3 + 21);
}

#[test]
fn sheets_are_set_up_to_look_at_and_to_print() {
    let bytes = write(&bulletin(), Lang::Zh).unwrap();
    let wide = part(&bytes, "xl/worksheets/sheet4.xml");
    for said in [
        r#"topLeftCell="A4" activePane="bottomLeft" state="frozen""#,
        r#"<autoFilter ref="A3:F24"/>"#,
        r#"paperSize="9""#,
        r#"orientation="landscape""#,
        r#"fitToHeight="0""#,
        "- &amp;P -",
    ] {
        assert!(wide.contains(said), "{said}\n{wide}");
    }
    assert!(!part(&bytes, "xl/worksheets/sheet2.xml").contains("landscape"), "a narrow table stands");
    let names = part(&bytes, "xl/workbook.xml");
    assert!(names.contains("_xlnm.Print_Titles") && names.contains("$3:$3"), "{names}");
}

#[test]
fn the_file_names_nobody_and_no_machine_and_is_the_same_every_time() {
    let bytes = write(&bulletin(), Lang::Zh).unwrap();
    assert_eq!(bytes, write(&bulletin(), Lang::Zh).unwrap());
    let core = part(&bytes, "docProps/core.xml");
    assert!(core.contains("<dc:creator></dc:creator>"), "{core}");
    assert!(core.contains("2025-07-02T00:00:00Z"), "the document's own day: {core}");
}

#[test]
fn numbers_are_numbers_only_where_they_show_as_written() {
    for (text, number) in [
        ("3.0", Some((3.0, 1))),
        ("55.30", Some((55.3, 2))),
        ("-7", Some((-7.0, 0))),
        ("0.1", Some((0.1, 1))),
        ("123456789012345", Some((123_456_789_012_345.0, 0))),
        ("1234567890123456", None),
        ("-0.0", None),
        ("05", None),
        ("1e3", None),
        ("NaN", None),
        ("inf", None),
        ("3.", None),
        ("", None),
    ] {
        assert_eq!(exact(text), number, "{text}");
    }
}

#[test]
fn nothing_typed_is_a_formula() {
    for text in HOSTILE {
        let bytes = write(&everywhere(text), Lang::Zh).unwrap();
        for n in 1..=4 {
            assert!(!part(&bytes, &format!("xl/worksheets/sheet{n}.xml")).contains("<f>"), "{text:?}");
        }
    }
    let quoted = part(&write(&everywhere("=1+1"), Lang::Zh).unwrap(), "xl/styles.xml");
    assert!(quoted.contains("quotePrefix=\"1\""));
    assert!(!part(&write(&everywhere("1+1"), Lang::Zh).unwrap(), "xl/styles.xml").contains("quotePrefix"));
}

#[test]
fn what_does_not_fit_is_refused_and_nothing_is_cut() {
    let fits = "字".repeat(CELL_UNITS);
    let mut doc = everywhere("a");
    let Block::Table(table) = &mut doc.blocks[2] else { panic!() };
    table.rows[0][0] = Cell::Text(fits.clone());
    assert_eq!(at(&sheet(&doc, "a"), 3, 0).to_string(), fits);
    let Block::Table(table) = &mut doc.blocks[2] else { panic!() };
    table.rows[0][0] = Cell::Text(fits + "字");
    assert_eq!(write(&doc, Lang::Zh), Err(FormatFault::LongCell { sheet: "a".into(), row: 4 }));
}

#[test]
fn a_document_without_anything_and_days_before_spreadsheets_are_written() {
    let mut doc = Document { blocks: vec![], ..bulletin() };
    assert_eq!(open(write(&doc, Lang::En).unwrap()).sheet_names(), ["Text"]);
    let column = crate::report::doc::Column { code: "day", name: "日".into(), width: 4 };
    let rows = vec![vec![Cell::Day(Date::constant(1899, 1, 1))], vec![Cell::Count(usize::MAX)]];
    doc.blocks = vec![Block::Table(Table { caption: "日".into(), columns: vec![column], rows })];
    let days = sheet(&doc, "日");
    assert_eq!(at(&days, 3, 0).to_string(), "1899-01-01");
    assert_eq!(at(&days, 4, 0).to_string(), usize::MAX.to_string(), "a number would be rounded");
    doc.blocks = vec![Block::Table(Table::default()), Block::Chart(Chart::default())];
    assert_eq!(open(write(&doc, Lang::Zh).unwrap()).sheet_names(), ["表1", "表2"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_comes_back_from_its_cell(text in any::<String>()) {
        let mut book = open(write(&everywhere(&text), Lang::Zh).unwrap());
        prop_assert_eq!(book.sheet_names().len(), 4);
        let table = book.worksheet_range_at(1).unwrap().unwrap();
        prop_assert_eq!(at(&table, 3, 0).to_string(), visible_lines(&text));
    }

    #[test]
    fn any_decimal_shows_as_it_is_written(whole in -999_999_999i64..999_999_999, places in 0usize..6, after in 0u32..1_000_000) {
        let after = format!("{after:06}");
        let text = if places == 0 { whole.to_string() } else { format!("{whole}.{after:.places$}") };
        if let Some((number, counted)) = exact(&text) {
            prop_assert_eq!(counted, places);
            prop_assert_eq!(format!("{number:.places$}"), text);
        } else {
            prop_assert!(false, "{} would be a text", text);
        }
    }
}
