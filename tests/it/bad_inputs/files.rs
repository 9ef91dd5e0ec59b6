//! Rows 44–51: files that are no files.
