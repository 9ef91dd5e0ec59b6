//! The thin binary: hands the real clock, randomness, environment and streams
//! to `cli`.

use cramless::cli;
use cramless::cli::world::World;
use cramless::domain::Moment;
use cramless::exam::clock::Reading;
#[cfg(any(target_os = "linux", target_os = "macos"))]
use nix::sys::time::TimeSpec;
#[cfg(any(target_os = "linux", target_os = "macos"))]
use nix::time::{ClockId, clock_gettime};
use std::io::{BufReader, IsTerminal, stderr, stdin, stdout};
use std::process::ExitCode;
#[cfg(any(target_os = "linux", target_os = "macos"))]
use std::sync::OnceLock;
use std::time::{SystemTime, UNIX_EPOCH};

fn main() -> ExitCode {
    let terminal = stdin().is_terminal() && stdout().is_terminal();
    let binary = binary();
    let mut world = World {
        now: &now,
        clock: &clock,
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

/// The boot-time clock, which runs on while the machine sleeps.
fn clock() -> Reading {
    let (boot_id, boot_ms) = boot_clock().unwrap_or_default();
    Reading {
        boot_id,
        boot_ms,
        wall_ms: now().utc_ms,
    }
}

#[cfg(target_os = "linux")]
fn boot_clock() -> Option<(String, u64)> {
    static BOOT: OnceLock<Option<String>> = OnceLock::new();
    let read = || std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok();
    let boot = BOOT
        .get_or_init(|| Some(read()?.trim().to_owned()))
        .clone()?;
    let time = clock_gettime(ClockId::CLOCK_BOOTTIME).ok()?;
    Some((boot, milliseconds(time)?))
}

/// macOS has no clock of that name: its monotonic clock counts sleep.
#[cfg(target_os = "macos")]
fn boot_clock() -> Option<(String, u64)> {
    static BOOT: OnceLock<Option<String>> = OnceLock::new();
    let read = || {
        let mut sysctl = std::process::Command::new("/usr/sbin/sysctl");
        let out = sysctl.args(["-n", "kern.bootsessionuuid"]).output().ok()?;
        let id = String::from_utf8(out.stdout).ok()?.trim().to_owned();
        (!id.is_empty()).then_some(id)
    };
    let boot = BOOT.get_or_init(read).clone()?;
    let time = clock_gettime(ClockId::CLOCK_MONOTONIC).ok()?;
    Some((boot, milliseconds(time)?))
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn milliseconds(time: TimeSpec) -> Option<u64> {
    u64::try_from(time.tv_sec() * 1000 + time.tv_nsec() / 1_000_000).ok()
}

/// Elsewhere the wall clock has to do.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn boot_clock() -> Option<(String, u64)> {
    None
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
