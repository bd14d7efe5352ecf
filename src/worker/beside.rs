//! The compact CSV that was made while the file was read, so that whoever asks for it has it at once.

use wasm_bindgen::JsValue;

use crate::export::format::Format;
use crate::worker::protocol::Made;
use crate::worker::sink::{Kept, Sink};

/// The format of the table that is made without anybody having asked for it.
pub const FORMAT: Format = Format::CsvCompact;

/// A table that is there.
#[derive(Clone)]
pub struct Beside {
    /// Whether cells are guarded against spreadsheets.
    pub guard: bool,
    /// How many of them were changed.
    pub guarded: u64,
    /// Its bytes.
    pub kept: Kept,
}

impl Beside {
    /// Hands it over: to the file that the person picked, if one was, else as a `Blob`.
    pub async fn hand_over(self, report: &str, picked: &JsValue) -> Result<(Made, JsValue), JsValue> {
        let made = Made {
            name: FORMAT.file_name(report, self.guarded > 0),
            media_type: FORMAT.media_type().to_owned(),
            guarded: self.guarded,
        };
        let bytes = self.kept.blob(FORMAT.media_type())?.into();
        if picked.is_undefined() {
            return Ok((made, bytes));
        }
        let mut sink = Sink::open(picked).await?;
        if let Err(error) = sink.put_all(&bytes).await {
            sink.give_up().await;
            return Err(error);
        }
        Ok((made, sink.close(FORMAT.media_type()).await?))
    }
}
