//! Finding names: which queries find which names, and how well.

use super::super::rank::{Choice, choose, rank};
use super::*;
use proptest::prelude::*;

/// The units named in the document, in its order, with full pinyin and initials written out.
const UNITS: &[(&str, &str, &str)] = &[
    ("县委依法治县办", "xianweiyifazhixianban", "xwyfzxb"),
    ("县委办", "xianweiban", "xwb"),
    ("县人大办", "xianrendaban", "xrdb"),
    ("县府办", "xianfuban", "xfb"),
    ("县司法局", "xiansifaju", "xsfj"),
    ("各乡镇", "gexiangzhen", "gxz"),
    ("县属各有关单位", "xianshugeyouguandanwei", "xsgygdw"),
    ("县委编办", "xianweibianban", "xwbb"),
    ("各乡镇人民政府", "gexiangzhenrenminzhengfu", "gxzrmzf"),
    ("县委组织部", "xianweizuzhibu", "xwzzb"),
    ("县委党校", "xianweidangxiao", "xwdx"),
    ("县应急管理局", "xianyingjiguanliju", "xyjglj"),
    ("县公安局", "xiangonganju", "xgaj"),
    ("县委网信办", "xianweiwangxinban", "xwwxb"),
    ("县政务服务办", "xianzhengwufuwuban", "xzwfwb"),
    ("县市场监管局", "xianshichangjianguanju", "xscjgj"),
    ("县发改局", "xianfagaiju", "xfgj"),
    ("县委政法委", "xianweizhengfawei", "xwzfw"),
    ("县综合行政执法局", "xianzonghexingzhengzhifaju", "xzhxzzfj"),
    ("县财政局", "xiancaizhengju", "xczj"),
    ("县海洋与渔业局", "xianhaiyangyuyuyeju", "xhyyyyj"),
    ("县卫健局", "xianweijianju", "xwjj"),
    ("县资源规划局", "xianziyuanguihuaju", "xzyghj"),
    ("县人力社保局", "xianrenlishebaoju", "xrlsbj"),
    ("县交通运输局", "xianjiaotongyunshuju", "xjtysj"),
    ("县金融办", "xianjinrongban", "xjrb"),
    ("县教育局", "xianjiaoyuju", "xjyj"),
    ("市生态环境局嵊泗分局", "shishengtaihuanjingjushengsifenju", "ssthjjssfj"),
    ("县法院", "xianfayuan", "xfy"),
    ("县检察院", "xianjianchayuan", "xjcy"),
    ("县纪委监委", "xianjiweijianwei", "xjwjw"),
    ("县政府办", "xianzhengfuban", "xzfb"),
    ("县政协办", "xianzhengxieban", "xzxb"),
    ("县融媒体中心", "xianrongmeitizhongxin", "xrmtzx"),
    ("县大数据局", "xiandashujuju", "xdsjj"),
];

/// Names of other places, with readings the plain table gets wrong.
const OTHERS: &[(&str, &str, &str)] = &[
    ("重庆", "chongqing", "cq"),
    ("银行", "yinhang", "yh"),
    ("长春", "changchun", "cc"),
    ("乐山", "leshan", "ls"),
    ("卫健委", "weijianwei", "wjw"),
    ("调研", "diaoyan", "dy"),
    ("厦门", "xiamen", "xm"),
    ("会计", "kuaiji", "kj"),
    ("律师", "lvshi", "ls"),
];

fn names() -> Vec<Name> {
    UNITS.iter().map(|(unit, ..)| Name::new(unit, None)).collect()
}

fn ranked(typed: &str) -> Vec<(&'static str, Class)> {
    let names = names();
    let items = names.iter().enumerate().map(|(id, name)| (id, name, [].as_slice()));
    rank(&Query::new(typed), items).into_iter().map(|r| (UNITS[r.id].0, r.hit.class)).collect()
}

