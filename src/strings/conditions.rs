//! The words of the line of conditions.

crate::texts! {
    /// Condition: the unit.
    UNIT = "单位" | "unit";
    /// Condition: its part.
    ROLE = "角色" | "role";
    /// Condition: the group.
    GROUP = "组" | "group";
    /// Condition: the status.
    STATUS = "状态" | "status";
    /// Condition: the lights.
    LIGHT = "灯" | "light";
    /// Condition: the report for the current period.
    PERIOD = "本期" | "period";
    /// Condition: what the office said of the last report.
    REVIEW = "审核" | "review";
    /// Condition: a number of the document.
    NUMBERS = "指标" | "number";
    /// Condition: the order.
    SORT = "排序" | "sort";
    /// Condition: words.
    TEXT = "含" | "has";
    /// A view that comes with the program.
    VIEW_ALARM = "预警" | "alarm";
    /// A view that comes with the program.
    VIEW_MISSING = "本期未报" | "not reported";
    /// A view that comes with the program.
    VIEW_WAITING = "待审" | "to review";
    /// A view that comes with the program.
    VIEW_MINE = "我牵头" | "mine to lead";
    /// A view that comes with the program.
    VIEW_CAME = "最近来的" | "newest";
    /// Title of the box of views.
    VIEWS = "常用视图" | "Views";
    /// Its keys.
    VIEWS_KEYS = "数字打开 +存现在的条件 -删除6到9 退格离开" | "digit opens, + keeps these conditions, - removes";
    /// Line asked for: under which number.
    VIEW_NUMBER = "编号6到9" | "number 6-9";
    /// Line asked for: its name.
    VIEW_NAME = "名称" | "name";
    /// Title of those lines.
    SAVE_VIEW = "存常用视图" | "Keep a view";
    /// Title of the line that asks which view goes.
    DROP_VIEW = "删除常用视图" | "Remove a view";
    /// Title of the lines of whom one calls.
    CONTACT_OF = "{0}的联系人" | "Contacts of {0}";
    /// A view was opened.
    OPENED_VIEW = "常用视图{0} {1}" | "view {0} {1}";
    /// No view under that digit.
    NO_VIEW_THERE = "{0}号还没有存视图,按 + 存。" | "Nothing is kept under {0} yet; + keeps these conditions.";
    /// A view that needs the operator's unit.
    NEEDS_UNIT = "(还没有登记您是哪个单位)" | "(your unit is not set)";
    /// The conditions of a view that has none.
    ALL_TASKS = "全部任务" | "all tasks";
    /// The report for the current period is not there.
    MISSING = "未报" | "missing";
}
