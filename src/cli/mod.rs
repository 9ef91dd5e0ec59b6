//! Placeholder for the cli floor.
