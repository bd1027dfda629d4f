//! Documents read back as the archive of XML that they are.
#![allow(clippy::string_slice)] // at tags, which are ASCII

use std::io::Cursor;

use proptest::prelude::*;
use quick_xml::events::Event;

use super::super::samples::{HOSTILE, bulletin, everywhere};
use super::*;

/// A part of the file as text.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    std::io::read_to_string(zip.by_name(name).unwrap()).unwrap()
}

/// Every part of the file is read to its end by another reader of XML; there is no character that XML forbids.
fn well_formed(bytes: &[u8]) {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    for at in 0..zip.len() {
        let file = zip.by_index(at).unwrap();
        if file.is_dir() {
            continue;
        }
        let name = file.name().to_owned();
        let text = std::io::read_to_string(file).unwrap();
        let bad =
            |c: char| c < ' ' && !matches!(c, '\n' | '\t' | '\r') || matches!(c, '\u{FFFE}' | '\u{FFFF}');
        assert!(!text.contains(bad), "{name}");
        let mut reader = quick_xml::Reader::from_str(&text);
        loop {
            match reader.read_event() {
                Ok(Event::Eof) => break,
                Ok(_) => {}
                Err(e) => panic!("{name}: {e}\n{text}"),
            }
        }
    }
}

/// The text of each paragraph, `None` where a table's cell begins.
fn paragraphs(document: &str) -> Vec<Option<String>> {
    let mut reader = quick_xml::Reader::from_str(document);
    let mut found = Vec::new();
    let mut inside = false;
    loop {
        let event = reader.read_event().unwrap();
        match &event {
            Event::Eof => return found,
            Event::Start(e) | Event::Empty(e) if e.name().as_ref() == b"w:tc" => found.push(None),
            Event::Start(e) | Event::Empty(e) if e.name().as_ref() == b"w:p" => {
                found.push(Some(String::new()));
            }
            Event::Start(e) if e.name().as_ref() == b"w:t" => inside = true,
            Event::End(e) if e.name().as_ref() == b"w:t" => inside = false,
            Event::Text(text) if inside => {
                found.last_mut().unwrap().as_mut().unwrap().push_str(&text.decode().unwrap());
            }
            Event::GeneralRef(entity) if inside => {
                let name = entity.decode().unwrap();
                let text = quick_xml::escape::unescape(&format!("&{name};")).unwrap().into_owned();
                found.last_mut().unwrap().as_mut().unwrap().push_str(&text);
            }
            _ => {}
        }
    }
}

#[test]
fn everything_stands_in_its_style_in_order() {
    let bytes = write(&bulletin(), Lang::Zh).unwrap();
    well_formed(&bytes);
    let document = part(&bytes, "word/document.xml");
    let said: Vec<String> = paragraphs(&document).into_iter().flatten().collect();
    assert_eq!(said[..4], ["关于法治嵊泗建设任务进展情况的通报", "第3期", "截至日期：2025年6月30日", ""]);
    assert_eq!(
        said[4..8],
        ["一、总体情况", "全部21项任务中,正常推进12项,进展滞后3项。", "其余6项未报送。", "（一）按亮灯统计"]
    );
    // Who signs stands before the annexes.
    let annex = said.iter().position(|line| line == "附件1 任务进展表").unwrap();
    assert_eq!(said[annex - 2..annex], ["县委依法治县办", "2025年7月2日"]);
    let mut from = 0;
    for (style, text) in [
        (look::TITLE, "关于法治嵊泗建设任务进展情况的通报"),
        (look::HEAD, "第3期"),
        ("Heading1", "一、总体情况"),
        (look::BODY, "其余6项未报送。"),
        ("Heading2", "（一）按亮灯统计"),
        (look::CAPTION, "亮灯统计"),
        ("TableHead24", "占比"),
        ("TableText24", "57.0%"),
        (look::FOOT, "县委依法治县办"),
        (look::CAPTION, "附件1 任务进展表"),
        ("TableText21", "县司法局"),
    ] {
        let at = from
            + document[from..].find(&format!(">{text}<")).unwrap_or_else(|| panic!("{text} is out of order"));
        let paragraph = document[..at].rfind("<w:p ").unwrap();
        assert!(document[paragraph..at].contains(&format!("<w:pStyle w:val=\"{style}\" />")), "{text}");
        from = at;
    }
}

