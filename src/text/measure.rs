//! The words that count what the number before them says (量词、单位). Owns the one table of them, for wrapping and
//! for marking; refuses to find the numbers.

/// Signs that say how much of a whole, or of what scale, a number is.
const SIGNS: &str = "%％‰‱℃℉°";

/// What may stand between a number and its measure word: `100余件`, `3千万元`, `2万多人次`.
const SCALES: &str = "多余几十百千万亿";

/// How many of these are looked at: nobody writes more.
const MOST_SCALES: usize = 5;

/// Measure words of more than one character.
#[rustfmt::skip] // one to a line they would fill a page
const WORDS: [&str; 85] = [
    "分钟", "小时", "秒钟", "点钟", "刻钟", "季度", "年度", "学年", "学期", "学时", "课时", "工时", "工日",
    "世纪", "周年", "周岁", "个月", "个多月", "个半月", "星期", "礼拜", "昼夜", "人次", "户次", "件次",
    "人份", "人天", "批次", "车次", "班次", "航次", "场次", "频次", "台次", "架次", "艘次", "人日", "公里",
    "千米", "海里", "英里", "厘米", "毫米", "微米", "分米", "英尺", "英寸", "平方", "立方", "平米",
    "平方米", "立方米", "平方公里", "平方千米", "公顷", "公亩", "公斤", "千克", "毫克", "市斤", "公升",
    "毫升", "摄氏度", "千瓦", "兆瓦", "瓦时", "千瓦时", "马力", "美元", "欧元", "日元", "港元", "英镑",
    "块钱", "床位", "车位", "泊位", "标段", "标箱", "字节", "百分点", "个百分点", "工作日", "个工作日",
    "自然日",
];

/// Measure words of one character.
const ONES: &str = "天个件次年月日号时分秒刻点周旬季岁届代期项元角毛块两钱名人位户家口员份条章款节篇页本册卷部集\
                    版句字段行列类种样级层档组套批起宗桩例处座幢栋间所院场轮回遍趟番步台辆艘架艇只头匹棵株颗粒根\
                    枚张片幅把副双对打箱包袋盒瓶桶罐支队班股笔单票封道门盏倍成折吨斤克升米里尺寸丈亩顷度瓦伏吋";

/// The bytes of `after`, the text right behind a number, that belong to it: scales and a measure word, or a sign.
/// Looks at a few characters only, however long the text is.
pub(super) fn measure(after: &str) -> usize {
    let Some(first) = after.chars().next() else { return 0 };
    if SIGNS.contains(first) {
        return first.len_utf8();
    }
    if first.is_ascii() {
        return 0;
    }
    // A word is sought after each scale, because 千米 and 百分点 begin with what also scales.
    let (mut at, mut longest) = (0, word(after));
    for scale in after.chars().take(MOST_SCALES).take_while(|c| SCALES.contains(*c)) {
        at += scale.len_utf8();
        longest = longest.max(at + word(after.get(at..).unwrap_or_default()));
    }
    longest
}

/// The bytes of the measure word that `text` begins with; the longest one there is.
fn word(text: &str) -> usize {
    let Some(first) = text.chars().next() else { return 0 };
    let one = if ONES.contains(first) || squared(first) { first.len_utf8() } else { 0 };
    WORDS.iter().filter(|word| text.starts_with(**word)).map(|word| word.len()).fold(one, usize::max)
}

/// Units written as one sign: ㎡, ㎞, ㎏.
fn squared(c: char) -> bool {
    matches!(c, '\u{3371}'..='\u{337A}' | '\u{3380}'..='\u{33DF}')
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Any measure word, with or without a scale before it.
    pub fn any_measure() -> impl Strategy<Value = String> {
        let one = prop::sample::select(ONES.chars().map(String::from).collect::<Vec<_>>());
        let word = prop::sample::select(WORDS.to_vec()).prop_map(String::from);
        let scale =
            prop::sample::select(vec!["", "", "", "余", "多", "几", "万", "千万", "亿", "百余", "万多"]);
        (scale, prop_oneof![one, word]).prop_map(|(scale, word)| format!("{scale}{word}"))
    }

    #[test]
    fn examples() {
        for (after, expected) in [
            ("", ""),
            ("%以上", "%"),
            ("％又", "％"),
            ("‰。", "‰"),
            ("℃高", "℃"),
            ("件", "件"),
            ("宗案件", "宗"),
            ("例", "例"),
            ("分钟内", "分钟"),
            ("分", "分"),
            ("小时后", "小时"),
            ("小学", ""),
            ("余件", "余件"),
            ("多人次", "多人次"),
            ("千万", "千万"),
            ("千万元整", "千万元"),
            ("万亩地", "万亩"),
            ("万亿多元", "万亿多元"),
            ("千米外", "千米"),
            ("千瓦时电", "千瓦时"),
            ("平方公里海域", "平方公里"),
            ("个百分点,", "个百分点"),
            ("个工作日内", "个工作日"),
            ("个月", "个月"),
            ("个多月", "个多月"),
            ("年半", "年"),
            ("季度", "季度"),
            ("㎡。", "㎡"),
            ("县司法局", ""),
            ("、", ""),
            (" 件", ""),
            ("abc", ""),
        ] {
            assert_eq!(after.get(..measure(after)), Some(expected), "{after}");
        }
    }

    proptest! {
        #[test]
        fn every_word_belongs_as_a_whole(measured in any_measure(), rest in "[县司法局复议,。 ]{0,4}") {
            prop_assert_eq!(measure(&format!("{measured}{rest}")), measured.len());
        }
    }
}
