//! Placeholder for the scheduling floor.

pub mod ensemble;
pub mod evidence;
mod fsrs6;
mod future;
mod prices;
mod quick;
pub mod simulate;
