//! One integration binary: stories, snapshots, faults, house rules.

mod house_rules;
