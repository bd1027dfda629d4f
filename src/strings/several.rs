//! What is said of several tasks at once.

crate::texts! {
    /// In the head: how many are marked.
    MARKED = "已标{0}项" | "{0} marked";
    /// Title of the lines asked for.
    TITLE = "{0} {1}项:{2}" | "{0}, {1} tasks: {2}";
    /// What is done.
    REPORT = "写进展" | "Report";
    /// What is done.
    APPEND = "补一句" | "Add a sentence";
    /// Line asked for.
    TEXT = "内容" | "text";
    /// Line asked for.
    REASON = "理由(可空)" | "reason (may stay empty)";
    /// Line asked for.
    SENTENCE = "补上的话" | "sentence";
    /// Question.
    ASK_REPORT = "给{0}项各写一份这样的进展?第{1}项,{2}" | "Write this report for {0} tasks? {1}; {2}";
    /// Question.
    ASK_STATUS = "把{0}项都改成{3}?第{1}项,{2}" | "Set {0} tasks to {3}? {1}; {2}";
    /// Question.
    ASK_APPEND = "在{0}项最近一份的进展后面都补上这句?第{1}项" | "Add this sentence to the newest report of {0} tasks? {1}";
    /// Question.
    ASK_SEND = "就{0}项发一份{2}?第{1}项,发给:{3}" | "Send one notice ({2}) about {0} tasks? {1}; to {3}";
    /// Question.
    ASK_PASS = "{0}项的待审都通过?第{1}项" | "Pass what waits of {0} tasks? {1}";
    /// Whose report.
    BY_LEADS = "各算牵头单位的" | "each the lead's";
    /// Whose report.
    BY_UNIT = "算{0}的" | "of {0}";
    /// Done.
    SAVED = "{0}项都已保存。按 z 一起撤销。" | "All {0} saved. z takes them back at once.";
    /// Done, without a way back by a key.
    DONE = "{0}项都已办好。" | "All {0} done.";
    /// A mark that nothing can be done with.
    NOTHING = "标记的{0}项里没有可以这样办的,什么都没有写入。" | "Nothing of the {0} marked tasks can be done so; nothing was written.";
    /// Not with marks.
    ONE_ONLY = "这件事一次只能办一项。按 c 去掉标记再办。" | "This is done one task at a time. c clears the marks.";
    /// No text.
    EMPTY = "还没有写内容。" | "Nothing is written yet.";
}
