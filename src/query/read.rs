//! Reads a line of conditions into a filter.
//!
//! Refuses to look for words in what was reported: whoever asks has that done.

use std::collections::BTreeSet;

use super::conditions::{CONDITIONS, Condition, Valued};
use super::tokens::{Token, tokens};
use super::{Filter, LightFilter, Names, TextFilter, find};
use crate::error::Error;
use crate::ledger::{Coded, Light};
use crate::plan::Plan;
use crate::strings::{Lang, conditions as say, errors, ui};
use crate::text::{Choice, Class, Name, Query, choose, fold, rank};

/// The filter that a line says. Words without a colon are looked for.
///
/// # Errors
/// The first condition that does not hold together, with what would be right.
pub fn parse(plan: &Plan, names: &Names, lang: Lang, line: &str) -> Result<Filter, Error> {
    match narrow(plan, names, lang, line, &Filter::default()) {
        (filter, None) => Ok(filter),
        (_, Some(fault)) => Err(fault),
    }
}

/// A filter with the conditions of a line in the place of its own: as many as are whole, since the line may still be
/// typed; and the first that is at fault.
#[must_use]
pub fn narrow(
    plan: &Plan,
    names: &Names,
    lang: Lang,
    line: &str,
    before: &Filter,
) -> (Filter, Option<Error>) {
    let mut filter = before.clone();
    let (mut seen, mut looked_for, mut fault) = (Vec::new(), Vec::new(), None);
    for token in tokens(line) {
        let set = match reading(&token, lang) {
            Ok((Condition::Text, words)) => {
                looked_for.push(words.trim().to_owned());
                Ok(())
            }
            Ok((condition, _)) if seen.contains(&condition) => Err(twice(condition, lang)),
            Ok((condition, typed)) => {
                seen.push(condition);
                set(plan, names, lang, &mut filter, condition, typed)
            }
            Err(e) => Err(e),
        };
        fault = fault.or(set.err());
    }
    looked_for.retain(|words| !words.is_empty());
    if !looked_for.is_empty() {
        filter.text = Some(TextFilter::new(plan, names, &looked_for.join(" "), &BTreeSet::new()));
    }
    (filter, fault)
}

/// Which condition a token is, and what stands behind its colon.
fn reading(token: &Token, lang: Lang) -> Result<(Condition, &str), Error> {
    let Some(key) = &token.key else { return Ok((Condition::Text, &token.value)) };
    let all = || CONDITIONS.iter().map(|(_, word, _)| word.say(lang)).collect::<Vec<_>>();
    let unknown = || Error::Usage(errors::CONDITION, key.clone(), all().join(ui::LIST_COMMA.say(lang)));
    let condition = Condition::named(key).ok_or_else(unknown)?;
    if token.value.trim().is_empty() {
        let word = condition.word(lang).to_owned();
        return Err(Error::Usage(errors::CONDITION_EMPTY, word, examples(condition, lang)));
    }
    Ok((condition, &token.value))
}

fn twice(condition: Condition, lang: Lang) -> Error {
    Error::Usage(errors::CONDITION_TWICE, condition.word(lang).to_owned(), String::new())
}

/// What could stand behind a colon.
fn examples(condition: Condition, lang: Lang) -> String {
    match condition {
        Condition::Unit => "sfj".to_owned(),
        Condition::Group => "1".to_owned(),
        Condition::Text => "...".to_owned(),
        closed => closed.values(lang).join(ui::LIST_COMMA.say(lang)),
    }
}

fn set(
    plan: &Plan,
    names: &Names,
    lang: Lang,
    filter: &mut Filter,
    condition: Condition,
    typed: &str,
) -> Result<(), Error> {
    match condition {
        Condition::Unit => filter.unit = Some(find::unit_among(plan, names, typed, Class::Loose)?),
        Condition::Group => filter.group = Some(find::group_among(plan, names, typed)?),
        Condition::Role => filter.role = one(typed, condition, lang)?,
        Condition::Status => filter.status = Some(one(typed, condition, lang)?),
        Condition::Light => filter.light = lights(typed, lang)?,
        Condition::Period => {
            let means = [say::MISSING.zh, say::MISSING.en].contains(&fold(typed.trim()).as_str());
            filter.missing = if means { true } else { return Err(wrong(typed, condition, lang)) };
        }
        Condition::Review => filter.review = Some(one(typed, condition, lang)?),
        Condition::Numbers => filter.numbers = Some(one(typed, condition, lang)?),
        Condition::Sort => filter.sort = one(typed, condition, lang)?,
        Condition::Text => {}
    }
    Ok(())
}

fn wrong(typed: &str, condition: Condition, lang: Lang) -> Error {
    Error::Choice(typed.to_owned(), condition.word(lang), examples(condition, lang))
}

/// A value by its code or word, or by what of its word, pinyin or initials fits it alone.
fn one<T: Valued>(typed: &str, condition: Condition, lang: Lang) -> Result<T, Error> {
    let folded = fold(typed.trim());
    let is = |v: &T| v.code() == folded || [v.said().zh, v.said().en].contains(&folded.as_str());
    if let Some(value) = T::ALL.iter().copied().find(is).or_else(|| T::parse(&folded)) {
        return Ok(value);
    }
    let ranked =
        rank(&Query::new(typed), values::<T>().iter().map(|(v, name, also)| (*v, name, also.as_slice())));
    match choose(&ranked) {
        Choice::One(found) if found.hit.class > Class::Loose => Ok(found.id),
        _ => Err(wrong(typed, condition, lang)),
    }
}

fn values<T: Valued>() -> Vec<(T, Name, [Name; 1])> {
    let named = |v: &T| (*v, Name::new(v.said().zh, None), [Name::new(v.said().en, None)]);
    T::ALL.iter().map(named).collect()
}

/// Lights one behind the other, with or without commas between.
fn lights(typed: &str, lang: Lang) -> Result<LightFilter, Error> {
    let folded = fold(typed);
    let mut rest = folded.as_str();
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start_matches([',', '、', '+', ' ']);
        if rest.is_empty() {
            break;
        }
        let spelt = |l: Light| [l.code(), l.word().zh, l.word().en];
        let begins = Light::ALL.iter().find_map(|l| {
            let after = spelt(*l).into_iter().find_map(|word| rest.strip_prefix(word))?;
            Some((*l, after))
        });
        let (light, after) = begins.ok_or_else(|| wrong(typed, Condition::Light, lang))?;
        found.push(light);
        rest = after;
    }
    if found.is_empty() { Err(wrong(typed, Condition::Light, lang)) } else { Ok(LightFilter::of(&found)) }
}
