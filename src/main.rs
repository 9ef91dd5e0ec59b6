//! The thin binary: hands the real world to `cli`.

fn main() {}
