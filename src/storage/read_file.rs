//! Reads files that may be anything: pipes that block, devices without end,
//! links in circles, folders with a file's name.
//!
//! `fs::read` on a FIFO hangs for ever, and a file under `/proc` claims to be
//! empty. So: look first, open without blocking, look again at what was
//! opened, and never take more than was asked for.

use crate::domain::{Problem, Severity, Text};
use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// It isn't there (any more).
    pub missing: bool,
    /// A stable word for scripts.
    pub code: &'static str,
    /// What is in the way, for people.
    pub message: String,
}

impl Unreadable {
    fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self {
            missing: false,
            code,
            message: message.into(),
        }
    }

    /// The file is larger than may be read.
    pub(super) fn too_large(size: u64, cap: u64) -> Self {
        let what = format!("the file has {size} bytes; at most {cap} are allowed");
        Self::new("too-large", what)
    }

    /// The system said no.
    pub(super) fn from_io(path: &Path, error: &io::Error) -> Self {
        io_error(path, error)
    }

    /// As a problem of the file of that name. A file that vanished is only
    /// worth a warning.
    pub fn problem(&self, file: &Text) -> Problem {
        let severity = match self.missing {
            true => Severity::Warning,
            false => Severity::Error,
        };
        Problem::of_file(file, severity, self.code, &self.message)
    }

    /// As a problem of a file that somebody named: that it is missing is an error.
    pub fn fault(&self, file: &Text) -> Problem {
        Problem {
            severity: Severity::Error,
            ..self.problem(file)
        }
    }
}

/// Opens a regular file, following links.
///
/// # Errors
/// Says what stands in the way.
pub fn open_regular(path: &Path) -> Result<(File, Metadata), Unreadable> {
    let before = std::fs::metadata(path).map_err(|e| io_error(path, &e))?;
    regular(&before)?;
    let file = non_blocking().open(path).map_err(|e| io_error(path, &e))?;
    let opened = file.metadata().map_err(|e| io_error(path, &e))?;
    regular(&opened)?;
    Ok((file, opened))
}

/// Reads a regular file of at most `cap` bytes.
///
/// # Errors
/// Says what stands in the way, or that there is more.
pub fn read_regular(path: &Path, cap: u64) -> Result<Vec<u8>, Unreadable> {
    let (file, meta) = open_regular(path)?;
    let expected = usize::try_from(meta.len().min(cap)).unwrap_or(0);
    let mut bytes = Vec::with_capacity(expected + 1);
    file.take(cap.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|e| io_error(path, &e))?;
    if bytes.len() as u64 > cap {
        let size = meta.len().max(bytes.len() as u64);
        return Err(Unreadable::too_large(size, cap));
    }
    Ok(bytes)
}

fn non_blocking() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(nix::libc::O_NONBLOCK | nix::libc::O_NOCTTY);
    }
    options
}

fn regular(meta: &Metadata) -> Result<(), Unreadable> {
    if meta.is_file() {
        return Ok(());
    }
    let what = if meta.is_dir() {
        "a folder"
    } else {
        special(meta)
    };
    Err(Unreadable::new(
        "not-a-file",
        format!("this is {what}, not a file"),
    ))
}

#[cfg(unix)]
fn special(meta: &Metadata) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    let kind = meta.file_type();
    match () {
        () if kind.is_fifo() => "a pipe (FIFO)",
        () if kind.is_socket() => "a socket",
        () => "a device",
    }
}

#[cfg(not(unix))]
fn special(_: &Metadata) -> &'static str {
    "something else"
}

fn io_error(path: &Path, error: &io::Error) -> Unreadable {
    match error.kind() {
        io::ErrorKind::NotFound => {
            let dangling = path.symlink_metadata().is_ok();
            Unreadable {
                missing: !dangling,
                code: "not-found",
                message: match std::fs::read_link(path) {
                    Ok(to) => {
                        let to = crate::domain::shown_path(&to);
                        format!("this is a link to {to}, which isn't there")
                    }
                    Err(_) => "there is no such file".into(),
                },
            }
        }
        io::ErrorKind::PermissionDenied => {
            Unreadable::new("unreadable", format!("cannot read it{}", owner(path)))
        }
        _ if is_loop(error) => Unreadable::new("link-loop", "the link leads back to itself"),
        _ => Unreadable::new("unreadable", format!("cannot read it: {}", plain(error))),
    }
}

/// The system's words without `(os error 5)`.
fn plain(error: &io::Error) -> String {
    let said = error.to_string();
    match said.split_once(" (os error") {
        Some((words, _)) => words.to_lowercase(),
        None => said,
    }
}

#[cfg(unix)]
fn is_loop(error: &io::Error) -> bool {
    error.raw_os_error() == Some(nix::libc::ELOOP)
}

#[cfg(not(unix))]
fn is_loop(_: &io::Error) -> bool {
    false
}

#[cfg(unix)]
fn owner(path: &Path) -> String {
    use std::os::unix::fs::MetadataExt;
    match std::fs::metadata(path) {
        Ok(m) => owner_words(m.mode(), m.uid()),
        Err(_) => ": a folder on the way to it is closed".into(),
    }
}

#[cfg(unix)]
fn owner_words(mode: u32, uid: u32) -> String {
    let owner = match uid {
        0 => "root".to_owned(),
        uid => format!("user {uid}"),
    };
    format!(" (mode {:03o}, owner {owner})", mode & 0o777)
}

#[cfg(not(unix))]
fn owner(_: &Path) -> String {
    ": access is denied".into()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn who_may_read_is_said() {
        assert_eq!(owner_words(0o100_000, 0), " (mode 000, owner root)");
        assert_eq!(owner_words(0o100_240, 1000), " (mode 240, owner user 1000)");
    }

    #[test]
    fn an_endless_file_is_read_no_further_than_its_cap() {
        // Claims to be empty, and isn't.
        if let Ok(bytes) = read_regular(Path::new("/proc/self/status"), 1 << 20) {
            assert!(!bytes.is_empty());
            let over = read_regular(Path::new("/proc/self/status"), 10);
            assert_eq!(over.expect_err("too long").code, "too-large");
        }
        let zero = read_regular(Path::new("/dev/zero"), 10);
        assert_eq!(
            zero.expect_err("no file").message,
            "this is a device, not a file"
        );
    }
}
