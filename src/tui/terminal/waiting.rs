//! Waiting for a key, a signal or the clock.
//!
//! crossterm's own poll survives every signal, and once the terminal is gone it
//! may never return. So the waiting is done here, on the terminal and on a pipe
//! that signals write into; crossterm reads only when there is something. (It
//! is built with `use-dev-tty`: its default source loses a key that comes at
//! the same moment as a new size.)

use std::io;
use std::time::Duration;

/// Why the waiting ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Wake {
    /// crossterm may have something: a key, a click, a new size.
    Input,
    /// The time is up.
    Idle,
    /// End now, because of this signal.
    End(i32),
    /// Stop, as by Ctrl-Z.
    Stop,
    /// Running again after a stop that nobody announced.
    Continued,
    /// The terminal is gone.
    Gone,
}

#[cfg(unix)]
pub(in crate::tui) use unix::{Watch, end_by, stop, stop_with};

#[cfg(unix)]
mod unix {
    use super::{Duration, Wake, io};
    use crate::tui::terminal::leave;
    use crate::tui::terminal::lending::is_lent;
    use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
    use nix::sys::signal::{Signal, kill, raise};
    use nix::unistd::{Pid, getpgrp, getppid, getsid};
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::{flag, low_level};
    use std::io::{Read, stdin};
    use std::os::fd::AsFd;
    use std::os::unix::net::UnixStream;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    /// How long the program may take to end by itself after a signal.
    const GRACE: Duration = Duration::from_secs(2);

    /// Watches terminal and signals.
    pub(in crate::tui) struct Watch {
        pipe: UnixStream,
        ends: [(i32, Arc<AtomicBool>); 3],
        stop: Arc<AtomicBool>,
        continued: Arc<AtomicBool>,
        resized: Arc<AtomicBool>,
        /// poll(2) doesn't know this terminal: crossterm must wait by itself.
        blind: bool,
    }

    impl Watch {
        /// Begins to watch. Signals that end the program are caught from here
        /// on.
        pub(in crate::tui) fn new() -> io::Result<Self> {
            let (pipe, written) = UnixStream::pair()?;
            pipe.set_nonblocking(true)?;
            let on = |signal| -> io::Result<Arc<AtomicBool>> {
                let seen = Arc::new(AtomicBool::new(false));
                flag::register(signal, Arc::clone(&seen))?;
                low_level::pipe::register(signal, written.try_clone()?)?;
                Ok(seen)
            };
            let out = Self {
                ends: [
                    (SIGTERM, on(SIGTERM)?),
                    (SIGHUP, on(SIGHUP)?),
                    (SIGINT, on(SIGINT)?),
                ],
                stop: on(SIGTSTP)?,
                continued: on(SIGCONT)?,
                resized: on(SIGWINCH)?,
                pipe,
                blind: false,
            };
            end_stuck_program()?;
            Ok(out)
        }

        /// Waits for whatever comes first.
        pub(in crate::tui) fn wait(&mut self, at_most: Duration) -> Wake {
            if let Some(wake) = self.signalled() {
                return wake;
            }
            if self.blind {
                return match crossterm::event::poll(at_most.min(Duration::from_secs(1))) {
                    Ok(true) => Wake::Input,
                    Ok(false) => self.signalled().unwrap_or(Wake::Idle),
                    Err(_) => Wake::Gone,
                };
            }
            let (ready, keys) = {
                let input = stdin();
                let mut fds = [
                    PollFd::new(input.as_fd(), PollFlags::POLLIN),
                    PollFd::new(self.pipe.as_fd(), PollFlags::POLLIN),
                ];
                let timeout = PollTimeout::try_from(at_most).unwrap_or(PollTimeout::MAX);
                let ready = poll(&mut fds, timeout).unwrap_or(1);
                (ready, fds[0].revents().unwrap_or(PollFlags::empty()))
            };
            let mut bin = [0; 64];
            let woken = matches!(self.pipe.read(&mut bin), Ok(n) if n > 0);
            if let Some(wake) = self.signalled() {
                return wake;
            }
            if keys.contains(PollFlags::POLLNVAL) {
                self.blind = true;
                return Wake::Idle;
            }
            if keys.intersects(PollFlags::POLLHUP | PollFlags::POLLERR) {
                return Wake::Gone;
            }
            if ready == 0 {
                return Wake::Idle;
            }
            if woken || !keys.is_empty() {
                Wake::Input
            } else {
                Wake::Idle
            }
        }

