//! Lending the terminal to another program, such as an editor, and taking it
//! back.
//!
//! Keys that stop or interrupt reach this program as well, for both are one
//! job: an interrupt is the other program's business, and when that one is
//! stopped this one stops with it, or the shell would never know.

use super::{TAKEN, enter, leave};
use std::io;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

/// Another program has the terminal.
static LENT: AtomicBool = AtomicBool::new(false);
/// It was lent, and the screen must be drawn anew.
static TORN: AtomicBool = AtomicBool::new(false);

/// Runs a program on the terminal. Says whether it ended well.
///
/// # Errors
/// It can't be started, or the terminal can't be taken back.
pub fn lend(mut command: Command) -> io::Result<bool> {
    let ours = TAKEN.load(Ordering::SeqCst);
    LENT.store(true, Ordering::SeqCst);
    leave();
    let ended = run(&mut command);
    LENT.store(false, Ordering::SeqCst);
    if ours {
        TORN.store(true, Ordering::SeqCst);
        enter()?;
    }
    ended
}

/// Whether another program has the terminal now.
pub(in crate::tui) fn is_lent() -> bool {
    LENT.load(Ordering::SeqCst)
}

/// Whether it was lent since this was last asked.
pub(in crate::tui) fn was_lent() -> bool {
    TORN.swap(false, Ordering::SeqCst)
}

#[cfg(unix)]
fn run(command: &mut Command) -> io::Result<bool> {
    use super::waiting::stop_with;
    use nix::errno::Errno;
    use nix::sys::wait::{WaitPidFlag, WaitStatus, waitpid};
    use nix::unistd::Pid;
    let child = command.spawn()?;
    let id = i32::try_from(child.id()).map_err(io::Error::other)?;
    let child = Pid::from_raw(id);
    loop {
        match waitpid(child, Some(WaitPidFlag::WUNTRACED)) {
            Ok(WaitStatus::Exited(_, code)) => return Ok(code == 0),
            Ok(WaitStatus::Signaled(..)) => return Ok(false),
            Ok(WaitStatus::Stopped(..)) => stop_with(child),
            Ok(_) | Err(Errno::EINTR) => {}
            Err(e) => return Err(e.into()),
        }
    }
}

#[cfg(not(unix))]
fn run(command: &mut Command) -> io::Result<bool> {
    Ok(command.status()?.success())
}
