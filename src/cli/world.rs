//! The real world as a handful of arguments, so that every command can be run
//! in a test with another one.

use crate::domain::Moment;
use crate::exam::clock::Reading;
use std::ffi::OsString;
use std::io::{BufRead, Write};

/// What a command may touch besides files.
pub struct World<'a> {
    /// The wall clock with the local offset.
    pub now: &'a dyn Fn() -> Moment,
    /// The boot-time clock beside the wall clock, for papers.
    pub clock: &'a dyn Fn() -> Reading,
    /// Random numbers.
    pub random: &'a dyn Fn() -> u64,
    /// The environment.
    pub env: &'a dyn Fn(&str) -> Option<OsString>,
    /// Standard input.
    pub input: &'a mut dyn BufRead,
    /// Standard output.
    pub out: &'a mut dyn Write,
    /// Standard error: remarks.
    pub err: &'a mut dyn Write,
    /// Identity of the running program: another build has another.
    pub binary: &'a str,
    /// Whether standard input and output are a terminal.
    pub terminal: bool,
}
