//! Placeholder for the storage floor.
