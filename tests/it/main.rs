//! One integration binary: stories, snapshots, faults, house rules.

#![allow(unreachable_pub)]

mod house_rules;
mod queue;
mod support;
