//! The bytes of a file, piece by piece, unpacked if it is packed.

#![expect(clippy::disallowed_types, reason = "byte offsets for the browser, not money")]

use js_sys::{ArrayBuffer, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, ReadableStream, ReadableStreamDefaultReader};

use crate::model::gzip;
use crate::worker::byte_stream::ByteStream;

/// One slice: large enough that the calls cost nothing, small enough that progress is smooth.
const SLICE: u32 = 2 * 1024 * 1024;

#[wasm_bindgen]
extern "C" {
    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

/// Hands over a file's bytes.
pub struct Pieces {
    from: Kind,
    /// How many bytes were handed over.
    given: u64,
    size: u64,
}

enum Kind {
    /// The file as the browser reads it.
    Stream(ByteStream),
    /// Slices of the file, where the browser cannot do that; the next one is asked for before it is needed, so that disk and
    /// engine work at once.
    Slices { file: Blob, at: f64, next: Promise },
    /// A stream of unpacked bytes.
    Unpacked(ReadableStreamDefaultReader),
}

impl Pieces {
    /// The bytes of `file`, unpacked if it begins as gzip does, whatever it is called.
    pub async fn of(file: &File) -> Result<Pieces, JsValue> {
        let size = whole(file.size());
        let head = JsFuture::from(file.slice_with_f64_and_f64(0.0, 2.0)?.array_buffer()).await?;
        let from = if gzip::is_packed(&Uint8Array::new(&head).to_vec()) {
            let unpacking = DecompressionStream::new("gzip")?;
            let end = |name: &str| Reflect::get(&unpacking, &JsValue::from_str(name));
            let (readable, writable) = (end("readable")?, end("writable")?);
            // It fails when reading fails, which is where that is told.
            let piped = file.stream().pipe_to(&writable.unchecked_into());
            wasm_bindgen_futures::spawn_local(async move { drop(JsFuture::from(piped).await) });
            Kind::Unpacked(readable.unchecked_into::<ReadableStream>().get_reader().unchecked_into())
        } else {
            return Pieces::unpacked(file);
        };
        Ok(Pieces { from, given: 0, size })
    }

    /// The bytes of a file, or of a part of one, as they are.
    pub fn unpacked(file: &Blob) -> Result<Pieces, JsValue> {
        let from = match ByteStream::of(file) {
            Some(stream) => Kind::Stream(stream),
            None => Kind::Slices { file: file.clone(), at: 0.0, next: slice(file, 0.0)? },
        };
        Ok(Pieces { from, given: 0, size: whole(file.size()) })
    }

    /// Whether the file is packed.
    pub fn is_packed(&self) -> bool {
        matches!(self.from, Kind::Unpacked(_))
    }

    /// The next bytes; nothing at the end.
    pub async fn next(&mut self) -> Result<Option<Uint8Array>, JsValue> {
        let bytes = match &mut self.from {
            Kind::Stream(stream) => match stream.next().await? {
                Some(bytes) => bytes,
                None => return self.ended(),
            },
            Kind::Slices { file, at, next } => {
                let bytes: ArrayBuffer = JsFuture::from(next.clone()).await?.dyn_into()?;
                *at += f64::from(bytes.byte_length());
                if bytes.byte_length() == 0 {
                    return self.ended();
                }
                *next = slice(file, *at)?;
                Uint8Array::new(&bytes)
            }
            Kind::Unpacked(reader) => {
                let read = JsFuture::from(reader.read()).await.map_err(|error| unpacking_failed(&error))?;
                let value = Reflect::get(&read, &JsValue::from_str("value"))?;
                if value.is_undefined() {
                    return Ok(None);
                }
                value.unchecked_into()
            }
        };
        self.given += u64::from(bytes.length());
        if self.is_packed() && gzip::is_too_much(self.given, self.size) {
            return Err(JsValue::from_str(gzip::TOO_MUCH));
        }
        Ok(Some(bytes))
    }

    /// Takes back bytes that were handed over and are needed no more, so that others can come in their place.
    pub fn give_back(&mut self, bytes: &Uint8Array) {
        if let Kind::Stream(stream) = &mut self.from {
            stream.give_back(bytes);
        }
    }

    fn ended(&self) -> Result<Option<Uint8Array>, JsValue> {
        if self.given < self.size { Err(JsValue::from_str("it is shorter than it was")) } else { Ok(None) }
    }
}

fn unpacking_failed(error: &JsValue) -> JsValue {
    let why = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    let why = why.unwrap_or_default();
    JsValue::from_str(&gzip::cannot_be_unpacked(&why))
}

/// The bytes of the file between two offsets.
pub async fn between(file: &Blob, from: u64, to: u64) -> Result<Vec<u8>, JsValue> {
    Ok(Uint8Array::new(&JsFuture::from(part(file, from, to)?.array_buffer()).await?).to_vec())
}

/// The part of a file between two offsets.
#[expect(clippy::cast_precision_loss, reason = "no file has 2^53 bytes")]
pub fn part(file: &Blob, from: u64, to: u64) -> Result<Blob, JsValue> {
    file.slice_with_f64_and_f64(from as f64, to as f64)
}

/// The bytes from `at` on, one slice at most.
fn slice(file: &Blob, at: f64) -> Result<Promise, JsValue> {
    Ok(file.slice_with_f64_and_f64(at, at + f64::from(SLICE))?.array_buffer())
}

/// A size as the browser gives it.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a file's size is a whole number"
)]
pub fn whole(bytes: f64) -> u64 {
    bytes as u64
}
