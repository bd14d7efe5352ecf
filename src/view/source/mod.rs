//! The text of a file as the page draws it: rows, colours, findings at their places, and finding in it.
//!
//! [`cut`] cuts a text into rows, [`index`] finds a row again without reading from the beginning, [`ink`] says what each
//! stretch of it is, [`shown`] makes visible what would not be, [`draw`] puts it all together. [`sent`] has what the page
//! is sent.

pub mod choice;
pub mod cut;
pub mod draw;
pub mod index;
pub mod ink;
pub mod innermost;
pub mod marks;
pub mod seek;
pub mod sent;
pub mod shown;
