//! Opens another statement of the report.

use std::rc::Rc;

use crate::view::step::Step;
use crate::worker::protocol::{FIRST_ROWS, Tell};
use crate::worker::reading;
use crate::worker::reason::reason;
use crate::worker::server::Server;

impl Server {
    /// Opens a statement, now if it is kept, else once it was read again. What is asked meanwhile waits.
    pub(super) fn open(self: Rc<Server>, about: u32, statement: u32) {
        let kept = match self.desk.borrow_mut().as_mut() {
            Some(desk) => desk.open(statement),
            None => return,
        };
        if kept {
            return self.tell_opened(about);
        }
        self.reading.set(true);
        wasm_bindgen_futures::spawn_local(async move {
            let desk = self.desk.take();
            let files = self.files.borrow().clone();
            let read = match &desk {
                Some(desk) => reading::reopen(&files, desk.report(), statement).await,
                None => return,
            };
            if self.is_past(about) {
                return;
            }
            *self.desk.borrow_mut() = desk;
            match read {
                Ok((examined, findings)) => {
                    if let Some(desk) = self.desk.borrow_mut().as_mut() {
                        desk.open_loose(statement, examined, findings);
                    }
                    self.tell_opened(about);
                }
                Err(error) => {
                    let reason = reason(&error);
                    self.tell(about, &Tell::NotOpened { statement, reason });
                }
            }
            self.go_on();
        });
    }

    fn tell_opened(&self, about: u32) {
        if let Some(desk) = self.desk.borrow_mut().as_mut() {
            let rows = desk.step(&Step::Look, 0, FIRST_ROWS);
            self.tell(about, &Tell::Opened { opened: desk.opened(), rows });
        }
    }
}
