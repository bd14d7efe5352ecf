//! The page: Leptos components over one state. It computes no figure; it draws what the worker sends.
//!
//! One component a file. State goes one way: a component calls a function of `acts`, which asks the worker; `hear`
//! takes the answers into `state`; components draw `state`. To add a view of the report beside the hierarchy, write
//! its component and give it a place in `report`; it picks lines through `picking`, and marks what a search found by
//! the `hit` that lines are sent with. Elements are made with `tag`; `view!` places components.

mod accept;
mod acts;
mod address;
mod amount;
pub mod app;
mod book;
mod checks;
mod choose;
mod downloads;
mod drawn;
mod figures;
mod finding_filter;
mod finding_list;
mod finding_steps;
mod findings;
mod folder;
mod hear;
mod hierarchy;
mod hierarchy_drag;
mod hierarchy_keys;
mod hierarchy_row;
mod history;
mod intake;
mod key_sheet;
mod landing;
mod line_panel;
mod live;
mod locale;
mod marked;
mod masthead;
mod notes;
mod notice;
mod picked_file;
mod picker;
mod picking;
mod print;
mod read_as;
mod reading;
mod report;
mod rule_levels;
mod search;
mod sentence;
mod settings;
mod settings_file;
mod settle;
mod shortcuts;
mod source;
mod source_acts;
mod source_find;
mod source_row;
mod source_state;
mod state;
mod statement_row;
mod statements;
mod storage;
mod sum_bar;
mod tabs;
mod tag;
mod theme;
mod verdict;
mod verify;
mod viewport;
mod views;
mod waivers;
mod writing;
