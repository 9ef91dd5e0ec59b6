//! The thin binary: hands the real clock, randomness, environment and streams
//! to `cli`.

use cramless::cli;
use cramless::cli::world::World;
use cramless::domain::Moment;
use std::io::{BufReader, IsTerminal, stderr, stdin, stdout};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

fn main() -> ExitCode {
    let terminal = stdin().is_terminal() && stdout().is_terminal();
    let binary = binary();
    let mut world = World {
        now: &now,
        random: &random,
        env: &|name| std::env::var_os(name),
        input: &mut BufReader::new(stdin()),
        out: &mut stdout().lock(),
        err: &mut stderr(),
        binary: &binary,
        terminal,
    };
    ExitCode::from(cli::run(std::env::args_os(), &mut world))
}

fn now() -> Moment {
    let utc_ms = match SystemTime::now().duration_since(UNIX_EPOCH) {
        Ok(after) => after.as_millis() as i64,
        Err(before) => -(before.duration().as_millis() as i64),
    };
    let offset = jiff::Timestamp::from_millisecond(utc_ms)
        .map(|t| jiff::tz::TimeZone::system().to_offset(t).seconds() / 60)
        .unwrap_or(0);
    Moment {
        utc_ms,
        offset_min: offset as i16,
    }
}

fn random() -> u64 {
    rand::random()
}

/// The program file's size and time: a new build has new built-in decks.
fn binary() -> String {
    let file = std::env::current_exe().and_then(std::fs::metadata);
    let Ok(file) = file else {
        return env!("CARGO_PKG_VERSION").to_owned();
    };
    let changed = file
        .modified()
        .ok()
        .and_then(|t| t.duration_since(UNIX_EPOCH).ok());
    format!("{} {:?}", file.len(), changed)
}
