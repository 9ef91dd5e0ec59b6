//! A pseudo-terminal with the real program in it. Waiting is reading until
//! something is on the screen, with a deadline; nothing here sleeps.

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::fs;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// Long enough for a loaded machine; a test that fails waits this long once.
const DEADLINE: Duration = Duration::from_secs(30);

/// The program.
pub const CRAMLESS: &str = env!("CARGO_BIN_EXE_cramless");

/// A person's folders.
pub struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    /// With a deck of so many flashcards, and a goal so that nobody asks.
    pub fn with_cards(n: usize) -> Self {
        let out = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let cards: Vec<String> = (0..n)
            .map(|i| {
                format!(
                    r#"{{"id":"card-{i}","kind":"flashcard","front":"What is card-{i}?","back":"Answer {i}."}}"#
                )
            })
            .collect();
        let deck = format!(
            r#"{{"format":1,"id":"own","title":"Own","cards":[{}]}}"#,
            cards.join(",")
        );
        fs::create_dir_all(out.data().join("decks")).unwrap();
        fs::write(out.data().join("decks/own.json"), deck).unwrap();
        out.drive(r#"{"op":"goal","minutes":1000}"#);
        out
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Arguments and environment for the program: this home and nothing else.
    pub fn environment(&self) -> Vec<(&'static str, String)> {
        let path = |p: &Path| p.to_string_lossy().into_owned();
        vec![
            ("HOME", path(self.folder.path())),
            ("CRAMLESS_DATA", path(&self.data())),
            ("CRAMLESS_STATE", path(&self.folder.path().join("state"))),
            ("PATH", std::env::var("PATH").unwrap_or_default()),
            ("TERM", "xterm-256color".into()),
            ("TZ", "UTC".into()),
        ]
    }

    /// One request to `cramless drive`, and its reply.
    pub fn drive(&self, request: &str) -> String {
        let mut child = Command::new(CRAMLESS)
            .args(["drive"])
            .env_clear()
            .envs(self.environment())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        writeln!(input, "{request}").unwrap();
        drop(input);
        let out = child.wait_with_output().unwrap();
        String::from_utf8(out.stdout).unwrap()
    }

    /// Everything in the journals.
    pub fn journal(&self) -> String {
        let mut all = String::new();
        for file in fs::read_dir(self.data().join("journal")).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|e| e == "jsonl") {
                let bytes = fs::read(path).unwrap();
                all.push_str(&String::from_utf8_lossy(&bytes));
            }
        }
        all
    }
}

/// A terminal with something running in it.
pub struct Terminal {
    master: Option<Box<dyn MasterPty + Send>>,
    child: Box<dyn Child + Send + Sync>,
    keyboard: Option<Box<dyn Write + Send>>,
    output: Receiver<Vec<u8>>,
    parser: vt100::Parser,
    /// Every byte that was read.
    pub bytes: Vec<u8>,
    /// The line discipline before the program came.
    before: String,
}

impl Terminal {
    /// The program at home, 80×24.
    pub fn cramless(home: &Home, args: &[&str]) -> Self {
        let args: Vec<&str> = args.to_vec();
        Self::spawn(CRAMLESS, &args, &home.environment())
    }

    /// Anything else.
    pub fn spawn(program: &str, args: &[&str], env: &[(&str, String)]) -> Self {
        let pair = native_pty_system().openpty(size(80, 24)).unwrap();
        let before = format!("{:?}", pair.master.get_termios());
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env_clear();
        for (name, value) in env {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (send, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(n) = reader.read(&mut buffer) {
                if n == 0 || send.send(buffer[..n].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self {
            keyboard: Some(pair.master.take_writer().unwrap()),
            master: Some(pair.master),
            child,
            output,
            parser: vt100::Parser::new(cells(24), cells(80), 0),
            bytes: Vec::new(),
            before,
        }
    }

    /// Presses keys, as bytes.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        let keyboard = self.keyboard.as_mut().unwrap();
        keyboard.write_all(keys.as_bytes()).unwrap();
        keyboard.flush().unwrap();
        self
    }

    /// What is on the screen.
    pub fn picture(&self) -> String {
        self.parser.screen().contents()
    }

    /// Reads until the words are on the screen.
    #[track_caller]
    pub fn wait_for(&mut self, words: &str) -> &mut Self {
        self.wait_until(words, |screen| screen.contents().contains(words))
    }

    /// Reads until something holds of the screen.
    #[track_caller]
    pub fn wait_until(&mut self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) -> &mut Self {
        let end = Instant::now() + DEADLINE;
        while !holds(self.parser.screen()) {
            let left = end.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.take_in(&bytes),
                Err(_) => panic!("never {what:?}:\n{}", self.picture()),
            }
        }
        self
    }

    /// Reads one piece of output, if there is any before the deadline.
    pub fn read_some(&mut self) -> bool {
        match self.output.recv_timeout(DEADLINE) {
            Ok(bytes) => {
                self.take_in(&bytes);
                true
            }
            Err(_) => false,
        }
    }

    /// Reads to the end of the program; its exit code.
    pub fn wait_for_end(&mut self) -> u32 {
        let end = Instant::now() + DEADLINE;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            match self
                .output
                .recv_timeout(left.min(Duration::from_millis(50)))
            {
                Ok(bytes) => self.take_in(&bytes),
                Err(_) if !left.is_zero() => {
                    if let Some(status) = self.child.try_wait().unwrap() {
                        self.drain();
                        return status.exit_code();
                    }
                }
                Err(_) => panic!("it doesn't end:\n{}", self.picture()),
            }
        }
    }

    fn drain(&mut self) {
        while let Ok(bytes) = self.output.try_recv() {
            self.take_in(&bytes);
        }
    }

    fn take_in(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.parser.process(bytes);
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.master
            .as_ref()
            .unwrap()
            .resize(size(columns, rows))
            .unwrap();
        if columns > 0 && rows > 0 {
            let screen = self.parser.screen_mut();
            screen.set_size(cells(rows), cells(columns));
        }
    }

    /// Sends a signal to the program.
    pub fn signal(&self, signal: Signal) {
        let pid = self.child.process_id().unwrap();
        kill(Pid::from_raw(i32::try_from(pid).unwrap()), signal).unwrap();
    }

    pub fn pid(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Pulls the plug: nobody reads or writes any more.
    pub fn unplug(&mut self) {
        let (_, closed) = channel();
        self.output = closed;
        // What this draws ends the thread that reads.
        self.press("?");
        self.keyboard = None;
        self.master = None;
    }

    /// Whether the program ends by itself before the deadline.
    pub fn ended(&mut self) -> bool {
        let end = Instant::now() + DEADLINE;
        while Instant::now() < end {
            if self.child.try_wait().unwrap().is_some() {
                return true;
            }
            std::thread::yield_now();
        }
        false
    }

    /// Asserts that the terminal is as it was before the program came.
    #[track_caller]
    pub fn is_given_back(&self) {
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert!(!screen.bracketed_paste(), "pasting is as it was");
        assert_eq!(
            screen.mouse_protocol_mode(),
            vt100::MouseProtocolMode::None,
            "the mouse is the terminal's own"
        );
        let after = format!("{:?}", self.master.as_ref().unwrap().get_termios());
        assert_eq!(self.before, after, "line discipline");
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn cells(n: u16) -> NonZero<u16> {
    NonZero::new(n).unwrap()
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}
