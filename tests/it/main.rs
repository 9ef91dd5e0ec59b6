//! One integration binary: stories, snapshots, faults, house rules.

mod bad_inputs;
mod library;
