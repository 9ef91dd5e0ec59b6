//! What screens are put together from: the page, its rule, its line of keys,
//! bars, scrolling bodies, sheets.

pub mod bar;
pub mod charts;
pub mod cursor;
pub mod footer;
pub mod page;
pub mod scroll;
pub mod sheet;
pub mod typing;
