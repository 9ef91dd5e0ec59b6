//! The forecast's own stories.
