//! How cells look. Owns the formats: fonts, borders, numbers, the colours of lights.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::ledger::Light;
use crate::report::shown::colours;

/// The formats of a workbook.
pub(super) struct Look {
    pub title: Format,
    pub beneath: Format,
    pub head: Format,
    pub heading: Format,
    pub paragraph: Format,
    pub foot: Format,
    pub column: Format,
    pub text: Format,
    pub count: Format,
    pub day: Format,
}

impl Look {
    pub(super) fn new() -> Self {
        let plain = Format::new().set_font_name("宋体").set_font_size(11).set_text_wrap();
        let lone = plain.clone().set_font_size(12);
        let data = plain.clone().set_border(FormatBorder::Thin).set_align(FormatAlign::Top);
        let middle =
            |f: &Format| f.clone().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
        Self {
            title: middle(&plain).set_bold().set_font_size(16),
            beneath: middle(&plain),
            head: middle(&lone),
            heading: lone.clone().set_bold(),
            paragraph: lone.clone().set_align(FormatAlign::Top),
            foot: lone.set_align(FormatAlign::Right),
            column: middle(&data).set_bold().set_background_color(Color::RGB(0x00EE_EEEE)),
            count: data.clone().set_align(FormatAlign::Right).set_num_format("0"),
            day: data.clone().set_align(FormatAlign::Center).set_num_format("yyyy-mm-dd"),
            text: data,
        }
    }

    /// A decimal with its places and its unit of measure behind it.
    pub(super) fn number(&self, places: usize, unit: &str) -> Format {
        let mut format = "0".to_owned();
        if places > 0 {
            format.push('.');
            format.push_str(&"0".repeat(places));
        }
        for c in unit.chars() {
            // Each character by itself is shown as it is, a percent sign without multiplying.
            format.push('\\');
            format.push(c);
        }
        self.count.clone().set_num_format(format)
    }

    /// A light's word on its colour.
    pub(super) fn light(&self, light: Light) -> Format {
        let colour = u32::from_str_radix(colours(light).0, 16).unwrap_or(0x00FF_FFFF);
        self.text.clone().set_align(FormatAlign::Center).set_bold().set_background_color(Color::RGB(colour))
    }
}
