//! A timed mock exam, pure: drawing the paper, the clock, the marking.

pub mod clock;
pub mod counts;
pub mod draw;
pub mod held_back;
pub mod score;
