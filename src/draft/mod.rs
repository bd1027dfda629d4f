//! Drafts: what is typed and not yet saved, and the sign that somebody has a form open.
//!
//! Owns the folder `<ledger>-drafts/` beside the ledger. In it each open form has a file that only its operator
//! can read, with room for two states written in turn, and beside it an empty file that the group can read. That
//! one is held locked while the form is open; the lock vanishes with its process. A draft is not part of the
//! ledger: it survives a locked database, a full disk, a dropped line and a killed process.
//!
//! Refuses to put a draft into the ledger, to follow a link, and to write over a draft that somebody has open or
//! that cannot be read.

mod body;
mod desk;
mod dir;
mod error;
mod file;
mod folder;
mod form;
mod job;
mod keeper;
mod name;
mod slot;
mod visit;

pub use body::{Body, Found, Key};
pub use error::DraftError;
pub use folder::Folder;
pub use form::Form;
pub use job::{Heard, Slot};
pub use keeper::Keeper;
pub use name::is_sign;
