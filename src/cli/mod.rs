//! The shell: arguments in, files and terminals out.

pub mod world;
