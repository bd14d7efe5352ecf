//! Pictures of what a report says: cards like the tables of an entity diagram, and the links between them.
//!
//! [`drawing`] is what is drawn, in whole pixels from the top left; the page draws it, and files to take away are
//! written from it. Text is carried whole and exact: whoever draws cuts it to the width there is. [`scene`] is what the
//! page asks and is sent. [`easel`] answers: by what a person chose ([`choices`]) it plans cards ([`groups`]), lays them
//! out ([`layout`]), takes what is in sight ([`window`]), and writes on them what they say ([`content`]).
//!
//! [`take_away`] makes files of the whole: one file a form, each written from a drawing and a [`caption`].
//!
//! To hand out a further table, add it to [`tables`].

pub mod caption;
pub mod choices;
pub mod content;
pub mod drawing;
pub mod drawio;
pub mod easel;
pub mod failing;
pub mod form;
pub mod groups;
pub mod label;
pub mod layout;
pub mod lens;
pub mod measure;
pub mod mermaid;
pub mod mermaid_word;
pub mod plan;
pub mod raster;
pub mod scene;
pub mod svg;
pub mod svg_card;
pub mod table_list;
pub mod tables;
pub mod take_away;
pub mod walk;
pub mod window;
pub mod xml;
