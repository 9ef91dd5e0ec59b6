//! A timed mock exam, pure: drawing the paper, the clock, the marking.

pub mod chart;
pub mod clock;
pub mod counts;
pub mod draw;
pub mod heartbeat;
pub mod held_back;
pub mod options;
pub mod overview;
pub mod report;
pub mod report_text;
pub mod score;
pub mod shortage;
pub mod sitting;
pub mod timer;
