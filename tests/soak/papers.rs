//! Documents opened by the programs that offices open them with: a browser, a word processor, a spreadsheet.

use std::path::Path;
use std::process::Command;

const KINDS: &[&[&str]] = &[&["bulletin"], &["ledger"], &["assess"], &["task", "14"], &["unit", "sfj"]];

/// What a report says that would run, compute or break something if a file let it.
const HOSTILE: &str = "<script>alert(1)</script>&amp;{{7*7}}=1+1]]>";

/// Runs a program to its end; both of its outputs.
fn run(program: &str, args: &[&str], folder: &Path) -> (String, String) {
    let mut command = Command::new(program);
    command.args(args).current_dir(folder).env("HOME", folder);
    let out =
        command.output().unwrap_or_else(|e| panic!("{program}: {e}; tests/README.md names its package"));
    let [said, told] = [&out.stdout, &out.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    assert!(out.status.success(), "{program} {args:?}: {said}{told}");
    (said, told)
}

fn duban(args: &[&str], folder: &Path) {
    let all = [&["--db", "a.db", "--as-of", "2025-06-24", "--lang", "zh"], args].concat();
    run(env!("CARGO_BIN_EXE_duban"), &all, folder);
}

/// The text of a PDF without spaces and line ends, and its pages.
fn read(pdf: &str, folder: &Path) -> (String, usize) {
    let (text, _) = run("pdftotext", &[pdf, "-"], folder);
    (text.chars().filter(|c| !c.is_whitespace() && *c != '\u{c}').collect(), text.matches('\u{c}').count())
}

#[test]
fn browsers_and_office_programs_open_every_document() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    duban(&["init"], folder);
    for n in ["1", "2", "3"] {
        let text = format!("第{n}次：{HOSTILE}");
        duban(&["add", "14", "--unit", "sfj", "--date", "2025-06-12", "--reporter", "王敏", &text], folder);
    }
    let mut pages = Vec::new();
    for kind in KINDS {
        let name = kind[0];
        for format in ["html", "docx", "xlsx"] {
            let file = format!("{name}.{format}");
            duban(&[&["report"], *kind, &["-o", &file]].concat(), folder);
            let pdf = format!("{name}.pdf");
            if format == "html" {
                let print = format!("--print-to-pdf={pdf}");
                let page = format!("file://{}/{file}", folder.display());
                let quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"];
                let (_, log) = run(
                    "chromium",
                    &[&quiet[..], &["--enable-logging=stderr", "--user-data-dir=chromium", &print, &page]]
                        .concat(),
                    folder,
                );
                assert!(!log.contains("CONSOLE"), "{file} is complained about: {log}");
            } else {
                run("soffice", &["--headless", "--convert-to", "pdf", &file], folder);
            }
            let (text, count) = read(&pdf, folder);
            assert!(count > 0 && text.contains("2025年6月24日"), "{file}: {text}");
            assert!(text.contains(&format!("-{count}-")), "the last page of {file} has its number: {text}");
            if ["task", "unit"].contains(&name) {
                // Not in one piece: lines of neighbouring cells stand between its own.
                assert!(text.contains("alert(1)") && text.contains("&amp;"), "{file}: {text}");
            }
            pages.push(count);
        }
    }
    println!(
        "soak: documents opened by Chromium and LibreOffice: {} files, {} pages",
        pages.len(),
        pages.iter().sum::<usize>()
    );
}
