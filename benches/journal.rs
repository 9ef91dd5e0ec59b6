//! How fast an answer is saved, and how fast a history is read.

use cramless::domain::event::Reviewed;
use cramless::domain::{CardRef, Event, Grade, Happening, Moment};
use cramless::storage::journal::{Fresh, Journal, Since};
use cramless::storage::places::Places;
use divan::Bencher;
use divan::counter::ItemsCount;
use std::fs;
use tempfile::TempDir;

fn main() {
    divan::main();
}

const NOW: Moment = Moment {
    utc_ms: 1_795_000_000_000,
    offset_min: 60,
};

fn open(home: &TempDir, session: u32) -> Journal {
    let places = Places {
        data: home.path().join("data"),
        state: home.path().join("state"),
    };
    let fresh = Fresh { device: 7, session };
    Journal::open(&places, fresh, NOW).expect("opens").0
}

fn review(n: u32) -> Happening {
    let card = format!("mls-c01/ai-services#amazon-comprehend/fact-{}", n % 2000);
    Happening::Reviewed(Reviewed {
        card: CardRef::parse(card).expect("well formed"),
        grade: Grade::ALL[n as usize % 4],
        seconds: 12.5,
    })
}

/// A home with that many reviews, written in few large appends.
fn history(events: u32) -> TempDir {
    let home = tempfile::tempdir().expect("a folder");
    let mut journal = open(&home, 1);
    let mut n = 0;
    while n < events {
        let some: Vec<Happening> = (n..(n + 1000).min(events)).map(review).collect();
        let at = NOW.plus_ms(i64::from(n));
        n += some.len() as u32;
        journal.append(some, at, at.study_day()).expect("saved");
    }
    home
}

/// One durable answer, on the file system that holds the target folder.
#[divan::bench(sample_count = 50, sample_size = 20)]
fn append(bencher: Bencher<'_, '_>) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target");
    let home = TempDir::new_in(folder).expect("a folder");
    let mut journal = open(&home, 1);
    let mut n = 0;
    bencher.counter(ItemsCount::new(1u32)).bench_local(|| {
        n += 1;
        let at = NOW.plus_ms(i64::from(n));
        journal
            .append(vec![review(n)], at, at.study_day())
            .expect("saved")
    });
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn read_100k(bencher: Bencher<'_, '_>) {
    let home = history(100_000);
    bencher
        .counter(ItemsCount::new(100_000u32))
        .with_inputs(|| open(&home, 2))
        .bench_local_values(|mut journal| -> Vec<Event> { journal.read_all() });
}

/// What a start costs when the snapshot is still right.
#[divan::bench(sample_count = 50, sample_size = 1)]
fn open_100k_with_a_mark(bencher: Bencher<'_, '_>) {
    let home = history(100_000);
    let mut journal = open(&home, 2);
    journal.read_all();
    let mark = journal.mark();
    bencher.bench_local(|| {
        let since = open(&home, 3).read_since(&mark);
        assert_eq!(since, Since::Appended(Vec::new()));
    });
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn one_card_of_100k(bencher: Bencher<'_, '_>) {
    let home = history(100_000);
    let journal = open(&home, 2);
    let Happening::Reviewed(about) = review(77) else {
        unreachable!("a review")
    };
    bencher.bench_local(|| {
        let events = journal.events_of_card(&about.card);
        assert_eq!(events.len(), 50);
    });
    let _ = fs::remove_dir_all(home.path());
}
