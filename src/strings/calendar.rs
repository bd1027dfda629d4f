//! The calendar: what its verb and its events say.

crate::texts! {
    /// calendar.
    CALENDAR = "日历文件(iCalendar):任务时限、报送截止、督办反馈期限" | "A calendar (iCalendar): dates of tasks, cut-offs of periods, answers to notices";
    /// --unit.
    UNIT = "只要这个单位的" | "Only what is this unit's";
    /// --output.
    OUTPUT = "写进这个文件;- 或不写就印出来" | "Write to this file; to standard output with - or without it";
    /// --alarm.
    ALARM = "提前几天提醒,缺省3;0不提醒" | "Remind so many days ahead, 3 by default; 0: not at all";
    /// Its name.
    TITLE = "督办 {0}" | "duban {0}";
    /// A task's date.
    TASK = "任务{0}时限 {1}({2})" | "Task {0} due: {1} ({2})";
    /// A date that was moved.
    MOVED = "原定 {0},延期{1}次" | "First {0}, extended {1} times";
    /// A period's cut-off.
    PERIOD = "{0} 报送截止" | "Cut-off of {0}";
    /// What is owed.
    OWED = "还没报 {0} 份" | "Reports not in yet: {0}";
    /// A notice.
    NOTICE = "督办#{0} {1} 反馈期限({2})" | "Notice #{0}, {1}: answer due ({2})";
    /// Written.
    DONE = "已写好 {0},{1}项" | "{0} written, {1} events";
}
