//! What help and the footer say of keys.

crate::texts! {
    /// Heading.
    OFFICE = "办公室" | "Office";
    /// `o`.
    OVERVIEW = "总览" | "the whole at a glance";
    /// In the footer.
    F_OVERVIEW = "总览" | " all";
    /// `x`.
    EXPORT = "导出所看到的:台账、通报" | "export: ledger, bulletin, sheets";
    /// `p`.
    REPORTS = "本期报送情况" | "who has reported";
    /// In the footer.
    F_REPORTS = "报送" | " reports";
    /// `b`.
    VIEWS = "常用视图1-9" | "saved views 1-9";
    /// `v`.
    REVIEW = "审核待审" | "review reports";
    /// In the footer.
    F_REVIEW = "审核" | " review";
    /// `C`.
    CONTACT = "改单位的联系人、电话" | "contacts of the unit";
    /// `t`.
    ACTS = "催办、督查、延期、销号" | "remind, inspect, extend, close";
    /// In the footer.
    F_ACTS = "督办" | " office";
    /// Heading.
    MOVE = "移动" | "Moving";
    /// Heading.
    LOOK = "查看" | "Looking";
    /// Heading.
    WRITE = "填写" | "Writing";
    /// Heading.
    OTHER = "其他" | "Other";
    /// Help.
    NEXT = "下一项" | "next";
    /// Help.
    PREVIOUS = "上一项" | "previous";
    /// Help.
    FIRST = "第一项" | "first";
    /// Help.
    LAST = "最后一项" | "last";
    /// Help.
    PAGE_DOWN = "往下翻详情" | "detail, page down";
    /// Help.
    PAGE_UP = "往上翻详情" | "detail, page up";
    /// Help.
    PANE = "换栏" | "other pane";
    /// Help.
    LEFT_PANE = "到左栏" | "left pane";
    /// Help.
    LIST_PANE = "到任务列表" | "list";
    /// Help.
    NEXT_TAB = "下一页签" | "next tab";
    /// Help.
    PREVIOUS_TAB = "上一页签" | "previous tab";
    /// Help.
    ENTER = "整屏看、进去" | "whole screen, go in";
    /// Help.
    BACK = "回到刚才那一屏" | "back to where I was";
    /// Help.
    MARK = "标记,a e s t v 一起办" | "mark; a e s t v for all";
    /// Help.
    REPORT = "写一句话进展" | "report in a line";
    /// Help.
    STATUS = "改状态(1到6)写一句" | "new status 1-6, with a line";
    /// Help.
    FORM = "整页填报" | "report in the form";
    /// Help.
    EDIT = "改最近一份" | "edit the newest";
    /// Help.
    DELETE = "删除最近一份(要确认)" | "delete the newest (asks)";
    /// Help.
    UNDO = "撤销自己上次改动" | "undo my last change";
    /// Help.
    REDO = "恢复" | "redo";
    /// Help.
    NEXT_HIT = "下一处搜到的" | "next hit";
    /// Help.
    PREVIOUS_HIT = "上一处搜到的" | "hit before";
    /// Help.
    DESK = "要办的事:退回、应报、督办" | "to do: returned, owed, notices";
    /// Help.
    SETTINGS = "设置:语言、办公室" | "settings: language, office";
    /// Help.
    PICK = "选单位、主要任务、状态" | "unit, group or status";
    /// Help.
    ROLE = "牵头/配合/涉及" | "leads/supports/covered";
    /// Help.
    ALARM = "预警:红、红黄、未报" | "red, +yellow, unreported";
    /// Help.
    FIND = "搜索,或写条件如 灯:红" | "find, or type light:red";
    /// Help.
    CLEAR = "清除筛选和标记" | "clear filter and marks";
    /// Help.
    MENU = "操作菜单(数字选)" | "menu, by digits";
    /// Help.
    HELP = "这一页" | "this page";
    /// Help.
    REDRAW = "重画屏幕" | "redraw";
    /// Help.
    SUSPEND = "暂停(fg回来)" | "suspend (fg returns)";
    /// Help.
    QUIT = "返回、退出" | "back, quit";
    /// Help.
    LEAVE = "立即退出" | "quit at once";
    /// Help.
    COLON = "提示怎样退出" | "says how to quit";
    /// Help: digits.
    DIGITS = "到第几项任务,如14" | "to a task, such as 14";
    /// Help: digits, as the key.
    DIGITS_KEY = "数字" | "digits";
    /// Footer.
    F_REPORT = "填报" | " report";
    /// Footer.
    F_EDIT = "编辑" | " edit";
    /// Footer.
    F_UNDO = "撤销" | " undo";
    /// Footer.
    F_STATUS = "状态" | " status";
    /// Footer.
    F_PICK = "单位" | " unit";
    /// Footer.
    F_ROLE = "角色" | " role";
    /// Footer.
    F_ALARM = "预警" | " alarm";
    /// Footer.
    F_FIND = "搜索" | " find";
    /// Footer.
    F_CLEAR = "清除" | " clear";
    /// Footer.
    F_MENU = "菜单" | " menu";
    /// Footer.
    F_HELP = "按键" | " keys";
    /// Footer.
    F_QUIT = "退出" | " quit";
    /// Title of help.
    TITLE = "按键" | "Keys";
    /// Beside the title.
    WITH_IME = "中文输入法开着时:方向键、数字、Enter、标点照样管用" | "Arrows, digits, Enter and punctuation work with an input method on";
    /// Last lines of help.
    IN_ENTRY = "填写: Tab换栏 Ctrl-S保存 Ctrl-G离开 Ctrl-Z撤销 Ctrl-R抄上期" | "Writing: Tab next, Ctrl-S save, Ctrl-G leave, Ctrl-Z undo";
    /// Last line of help where it is turned.
    TURN_OR_LEAVE = "上下键或PgDn翻看,其他键返回" | "Up, Down, PgDn turn; any other key returns";
    /// Last line of help.
    ANY_KEY = "任意键返回" | "Any key returns";
}
