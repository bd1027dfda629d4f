//! Styles: the sixteen named colours, readable on light and on dark. Nothing rests on colour alone.

use ratatui::style::{Color, Modifier, Style};

use crate::ledger::Light;

/// Ordinary text.
pub const PLAIN: Style = Style::new();
/// Headings and what is active.
pub const STRONG: Style = Style::new().add_modifier(Modifier::BOLD);
/// The row under the cursor, in its number alone.
pub const CURSOR: Style = Style::new().add_modifier(Modifier::REVERSED);
/// What the eye looks for: found letters, numbers of the document.
pub const MARK: Style = Style::new().add_modifier(Modifier::UNDERLINED);
/// Words that were looked for.
pub const HIT: Style = Style::new().add_modifier(Modifier::REVERSED);
/// Something that could not be done.
pub const ALARM: Style = Style::new().fg(Color::Red).add_modifier(Modifier::BOLD);
/// Something that was done.
pub const GOOD: Style = Style::new().fg(Color::Green);

/// The style of a light's word.
pub const fn light(light: Light) -> Style {
    match light {
        Light::Red => Style::new().fg(Color::Red).add_modifier(Modifier::BOLD),
        Light::Yellow => Style::new().fg(Color::Yellow),
        Light::Green => Style::new().fg(Color::Green),
        Light::Grey => Style::new(),
        Light::Pending => Style::new().fg(Color::Cyan),
        Light::Closed => Style::new().fg(Color::Blue),
    }
}