/// The name with what matched in brackets; empty if not found.
fn shown(name: &str, typed: &str) -> String {
    let Some(hit) = Name::new(name, None).find(&Query::new(typed)) else { return String::new() };
    let mark = |(i, c): (usize, char)| if hit.at.contains(&i) { format!("[{c}]") } else { c.to_string() };
    name.chars().enumerate().map(mark).collect()
}

#[test]
fn every_unit_by_full_pinyin_initials_and_itself() {
    for (name, full, initials) in UNITS.iter().chain(OTHERS) {
        let prepared = Name::new(name, None);
        for (typed, class) in [(full, Class::Whole), (initials, Class::Whole), (name, Class::Exact)] {
            let hit = prepared.find(&Query::new(typed)).unwrap_or_else(|| panic!("{name} by {typed}"));
            assert_eq!(hit.class, class, "{name} by {typed}");
            assert_eq!(hit.at, (0..name.chars().count()).collect::<Vec<_>>(), "{name} by {typed}");
        }
    }
}

#[test]
fn every_unit_comes_first_by_its_initials() {
    for (name, full, initials) in UNITS {
        for typed in [full, initials, name] {
            assert_eq!(ranked(typed)[0].0, *name, "by {typed}");
            assert!(ranked(typed).get(1).is_none_or(|(_, class)| *class < Class::Whole), "by {typed}");
        }
    }
}

#[test]
fn golden_highlights() {
    for (name, typed, expected) in [
        ("县司法局", "sfj", "县[司][法][局]"),
        ("县司法局", "ＳＦＪ", "县[司][法][局]"),
        ("县司法局", "SiFaJu", "县[司][法][局]"),
        ("县司法局", "si法", "县[司][法]局"),
        ("县司法局", "sifj", "县[司][法][局]"),
        ("县司法局", "司法", "县[司][法]局"),
        ("县司法局", "司 法", "县[司][法]局"),
        ("县司法局", "xian'si", "[县][司]法局"),
        ("县司法局", "sj", "县[司]法[局]"),
        ("县司法局", "sif", "县[司][法]局"),
        ("县信访局", "sfj", ""),
        ("县信访局", "xfj", "县[信][访][局]"),
        ("县委政法委", "zfw", "县委[政][法][委]"),
        ("县委政法委", "zfb", ""),
        ("县政府办公室", "zfb", "县[政][府][办]公室"),
        ("县府办", "xfb", "[县][府][办]"),
        ("嵊州市", "sheng", "[嵊]州市"),
        ("长乐镇", "clz", "[长][乐][镇]"),
        ("长乐镇", "changle", "[长][乐]镇"),
        ("县人力社保局", "rlsb", "县[人][力][社][保]局"),
        ("GDP（增长）", "gdp(zz", "[G][D][P][（][增][长]）"),
        ("律师协会", "lvshi", "[律][师]协会"),
        ("律师协会", "lushi", "[律][师]协会"),
        ("卫健委", "ｗｊｗ", "[卫][健][委]"),
        ("现西局", "xi", "现[西]局"),
        ("调研", "tiao", "[调]研"),
        ("县公安局", "hanzi", ""),
        ("㈠组", "(一)", "[㈠]组"),
    ] {
        assert_eq!(shown(name, typed), expected, "{typed}");
    }
}

#[test]
fn a_character_that_folds_into_several_is_marked_once() {
    assert_eq!(Name::new("㈠组", None).find(&Query::new("(一)组")).unwrap().at, [0, 1]);
}

#[test]
fn the_order_of_what_is_found() {
    assert_eq!(ranked("sfj")[0], ("县司法局", Class::Seatless));
    assert_eq!(ranked("sfj")[1], ("市生态环境局嵊泗分局", Class::Part));
    assert_eq!(ranked("xfb")[0], ("县府办", Class::Whole));
    assert_eq!(ranked("fb")[0], ("县府办", Class::Seatless));
    assert_eq!(ranked("zfb")[0], ("县政府办", Class::Seatless));
    assert!(ranked("zfb").iter().all(|(name, _)| *name != "县委政法委"));
    assert_eq!(ranked("dsj")[0].0, "县大数据局");
    // Contiguous before gaps, however many characters are skipped.
    let found = ranked("fj");
    let loose = found.iter().position(|(_, class)| *class == Class::Loose).unwrap_or(found.len());
    assert!(found[..loose].iter().all(|(_, class)| *class > Class::Loose));
    assert!(found[loose..].iter().all(|(_, class)| *class == Class::Loose));
}

