//! What screens are put together from: the page, its rule, its line of keys,
//! bars, scrolling bodies, dialogs.

pub mod bar;
pub mod dialog;
pub mod footer;
pub mod page;
pub mod scroll;
