//! One integration binary: stories, snapshots, faults, house rules.

#![allow(unreachable_pub, clippy::unwrap_used)]

mod bad_inputs;
mod deck_commands;
mod house_rules;
mod journal_laws;
mod journal_world;
mod library;
mod missed;
mod mock;
mod queue;
mod screens;
mod support;
