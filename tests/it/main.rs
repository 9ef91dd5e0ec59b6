//! One integration binary: stories, snapshots, faults, house rules.

#![allow(unreachable_pub, clippy::unwrap_used)]

mod house_rules;
mod missed;
mod queue;
mod support;
