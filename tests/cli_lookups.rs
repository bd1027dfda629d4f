//! What the look-ups and `add` print, from outside: fields and values of machine output, finding by name,
//! filters, lights, languages, spreadsheets and pipes.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "cli/add.rs"]
mod add;
#[path = "cli/conditions.rs"]
mod conditions;
#[path = "cli/contacts.rs"]
mod contacts;
#[path = "cli/fields.rs"]
mod fields;
#[path = "cli/filters.rs"]
mod filters;
#[path = "cli/finding.rs"]
mod finding;
#[path = "cli/jobs.rs"]
mod jobs;
#[path = "cli/lights.rs"]
mod lights;
#[path = "cli/log.rs"]
mod log;
#[allow(dead_code)]
#[path = "plan/official.rs"]
mod official;
#[path = "cli/output.rs"]
mod output;
#[path = "cli/scopes.rs"]
mod scopes;
#[path = "cli/sheet.rs"]
mod sheet;
#[path = "support/cli.rs"]
mod support;
#[path = "cli/values.rs"]
mod values;
#[path = "cli/views.rs"]
mod views;
