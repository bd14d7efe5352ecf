//! The page: Leptos components over one state. It computes no figure; it draws what the worker sends.
//!
//! One component a file. State goes one way: a component calls a function of `acts`, which asks the worker; `hear`
//! takes the answers into `state`; components draw `state`. To add a view of the report beside the hierarchy, write
//! its component and give it a place in `report`. Elements are made with `tag`; `view!` places components.

mod accept;
mod acts;
mod amount;
pub mod app;
mod book;
mod checks;
mod choose;
mod diagram;
mod diagram_bar;
mod diagram_board;
mod diagram_card;
mod diagram_keys;
mod diagram_links;
mod diagram_map;
mod diagram_pointer;
mod downloads;
mod drawn;
mod figures;
mod finding_filter;
mod finding_list;
mod findings;
mod folder;
mod hear;
mod hierarchy;
mod hierarchy_keys;
mod hierarchy_row;
mod history;
mod intake;
mod landing;
mod line_panel;
mod live;
mod locale;
mod masthead;
mod notes;
mod notice;
mod picked_file;
mod picker;
mod pictured;
mod pictures;
mod print;
mod raster;
mod read_as;
mod reading;
mod report;
mod rule_levels;
mod sentence;
mod settings;
mod settings_file;
mod settle;
mod state;
mod statement_row;
mod statements;
mod storage;
mod tabs;
mod tag;
mod theme;
mod verdict;
mod verify;
mod viewport;
mod views;
mod waivers;
