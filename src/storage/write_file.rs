//! Writes a file whole or not at all: to a neighbour first, then renamed.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Replaces (or makes) a file. Folders on the way are made. With `durable` it
/// survives a power cut; a cache needn't.
///
/// # Errors
/// Those of the file system; then the old file is as it was.
pub fn write_whole(path: &Path, bytes: &[u8], durable: bool) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let (mut file, draft) = draft(path)?;
    let written = file.write_all(bytes).and_then(|()| match durable {
        true => file.sync_all(),
        false => Ok(()),
    });
    drop(file);
    let done = written.and_then(|()| fs::rename(&draft, path));
    if done.is_err() {
        // The draft is ours; that it can't be deleted either changes nothing.
        let _ = fs::remove_file(&draft);
        return done;
    }
    if durable && cfg!(unix) {
        // A rename is only safe once its folder is; not every system can.
        let _ = fs::File::open(folder).and_then(|f| f.sync_all());
    }
    done
}

/// A new file beside the one to be replaced, under a hidden name of its own.
fn draft(path: &Path) -> io::Result<(fs::File, PathBuf)> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let short: String = name.chars().take(40).collect();
    for n in 0..1_000 {
        let draft = path.with_file_name(format!(".{short}.{}.{n}.tmp", std::process::id()));
        let made = OpenOptions::new().write(true).create_new(true).open(&draft);
        match made {
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {}
            Err(e) => return Err(e),
            Ok(file) => return Ok((file, draft)),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_and_nothing_is_left_behind() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("new/a.json");
        write_whole(&path, b"one", true).expect("written");
        write_whole(&path, b"two", false).expect("written");
        assert_eq!(fs::read(&path).expect("read"), b"two");
        let names = fs::read_dir(dir.path().join("new"))
            .expect("listed")
            .count();
        assert_eq!(names, 1);
    }

    #[test]
    fn a_write_that_fails_leaves_no_draft() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("taken");
        fs::create_dir_all(path.join("full")).expect("made");
        assert!(write_whole(&path, b"x", true).is_err());
        assert_eq!(fs::read_dir(dir.path()).expect("listed").count(), 1);
    }
}
