//! Drawing: the model onto a buffer, one file for each box of the screen.
//!
//! Owns where things stand at each size. Refuses to change the model; what `update` must know of the layout (how
//! many rows a list shows, how far a text scrolls) it asks here, so that both always agree.

mod behind;
mod canvas;
mod clash;
mod desk;
mod detail;
mod entries;
mod export;
mod extras;
mod facets;
mod figures;
mod foot;
mod form;
mod form_text;
mod glance;
mod head;
mod help;
mod layout;
mod lines;
mod list;
mod marks;
mod menu;
mod office;
mod overview;
mod pick;
mod prompt;
mod record;
mod report;
mod settings;
mod theme;
mod todo;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::clash::Clash;
use super::model::{Model, Overlay};
use super::overview::Goal;
use super::picker::Choice;
use canvas::Canvas;
use layout::Layout;

pub use marks::Mark;

/// The smallest window in which there is anything to do.
const LEAST: (u16, u16) = (40, 10);

/// Draws everything and says where the caret stands, if anything is being typed.
pub fn draw(model: &Model, buffer: &mut Buffer) -> Option<Position> {
    let mut canvas = Canvas::new(buffer);
    if model.size.0 < LEAST.0 || model.size.1 < LEAST.1 {
        menu::too_small(model, &mut canvas, LEAST);
        return None;
    }
    let layout = Layout::of(model);
    if whole(model, &layout, &mut canvas) {
        return None;
    }
    match &model.overlay {
        Overlay::Help => {
            help::draw(model, &layout, &mut canvas);
            return None;
        }
        Overlay::Form(form) if !form.line => {
            let caret = form::draw(model, form, &layout, &mut canvas);
            foot::notice(model, &layout, &mut canvas);
            return caret;
        }
        Overlay::Export(box_) => return export::draw(model, box_, &layout, &mut canvas),
        Overlay::Clash(conflict) => {
            clash::draw(model, conflict, &layout, &mut canvas);
            return None;
        }
        _ => {}
    }
    head::draw(model, &layout, &mut canvas);
    foot::draw(model, &layout, &mut canvas);
    if let Overlay::Picker(picker) = &model.overlay {
        return Some(pick::draw(model, picker, &layout, &mut canvas));
    }
    if !model.zoom {
        facets::draw(model, &layout, &mut canvas);
        list::draw(model, &layout, &mut canvas);
    }
    detail::draw(model, &layout, &mut canvas);
    if !matches!(model.overlay, Overlay::Form(_)) {
        foot::notice(model, &layout, &mut canvas);
    }
    over(model, &layout, &mut canvas)
}

/// Draws what takes the whole screen and has no caret. Whether there is such a thing.
fn whole(model: &Model, layout: &Layout, canvas: &mut Canvas<'_>) -> bool {
    match &model.overlay {
        Overlay::Reports(reports) => office::reports(model, *reports, layout, canvas),
        Overlay::Queue(queue) => office::queue(model, queue, layout, canvas),
        Overlay::Desk(desk) => desk::draw(model, desk, layout, canvas),
        Overlay::Overview(at) => overview::draw(model, *at, layout, canvas),
        Overlay::Behind(behind) => behind::draw(model, *behind, layout, canvas),
        Overlay::Versions(at) => record::versions(model, *at, layout, canvas),
        _ => return false,
    }
    true
}

/// What lies over the main screen, and where its caret stands.
fn over(model: &Model, layout: &Layout, canvas: &mut Canvas<'_>) -> Option<Position> {
    match &model.overlay {
        Overlay::Form(form) => return Some(report::draw(model, form, layout, canvas)),
        Overlay::Find(finder) => return Some(foot::find(model, finder, layout, canvas)),
        Overlay::Status => foot::status(model, layout, canvas),
        Overlay::Settings(at) => settings::draw(model, *at, layout, canvas),
        Overlay::Menu => menu::draw(model, layout, canvas),
        Overlay::Views => menu::views(model, layout, canvas),
        Overlay::Office => office::menu(model, layout, canvas),
        Overlay::Prompt(prompt) => return Some(prompt::draw(model, prompt, layout, canvas)),
        Overlay::Confirm(confirm) => record::confirm(model, confirm, layout, canvas),
        Overlay::None
        | Overlay::Help
        | Overlay::Picker(_)
        | Overlay::Clash(_)
        | Overlay::Versions(_)
        | Overlay::Overview(_)
        | Overlay::Behind(_)
        | Overlay::Reports(_)
        | Overlay::Desk(_)
        | Overlay::Queue(_)
        | Overlay::Export(_) => {}
    }
    None
}

/// Rows of the list on screen.
#[must_use]
pub fn list_height(model: &Model) -> usize {
    usize::from(Layout::of(model).list.height)
}

/// Whether groups and units stand at the left.
#[must_use]
pub fn has_facets(model: &Model) -> bool {
    Layout::of(model).left.is_some()
}

/// What the rows of the left pane choose; `None` is the row of all groups.
#[must_use]
pub fn facet_choices(model: &Model) -> Vec<Option<Choice>> {
    facets::choices(model, &Layout::of(model))
}

/// Rows of the detail on screen, and in all.
#[must_use]
pub fn detail_extent(model: &Model) -> (usize, usize) {
    detail::extent(model, &Layout::of(model))
}

/// Which line comes to the top when somebody reads on below a glance at the reports; none where everything is shown.
#[must_use]
pub fn below_glance(model: &Model) -> Option<usize> {
    detail::below_glance(model, &Layout::of(model))
}

/// Columns in which the text that has the keys is wrapped.
#[must_use]
pub fn form_width(model: &Model) -> usize {
    let layout = Layout::of(model);
    match &model.overlay {
        Overlay::Form(form) if form.line => report::width(&layout),
        _ => form::width(&layout),
    }
}

/// The places in the overview that lead somewhere, row by row: column, row and where to.
#[must_use]
pub fn overview_goals(model: &Model) -> Vec<(u16, u16, Goal)> {
    let cells = overview::layout(model);
    overview::goals(&cells).into_iter().filter_map(|c| Some((c.x, c.y, c.goal?))).collect()
}

/// Rows by which a conflict is turned.
#[must_use]
pub fn clash_page(model: &Model, clash: &Clash) -> usize {
    clash::page(model, clash, &Layout::of(model))
}

/// First row of a conflict that shows the part with the keys, and the last row it can be turned to.
#[must_use]
pub fn clash_turned(model: &Model, clash: &Clash) -> (Option<usize>, usize) {
    clash::turned(model, clash, &Layout::of(model))
}

/// Whether help is longer than the screen and is turned.
#[must_use]
pub fn help_turns(model: &Model) -> bool {
    help::turns(model, &Layout::of(model))
}

/// Whose line each line of the detail is.
#[must_use]
pub fn marks(model: &Model) -> Vec<Mark> {
    marks::all(model, &Layout::of(model))
}

/// Lines of the detail that hold the words looked for.
#[must_use]
pub fn hit_lines(model: &Model) -> Vec<usize> {
    detail::hit_lines(model, &Layout::of(model))
}
