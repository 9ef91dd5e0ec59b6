//! Reading what happened, and noticing a cloned device while at it.

use super::read::{self, Mark, Since, Source};
use super::report::{Oddity, Problem, reason, shown};
use super::sources::{self, What};
use super::{Journal, device, file_of, journal_key, rescue, whole_file};
use crate::domain::{Event, EventId};
use std::path::Path;

impl Journal {
    /// All events in order, each once. What can't be used is in
    /// [`Journal::problems`] then.
    pub fn read_all(&mut self) -> Vec<Event> {
        match self.read_since(&Mark::default()) {
            Since::Appended(events) => events,
            Since::Changed => Vec::new(),
        }
    }

    /// Reads all events in order, on whatever thread calls it; what is odd
    /// about them is left to [`Journal::read_all`].
    pub fn reader(&self) -> impl FnOnce() -> Vec<Event> + Send + 'static {
        let (sources, _) = self.sources();
        move || {
            let reading = read::read_since(&sources, &Mark::default());
            reading.map_or_else(Vec::new, |r| r.events)
        }
    }

    /// The events after a mark, if all that happened since is that events were
    /// appended which come after those before the mark.
    pub fn read_since(&mut self, mark: &Mark) -> Since {
        let (sources, mut problems) = self.sources();
        let Some(reading) = read::read_since(&sources, mark) else {
            return Since::Changed;
        };
        problems.extend(reading.problems);
        self.coverage = reading.coverage;
        for id in &reading.clones {
            let what = Oddity::Cloned {
                device: id.device,
                ours: false,
            };
            let problem = whole_file(file_of(id.device), what);
            if !problems.contains(&problem) {
                problems.push(problem);
            }
        }
        self.problems = problems;
        if self.is_cloned(&reading.events, &reading.clones) {
            self.change_device();
        }
        Since::Appended(reading.events)
    }

    /// The files to read: the journals, or their mirrors where a journal can't
    /// be read now, and what waits to be taken in.
    pub(super) fn sources(&self) -> (Vec<Source>, Vec<Problem>) {
        let mut sources = Vec::new();
        let mut problems = Vec::new();
        let mut from_mirror = self.unhealed.clone();
        match sources::survey(&self.folder) {
            Ok(found) => {
                for file in found {
                    let name = shown(Path::new(&file.name));
                    let odd = match file.what {
                        What::File => {
                            let (key, path) = (journal_key(&file.name), file.path);
                            let shown = name;
                            sources.push(Source { key, path, shown });
                            continue;
                        }
                        What::NotDownloaded => Oddity::NotDownloaded,
                        What::NotAFile(what) => Oddity::NotAFile(what),
                        What::Unreadable(e) => Oddity::Unreadable(reason(&e)),
                    };
                    problems.push(whole_file(name, odd));
                    from_mirror.push(file.name);
                }
            }
            Err(e) => {
                problems.push(whole_file(
                    shown(&self.folder),
                    Oddity::Unreadable(reason(&e)),
                ));
                from_mirror = self.mirror.names();
            }
        }
        from_mirror.sort();
        from_mirror.dedup();
        for name in from_mirror {
            let path = self.mirror.path_of(&name);
            if path.exists() {
                sources.push(Source {
                    key: format!("mirror/{}", name.to_string_lossy()),
                    shown: shown(&path),
                    path,
                });
            }
        }
        for path in rescue::waiting(&self.rescue_folder()) {
            sources.push(Source {
                key: format!("rescue/{}", path.to_string_lossy()),
                shown: shown(&path),
                path,
            });
        }
        (sources, problems)
    }

    /// Whether a second machine writes under this device's id: it ran a
    /// session that this machine never did, or used a number twice.
    fn is_cloned(&mut self, events: &[Event], clones: &[EventId]) -> bool {
        let own = self.device.id();
        let mut last = self.session;
        let foreign = events.iter().any(|e| {
            let id = e.id;
            let new = id.device == own && id.session != last && id.session != self.session;
            if new {
                last = id.session;
            }
            new && !self.device.ran(id.session)
        });
        foreign || clones.iter().any(|id| id.device == own)
    }

    fn change_device(&mut self) {
        let old = self.device.id();
        let fresh = device::scatter(self.fresh.device ^ u64::from(self.fresh.session));
        if self.device.rotate(fresh).is_err() {
            return;
        }
        self.session = self.device.free_session(self.session);
        self.registered = false;
        self.pen = None;
        self.mirror_file = None;
        let of_old = |p: &Problem| matches!(p.what, Oddity::Cloned { device, .. } if device == old);
        self.problems.retain(|p| !of_old(p));
        let what = Oddity::Cloned {
            device: old,
            ours: true,
        };
        self.problems.push(whole_file(file_of(old), what));
    }
}
