//! Sentences with numbers to be drawn: what stands between braces, see the head of `data/demo.toml`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::chance::Chance;

/// Words to choose from, by the name that stands in braces.
pub(super) type Lists = BTreeMap<String, Vec<String>>;

/// A sentence, read once.
#[derive(Debug, Clone)]
pub(super) struct Template(Vec<Piece>);

#[derive(Debug, Clone)]
enum Piece {
    Text(String),
    /// A number between two, less than an earlier one where that is named.
    Draw {
        name: String,
        of: Option<String>,
        low: i64,
        high: i64,
    },
    Again(String),
    Share(String, String),
    OneOf(Vec<String>),
    Unit,
}

/// The numbers of one text, by name.
#[derive(Debug, Clone, Default)]
pub(super) struct Numbers<'t> {
    pub(super) drawn: Vec<(&'t str, i64)>,
    /// The unit that reports.
    pub(super) unit: &'t str,
}

impl Numbers<'_> {
    fn of(&self, name: &str) -> i64 {
        self.drawn.iter().rev().find(|(n, _)| *n == name).map_or(0, |(_, value)| *value)
    }
}

impl Template {
    /// Reads a sentence. `known` are names of numbers that are there before it; its own are added.
    ///
    /// # Errors
    /// The first pair of braces that means nothing.
    pub(super) fn read(text: &str, lists: &Lists, known: &mut Vec<String>) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, open)) = rest.split_once('{') {
            let (inside, after) = open.split_once('}').ok_or_else(|| text.to_owned())?;
            pieces.push(Piece::Text(before.to_owned()));
            pieces.push(piece(inside, lists, known).ok_or_else(|| format!("{{{inside}}} in {text}"))?);
            rest = after;
        }
        pieces.push(Piece::Text(rest.to_owned()));
        Ok(Self(pieces))
    }

    /// The sentence with its numbers drawn; they are left in `numbers` for what stands beside it.
    pub(super) fn fill<'t>(&'t self, chance: &mut Chance, numbers: &mut Numbers<'t>) -> String {
        let mut out = String::new();
        for piece in &self.0 {
            let _ = match piece {
                Piece::Text(text) => out.write_str(text),
                Piece::Unit => out.write_str(numbers.unit),
                Piece::OneOf(words) => out.write_str(chance.pick(words).map_or("", String::as_str)),
                Piece::Draw { name, of, low, high } => {
                    let drawn = chance.between(*low, *high);
                    let value = of.as_ref().map_or(drawn, |of| (numbers.of(of) - drawn).max(0));
                    numbers.drawn.push((name, value));
                    write!(out, "{value}")
                }
                Piece::Again(name) => write!(out, "{}", numbers.of(name)),
                Piece::Share(part, whole) => {
                    let tenths = numbers.of(part) * 1000 / numbers.of(whole).max(1);
                    write!(out, "{}.{}%", tenths / 10, tenths % 10)
                }
            };
        }
        out
    }
}

fn piece(inside: &str, lists: &Lists, known: &mut Vec<String>) -> Option<Piece> {
    let is_known = |name: &str| known.iter().any(|k| k == name);
    if let Some((name, range)) = inside.split_once('=') {
        let (of, range) = match range.split_once('-') {
            Some((of, range)) if is_known(of) => (Some(of.to_owned()), range),
            Some(_) => return None,
            None => (None, range),
        };
        let (low, high) = range.split_once("..")?;
        let (low, high) = (low.parse().ok()?, high.parse().ok()?);
        let right = low <= high && !name.is_empty();
        known.push(name.to_owned());
        return right.then(|| Piece::Draw { name: name.to_owned(), of, low, high });
    }
    if let Some((part, whole)) = inside.split_once('%') {
        return (is_known(part) && is_known(whole)).then(|| Piece::Share(part.to_owned(), whole.to_owned()));
    }
    match lists.get(inside) {
        Some(words) if !words.is_empty() => Some(Piece::OneOf(words.clone())),
        Some(_) => None,
        None if inside == "unit" => Some(Piece::Unit),
        None => is_known(inside).then(|| Piece::Again(inside.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_fit_each_other() {
        let text = "受理{n=20..60}件,审结{m=n-1..6}件,占{m%n},共{n}件,{place}。";
        let lists = Lists::from([("place".to_owned(), vec!["菜园镇".to_owned()])]);
        let template = Template::read(text, &lists, &mut Vec::new()).expect("a sentence");
        for seed in 0..50 {
            let mut numbers = Numbers::default();
            let said = template.fill(&mut Chance::new(seed), &mut numbers);
            let [n, m] = ["n", "m"].map(|name| numbers.of(name));
            assert!((20..=60).contains(&n) && (n - 6..n).contains(&m), "{said}");
            let share = m * 1000 / n;
            let expected = format!("受理{n}件,审结{m}件,占{}.{}%,共{n}件,菜园镇。", share / 10, share % 10);
            assert_eq!(said, expected);
        }
    }

    #[test]
    fn braces_that_mean_nothing_are_refused() {
        for text in ["{", "{n}", "{n=}", "{n=3..1}", "{m=n-1..2}", "{a%b}", "{=1..2}", "{nowhere}", "{n=1-2}"]
        {
            assert!(Template::read(text, &Lists::new(), &mut Vec::new()).is_err(), "{text}");
        }
    }
}
