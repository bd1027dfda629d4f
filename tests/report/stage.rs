//! A small ledger with something of everything: two periods, reports in time, late, missing and sent back (once to come again, once by mistake), highlights,
//! values met and missed, notices, a date that was moved, a task closed, and a court that owes and does not report.

use std::sync::OnceLock;

use crate::support::Home;

/// The day on which it is looked at, two days after the cut-off.
pub const DAY: &str = "2025-06-27";

/// What the office and the units do, in order.
const STEPS: &[&str] = &[
    "settings office 县委依法治县办",
    "settings general 县法院",
    "period open 2025B2 --on 2025-03-05",
    "add 1 --unit yfzxb --date 2025-04-10 一季度召开领导小组会议1次。",
    "add 3 --unit yfzxb --date 2025-04-12 --status behind --problems 两个部门没有公职律师。 公职律师覆盖率86%。",
    "add 5 --unit zwfwb --date 2025-04-15 平均审批73天。",
    "add 7 --unit sfj --date 2025-04-20 --value T7a=3.1 新设律师分所1家。",
    "add 14 --unit sfj --date 2025-04-28 受理复议案件33件。",
    "period close 2025B2 --on 2025-04-30",
    "period open 2025B3 --on 2025-05-06",
    "add 1 --unit yfzxb --date 2025-06-10 --percent 70 年度报告已报县委、县人大常委会。",
    "add 3 --unit yfzxb --date 2025-06-18 --status behind --problems 三个部门公职律师尚未获批。 --value T3a=88% 公职律师覆盖率88%。",
    "add 5 --unit zwfwb --date 2025-06-17 --value T5a=71 一般企业投资项目平均审批71天。",
    "add 7 --unit sfj --date 2025-06-19 --value T7a=3.2 律师万人比3.2,比上期增加0.1。",
    "add 14 --unit sfj --date 2025-06-12 --percent 80 1至6月受理复议案件41件,审结38件。",
    "add 15 --unit sfj --date 2025-06-20 --value T15a=5/66 出庭应诉13件。",
    "add 16 --unit yfzxb --date 2025-06-15 --status standing 督察整改销号11项。",
    "add 18 --unit xfb --date 2025-06-26 主动公开信息1206条。",
    "add 20 --unit dsjj --date 2025-06-17 --status done --percent 100 法治领域数据共享平台上线。",
    "add 8 --unit xfb --date 2025-06-13 --status done 规范性文件清理完毕。",
    "add 6 --unit fgj --date 2025-06-16 公平竞争审查有序开展。",
    "add 13 --unit fy --date 2025-06-11 --status behind --problems 人手紧张。 诉前调解案件积压。",
    "review 9 --pass --highlight",
    "review 10 --pass --highlight",
    "review 16 --return 请写明办结数",
    "review 13 --return 请写明公开了什么",
    "edit 13 主动公开政府信息1206条。",
    "review 12 --return 点错了",
    "undo --yes",
    "notice send 催办 --unit xfb --task 9 --on 2025-06-01 --due 2025-06-10 请说明原因",
    "notice send 书面督查 --unit sfj,fy --task 15 --on 2025-06-20 --due 2025-06-24 请分析败诉原因",
    "notice answer 2 --unit sfj --on 2025-06-23 已分析",
    "extend 7 2026-06-30 --reason 机构改革 --approved-by 县政府 --doc-no 嵊政〔2025〕9号 --on 2025-06-20",
    "close 8 --reason 清理完毕 --on 2025-06-24",
];

/// The ledger after all that, played once.
pub fn ledger() -> Home {
    static PLAYED: OnceLock<Vec<u8>> = OnceLock::new();
    let file = PLAYED.get_or_init(|| {
        let home = Home::new();
        home.run(["init"]).ok();
        for step in STEPS {
            let said = home.run(step.split(' '));
            assert_eq!(said.code, 0, "{step}: {said:?}");
        }
        std::fs::read(home.db()).unwrap()
    });
    let home = Home::new();
    std::fs::create_dir_all(home.db().parent().unwrap()).unwrap();
    std::fs::write(home.db(), file).unwrap();
    home
}
