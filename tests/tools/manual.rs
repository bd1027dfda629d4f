//! The manual pages are the table of verbs: nothing of it is missing, in either language.

use crate::support::Home;
use crate::{of_help, verbs};

fn page(home: &Home, name: &str) -> String {
    let path = home.path("man").join(format!("{name}.1"));
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{name}.1: {e}"))
}

#[test]
fn every_verb_and_option_of_help_has_its_place() {
    for lang in ["zh", "en"] {
        let home = Home::new();
        let folder = home.path("man");
        home.call(["--lang", lang, "man", "-o"]).arg(&folder).run().ok();
        let (mut pages, mut options) = (1, 0);
        let mut open: Vec<Vec<String>> = verbs(&home).into_iter().map(|v| vec![v]).collect();
        let main = page(&home, "duban");
        while let Some(command) = open.pop() {
            let words: Vec<&str> = command.iter().map(String::as_str).collect();
            let name = format!("duban-{}", words.join("-"));
            let text = page(&home, &name);
            assert!(text.contains(&format!(".TH {} 1 ", name.to_uppercase())), "{name}");
            let (of_it, inner) = of_help(&home, &words);
            for option in &of_it {
                assert!(text.contains(&option.replace('-', "\\-")), "{name} {option}");
            }
            if let [verb] = words.as_slice() {
                assert!(main.contains(&format!("duban\\-{verb}(1)")), "{verb}");
            }
            open.extend(inner.into_iter().map(|c| command.iter().cloned().chain([c]).collect()));
            (pages, options) = (pages + 1, options + of_it.len());
        }
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), pages);
        assert!(options > 250, "{options}");
        assert_eq!(home.run(["--lang", lang, "man"]).ok(), main);
        let chinese = main.contains(".SH 名称\n") && main.contains(".SH 选项\n");
        assert_eq!(chinese, lang == "zh", "{main}");
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let home = Home::new();
    std::fs::write(home.path("man"), "").unwrap();
    let said = home.call(["man", "-o"]).arg(home.path("man/x")).run().refused(3);
    assert!(said.contains("man/x"), "{said}");
}
