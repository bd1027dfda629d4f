//! What can be wrong with a plan file, said in both languages.
//!
//! Owns [`Fault`] and the table of its texts. Refuses to decide whether something is wrong: the readers and
//! checks beside it do that.

use crate::strings::{Lang, Text};

/// One thing that is wrong with a plan file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line of the file, from 1.
    pub line: usize,
    /// What is wrong, with placeholders for `parts`.
    pub what: Text,
    /// What to do about it, with placeholders for `parts`.
    pub cure: Text,
    /// The words from the file that the texts quote.
    pub parts: Vec<String>,
}

/// What is wrong and what cures it.
pub(super) type Trouble = (Text, Text);

impl Fault {
    pub(super) fn new(line: usize, (what, cure): Trouble, parts: &[&str]) -> Self {
        Self { line, what, cure, parts: parts.iter().map(|p| printable(p)).collect() }
    }

    /// One sentence: the line, what is wrong and the cure.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        let parts: Vec<&str> = self.parts.iter().map(String::as_str).collect();
        let (what, cure) = (self.what.with(lang, &parts), self.cure.with(lang, &parts));
        SENTENCE.with(lang, &[&self.line.to_string(), &what, &cure])
    }
}

/// A file's words as a message may show them: not long, on one line, without anything that steers a terminal.
fn printable(text: &str) -> String {
    const MOST: usize = 200;
    let safe = |c: char| if unseen(c) { char::REPLACEMENT_CHARACTER } else { c };
    let mut out: String = text.chars().take(MOST).map(safe).collect();
    if text.chars().nth(MOST).is_some() {
        out.push('…');
    }
    out
}

/// Whether a character steers rather than shows: controls, bidirectional marks, invisible joiners and breaks.
pub(super) fn unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

