//! The program run in memory: a folder of its own, a clock the story sets.

use cramless::cli;
use cramless::cli::world::World;
use cramless::domain::Moment;
use serde_json::Value;
use std::cell::{Cell, RefCell};
use std::fs;
use std::path::PathBuf;

/// A machine with the program on it.
pub struct Program {
    folder: tempfile::TempDir,
    runs: Cell<u64>,
    /// What its clock shows; at first 2026-12-01, 19:00.
    pub now: Cell<Moment>,
    /// What `$EDITOR` says.
    pub editor: RefCell<Option<String>>,
}

/// What a command said.
pub struct Said {
    pub code: u8,
    pub out: String,
    pub err: String,
}

impl Program {
    /// On a machine whose number tells its random numbers from another's.
    pub fn new(machine: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("data/decks")).unwrap();
        Self {
            folder,
            runs: Cell::new(machine << 20),
            now: Cell::new(Moment::parse("2026-12-01T19:00:00Z").unwrap()),
            editor: RefCell::default(),
        }
    }

    /// A path among its data.
    pub fn data(&self, path: &str) -> PathBuf {
        self.folder.path().join("data").join(path)
    }

    /// A file among its data.
    pub fn write(&self, path: &str, text: &str) {
        fs::write(self.data(path), text).unwrap();
    }

    /// Runs it once.
    pub fn run(&self, args: &[&str], input: &str) -> Said {
        self.runs.set(self.runs.get() + 1);
        let at = self.now.get();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let state = self.folder.path().join("state");
        // Later runs get smaller numbers, as may happen by chance.
        let random = Cell::new(self.runs.get() << 32 | (0xffff_0000 - self.runs.get() % 4096 * 16));
        let mut world = World {
            now: &|| at,
            clock: &|| cramless::exam::clock::Reading {
                wall_ms: at.utc_ms,
                ..Default::default()
            },
            random: &|| {
                random.set(random.get() + 1);
                random.get()
            },
            env: &|name| match name {
                "CRAMLESS_STATE" => Some(state.clone().into_os_string()),
                "EDITOR" => self.editor.borrow().clone().map(Into::into),
                _ => None,
            },
            input: &mut input.as_bytes(),
            out: &mut out,
            err: &mut err,
            binary: "test",
            terminal: false,
        };
        let data = self.data("");
        let program = ["cramless", "--data", data.to_str().unwrap()];
        let args = program.iter().chain(args);
        let code = cli::run(args.map(Into::into), &mut world);
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Said {
            code,
            out: text(out),
            err: text(err),
        }
    }

    /// What a command that succeeds says.
    #[track_caller]
    pub fn says(&self, args: &[&str]) -> String {
        let said = self.run(args, "");
        assert_eq!(said.code, 0, "{args:?}: {}", said.err);
        said.out
    }

    /// Runs `drive`, with these arguments, on these requests; one reply each.
    #[track_caller]
    pub fn drives(&self, args: &[&str], requests: &[Value]) -> Vec<Value> {
        let lines: String = requests.iter().map(|r| format!("{r}\n")).collect();
        let said = self.run(&[&["drive"], args].concat(), &lines);
        assert_eq!(said.code, 0, "{}", said.err);
        let lines = said.out.lines();
        let replies: Vec<Value> = lines.map(|l| serde_json::from_str(l).unwrap()).collect();
        assert_eq!(replies.len(), requests.len(), "{}", said.err);
        replies
    }

    /// Everything in its journals.
    pub fn journal(&self) -> String {
        let folder = fs::read_dir(self.data("journal")).unwrap();
        let files = folder.map(|f| fs::read_to_string(f.unwrap().path()).unwrap());
        files.collect()
    }

    /// Its journals arrive at another machine.
    pub fn sync_to(&self, other: &Self) {
        fs::create_dir_all(other.data("journal")).unwrap();
        for file in fs::read_dir(self.data("journal")).unwrap() {
            let file = file.unwrap();
            if file.file_name().to_string_lossy().ends_with(".jsonl") {
                fs::copy(file.path(), other.data("journal").join(file.file_name())).unwrap();
            }
        }
    }
}
