//! Placeholder for the scheduling floor.
