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
}