crate::texts! {
    /// The frame of every fault: line, what, cure.
    SENTENCE = "第{0}行：{1}；{2}。" | "Line {0}: {1}; {2}.";
    /// The file is larger than any plan.
    TOO_LARGE = "文件有 {0} 字节，超过上限 {1}" | "the file has {0} bytes, more than the {1} allowed";
    /// Cure.
    TOO_LARGE_CURE = "请确认给的是方案文件" | "make sure that this is a plan file";
    /// Not TOML.
    SYNTAX = "不合 TOML 语法（{0}）" | "this is not TOML ({0})";
    /// Cure.
    SYNTAX_CURE = "请先改正语法，再核对内容" | "correct it first; the content is checked after that";
    /// A key nobody knows.
    UNKNOWN_KEY = "[{1}] 中有不认识的键 {0}" | "[{1}] has the unknown key {0}";
    /// Cure.
    UNKNOWN_KEY_CURE = "请删去，或改为以下之一：{2}" | "remove it or use one of: {2}";
    /// A key that must be there.
    MISSING_KEY = "[{1}] 缺少 {0}" | "[{1}] lacks {0}";
    /// Cure.
    MISSING_KEY_CURE = "请补上 {0}" | "add {0}";
    /// Text wanted.
    NOT_TEXT = "{0} 不是文字" | "{0} is not text";
    /// Cure.
    NOT_TEXT_CURE = "请写成带引号的文字" | "write it as quoted text";
    /// A number wanted.
    NOT_NUMBER = "{0} 不是 1 到 65535 的整数" | "{0} is not a whole number from 1 to 65535";
    /// Cure.
    NOT_NUMBER_CURE = "请写成不带引号的整数" | "write a whole number without quotes";
    /// A flag wanted.
    NOT_FLAG = "{0} 不是 true 或 false" | "{0} is neither true nor false";
    /// Cure.
    NOT_FLAG_CURE = "请写 true 或 false" | "write true or false";
    /// A date wanted.
    NOT_DATE = "{0} 不是日期" | "{0} is not a date";
    /// Cure.
    NOT_DATE_CURE = "请写成 2025-12-31 的样子，不带引号" | "write it like 2025-12-31, without quotes";
    /// A list wanted.
    NOT_LIST = "{0} 不是列表" | "{0} is not a list";
    /// Cure.
    NOT_LIST_CURE = "请用方括号列出" | "write it in square brackets";
    /// A table wanted.
    NOT_TABLE = "{0} 不是表" | "{0} is not a table";
    /// Cure.
    NOT_TABLE_CURE = "请写成键与值的表" | "write it as a table of keys and values";
    /// Nothing in a text.
    EMPTY = "{0} 是空的" | "{0} is empty";
    /// Cure.
    EMPTY_CURE = "请填写，或删去这一项" | "fill it in or remove it";
    /// Nothing in a list.
    EMPTY_LIST = "{0} 中一项也没有" | "{0} has nothing in it";
    /// Cure.
    EMPTY_LIST_CURE = "请至少列一项" | "list at least one";
    /// Too much in a list.
    TOO_MANY = "{0} 有 {1} 项，超过上限 {2}" | "{0} has {1} items, more than the {2} allowed";
    /// Cure.
    TOO_MANY_CURE = "请减少项数" | "list fewer";
    /// A character that cannot be seen.
    UNSEEN = "{0} 含有看不见的字符 {1}" | "{0} holds the unseen character {1}";
    /// Cure.
    UNSEEN_CURE = "请删去该字符" | "remove that character";
    /// A code of the wrong shape.
    BAD_CODE = "代码 {0} 不合规" | "the code {0} has the wrong shape";
    /// Cure.
    BAD_CODE_CURE = "请以字母开头，只用 ASCII 字母、数字和 -，不超过 32 个字符；单位与方案的代码只用小写" |
        "begin with a letter and use ASCII letters, digits and -, 32 at most; lower case for plans and units";
    /// The same twice.
    DUPLICATE = "{0} 与第{1}行重复" | "{0} is already on line {1}";
    /// Cure.
    DUPLICATE_CURE = "请改用不同的写法，或删去其一" | "make them differ or remove one";
    /// Too wide for a narrow screen.
    WIDE = "{0} 宽 {1} 格，超过上限 {2}" | "{0} is {1} cells wide, more than the {2} allowed";
    /// Cure.
    WIDE_CURE = "请改短" | "shorten it";
    /// A number out of order.
    OUT_OF_TURN = "编号 {0} 应为 {1}" | "the number {0} should be {1}";
    /// Cure.
    OUT_OF_TURN_CURE = "请从 1 起按顺序连续编号" | "number from 1 in order without gaps";
    /// A group that is not there.
    NO_GROUP = "没有第 {0} 组" | "there is no group {0}";
    /// Cure.
    NO_GROUP_CURE = "请写已有任务组的编号" | "give the number of a group in this file";
    /// A task goes back to an earlier group.
    GROUP_BACK = "任务回到了前面的第 {0} 组" | "the task goes back to group {0}";
    /// Cure.
    GROUP_BACK_CURE = "请按任务组的顺序排列任务" | "put the tasks in the order of the groups";
    /// A group without a task.
    GROUP_IDLE = "第 {0} 组没有任务" | "group {0} has no task";
    /// Cure.
    GROUP_IDLE_CURE = "请补上任务，或删去该组" | "add its tasks or remove it";
    /// Neither kind of unit.
    BAD_KIND = "单位类别 {0} 不认识" | "the kind of unit {0} is unknown";
    /// Cure.
    BAD_KIND_CURE = "请写 named 或 collective" | "write named or collective";
    /// A single body with members.
    NAMED_MEMBERS = "{0} 是单个单位，却列了成员" | "{0} is one body but has members";
    /// Cure.
    NAMED_MEMBERS_CURE = "请删去成员，或改为 collective" | "remove the members or make it a collective";
    /// A collective that says nothing, or two things, of its members.
    COLLECTIVE_MEMBERS = "{0} 是集合，members 与 members_unknown = true 须且只能写一项" |
        "{0} is a collective and needs either members or members_unknown = true";
    /// Cure.
    COLLECTIVE_MEMBERS_CURE = "请列出成员，或写明成员不详" | "list its members or say that they are unknown";
    /// A unit that is not there.
    NO_UNIT = "没有代码为 {0} 的单位" | "there is no unit with the code {0}";
    /// Cure.
    NO_UNIT_CURE = "请写已有单位的代码，或补上该单位" | "give the code of a unit in this file or add the unit";
    /// A collective in a collective.
    NESTED = "成员 {0} 自己也是集合" | "the member {0} is a collective itself";
    /// Cure.
    NESTED_CURE = "请直接列出各单位" | "list its bodies one by one";
    /// Pinyin that does not fit the name.
    BAD_PINYIN = "拼音“{0}”与“{1}”不是一字一音节" | "the pinyin \"{0}\" is not one syllable a character of {1}";
    /// Cure.
    BAD_PINYIN_CURE = "请用小写字母，每字一个音节，以空格分开" |
        "write lower-case letters, a syllable a character, parted by spaces";
    /// A unit of the document that the document does not name.
    UNNAMED = "没有任务写到 {0}" | "no task names {0}";
    /// Cure.
    UNNAMED_CURE = "请删去，或用 outside 说明为何列入" | "remove it or say with outside why it is here";
    /// A unit from outside that a task names.
    NOT_OUTSIDE = "{0} 标为文件以外，却有任务写到" | "{0} is marked as from outside but a task names it";
    /// Cure.
    NOT_OUTSIDE_CURE = "请删去 outside" | "remove outside";
    /// The sentences are not the body.
    BODY_DIFFERS = "measures 连起来不等于 body" | "the measures joined are not the body";
    /// Cure.
    BODY_DIFFERS_CURE = "请从正文原样分句" | "split the body into its sentences unchanged";
    /// Neither role.
    BAD_ROLE = "角色 {0} 不认识" | "the role {0} is unknown";
    /// Cure.
    BAD_ROLE_CURE = "请写 lead 或 support" | "write lead or support";
    /// Nobody leads.
    NO_LEAD = "第 {0} 项任务没有牵头单位" | "task {0} has no lead";
    /// Cure.
    NO_LEAD_CURE = "请把第一个单位写成 lead" | "make its first unit the lead";
    /// Two lead.
    TWO_LEADS = "第 {0} 项任务有不止一个牵头单位" | "task {0} has more than one lead";
    /// Cure.
    TWO_LEADS_CURE = "请只留第一个为 lead" | "leave only the first as lead";
    /// The lead is not first.
    LEAD_NOT_FIRST = "第 {0} 项任务的牵头单位不在第一位" | "the lead of task {0} does not come first";
    /// Cure.
    LEAD_NOT_FIRST_CURE = "请把牵头单位列在第一位" | "put the lead first";
    /// A spelling that is no name of the unit.
    STRANGE_SPELLING = "{0} 不是 {1} 的名称或别名" | "{0} is no name or alias of {1}";
    /// Cure.
    STRANGE_SPELLING_CURE = "请改正单位，或在该单位下补上别名" | "correct the unit or add the alias to it";
    /// A spelling that the bracket does not hold.
    NOT_IN_BRACKET = "括号里没有 {0}" | "the bracket does not hold {0}";
    /// Cure.
    NOT_IN_BRACKET_CURE = "请照括号原样填写" | "write it as the bracket prints it";
    /// A spelling that comes earlier in the bracket.
    OUT_OF_ORDER = "{0} 与括号里的顺序不符" | "{0} is not in the bracket's order";
    /// Cure.
    OUT_OF_ORDER_CURE = "请按括号里的顺序排列" | "follow the bracket's order";
    /// Words of the bracket that nothing accounts for.
    LEFT_OVER = "括号里的“{0}”没有对应的单位或说明" | "no unit or note accounts for \"{0}\" in the bracket";
    /// Cure.
    LEFT_OVER_CURE = "请补上单位，或写入 note" | "add the unit or put the words into note";
    /// A note that the bracket does not hold.
    STRAY_NOTE = "括号里没有说明“{0}”" | "the bracket does not hold the note \"{0}\"";
    /// Cure.
    STRAY_NOTE_CURE = "请照括号原样填写，或删去" | "write it as the bracket prints it or remove it";
    /// A task that is not there.
    NO_TASK = "没有第 {0} 项任务" | "there is no task {0}";
    /// Cure.
    NO_TASK_CURE = "请写已有任务的编号" | "give the number of a task in this file";
    /// No comparator.
    BAD_COMPARATOR = "比较符 {0} 不认识" | "the comparator {0} is unknown";
    /// Cure.
    BAD_COMPARATOR_CURE = "请写 >=、<=、<、> 或 =" | "write >=, <=, <, > or =";
    /// No target.
    BAD_TARGET = "目标值 {0} 不是数" | "the target {0} is not a number";
    /// Cure.
    BAD_TARGET_CURE = "请写不超过 18 位的 ASCII 数字，或 yes、unknown" |
        "write at most 18 ASCII digits with a point where needed, or yes, or unknown";
    /// A yes-or-no that is measured.
    BAD_YES = "是否类指标须用 = 且没有计量单位" | "a yes-or-no needs = and no measure";
    /// Cure.
    BAD_YES_CURE = "请改为 = 并删去 measure" | "write = and remove measure";
    /// Not binding in any known way.
    BAD_BINDING = "约束程度 {0} 不认识" | "the binding {0} is unknown";
    /// Cure.
    BAD_BINDING_CURE = "请写 firm、strive 或 promote" | "write firm, strive or promote";
    /// Not due in any known way.
    BAD_DUE = "期限 {0} 不认识" | "the due {0} is unknown";
    /// Cure.
    BAD_DUE_CURE = "请写 none、2025-12-31、yearly、yearly by 03-31、every term 或 horizon" |
        "write none, a day like 2025-12-31, yearly, yearly by 03-31, every term or horizon";
    /// Due with a horizon that is not there.
    NO_HORIZON = "期限写了 horizon，方案却没有 [horizon]" | "due is horizon but the plan has no [horizon]";
    /// Cure.
    NO_HORIZON_CURE = "请补上 [horizon]，或改写期限" | "add [horizon] or change due";
    /// A quote that the task does not hold.
    STRAY_QUOTE = "第 {0} 项任务中没有“{1}”" | "task {0} does not hold \"{1}\"";
    /// A quote that no part holds.
    STRAY_GOAL = "各部分正文中没有“{0}”" | "no part of the plan holds \"{0}\"";
    /// Cure of both.
    STRAY_QUOTE_CURE = "请从原文照抄" | "copy the words from the text";
    /// A base that cannot be counted.
    BAD_BASE = "{0} 不是列明成员的集合" | "{0} is not a collective with known members";
    /// Cure.
    BAD_BASE_CURE = "请写列明成员的集合，或删去 base" | "name a collective that lists its members or remove base";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_one_sentence_in_each_language() {
        let fault = Fault::new(7, (NO_GROUP, NO_GROUP_CURE), &["9"]);
        assert_eq!(fault.say(Lang::Zh), "第7行：没有第 9 组；请写已有任务组的编号。");
        assert_eq!(
            fault.say(Lang::En),
            "Line 7: there is no group 9; give the number of a group in this file."
        );
    }

    #[test]
    fn what_a_file_says_cannot_steer_a_terminal_or_fill_it() {
        let fault =
            Fault::new(1, (BAD_CODE, BAD_CODE_CURE), &[&format!("\u{1b}[2J\u{202e}{}", "长".repeat(5000))]);
        let said = fault.say(Lang::Zh);
        assert!(!said.chars().any(unseen), "{said:?}");
        assert!(said.chars().count() < 320, "{said}");
    }

    #[test]
    fn both_languages_fill_the_same_places() {
        let places = |t: &str| (0..5).map(|n| t.matches(&format!("{{{n}}}")).count()).collect::<Vec<_>>();
        for (name, text) in ALL {
            assert_eq!(places(text.zh), places(text.en), "{name}");
            assert!(!text.zh.is_empty() && !text.en.is_empty(), "{name}");
        }
    }
}
