//! Placeholder for the generator floor.
