//! A reading of the published text of the tests' own, line by line, that shares nothing with the loader.

/// What the text says of itself and of its tasks.
pub struct Official {
    pub text: String,
    pub parts: Vec<(String, String, Vec<String>)>,
    pub groups: Vec<(String, String)>,
    pub tasks: Vec<Task>,
}

/// A task as printed.
pub struct Task {
    pub no: usize,
    pub group: usize,
    pub title: String,
    pub body: String,
    pub bracket: String,
    pub note: Option<String>,
    /// Names as printed, in order.
    pub written: Vec<String>,
}

/// Spellings that stand for a unit which the text names otherwise elsewhere.
const SAME: [(&str, &str); 2] = [("各乡镇", "各乡镇人民政府"), ("县政府办", "县府办")];

/// The unit's usual name for a spelling in a bracket.
pub fn usual(written: &str) -> &str {
    SAME.iter().find(|(short, _)| *short == written).map_or(written, |(_, name)| name)
}

impl Official {
    pub fn read(text: &str) -> Self {
        let mut official = Self { text: text.to_owned(), parts: vec![], groups: vec![], tasks: vec![] };
        for line in text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.contains(".pdf")) {
            official.line(line);
        }
        official
    }

    fn line(&mut self, line: &str) {
        let head = line.split_once('、').filter(|(n, t)| "一二三四".contains(n) && !t.contains('。'));
        if let Some((numeral, title)) = head {
            self.parts.push((numeral.into(), title.into(), vec![]));
            return;
        }
        let Some((numeral, _, paragraphs)) = self.parts.last_mut() else { return };
        if numeral != "三" {
            paragraphs.push(line.into());
        } else if let Some((numeral, title)) = line.strip_prefix('(').and_then(|l| l.split_once(')')) {
            self.groups.push((numeral.into(), title.trim_end_matches('。').into()));
        } else {
            let task = Task::read(line, self.groups.len());
            self.tasks.push(task);
        }
    }

    /// The first line with words in it after the line that is exactly `label`.
    pub fn after(&self, label: &str) -> &str {
        let mut lines = self.text.lines().map(|l| l.trim().trim_start_matches("• ").trim());
        lines.find(|l| *l == label).unwrap_or_else(|| panic!("no line {label}"));
        lines.find(|l| !l.is_empty()).unwrap()
    }

    /// The line that begins so.
    pub fn beginning(&self, start: &str) -> &str {
        self.text.lines().map(str::trim).find(|l| l.starts_with(start)).unwrap()
    }

    pub fn part(&self, numeral: &str) -> &(String, String, Vec<String>) {
        self.parts.iter().find(|(n, ..)| n == numeral).unwrap()
    }
}

impl Task {
    fn read(line: &str, group: usize) -> Self {
        let (no, rest) = line.split_once('.').unwrap();
        let (title, rest) = rest.split_once('。').unwrap();
        let (body, bracket) = rest.strip_suffix(')').unwrap().rsplit_once('(').unwrap();
        let (names, note) = match bracket.split_once('。') {
            Some((names, note)) => (names, Some(note.to_owned())),
            None => match bracket.strip_suffix("按职责落实") {
                Some(names) => (names, Some("按职责落实".to_owned())),
                None => (bracket, None),
            },
        };
        Self {
            no: no.parse().unwrap(),
            group,
            title: title.into(),
            body: body.into(),
            bracket: bracket.into(),
            note,
            written: names.split(['、', ',']).map(str::to_owned).collect(),
        }
    }

    /// The sentences of the body.
    pub fn sentences(&self) -> Vec<&str> {
        self.body.split_inclusive('。').collect()
    }
}
