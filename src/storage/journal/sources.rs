//! The files that hold events, and those that only look like it.
//!
//! Every `*.jsonl` counts, conflict copies included. What can't be read (a
//! pipe, a folder, a file that a cloud drive hasn't downloaded) is never taken
//! for an empty journal.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// A file of the folder whose name says that it is a journal.
pub(super) struct Found {
    pub(super) name: OsString,
    pub(super) path: PathBuf,
    pub(super) what: What,
}

pub(super) enum What {
    /// Can be read.
    File,
    /// A cloud drive's placeholder: the content is elsewhere.
    NotDownloaded,
    /// A folder, pipe, socket or device.
    NotAFile(&'static str),
    /// The system's reason.
    Unreadable(io::Error),
}

/// Looks at the folder; one that isn't there holds nothing. Sorted by name.
pub(super) fn survey(folder: &Path) -> io::Result<Vec<Found>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(e) => return Err(e),
    };
    let mut found = Vec::new();
    for entry in entries {
        let name = entry?.file_name();
        if let Some(stub_of) = stub(&name) {
            let (path, what) = (folder.join(&name), What::NotDownloaded);
            found.push(Found {
                name: stub_of,
                path,
                what,
            });
        } else if is_journal(&name) {
            let path = folder.join(&name);
            let what = look_at(&path);
            found.push(Found { name, path, what });
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

/// `x.jsonl` in any case, but not macOS's `._x.jsonl` shadows.
fn is_journal(name: &OsStr) -> bool {
    let bytes = name.as_encoded_bytes();
    let ending = bytes.len().saturating_sub(6);
    bytes[ending..].eq_ignore_ascii_case(b".jsonl") && !bytes.starts_with(b"._")
}

/// iCloud leaves `.x.jsonl.icloud` in place of an `x.jsonl` it took away.
fn stub(name: &OsStr) -> Option<OsString> {
    let inner = name.to_str()?.strip_prefix('.')?.strip_suffix(".icloud")?;
    is_journal(OsStr::new(inner)).then(|| inner.into())
}

fn look_at(path: &Path) -> What {
    let meta = match fs::metadata(path) {
        Ok(meta) => meta,
        Err(e) => return What::Unreadable(e),
    };
    if meta.is_dir() {
        return What::NotAFile("a folder");
    }
    if !meta.is_file() {
        return What::NotAFile("a pipe, socket or device");
    }
    if is_dataless(&meta) {
        return What::NotDownloaded;
    }
    match open(path) {
        Ok((file, len)) if is_hollow(&meta) && len > 0 => {
            // Few file systems count no blocks for what they do have: look.
            match read_range(&file, 0, len.min(4096)) {
                Ok(bytes) if bytes.iter().all(|b| *b == 0) => What::NotDownloaded,
                Ok(_) => What::File,
                Err(e) => unreadable(e),
            }
        }
        Ok(_) => What::File,
        Err(e) => unreadable(e),
    }
}

fn unreadable(e: io::Error) -> What {
    if e.kind() == io::ErrorKind::Deadlock {
        // What macOS says of a placeholder that it won't download now.
        return What::NotDownloaded;
    }
    What::Unreadable(e)
}

#[cfg(target_os = "macos")]
fn is_dataless(meta: &Metadata) -> bool {
    use std::os::macos::fs::MetadataExt;
    const SF_DATALESS: u32 = 0x4000_0000;
    meta.st_flags() & SF_DATALESS != 0
}

#[cfg(not(target_os = "macos"))]
fn is_dataless(_: &Metadata) -> bool {
    false
}

#[cfg(unix)]
fn is_hollow(meta: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    meta.len() > 0 && meta.blocks() == 0
}

#[cfg(not(unix))]
fn is_hollow(_: &Metadata) -> bool {
    false
}

/// Never waits for the other end of a pipe, nor takes a terminal for its own.
pub(super) fn careful(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(nix::libc::O_NONBLOCK | nix::libc::O_NOCTTY);
    }
    options
}

/// Opens a regular file for reading, with its length.
pub(super) fn open(path: &Path) -> io::Result<(File, u64)> {
    let file = careful(OpenOptions::new().read(true)).open(path)?;
    let meta = file.metadata()?;
    if !meta.is_file() {
        return Err(io::Error::other("not a regular file"));
    }
    Ok((file, meta.len()))
}

/// The whole of a regular file, as long as it was when opened: what grows
/// meanwhile is for the next reading.
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let (file, len) = open(path)?;
    read_range(&file, 0, len)
}

/// `len` bytes from `from`, or fewer if the file ends before.
pub(super) fn read_range(mut file: &File, from: u64, len: u64) -> io::Result<Vec<u8>> {
    file.seek(SeekFrom::Start(from))?;
    let mut bytes = Vec::with_capacity(usize::try_from(len).unwrap_or(0));
    file.take(len).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_journal_counts_whatever_a_sync_tool_called_it() {
        for yes in [
            "00000000000000ab.jsonl",
            "00000000000000ab.sync-conflict-20261122-0102-ABC.jsonl",
            "00ab (Ann's conflicted copy 2026-11-22).jsonl",
            "OLD.JSONL",
        ] {
            assert!(is_journal(OsStr::new(yes)), "{yes}");
        }
        for no in ["._00ab.jsonl", "00ab.jsonl.tmp", "notes.json", "jsonl"] {
            assert!(!is_journal(OsStr::new(no)), "{no}");
        }
        assert_eq!(
            stub(OsStr::new(".00ab.jsonl.icloud")),
            Some("00ab.jsonl".into())
        );
        assert_eq!(stub(OsStr::new(".deck.json.icloud")), None);
    }

    #[test]
    fn what_is_not_there_holds_nothing_and_a_folder_is_no_file() {
        let folder = tempfile::tempdir().unwrap();
        assert!(survey(&folder.path().join("none")).unwrap().is_empty());
        fs::create_dir(folder.path().join("x.jsonl")).unwrap();
        let found = survey(folder.path()).unwrap();
        assert!(matches!(found[0].what, What::NotAFile("a folder")));
    }
}
