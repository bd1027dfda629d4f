//! A whole period by three people at three terminals, all at one ledger at the same time, in at the gate. What one of
//! them does stands on the others' screens without a key.

use crate::office::{DUBAN, Office};
use crate::pty::{Pty, Run};

/// Comes in as somebody.
fn comes(office: &Office, name: &str) -> Pty {
    let run = Run::new(DUBAN).env("HOME", office.folder.path()).env("LC_ALL", "zh_CN.UTF-8");
    let run = ["gate", "--operator", name, "--db"].into_iter().fold(run, Run::arg);
    let mut pty = run.arg(office.ledger()).start();
    // What is overdue from before stands before a reporter first.
    pty.wait_for_text("截至");
    if pty.screen(|screen| screen.contents().contains("要办的事")) {
        pty.send("q");
    }
    pty.wait_for_text("督办 嵊政办发");
    pty
}

/// Keys, and what is to stand on the screen before the next are typed.
fn does(pty: &mut Pty, steps: &[(&str, &str)]) {
    for (keys, then) in steps {
        pty.send(keys);
        pty.wait_for_text(then);
    }
}

#[test]
fn three_terminals_play_a_period_together() {
    let home = Office::new();
    let me = duban::ops::local_actor().name;
    home.says(&["settings", "general", "cyz"]);
    home.says(&["operator", "add", "wang", "--role", "reporter", "--unit", "sfj"]);
    home.says(&["operator", "add", "zhao", "--role", "reporter", "--unit", "cyz"]);
    home.says(&["operator", "add", &me, "--role", "office"]);
    home.says(&["operator", "add", "li", "--role", "office"]);
    let [mut office, mut bureau, mut town] = ["li", "wang", "zhao"].map(|name| comes(&home, name));

    // The office opens the period; everybody sees it.
    does(&mut office, &[("p", "按 + 开本期"), ("+", "开第"), ("y", "共应报22份"), ("q", "已报0")]);
    bureau.wait_for_text("应报22");

    // The bureau and the township report; the office sees both come.
    does(
        &mut bureau,
        &[("14", ">14"), ("a", "填报 14 县司法局"), ("受理41件", "受理41件"), ("\r", "已保存 14")],
    );
    does(&mut town, &[("w", "菜园镇 要办的事 1"), ("\r", "填报 综合 菜园镇")]);
    does(&mut town, &[("普法进渔村4场", "普法进渔村4场"), ("\r", "已保存 综合")]);
    office.wait_for_text("已报2 待审2");

    // It returns one and praises the other. The bureau sees why, mends it, and it passes too.
    does(&mut office, &[("v", "待审 第1份,共2份"), ("n", "退回 #1"), ("请写明办结数", "请写明办结数")]);
    does(&mut office, &[("\r", "普法进渔村4场"), ("*", "没有待审的进展"), ("q", "全部任务")]);
    bureau.wait_for_text("退回(请写明办结数)");
    does(&mut bureau, &[("w", ">退回"), ("\r", "退回原因:请写明办结数"), ("\x1b[F,办结38件", "办结38件")]);
    does(&mut bureau, &[("\x13", "已保存 14")]);
    does(&mut office, &[("v", "待审 第1份"), ("*", "没有待审的进展"), ("q", "全部任务")]);
    bureau.wait_for_text("亮点");

    // A notice is answered and ended.
    does(
        &mut office,
        &[("14", ">14"), ("t", "典型案例通报"), ("2", "书面督查"), ("请书面说明", "请书面说明")],
    );
    does(&mut office, &[("\r", "> 反馈期限"), ("\r", "已保存。")]);
    does(&mut bureau, &[("w", ">反馈督办 #1"), ("\r", "反馈督办 1 县司法局"), ("已说明", "> 内容 已说明")]);
    does(&mut bureau, &[("\r", "县司法局 要办的事"), ("q", "单位:县司法局")]);
    does(
        &mut office,
        &[("w", ">办结督办 #1"), ("\r", "办结督办 1"), ("说明属实", "说明属实"), ("\r", "已保存。")],
    );

    // What is done is said to be done, and closed; the bureau sees the light.
    does(&mut bureau, &[("14", ">14"), ("s", "4已完成"), ("4", "已完成"), ("全部办结", "全部办结")]);
    does(&mut bureau, &[("\r", "核 报称完成")]);
    office.wait_for_text("报称完成");
    does(&mut office, &[("v", "待审 第1份"), ("y", "没有待审的进展"), ("q", "全部任务"), ("14", ">14")]);
    does(&mut office, &[("t", "8 销号"), ("8", "销号 14"), ("资料齐全", "资料齐全"), ("\r", "已销号")]);
    bureau.wait_for_text("结 已销号");

    // A date is moved, the period closed, and the bulletin tells all of it.
    does(&mut office, &[("7", "> 7"), ("t", "9 延期"), ("9", "延期 7"), ("2099-06-30", "2099-06-30")]);
    does(
        &mut office,
        &[("\r", "> 理由"), ("机构改革", "机构改革"), ("\r", "> 批准单位"), ("县政府", "县政府")],
    );
    does(&mut office, &[("\r", "> 文号"), ("9号", "9号"), ("\r", "已保存。")]);
    does(&mut office, &[("p", "共应报22份"), ("-", "没报的算未报"), ("y", "已关期")]);
    let bulletin = home.says(&["report", "bulletin"]);
    for said in ["受理41件,办结38件", "普法进渔村4场", "销号"] {
        assert!(bulletin.contains(said), "{said}:\n{bulletin}");
    }
    for mut pty in [office, bureau, town] {
        pty.send("\x03");
        pty.send("q");
        pty.send("q");
        assert_eq!(pty.wait_exit(), 0);
    }
    home.says(&["verify"]);
}