#[test]
fn ambiguity_is_told() {
    let names = names();
    let alias = [Name::new("司法局", None)];
    let items = || {
        names
            .iter()
            .zip(UNITS)
            .map(|(name, (unit, ..))| (*unit, name, if *unit == "县司法局" { alias.as_slice() } else { &[] }))
    };
    let found = rank(&Query::new("sfj"), items());
    assert!(matches!(choose(&found), Choice::One(r) if r.id == "县司法局" && r.alias == Some(0)));
    assert_eq!(found[0].hit.at, [0, 1, 2]);
    let found = rank(&Query::new("县司法局"), items());
    assert!(matches!(choose(&found), Choice::One(r) if r.id == "县司法局" && r.alias.is_none()));
    assert!(
        matches!(choose(&rank(&Query::new("s"), items())), Choice::Several(several) if several.len() > 5)
    );
    assert!(matches!(choose(&rank(&Query::new("县委"), items())), Choice::Several(_)));
    assert!(matches!(choose(&rank(&Query::new("qqq"), items())), Choice::Nothing));
    let all = rank(&Query::new(" "), items());
    assert_eq!(all.iter().map(|r| r.id).collect::<Vec<_>>(), UNITS.iter().map(|u| u.0).collect::<Vec<_>>());
}

#[test]
fn a_given_reading_replaces_the_table() {
    let name = Name::new("乐清市", Some("yue qing shi"));
    assert!(name.find(&Query::new("yqs")).is_some());
    assert!(name.find(&Query::new("lqs")).is_none());
    let unfit = Name::new("乐清市", Some("yueqing"));
    assert!(unfit.find(&Query::new("lqs")).is_some());
}

#[test]
fn a_thousand_names_are_ranked() {
    let text: Vec<String> =
        (0..1000).map(|i| format!("{}{}", UNITS[i % UNITS.len()].0, UNITS[i % 7].0)).collect();
    let names: Vec<Name> = text.iter().map(|t| Name::new(t, None)).collect();
    for typed in ["sfj", "x", "xianwei", "县委", "xzj"] {
        let query = Query::new(typed);
        let found = rank(&query, names.iter().map(|n| ((), n, [].as_slice()))).len();
        assert_eq!(found, names.iter().filter(|n| n.find(&query).is_some()).count(), "{typed}");
    }
}

proptest! {
    #[test]
    fn matches_are_real(name in "[县司法局委政府办长重乐a-c（Ａ㈠ ]{0,12}", typed in "[a-z县法（ ]{0,8}") {
        let prepared = Name::new(&name, None);
        if let Some(hit) = prepared.find(&Query::new(&typed)) {
            prop_assert!(hit.at.windows(2).all(|w| w[0] < w[1]));
            prop_assert!(hit.at.iter().all(|at| *at < name.chars().count()));
            prop_assert_eq!(hit.at.is_empty(), Query::new(&typed).is_empty());
        }
    }

    #[test]
    fn any_stretch_of_syllables_is_found(which in 0..UNITS.len(), from in 0usize..5, cut in prop::collection::vec(1usize..7, 4)) {
        let prepared = Name::new(UNITS[which].0, None);
        let cells = prepared.cells.iter().skip(from).zip(&cut);
        let typed: String = cells
            .map(|(cell, cut)| cell.readings.iter().next().unwrap().chars().take(*cut).collect::<String>())
            .collect();
        let hit = prepared.find(&Query::new(&typed));
        prop_assert!(hit.is_some(), "{} by {}", UNITS[which].0, typed);
        prop_assert!(hit.unwrap().class >= Class::Part, "{} by {}", UNITS[which].0, typed);
    }
}