        fn signalled(&self) -> Option<Wake> {
            for (signal, seen) in &self.ends {
                if seen.load(Ordering::SeqCst) {
                    return Some(Wake::End(*signal));
                }
            }
            if self.stop.swap(false, Ordering::SeqCst) {
                return Some(Wake::Stop);
            }
            let continued = self.continued.swap(false, Ordering::SeqCst);
            continued.then_some(Wake::Continued)
        }

        /// Whether the window changed its size since this was last asked:
        /// surer than an event among others.
        pub(in crate::tui) fn was_resized(&self) -> bool {
            self.resized.swap(false, Ordering::SeqCst)
        }

        /// Forgets an interrupt, and stops, that were another program's.
        pub(in crate::tui) fn forget_interrupt(&self) {
            for (signal, seen) in &self.ends {
                if *signal == SIGINT {
                    seen.store(false, Ordering::SeqCst);
                }
            }
            self.forget_stop();
        }

        /// Forgets the signals of a stop that was our own doing.
        pub(in crate::tui) fn forget_stop(&self) {
            self.stop.store(false, Ordering::SeqCst);
            self.continued.store(false, Ordering::SeqCst);
        }
    }

    /// A thread that ends the program where its own loop doesn't: stuck in a
    /// read of a terminal that is gone, say.
    fn end_stuck_program() -> io::Result<()> {
        let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT])?;
        let watchdog = move || {
            // An interrupt may be meant for the program that has the terminal.
            let ours = |signal: &i32| *signal != SIGINT || !is_lent();
            if let Some(signal) = signals.forever().find(ours) {
                std::thread::sleep(GRACE);
                leave();
                end_by(signal);
            }
        };
        std::thread::Builder::new()
            .name("watchdog".into())
            .stack_size(1 << 16)
            .spawn(watchdog)?;
        Ok(())
    }

    /// Ends the program as the signal would have.
    pub(in crate::tui) fn end_by(signal: i32) {
        let _ = low_level::emulate_default_handler(signal);
    }

    /// Stops as by Ctrl-Z, and returns when continued. Says whether it could:
    /// without a shell to come back to, stopping would be for ever.
    pub(in crate::tui) fn stop() -> bool {
        if is_orphan() {
            return false;
        }
        // The whole job: whoever started us (cargo run, a script) is part of it.
        let _ = kill(Pid::from_raw(0), Signal::SIGTSTP);
        raise(Signal::SIGSTOP).is_ok()
    }

    /// Stops because the program on the terminal, of the same job, was stopped;
    /// both go on together.
    pub(in crate::tui) fn stop_with(other: Pid) {
        if !is_orphan() {
            let _ = raise(Signal::SIGSTOP);
        }
        let _ = kill(other, Signal::SIGCONT);
    }

    /// Whether no shell with job control waits for this process: its parent is
    /// of another session, or its job is the session leader's own.
    fn is_orphan() -> bool {
        let session = getsid(None).ok();
        session.is_none() || getsid(Some(getppid())).ok() != session || session == Some(getpgrp())
    }
}

#[cfg(not(unix))]
pub(in crate::tui) use elsewhere::{Watch, end_by, stop};

#[cfg(not(unix))]
mod elsewhere {
    use super::{Duration, Wake, io};

    /// Watches the terminal.
    pub(in crate::tui) struct Watch;

    impl Watch {
        /// Begins to watch.
        pub(in crate::tui) fn new() -> io::Result<Self> {
            Ok(Self)
        }

        /// Waits for whatever comes first.
        pub(in crate::tui) fn wait(&mut self, at_most: Duration) -> Wake {
            match crossterm::event::poll(at_most) {
                Ok(true) => Wake::Input,
                Ok(false) => Wake::Idle,
                Err(_) => Wake::Gone,
            }
        }

        /// crossterm tells by itself.
        pub(in crate::tui) fn was_resized(&self) -> bool {
            false
        }

        /// There are no stops here.
        pub(in crate::tui) fn forget_stop(&self) {}

        /// There are no signals here.
        pub(in crate::tui) fn forget_interrupt(&self) {}
    }

    /// There are no signals here.
    pub(in crate::tui) fn end_by(_signal: i32) {}

    /// There are no stops here.
    pub(in crate::tui) fn stop() -> bool {
        false
    }
}
