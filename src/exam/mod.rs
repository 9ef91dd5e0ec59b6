//! Placeholder for the exam floor.
