//! Completions and manual pages: what the verbs that print them say, and the headings of a page.

crate::texts! {
    /// completions.
    COMPLETIONS = "按Tab补全用的脚本:单位、任务、报送期等都认得" | "The script that completes what one types with Tab: units, tasks, periods too";
    /// completions SHELL.
    SHELL = "bash、zsh 或 fish。装法:eval \"$(duban completions bash)\" 写进 ~/.bashrc" | "bash, zsh or fish. To install: eval \"$(duban completions bash)\" in ~/.bashrc";
    /// man.
    MAN = "手册页:直接印出,或写进一个目录" | "The manual pages: print the main one, or write all into a folder";
    /// man --output.
    MAN_OUTPUT = "把每个命令的手册页写进这个目录" | "Write the page of every command into this folder";
    /// Written.
    MAN_DONE = "已写好 {0} 个手册页:{1}" | "Manual pages written: {0}, in {1}";
    /// A heading.
    NAME = "名称" | "NAME";
    /// A heading.
    SYNOPSIS = "用法" | "SYNOPSIS";
    /// A heading.
    DESCRIPTION = "说明" | "DESCRIPTION";
    /// A heading.
    VERSION = "版本" | "VERSION";
}
