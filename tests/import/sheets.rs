//! Files as people send them: workbooks with titles and merged heads, typed days and percents, CSV of every kind.

use encoding_rs::GB18030;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::{Value, json};

use crate::support::Home;
use crate::{HEAD, csv};

/// What the ledger holds, of each entry what a sheet says.
fn held(home: &Home) -> Vec<Value> {
    let mut all = home.json(["log", "--all"]).as_array().unwrap().clone();
    all.sort_by_key(|e| e["id"].as_i64());
    let fields = ["task", "unit", "period", "date", "status", "percent", "progress"];
    all.iter().map(|e| fields.iter().map(|f| e[f].clone()).collect()).collect()
}

#[test]
fn a_filled_in_template_is_what_was_typed() {
    for (lang, sheet, words) in
        [("zh", "填报", ["进展滞后", "综合"]), ("en", "Reports", ["behind", "general"])]
    {
        let home = Home::new();
        home.run(["settings", "general", "sfj,ssz"]).ok();
        home.run(["period", "open", "2025B3", "--on", "2025-05-01"]).ok();
        let path = home.path("表.xlsx");
        let name = path.to_str().unwrap();
        home.run(["template", "--period", "2025B3", "-o", name, "--lang", lang]).ok();
        assert!(home.run(["template", "-o", name]).refused(2).contains("表.xlsx"));
        let mut book: calamine::Xlsx<_> = calamine::open_workbook(&path).unwrap();
        let range = calamine::Reader::worksheet_range(&mut book, sheet).unwrap();
        let rows: Vec<Vec<String>> =
            range.rows().map(|r| r.iter().map(ToString::to_string).collect()).collect();
        assert_eq!(rows.len(), 2 + 22, "a title, the heads, twenty-one tasks, one report in general");
        assert_eq!(rows[23][0], words[1]);
        let validation = zip_text(&path, "xl/worksheets/sheet1.xml");
        assert!(validation.contains("dataValidation") && validation.contains(words[0]));
        assert!(validation.contains("state=\"frozen\""));
        // Somebody fills in two rows, and changes a title, which does not count.
        let mut filled = Workbook::new();
        let sheet = filled.add_worksheet();
        for (at, row) in (0..).zip(&rows) {
            for (column, cell) in (0..).zip(row) {
                let mine = match (row[0].as_str(), column) {
                    ("14", 1) => "另一个名字",
                    ("14", 4) => "2025年6月12日",
                    ("14", 5) => words[0],
                    ("14", 6) => "80%",
                    ("14", 7) => "受理41件\n审结38件",
                    ("14", 12) => "王敏",
                    (first, 4) if first == words[1] => "2025.6.13",
                    (first, 7) if first == words[1] => "总的还好",
                    _ => cell,
                };
                sheet.write_string(at, column, mine).unwrap();
            }
        }
        filled.save(&path).unwrap();
        let would = home.run(["import", name]).ok();
        assert!(would.contains("20") && held(&home).is_empty(), "{would}");
        home.run(["import", name, "--yes"]).ok();
        let expected = [
            json!([14, "县司法局", "2025B3", "2025-06-12", "behind", 80, "受理41件\n审结38件"]),
            json!([null, "嵊山镇", "2025B3", "2025-06-13", "on_track", null, "总的还好"]),
        ];
        assert_eq!(held(&home), expected, "{lang}");
        assert_eq!(home.json(["log", "14"])[0]["reporter"], "王敏");
        home.run(["verify"]).ok();
    }
}

fn zip_text(path: &std::path::Path, part: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    std::io::read_to_string(archive.by_name(part).unwrap()).unwrap()
}

