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
    running: Option<(Arc<AtomicBool>, Receiver<Msg>)>,
}

impl Background {
    /// Begins a job, dropping the one before. Without a thread to be had it is
    /// never answered, and the screen goes on without it.
    pub(super) fn start(&mut self, job: Job, events: impl FnOnce() -> Vec<Event> + Send + 'static) {
        self.stop();
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
        if thread.spawn(work).is_ok() {
            self.running = Some((stop, found));
        }
    }

    /// Drops what runs; its thread ends by itself soon.
    pub(super) fn stop(&mut self) {
        if let Some((stop, _)) = self.running.take() {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// What was found, once.
    pub(super) fn found(&mut self) -> Option<Msg> {
        let (_, found) = self.running.as_ref()?;
        match found.try_recv() {
            Err(TryRecvError::Empty) => None,
            Ok(msg) => {
                self.running = None;
                Some(msg)
            }
            Err(TryRecvError::Disconnected) => {
                self.running = None;
                None
            }
        }
    }

    /// Whether something runs.
    pub(super) fn is_working(&self) -> bool {
        self.running.is_some()
    }
}
