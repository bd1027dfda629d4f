//! What files say beside their contents, and the punctuation of documents: full width, as official ones have it.

crate::texts! {
    /// Between a name and what it is.
    COLON = "：" | ": ";
    /// Between parts of a sentence.
    COMMA = "，" | ", ";
    /// Between facts.
    SEMICOLON = "；" | "; ";
    /// A numbered paragraph.
    NUMBERED = "{0}．{1}" | "{0}. {1}";
    /// The sheet with a document's text.
    SHEET_TEXT = "正文" | "Text";
    /// A sheet whose table has no name.
    SHEET_TABLE = "表{0}" | "Table {0}";
    /// The names beside a chart's bars.
    ITEM = "项目" | "Item";
    /// The amounts of a chart's bars.
    AMOUNT = "数量" | "Count";
}
