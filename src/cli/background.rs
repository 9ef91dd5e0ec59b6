//! One thread beside the screen, for what takes longer than a picture.

use crate::domain::Event;
use crate::tui::app::Msg;
use crate::tui::work::Job;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

/// What runs beside the screen.
#[derive(Default)]
pub(super) struct Background {
    running: Option<Running>,
}

struct Running {
    number: u64,
    stop: Arc<AtomicBool>,
    found: Receiver<Msg>,
}

impl Background {
    /// Begins a job, dropping the one before. Answers at once if there is no
    /// thread to be had.
    pub(super) fn start(
        &mut self,
        job: Job,
        events: impl FnOnce() -> Vec<Event> + Send + 'static,
    ) -> Option<Msg> {
        self.stop();
        let number = job.number;
        let stop = Arc::new(AtomicBool::new(false));
        let (say, found) = channel();
        let stopped = Arc::clone(&stop);
        let work = move || {
            let stopped = || stopped.load(Ordering::Relaxed);
            if let Some(msg) = job.run(events, stopped) {
                // Nobody may be listening any more.
                let _ = say.send(msg);
            }
        };
        let thread = std::thread::Builder::new().name("background".into());
        match thread.spawn(work) {
            Ok(_) => {
                self.running = Some(Running {
                    number,
                    stop,
                    found,
                });
                None
            }
            Err(_) => Some(Msg::Gone(number)),
        }
    }

    /// Drops what runs; its thread ends by itself.
    pub(super) fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.stop.store(true, Ordering::Relaxed);
        }
    }

    /// What came of it, once.
    pub(super) fn found(&mut self) -> Option<Msg> {
        let running = self.running.as_ref()?;
        let msg = match running.found.try_recv() {
            Err(TryRecvError::Empty) => return None,
            Ok(msg) => msg,
            // Its thread died without a word.
            Err(TryRecvError::Disconnected) => Msg::Gone(running.number),
        };
        self.running = None;
        Some(msg)
    }

    /// Whether something runs.
    pub(super) fn is_working(&self) -> bool {
        self.running.is_some()
    }
}
