//! The mock between the exam floor and a person's progress: what can be drawn,
//! what is hidden until then, sitting it, looking back on it.

pub mod hidden;
pub mod look_back;
pub mod planned;
pub mod setup;
pub mod sit;

pub use hidden::hidden;
pub use setup::{Setup, draw};
