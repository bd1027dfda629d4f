//! Who acts, where no gate vouches for anybody: the system's own user, whatever the environment claims.

use crate::ledger::{Actor, LINE_CHARS, Way};
use crate::text::visible;

/// The person behind this process and where the session comes from.
#[must_use]
pub fn local_actor() -> Actor {
    let uid = rustix::process::getuid();
    let user = uzers::get_user_by_uid(uid.as_raw());
    let name =
        user.map_or_else(|| format!("uid{}", uid.as_raw()), |u| u.name().to_string_lossy().into_owned());
    // sshd writes the client's address first. It is a note, not a proof: whoever owns the process can change it.
    let origin = std::env::var("SSH_CLIENT").unwrap_or_default();
    let origin = origin.split_whitespace().next().unwrap_or_default();
    Actor { name: line(&name), origin: line(origin), way: Way::Local }
}

fn line(text: &str) -> String {
    visible(text).chars().take(LINE_CHARS).collect()
}
