//! Laws of the line of conditions: written, read and offered.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::{
    Filter, LightFilter, Names, NumberFilter, RoleFilter, Sort, TextFilter, Tongue, line, narrow, parse,
    suggest,
};
use crate::error::{Error, Exit};
use crate::ledger::{Coded, Light, Review, Status};
use crate::plan::{EMBEDDED, GroupNo, Plan, UnitIx, load};
use crate::strings::Lang;

static PLAN: LazyLock<Plan> = LazyLock::new(|| load(EMBEDDED).expect("the plan"));
static NAMES: LazyLock<[Names; 2]> = LazyLock::new(|| [Lang::Zh, Lang::En].map(|l| Names::new(&PLAN, l)));

fn parsed(typed: &str, lang: Lang) -> Result<Filter, Error> {
    parse(&PLAN, &NAMES[usize::from(lang == Lang::En)], lang, typed)
}

fn said(typed: &str) -> String {
    line(&PLAN, &parsed(typed, Lang::Zh).expect(typed), Tongue::Words(Lang::Zh))
}

fn any<T: Coded + std::fmt::Debug>() -> impl Strategy<Value = T> {
    (0..T::ALL.len()).prop_map(|i| T::ALL[i])
}

fn filters() -> impl Strategy<Value = Filter> {
    let maybe = proptest::option::of::<BoxedStrategy<Status>>;
    let words = "[ a-z:：\"听证\u{3000}0-9]{0,12}|\\PC{0,8}";
    (
        proptest::option::of(0..PLAN.units.len()),
        any::<RoleFilter>(),
        proptest::option::of(0..PLAN.groups.len()),
        maybe(any::<Status>().boxed()),
        proptest::collection::vec(any::<Light>(), 0..4),
        (proptest::bool::ANY, proptest::option::of(any::<Review>())),
        (proptest::option::of(any::<NumberFilter>()), any::<Sort>()),
        words,
    )
        .prop_map(|(unit, role, group, status, lights, (missing, review), (numbers, sort), words)| {
            let words = words.trim();
            let text = TextFilter::new(&PLAN, &NAMES[0], words, &BTreeSet::new());
            Filter {
                unit: unit.map(|u| UnitIx(u16::try_from(u).expect("few"))),
                role,
                group: group.map(|g| PLAN.groups[g].no),
                status,
                light: LightFilter::of(&lights),
                missing,
                review,
                numbers,
                sort,
                text: (!words.is_empty()).then_some(text),
            }
        })
}

proptest! {
    #[test]
    fn what_is_written_is_read_as_the_same(filter in filters()) {
        for (lang, tongue) in [
            (Lang::Zh, Tongue::Words(Lang::Zh)),
            (Lang::En, Tongue::Words(Lang::En)),
            (Lang::Zh, Tongue::Codes),
            (Lang::En, Tongue::Codes),
        ] {
            let written = line(&PLAN, &filter, tongue);
            let mut read = parsed(&written, lang).map_err(|e| TestCaseError::fail(format!("{written}: {e:?}")))?;
            // Which tasks mention the words depends on the language's own glosses.
            if let (Some(read), Some(wanted)) = (&mut read.text, &filter.text) {
                prop_assert_eq!(&read.words, &wanted.words);
                read.tasks.clone_from(&wanted.tasks);
            }
            prop_assert_eq!(&read, &filter, "{}", written);
        }
    }

    #[test]
    fn any_line_is_read_or_refused(typed in "\\PC{0,30}|[单位灯组:： \"红黄a-z]{0,20}") {
        for lang in [Lang::Zh, Lang::En] {
            let (filter, fault) = narrow(&PLAN, &NAMES[0], lang, &typed, &Filter::default());
            if fault.is_none() {
                let again = line(&PLAN, &filter, Tongue::Words(lang));
                prop_assert_eq!(line(&PLAN, &parsed(&again, lang).expect("read"), Tongue::Words(lang)), again);
            }
            let offers = suggest(&PLAN, &NAMES[0], lang, &typed);
            prop_assert!(offers.iter().all(|o| o.line.len() >= o.shown.len()));
        }
    }
}

