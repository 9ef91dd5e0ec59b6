//! Placeholder for the session floor.
