//! What a process of the gate may take of the host, however much it is sent.

use rustix::process::{Resource, Rlimit, setrlimit};

/// Bytes of memory: many times what the largest command needs.
const MEMORY: u64 = 512 << 20;

/// Sets the limits, for good. No copy of its memory, which is the ledger, is left in a file when it falls over.
pub fn confine() {
    for (resource, most) in [(Resource::Data, MEMORY), (Resource::Core, 0)] {
        // Where the host allows less already, it stays with that.
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    }
}
