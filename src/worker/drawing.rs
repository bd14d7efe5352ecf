//! Makes pictures to take away.

use js_sys::Uint8Array;

use crate::export::format::stem;
use crate::view::desk::Desk;
use crate::view::picture::form::Form;
use crate::worker::protocol::{Drawn, Made, Tell};
use crate::worker::server::Server;

impl Server {
    /// Makes a picture of the open statement.
    pub(super) fn draw(&self, desk: &Desk, about: u32, form: Form) {
        let Some(picture) = desk.take_picture(form) else { return };
        let made = Made {
            name: format!("{}{}", stem(&desk.report().file.name), picture.ending),
            media_type: picture.media_type.to_owned(),
            guarded: 0,
        };
        let pixels = (form == Form::Png).then_some((picture.width, picture.height));
        let bytes = Uint8Array::from(picture.bytes.as_slice());
        let drawn = Drawn { made, note: picture.note, pixels };
        self.hand_over(about, &Tell::Drawn(Box::new(drawn)), &bytes);
    }
}
