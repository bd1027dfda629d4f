//! The bodies of what the office keeps for every day: views and contacts.

use serde::{Deserialize, Serialize};
use serde_json::{Result, Value, from_str, to_value};

use crate::ledger::{Act, Contact, View};
use crate::plan::Plan;

#[derive(Serialize, Deserialize)]
struct RawView {
    line: Option<String>,
    name: String,
    v: u8,
}

#[derive(Serialize, Deserialize)]
struct RawContact {
    leader: String,
    person: String,
    phone: String,
    v: u8,
}

pub(super) fn view(view: &View) -> Result<Value> {
    to_value(RawView { line: view.line.clone(), name: view.name.clone(), v: 1 })
}

pub(super) fn read_view(object: &str, body: &str) -> Option<Act> {
    let raw: RawView = from_str(body).ok()?;
    Some(Act::View(View { number: object.parse().ok()?, name: raw.name, line: raw.line }))
}

pub(super) fn contact(contact: &Contact) -> Result<Value> {
    let [leader, person, phone] = [&contact.leader, &contact.person, &contact.phone].map(Clone::clone);
    to_value(RawContact { leader, person, phone, v: 1 })
}

pub(super) fn read_contact(plan: &Plan, object: &str, body: &str) -> Option<Act> {
    let raw: RawContact = from_str(body).ok()?;
    let contact = Contact { leader: raw.leader, person: raw.person, phone: raw.phone };
    Some(Act::Contact(plan.unit_by_code(object)?, object.to_owned(), contact))
}
