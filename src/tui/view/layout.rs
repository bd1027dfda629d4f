//! Where the boxes stand, for every size of window.
//!
//! Below 80 columns there is no left pane; from 170 the detail stands beside the list. The last column stays
//! empty: a glyph there makes some terminals wrap.

use ratatui::layout::Rect;

use super::super::model::Model;

/// Width of a row of the list: mark, number, title, light, reason, date.
pub const LIST_WIDTH: u16 = 54;
/// Where in a row the light stands.
pub const LIGHT_AT: u16 = 37;
/// The same width with leading unit, percent and due date.
pub const WIDE_LIST_WIDTH: u16 = 89;
/// Official text is easiest to read in lines of at most forty hanzi.
pub const TEXT_WIDTH: u16 = 80;
/// From this width on the left pane is wider and rows hold more.
const WIDE: u16 = 120;
/// From this width on the detail stands beside the list.
const THREE_COLUMNS: u16 = 170;
/// Below this width there is no left pane.
const TWO_COLUMNS: u16 = 80;

/// The boxes.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    /// Columns that may be drawn on.
    pub width: u16,
    /// Groups and units.
    pub left: Option<Rect>,
    /// The list.
    pub list: Rect,
    /// The detail, with its head.
    pub detail: Rect,
    /// Between head and notice: everything above together.
    pub body: Rect,
    /// Row of the notice.
    pub notice: u16,
    /// Row of the footer.
    pub foot: u16,
}

impl Layout {
    /// The boxes for the model's size and number of rows.
    pub fn of(model: &Model) -> Self {
        let (columns, rows) = model.size;
        let width = columns.saturating_sub(1);
        let body = Rect::new(0, 2, width, rows.saturating_sub(4));
        let frame = Self {
            width,
            left: None,
            list: Rect::new(0, 2, 0, 0),
            detail: Rect { width: width.min(TEXT_WIDTH), ..body },
            body,
            notice: rows.saturating_sub(2),
            foot: rows.saturating_sub(1),
        };
        if model.zoom {
            frame
        } else {
            frame.split(columns, u16::try_from(model.listed.len()).unwrap_or(u16::MAX))
        }
    }

    fn split(mut self, columns: u16, items: u16) -> Self {
        let pane = match columns {
            0..TWO_COLUMNS => 0,
            TWO_COLUMNS..WIDE => 23,
            _ => 25,
        };
        let mut right = self.body;
        if pane > 0 {
            self.left = Some(Rect { width: pane, ..self.body });
            right.x += pane + 2;
            right.width -= pane + 2;
        }
        let items = items.max(1);
        if columns >= THREE_COLUMNS {
            self.list = Rect { width: WIDE_LIST_WIDTH, height: right.height.min(items), ..right };
            let x = right.x + WIDE_LIST_WIDTH + 2;
            self.detail = Rect { x, width: (self.width - x).min(TEXT_WIDTH + 2), ..right };
            return self;
        }
        let most = if pane == 0 {
            right.height * 3 / 8
        } else {
            (right.height / 2).max(right.height.saturating_sub(14))
        };
        let list = most.min(items);
        self.list = Rect { height: list, ..right };
        // Where there is room to spare, a row of air parts the two.
        let air = u16::from(right.height >= 30);
        let height = right.height.saturating_sub(list + air);
        self.detail =
            Rect { y: right.y + list + air, height, width: right.width.min(TEXT_WIDTH + 7), ..right };
        self
    }
}
