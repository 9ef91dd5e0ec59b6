//! The screens, seen as a person sees them: keys in, pictures out.

mod care;
mod figures;
mod journeys;
mod keeping;
mod pictures;
mod plans;
pub(crate) mod stage;