#[test]
fn pages_and_type_are_those_of_the_standard() {
    let bytes = write(&bulletin(), Lang::Zh).unwrap();
    let document = part(&bytes, "word/document.xml");
    // 37 mm is 2098 twips, 28 mm 1587; 156 mm by 225 mm remain.
    let upright = r#"<w:pgSz w:w="11906" w:h="16838" /><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587""#;
    let lying = r#"<w:pgSz w:w="16838" w:h="11906" w:orient="landscape" />"#;
    assert_eq!(document.matches("<w:sectPr").count(), 2);
    assert!(document.find(upright).unwrap() < document.find(lying).unwrap(), "{document}");
    assert_eq!(document.matches("<w:footerReference").count(), 2, "pages of both sections are numbered");
    assert_eq!((11906 - 1474 - 1587) * 254 / 14400, 156);
    assert_eq!((16838 - 2098 - 1984) * 254 / 14400, 225);
    let styles = part(&bytes, "word/styles.xml");
    for (id, hanzi, size) in [
        ("Title", "方正小标宋简体", 44),
        ("BodyText", "仿宋_GB2312", 32),
        ("Heading1", "黑体", 32),
        ("Heading2", "楷体_GB2312", 32),
        ("TableText24", "仿宋_GB2312", 24),
        ("TableText21", "仿宋_GB2312", 21),
        ("PageNumber", "宋体", 28),
    ] {
        let from = styles.find(&format!("w:styleId=\"{id}\"")).unwrap();
        let style = &styles[from..from + styles[from..].find("</w:style>").unwrap()];
        assert!(style.contains(&format!("w:eastAsia=\"{hanzi}\"")), "{style}");
        assert!(style.contains(&format!("<w:sz w:val=\"{size}\" />")), "{style}");
    }
    let from = styles.find("w:styleId=\"BodyText\"").unwrap();
    let body = &styles[from..from + styles[from..].find("</w:style>").unwrap()];
    assert!(
        body.contains("w:line=\"560\" w:lineRule=\"exact\"") && body.contains("w:firstLine=\"640\""),
        "{body}"
    );
    let footer = part(&bytes, "word/footer1.xml");
    assert!(footer.contains("<w:instrText>PAGE</w:instrText>") && footer.contains(">- <"), "{footer}");
}

#[test]
fn every_table_repeats_its_head_and_breaks_no_row() {
    let document = part(&write(&bulletin(), Lang::Zh).unwrap(), "word/document.xml");
    assert_eq!(document.matches("<w:tblHeader/>").count(), 2);
    assert_eq!(document.matches("<w:cantSplit />").count(), document.matches("<w:tr>").count());
    for table in document.split("<w:tbl>").skip(1) {
        let (first, _) = table.split_once("</w:tr>").unwrap();
        let chart = table.contains("gridSpan");
        assert_eq!(first.contains("<w:tblHeader/>"), !chart, "the first row is the head");
    }
    assert!(document.contains("w:fill=\"F8C4C0\""), "red is coloured");
}

#[test]
fn the_file_names_nobody_and_no_machine_and_is_the_same_every_time() {
    let bytes = write(&bulletin(), Lang::Zh).unwrap();
    assert_eq!(bytes, write(&bulletin(), Lang::Zh).unwrap());
    let core = part(&bytes, "docProps/core.xml");
    assert!(core.contains("<dc:creator></dc:creator>") && !core.contains("unknown"), "{core}");
    assert!(core.contains("<dc:title>关于法治嵊泗建设任务进展情况的通报</dc:title>"), "{core}");
    assert!(core.contains("2025-07-02T00:00:00Z"), "the document's own day: {core}");
}

#[test]
fn hostile_texts_and_nothing_at_all_are_documents() {
    for text in HOSTILE {
        well_formed(&write(&everywhere(text), Lang::Zh).unwrap());
    }
    let head = everywhere(table::HEAD_ROW);
    let document = part(&write(&head, Lang::Zh).unwrap(), "word/document.xml");
    assert_eq!(document.matches("<w:tblHeader/>").count(), 2, "text that looks like a row stays text");
    for blocks in
        [vec![], vec![Block::Table(super::super::doc::Table::default()), Block::Chart(<_>::default())]]
    {
        well_formed(&write(&Document { blocks, ..bulletin() }, Lang::En).unwrap());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_comes_back_from_its_cell(text in any::<String>()) {
        let bytes = write(&everywhere(&text), Lang::Zh).unwrap();
        well_formed(&bytes);
        let found = paragraphs(&part(&bytes, "word/document.xml"));
        // The second cell of all is below the head of the first table.
        let cell = found.split(Option::is_none).nth(2).unwrap();
        let lines: Vec<&str> = cell.iter().flatten().map(String::as_str).collect();
        let wanted = visible_lines(&text);
        let wanted: Vec<&str> = wanted.split('\n').collect();
        prop_assert_eq!(&lines[..wanted.len()], wanted);
    }
}
