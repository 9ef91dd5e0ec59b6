//! Taking the terminal and giving it back, whatever happens in between.
//!
//! `ratatui::init` restores on a panic only; a signal, `process::exit` or a
//! panic in another thread would leave raw mode and a hidden cursor behind.

pub mod lending;
pub(super) mod waiting;

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use std::fmt;
use std::io::{self, BufWriter, IsTerminal, Stdout, Write, stdin, stdout};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

/// Alternate screen, no cursor, bracketed paste; of the mouse only buttons and
/// wheel, since reports of every movement would wake an idle program.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[?1000h\x1b[?1006h";
/// The reverse, with the style reset.
const LEAVE: &[u8] = b"\x1b[?1006l\x1b[?1000l\x1b[?2004l\x1b[0m\x1b[?1049l\x1b[?25h";

/// Whether the terminal is ours at the moment.
static TAKEN: AtomicBool = AtomicBool::new(false);
static HOOK: Once = Once::new();

/// Why no screen can be shown.
#[derive(Debug)]
pub enum NoTerminal {
    /// Input or output is a file or a pipe, or there is none.
    NotATerminal,
    /// It can't move its cursor.
    Dumb,
    /// It failed.
    Failed(io::Error),
}

impl fmt::Display for NoTerminal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoTerminal::NotATerminal => f.write_str(
                "the screens need a terminal, and input or output isn't one here. \
                 `cramless drive` does the same as JSON lines, for scripts and screen readers.",
            ),
            NoTerminal::Dumb => f.write_str(
                "this terminal can't draw screens (TERM=dumb). \
                 `cramless drive` does the same as JSON lines, for scripts and screen readers.",
            ),
            NoTerminal::Failed(e) => write!(
                f,
                "the terminal failed: {e}. `cramless drive` works without one."
            ),
        }
    }
}

impl std::error::Error for NoTerminal {}

impl From<io::Error> for NoTerminal {
    fn from(e: io::Error) -> Self {
        NoTerminal::Failed(e)
    }
}

/// A screen to draw on.
pub(super) type Screen = Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// Takes the terminal. `term` is the environment's `TERM`.
pub(super) fn take(term: &str) -> Result<Screen, NoTerminal> {
    if !stdin().is_terminal() || !stdout().is_terminal() {
        return Err(NoTerminal::NotATerminal);
    }
    if term == "dumb" {
        return Err(NoTerminal::Dumb);
    }
    HOOK.call_once(restore_on_panic);
    enter()?;
    let out = BufWriter::with_capacity(1 << 14, stdout());
    Terminal::new(CrosstermBackend::new(out)).map_err(|e| {
        leave();
        NoTerminal::Failed(e)
    })
}

/// Raw mode and the alternate screen; also after a stop.
pub(super) fn enter() -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    let entered = enable_raw_mode().and_then(|()| write_all(ENTER));
    if entered.is_err() {
        leave();
    }
    entered
}

/// Gives the terminal back as it was; harmless at any time, from any thread.
pub(super) fn leave() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        // A terminal that is gone needs no restoring.
        let _ = write_all(LEAVE);
        let _ = disable_raw_mode();
    }
}

/// Past the lock and buffer of `stdout`: the thread that holds them may be the
/// one that panicked, or be stuck.
#[cfg(unix)]
fn write_all(mut bytes: &[u8]) -> io::Result<()> {
    use nix::errno::Errno;
    while !bytes.is_empty() {
        match nix::unistd::write(stdout(), bytes) {
            Ok(n) => bytes = &bytes[n..],
            Err(Errno::EINTR) => {}
            Err(e) => return Err(e.into()),
        }
    }
    Ok(())
}

#[cfg(not(unix))]
fn write_all(bytes: &[u8]) -> io::Result<()> {
    let mut out = stdout();
    out.write_all(bytes)?;
    out.flush()
}

fn restore_on_panic() {
    let report = std::panic::take_hook();
    let main = std::thread::current().id();
    std::panic::set_hook(Box::new(move |info| {
        let ours = TAKEN.load(Ordering::SeqCst);
        leave();
        report(info);
        if ours {
            let _ = writeln!(
                io::stderr(),
                "cramless: this is a fault in the program. Every answer it acknowledged is saved."
            );
            // Another thread's panic would leave a live screen on a terminal
            // that was just given back.
            if std::thread::current().id() != main {
                std::process::exit(101);
            }
        }
    }));
}
