//! Drafts taken up and offered, with what happened since; who else has the form open.

use duban::draft::DraftError;
use duban::tui::effect::{Effect, Event};

use super::support::{Screen, has, hides, shows};

#[test]
fn who_else_has_the_form_open_is_looked_for_when_forms_move() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14A");
    let mut other = screen.beside("李波");
    other.keys("14A");
    hides(&screen, "李波也开着");
    screen.event(Event::FormsMoved);
    has(&screen, 0, "李波也开着");
    // Left without a key typed: nothing of it is left behind.
    other.keys("<C-g>");
    screen.event(Event::FormsMoved);
    hides(&screen, "李波也开着");
    // Nothing but that is looked for: the ledger is not read. Without a form nobody looks.
    let looked = duban::tui::update::update(&mut screen.model, Event::FormsMoved);
    assert!(matches!(looked.as_slice(), [Effect::LookForOthers(_)]), "{looked:?}");
    screen.keys("<C-g>");
    let looked = duban::tui::update::update(&mut screen.model, Event::FormsMoved);
    assert!(looked.is_empty(), "{looked:?}");
}

#[test]
fn nothing_is_left_that_no_draft_would_hold() {
    for keys in ["14a受理41件", "14A受理41件"] {
        let mut screen = Screen::new(80, 24);
        screen.keys(keys);
        screen.event(Event::NotKept(DraftError::ReadOnly));
        shows(&screen, "草稿没有存下");
        screen.keys("<C-g>");
        shows(&screen, "离开就没了");
        shows(&screen, "受理41件");
        // Once a draft holds it, or nothing is there to be held, one leaves as ever.
        screen.keys(",<C-g>");
        hides(&screen, "离开就没了");
        shows(&screen, "草稿留着");
    }
}

#[test]
fn a_draft_of_an_edit_names_the_fields_that_somebody_changed_in_either_language() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14A受理41件<Tab>排期长<C-s>e,审结38件<C-g>e");
    shows(&screen, "接着06-24 12:00的草稿写");
    hides(&screen, "此后");
    screen.keys("<C-g>");
    let mut other = screen.beside("李波");
    other.keys("14e<Tab>,两件超期<Tab>增聘<C-s>");
    let mut screen = screen.again();
    let offered: String = screen.text().split_whitespace().collect();
    let said = "有1份没写完的草稿:14县司法局。打开那一项再填报就接着写。此后李波改过存在问题、下一步措施,";
    assert!(offered.contains(said), "{}", screen.text());
    screen.keys("14e");
    shows(&screen, "此后李波改过存在问题、下一步措施");
    shows(&screen, "受理41件,审结38件");
    screen.keys("<C-g>,2e");
    shows(&screen, "Since then 李波 changed");
}
