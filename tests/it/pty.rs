//! The real program on a pseudo-terminal: keys in, a screen out, a terminal
//! given back as it was, and no acknowledged answer lost.
#![cfg(unix)]

mod editing;
mod faults;
mod journeys;
pub(crate) mod terminal;
