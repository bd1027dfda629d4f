//! What the keeper's thread has before it: the forms open, and what could not be written yet.

use std::collections::BTreeMap;

use super::job::Job;
use super::{Body, DraftError, Folder, Form, Found, Heard, Slot};
use crate::clock::Instant;

/// The thread's own: forms open, and what could not be written yet.
pub(super) struct Desk {
    folder: Folder,
    operator: String,
    forms: BTreeMap<Slot, Sheet>,
    tell: Box<dyn FnMut(Heard) + Send>,
}

#[derive(Default)]
struct Sheet {
    form: Option<Form>,
    unsaved: Option<(Box<Body>, Instant)>,
    /// An earlier draft of the same, found and not taken up.
    old: Option<Box<Found>>,
    /// An earlier draft whose words are in this form, to be removed once those are safe.
    taken: Option<Box<Found>>,
}

impl Desk {
    pub(super) fn new(folder: Folder, operator: String, tell: Box<dyn FnMut(Heard) + Send>) -> Self {
        Self { folder, operator, forms: BTreeMap::new(), tell }
    }

    pub(super) fn work(&mut self, job: Job) {
        match job {
            Job::Look(slot) => self.look(slot),
            Job::LookForOthers(slot) => {
                let others = self.folder.others(&self.operator, &slot.key);
                (self.tell)(Heard::Others(slot, others));
            }
            Job::Open(slot) => {
                let sheet = self.forms.entry(slot.clone()).or_default();
                // Begun beside the old draft already: that one goes when this one is safe.
                sheet.taken = sheet.old.take().filter(|_| sheet.form.is_some());
                self.write(&slot);
            }
            Job::Keep { slot, body, at, .. } => {
                self.forms.entry(slot.clone()).or_default().unsaved = Some((body, at));
                self.write(&slot);
            }
            Job::Finish(slot) => {
                if let Some(sheet) = self.forms.remove(&slot) {
                    if let Some(form) = sheet.form {
                        form.finish();
                    }
                    self.discard(sheet.taken);
                }
            }
            Job::Leave(slot) => {
                self.write_unsaved(&slot);
                self.forms.remove(&slot);
            }
            Job::Flush(done) => {
                let slots: Vec<Slot> = self.forms.keys().cloned().collect();
                for slot in &slots {
                    self.write_unsaved(slot);
                }
                let _ = done.send(self.forms.values().all(|sheet| sheet.unsaved.is_none()));
            }
        }
    }

    fn look(&mut self, slot: Slot) {
        let others = self.folder.others(&self.operator, &slot.key);
        let found = self.folder.load(&self.operator, &slot.key).map(Box::new);
        let found = found.filter(|f| !f.open_elsewhere && !f.damaged);
        self.forms.entry(slot.clone()).or_default().old.clone_from(&found);
        if found.is_none() {
            self.write(&slot);
        }
        (self.tell)(Heard::Looked(slot, found, others));
    }

    fn write_unsaved(&mut self, slot: &Slot) {
        if self.forms.get(slot).is_some_and(|sheet| sheet.unsaved.is_some()) {
            self.write(slot);
        }
    }

    /// Opens the form if it is not, and writes what was typed.
    fn write(&mut self, slot: &Slot) {
        let (folder, operator) = (&self.folder, &self.operator);
        let sheet = self.forms.entry(slot.clone()).or_default();
        let typed = sheet.unsaved.is_some();
        let beside = sheet.old.is_some();
        let open =
            || if beside { folder.open_new(operator, &slot.key) } else { folder.open(operator, &slot.key) };
        match sheet.write(open) {
            Ok(()) if typed => {
                let taken = sheet.taken.take();
                self.discard(taken);
                let others = self.folder.others(&self.operator, &slot.key);
                (self.tell)(Heard::Kept(slot.clone(), others));
            }
            Ok(()) => {}
            Err(e) => (self.tell)(Heard::Fault(e)),
        }
    }

    /// Removes a draft whose words are safe elsewhere.
    fn discard(&mut self, draft: Option<Box<Found>>) {
        if let Some(draft) = draft
            && let Err(e) = self.folder.discard_found(&self.operator, &draft)
        {
            (self.tell)(Heard::Fault(e));
        }
    }
}

impl Sheet {
    fn write(&mut self, open: impl FnOnce() -> Result<Form, DraftError>) -> Result<(), DraftError> {
        let form = match self.form.take() {
            Some(form) => form,
            None => open()?,
        };
        let form = self.form.insert(form);
        if let Some((body, at)) = &self.unsaved {
            let saved = form.save(body, *at);
            match &saved {
                Ok(()) => self.unsaved = None,
                // The file may be beyond use, or gone with its folder: the next try begins anew.
                Err(DraftError::Io(..)) => self.form = None,
                Err(_) => {}
            }
            return saved;
        }
        Ok(())
    }
}