#[test]
fn both_languages_names_parts_pinyin_and_full_width_colons_are_read() {
    for (typed, wanted) in [
        ("单位:司法局 角色:牵头 灯:红", "单位:县司法局 角色:牵头 灯:红"),
        ("unit:sfj role:lead light:red", "单位:县司法局 角色:牵头 灯:红"),
        ("单位：sifaju　灯：黄红", "单位:县司法局 灯:红黄"),
        ("状态:滞后 组:四 本期:未报 审核:待审", "组:行政执法 状态:进展滞后 本期:未报 审核:待审"),
        (
            "status:behind group:4 period:missing review:submitted",
            "组:行政执法 状态:进展滞后 本期:未报 审核:待审",
        ),
        ("LIGHT:Red,yellow", "灯:红黄"),
        ("灯:红、黄", "灯:红黄"),
        ("词:复议 听证", "含:\"复议 听证\""),
        ("复议 灯:红 听证", "灯:红 含:\"复议 听证\""),
        ("has:\"a:b \"\"c\"", "含:\"a:b \"\"c\""),
        ("10:30", "含:10:30"),
        ("\"单位:x\"", "含:单位:x"),
        ("排序:最近来的 指标:达标", "指标:达标 排序:最近来的"),
        ("", ""),
    ] {
        assert_eq!(said(typed), wanted, "{typed}");
    }
}

#[test]
fn a_fault_names_the_word_and_what_would_be_right() {
    for (typed, words, exit) in [
        ("单为:司法局", ["单为", "单位、角色、组"], Exit::Usage),
        ("灯:紫", ["紫", "红、黄、绿、灰"], Exit::Usage),
        ("灯:", ["灯", "红、黄、绿、灰"], Exit::Usage),
        ("状态:快", ["快", "进展滞后"], Exit::Usage),
        ("组:九", ["九", "一 党的领导"], Exit::NotFound),
        ("单位:司法军", ["司法军", "县司法局"], Exit::NotFound),
        ("单位:府办 单位:sfj", ["单位", "两次"], Exit::Usage),
        ("本期:已报", ["已报", "未报"], Exit::Usage),
    ] {
        let fault = parsed(typed, Lang::Zh).expect_err(typed);
        let sentence = fault.say(Lang::Zh);
        assert!(words.iter().all(|w| sentence.contains(w)), "{typed}: {sentence}");
        assert_eq!(fault.exit(), exit, "{typed}");
    }
}

#[test]
fn while_it_is_typed_what_is_whole_counts() {
    let before = Filter { group: Some(GroupNo(3)), ..Filter::default() };
    let (filter, fault) = narrow(&PLAN, &NAMES[0], Lang::Zh, "灯:红 单位:", &before);
    assert!(fault.is_some());
    assert_eq!(line(&PLAN, &filter, Tongue::Words(Lang::Zh)), "组:依法决策 灯:红");
}

#[test]
fn what_is_offered_goes_on_with_the_line() {
    let offers = |typed: &str| suggest(&PLAN, &NAMES[0], Lang::Zh, typed);
    let lines = |typed: &str| offers(typed).into_iter().map(|o| o.line).collect::<Vec<_>>();
    assert_eq!(offers("").len(), 10);
    assert_eq!(lines("灯:红 dw"), ["灯:红 单位:"]);
    assert_eq!(lines("un"), ["单位:"]);
    assert_eq!(lines("单位:sfj")[0], "单位:县司法局 ");
    assert_eq!(lines("单位:县司法局"), [""; 0]);
    assert_eq!(lines("状态:zh")[0], "状态:进展滞后 ");
    assert_eq!(lines("审核：d"), ["审核:待审 "]);
    assert_eq!(lines("听证"), [""; 0]);
}
