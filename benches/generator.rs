//! How long a megabyte of notes takes; the promise is under a second.

use cramless::generator::{Source, generate};

fn main() {
    divan::main();
}

/// Notes like those people write, repeated under names of their own.
fn megabyte() -> Source {
    let mut text = String::from("# All services\n\n");
    let mut n = 0;
    while text.len() < 1_000_000 {
        n += 1;
        text.push_str(&format!(
            "## Service Nr{n}x\n\nService Nr{n}x is a managed store that keeps records of kind {n} for later analysis by teams.\n\n\
             - **When to choose it:** records of kind {n} arrive faster than one machine can write them.\n\
             - **Limit:** {n} megabytes a second for each writer, shared by all of its threads.\n\
             - Replicates every write to {n} zones before it answers\n\
             - Can be read by several programs at once\n\n\
             | Tier | Latency | Use case |\n|---|---|---|\n| Hot{n}a | {n} ms | Records read every minute |\n| Cold{n}b | {n} s | Records kept for auditors |\n\n"
        ));
    }
    Source {
        path: "notes.md".into(),
        text,
    }
}

#[divan::bench(sample_count = 5)]
fn a_megabyte_of_notes(bencher: divan::Bencher<'_, '_>) {
    let sources = [megabyte()];
    bencher.bench_local(|| generate(divan::black_box(&sources), &[], None));
}

#[divan::bench(sample_count = 5)]
fn a_megabyte_regenerated(bencher: divan::Bencher<'_, '_>) {
    let sources = [megabyte()];
    let before = generate(&sources, &[], None);
    bencher.bench_local(|| generate(divan::black_box(&sources), &before.decks, None));
}
