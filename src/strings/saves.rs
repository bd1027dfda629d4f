//! What the screen says of saving: under way, waiting, done, and of a ledger that cannot be saved to.

crate::texts! {
    /// While it is being saved.
    SAVING = "正在保存.." | "Saving..";
    /// A save waits for a program outside.
    WAITS_OUTSIDE = "保存在等别的程序放开台账。Ctrl-G 不等了,写的留着。" | "The save waits for another program to let go. Ctrl-G stops waiting; the text stays.";
    /// A save waits for a colleague's.
    WAITS_COLLEAGUE = "保存在等同事先存完。Ctrl-G 不等了,写的留着。" | "The save waits for a colleague's. Ctrl-G stops waiting; the text stays.";
    /// Saved.
    SAVED = "已保存 {0} {1} 第{2}号" | "Saved {0} {1} no. {2}";
    /// Saved, with changes of others.
    SAVED_MERGED = "已保存 {0} {1},{2}按别人刚改的合并了。" | "Saved {0} {1}; {2} merged from somebody else.";
    /// Saved for a day after the as-of day.
    SAVED_LATER = "已保存 {0} {1} 第{2}号;截至日期之后的,这一屏看不到。" | "Saved {0} {1} no. {2}; later than the as-of day, so not shown here.";
    /// Deleted while one wrote.
    GONE_KEPT = "{0}刚把这一份删了。你写的还在,保存会另存成新的一份。" | "{0} has just deleted this entry. What you wrote is still here; saving makes it a new one.";
    /// Deleted.
    DELETED = "已删除第{0}号。按 z 撤销。" | "Deleted no. {0}. Press z to undo.";
    /// Taken back.
    UNDONE = "已撤销第{0}号的{1}。按 Z 恢复。" | "Undone: {1} of no. {0}. Press Z to redo.";
    /// Brought again.
    REDONE = "已恢复第{0}号刚撤销的改动。" | "Brought back what was undone: no. {0}.";
    /// Leaving while something is saved.
    LEAVING = "正在保存,存好就退出;再按一次 q 不等了(没存的留作草稿)。" | "Saving; leaving when it is done. Press q again not to wait (the draft stays).";
    /// Another file came in the ledger's place.
    READ_ANEW = "台账文件被换过(如恢复了备份),已重新读入。" | "The ledger's file was replaced (say, by a backup) and is read anew.";
    /// The same, while an entry was being changed.
    READ_ANEW_FORM = "台账文件被换过,已重新读入。你写的还在,保存会另存成新的一份。" | "The ledger's file was replaced and is read anew. What you wrote is here; saving makes it a new entry.";
    /// The ledger may only be read here.
    READ_ONLY = "只读" | "read-only";
    /// A key that would begin to write.
    READ_ONLY_HERE = "台账或它所在的目录在这里只能读,不能填报。请检查权限,再重新打开。" | "The ledger or its folder can only be read here. Check its permissions and open duban again.";
    /// Several taken back.
    UNDONE_ALL = "已一起撤销{0}份。按 Z 恢复。" | "Undone: {0} at once. Press Z to redo.";
    /// Several brought again.
    REDONE_ALL = "已一起恢复{0}份。" | "Brought back: {0} at once.";
    /// Question.
    ASK_UNDO_ALL = "撤销刚才一起办的{0}份?" | "Undo the {0} done at once?";
    /// Question.
    ASK_REDO_ALL = "恢复刚才一起撤销的{0}份?" | "Bring back the {0} undone at once?";
    /// What was done last is no change of a report.
    LAST_ACT = "您最后办的是:{0}。{1}" | "You last did this: {0}. {1}";
    /// How a period is taken back.
    BACK_PERIOD = "要改回来,按 p 再按 - (关了再开、开了再关)。" | "To change that: p, then - (it closes or opens).";
    /// How a closing is taken back.
    BACK_CLOSURE = "要收回,到第{0}项按 t 再按 8,写明理由。" | "To take that back: on task {0} press t, then 8, with a reason.";
    /// How its taking back is.
    BACK_REOPENED = "要再销号,到第{0}项按 t 再按 8。" | "To close it again: on task {0} press t, then 8.";
    /// How an extension is taken back.
    BACK_EXTENSION = "要收回,到第{0}项按 t 再按 0,写明理由。" | "To take that back: on task {0} press t, then 0, with a reason.";
    /// How its taking back is.
    BACK_WITHDRAWN = "要再延期,到第{0}项按 t 再按 9。" | "To extend it again: on task {0} press t, then 9.";
    /// How a notice is.
    BACK_NOTICE = "发出的收不回;要作罢,按 w 选中它按 x 办结,写明原因。" | "What was sent stays sent; to drop it, press w, choose it, x, and say why.";
    /// How an answer is.
    BACK_ANSWER = "反馈和办结记下就不改;有变化可以再发一份督办。" | "Answers and ends stay as they are; send another notice if something changed.";
    /// How a setting is.
    BACK_SETTING = "要改回来,按 , 选中它再改。" | "To change that: press a comma and choose it.";
    /// How a view is.
    BACK_VIEW = "要改回来,按 b。" | "To change that: press b.";
    /// How a contact is.
    BACK_CONTACT = "要改回来,选这个单位按 C。" | "To change that: choose the unit and press C.";
    /// How a bulletin is.
    BACK_BULLETIN = "发出的收不回,有错另出更正。" | "What was issued stays issued; a correction goes out as another.";
    /// How what is done from a shell is.
    BACK_OPERATOR = "要改回来,用 duban operator。" | "To change that, use `duban operator`.";
}
