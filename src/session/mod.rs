//! What the screen and `drive` share: the next card, its options' order, what
//! an answer records, and the shape of a day. Pure.

pub mod answering;
pub mod card_form;
pub mod days_off;
pub mod desk;
pub mod drill;
pub mod forecast;
pub mod goal;
pub mod goal_text;
pub mod history;
pub mod missed;
pub mod mixups;
pub mod mock;
pub mod near;
pub mod own;
pub mod past;
pub mod placement;
pub mod raising;
pub mod ready;
pub mod reference;
pub mod search;
pub mod sheet;
pub mod shown;
pub mod standing;
pub mod stats;
pub mod study;
pub mod today;
pub mod told;
pub mod why;

pub use study::{Showing, Step, Study};
