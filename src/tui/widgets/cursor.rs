//! A cursor among options that may be longer than the window: text that is
//! out of sight comes into sight before the cursor passes over it.

use crate::tui::scene::Scene;

/// Where the cursor goes and how far the body is scrolled then; none: as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// The option under the cursor.
    pub cursor: Option<usize>,
    /// Rows scrolled down.
    pub scroll: Option<u16>,
}

/// One step up or down.
pub fn step(cursor: Option<usize>, down: bool, scene: &Scene) -> Moved {
    let (offset, height) = (scene.offset, scene.viewport.max(1));
    let half = (height / 2).max(1);
    let last = scene.options.len().saturating_sub(1);
    let to = match (cursor, down) {
        (None, true) => 0,
        (Some(at), true) => (at + 1).min(last),
        (Some(at), false) if at > 0 => at - 1,
        (_, false) => {
            let scroll = Some(offset.saturating_sub(half));
            return Moved { cursor, scroll };
        }
    };
    let Some((start, end)) = scene.options.get(to).copied() else {
        let scroll = None;
        return Moved { cursor, scroll };
    };
    // An option higher than the window is in sight when its top is.
    let end = end.min(start.saturating_add(height));
    let far = match down {
        true => end.saturating_sub(offset + height),
        false => offset.saturating_sub(start),
    };
    let step = far.min(half);
    let scroll = match (step, down) {
        (0, _) => None,
        (n, true) => Some(offset + n),
        (n, false) => Some(offset - n),
    };
    let cursor = if step == far { Some(to) } else { cursor };
    Moved { cursor, scroll }
}

/// How far to scroll so that an option is in sight; none if it is.
pub fn bring(option: usize, scene: &Scene) -> Option<u16> {
    let (start, end) = scene.options.get(option).copied()?;
    if end > scene.offset + scene.viewport {
        Some(end.saturating_sub(scene.viewport).min(start))
    } else if start < scene.offset {
        Some(start)
    } else {
        None
    }
}
