//! The mock exam across the floors: drawing, sitting, marking, looking back.

mod candidate;
mod desk;
mod drawing;
mod hall;
mod journeys;
mod real;
mod resuming;
mod screens;
mod script;
mod searching;
mod without;