#[test]
fn a_workbook_of_somebodys_own_is_understood() {
    let home = Home::new();
    let mut book = Workbook::new();
    let plain = Format::new();
    let day = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
    let share = Format::new().set_num_format("0%");
    book.add_worksheet().set_name("封面").unwrap().write_string(0, 0, "嵊泗县法治政府建设").unwrap();
    let sheet = book.add_worksheet();
    sheet.set_name("六月").unwrap();
    sheet.merge_range(0, 0, 0, 6, "进展情况汇总表", &plain).unwrap();
    // A head of two rows: the upper one names a group, and what stands alone goes through both.
    for (column, name) in [(0, "编号"), (1, "责任\n单位"), (2, "填报日期"), (3, "状态"), (6, "备注")]
    {
        sheet.merge_range(1, column, 2, column, name, &plain).unwrap();
    }
    sheet.merge_range(1, 4, 1, 5, "工作情况", &plain).unwrap();
    sheet.write_string(2, 4, "完成进度(%)").unwrap().write_string(2, 5, "工作进展").unwrap();
    // One unit for two rows.
    sheet.merge_range(3, 1, 4, 1, "县司法局", &plain).unwrap();
    sheet.write_number(3, 0, 14).unwrap().write_string(4, 0, "１３").unwrap();
    let typed = ExcelDateTime::from_ymd(2025, 6, 12).unwrap();
    sheet.write_datetime_with_format(3, 2, &typed, &day).unwrap();
    sheet.write_number(4, 2, 45821).unwrap();
    sheet.write_string(3, 3, "正常推进").unwrap().write_string(4, 3, "on_track").unwrap();
    sheet.write_number_with_format(3, 4, 0.8, &share).unwrap();
    sheet.write_formula(4, 4, rust_xlsxwriter::Formula::new("=35+35").set_result("70")).unwrap();
    sheet.write_string(3, 5, "受理41件").unwrap().write_string(4, 5, "=调解218件").unwrap();
    sheet.write_string(3, 6, "好").unwrap();
    // A note below the table.
    sheet.write_string(7, 0, "填表人:王敏").unwrap();
    let path = home.path("六月.xlsx");
    book.save(&path).unwrap();
    let said = home.run(["import", path.to_str().unwrap(), "--yes"]).ok();
    assert!(said.contains("备注") && said.contains("工作表六月 第4行"), "{said}");
    let expected = [
        json!([14, "县司法局", "2025B3", "2025-06-12", "on_track", 80, "受理41件"]),
        json!([13, "县司法局", "2025B3", "2025-06-13", "on_track", 70, "=调解218件"]),
    ];
    assert_eq!(held(&home), expected);
}

#[test]
fn csv_is_read_in_every_usual_encoding_also_from_standard_input() {
    let rows: [&[&str]; 3] = [
        &["进展情况表", "", "", "", "", ""],
        &HEAD,
        &["１４", "县司法局", "２０２５年６月１２日", "正常推进", "８０％", "受理“41”件,审结38件\r\n第二行"],
    ];
    let text = csv(&rows);
    let utf8 = String::from_utf8(text.clone()).unwrap();
    let marked = [b"\xef\xbb\xbf".as_slice(), &text].concat();
    for bytes in [text, marked, GB18030.encode(&utf8).0.into_owned()] {
        let home = Home::new();
        home.call(["import", "-", "--yes"]).stdin(bytes).run().ok();
        let expected =
            json!([14, "县司法局", "2025B3", "2025-06-12", "on_track", 80, "受理“41”件,审结38件\n第二行"]);
        assert_eq!(held(&home), [expected]);
    }
}

#[test]
fn what_is_there_is_named_and_the_same_file_is_refused() {
    let home = Home::new();
    let id = home.add("14", "sfj", "2025-06-12", "受理41件", &["--percent", "80"]);
    let row = ["14", "县司法局", "2025-06-12", "正常推进", "80", "受理41件"];
    let file = csv(&[&HEAD, &row, &["13", "县司法局", "2025-06-12", "", "", "调解"], &row]);
    let call = |bytes: &[u8]| home.call(["import", "-", "--yes"]).stdin(bytes).run();
    let said = call(&file).ok();
    assert!(said.contains(&format!("第2行 已有,就是进展#{id}")) && said.contains("第4行"), "{said}");
    assert_eq!(held(&home).len(), 2);
    let again = call(&file).refused(2);
    assert!(again.contains("root") || again.contains(&whoami()), "{again}");
    assert!(again.contains(&crate::support::today().to_string()), "{again}");
    // Another file that says the same writes nothing, and is not put on record.
    let other = csv(&[&HEAD, &row]);
    let before = home.rows();
    assert!(call(&other).ok().contains("没有要写入的") && call(&other).ok().contains("已有"));
    assert_eq!(home.rows(), before);
    // The same text with another percent is no duplicate and no new report.
    let differs = csv(&[&HEAD, &["14", "县司法局", "2025-06-12", "正常推进", "85", "受理41件"]]);
    assert!(call(&differs).err.contains(&format!("进展#{id}")));
    assert_eq!(home.rows(), before);
    let json = home.call(["import", "-", "--json"]).stdin(csv(&[&HEAD, &row])).run().ok();
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        json["there"][0],
        json!({"sheet": null, "row": 2, "id": id.parse::<i64>().unwrap(), "above": null})
    );
    assert_eq!((&json["applied"], &json["new"]), (&json!(false), &json!([])));
}

fn whoami() -> String {
    let out = std::process::Command::new("id").arg("-un").output().unwrap();
    String::from_utf8(out.stdout).unwrap().trim().to_owned()
}
