//! One integration binary: stories, snapshots, faults, house rules.

mod journal_faults;
mod journal_inputs;
mod journal_laws;
mod journal_strace;
mod journal_world;
mod journal_writers;
