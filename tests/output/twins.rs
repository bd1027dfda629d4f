//! Two strict terminals side by side: one draws ambiguous characters narrow, the other wide. Both must show the same.

use duban::text::is_ambiguous;

use crate::vt::{Cell, Strict};

/// The pair.
pub struct Twins {
    pub narrow: Strict,
    pub wide: Strict,
}

impl Twins {
    pub fn new(cols: u16, rows: u16) -> Self {
        Self { narrow: Strict::new(cols, rows, false), wide: Strict::new(cols, rows, true) }
    }

    pub fn frame(&mut self, bytes: &[u8]) {
        self.narrow.frame(bytes);
        self.wide.frame(bytes);
    }

    /// What both show. Holds that they agree but for the second cell of ambiguous characters.
    #[track_caller]
    pub fn seen(&self) -> (Vec<Vec<Cell>>, Vec<Vec<Cell>>) {
        let both = (self.narrow.seen(), self.wide.seen());
        for (y, (narrow, wide)) in both.0.iter().zip(&both.1).enumerate() {
            let mut x = 0;
            while x < narrow.len() {
                if is_ambiguous(&wide[x].text) {
                    assert_eq!(narrow[x], wide[x], "row {y}, column {x}");
                    assert_eq!(narrow[x + 1].text, " ", "beside a narrow {} in row {y}", wide[x].text);
                    x += 2;
                } else {
                    assert_eq!(narrow[x], wide[x], "row {y}, column {x}: {}", self.narrow.text(y));
                    x += 1;
                }
            }
        }
        both
    }
}
