//! What every subcommand is handed: folders, streams, and nothing global.

use crate::storage::builtin::{BUILTINS, Builtins};
use crate::storage::library::{Library, Sources};
use std::io::Write;
use std::path::PathBuf;

/// How a command ended; the number is the process's exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Exit {
    /// It did what was asked.
    Done = 0,
    /// It looked, and found problems.
    Problems = 1,
    /// It was asked wrongly, or could not use what it was given.
    Unusable = 2,
}

/// The world of one command.
pub struct Context<'a> {
    /// The data folder: `journal/` and `decks/`. May be synced.
    pub data: PathBuf,
    /// This machine's folder: caches, device id, settings. Never synced.
    pub state: PathBuf,
    /// Identity of the running binary, which caches are valid for.
    pub binary: String,
    /// What comes with the program.
    pub builtins: Builtins,
    /// Results.
    pub out: &'a mut dyn Write,
    /// Remarks and refusals.
    pub err: &'a mut dyn Write,
}

impl<'a> Context<'a> {
    /// For these folders and streams, with what is built in.
    pub fn new(
        data: impl Into<PathBuf>,
        state: impl Into<PathBuf>,
        binary: impl Into<String>,
        out: &'a mut dyn Write,
        err: &'a mut dyn Write,
    ) -> Self {
        Self {
            data: data.into(),
            state: state.into(),
            binary: binary.into(),
            builtins: BUILTINS,
            out,
            err,
        }
    }

    /// Opens the library of the data folder.
    pub fn library(&self) -> Library {
        Library::open(&Sources {
            builtins: self.builtins,
            decks: &self.data.join("decks"),
            cache: Some(&self.state.join("cache")),
            binary: &self.binary,
        })
    }
}
