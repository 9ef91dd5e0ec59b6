//! One integration binary: stories, snapshots, faults, house rules.
