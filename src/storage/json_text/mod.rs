//! JSON written by people, read so that every fault has a place and a remedy.
//!
//! serde's derived readers stop at the first fault, name Rust types, and know
//! the end of a value rather than its beginning. Decks are edited by hand, so
//! here an object is read one level deep into slices of the file: faults can be
//! gathered, each at the place where its author would look for it.

mod object;
mod report;
mod source;
mod string;
mod syntax;
mod who;

pub(crate) use object::{Object, offset_in};
pub(crate) use report::{Flaw, Report};
pub(crate) use source::Source;
pub(crate) use string::id_fault;
pub(crate) use who::{Form, Who, nearest};
