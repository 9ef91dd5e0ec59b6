//! One integration binary: stories, snapshots, faults, house rules.

#![allow(unreachable_pub, clippy::unwrap_used)]

mod bad_inputs;
mod blind;
mod care;
mod contract;
mod deck_commands;
mod generate_command;
mod house_rules;
mod journal_faults;
mod journal_inputs;
mod journal_laws;
mod journal_strace;
mod journal_world;
mod journal_writers;
mod library;
mod missed;
mod mock;
mod month;
mod narrowed;
mod notes;
mod notes_laws;
mod pack;
mod plan;
mod planned;
mod program;
mod pty;
mod queue;
mod screens;
mod support;
