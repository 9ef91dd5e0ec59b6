//! Placeholder for the tui floor.
