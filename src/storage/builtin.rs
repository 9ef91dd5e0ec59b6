//! The decks and blueprints inside the binary: nothing is ever downloaded.

/// A file that was built in.
#[derive(Debug, Clone, Copy)]
pub struct BuiltinFile {
    /// Its path below `decks/`.
    pub name: &'static str,
    /// What is in it.
    pub bytes: &'static [u8],
}

/// What comes with the program.
#[derive(Debug, Clone, Copy)]
pub struct Builtins {
    /// In teaching order.
    pub decks: &'static [BuiltinFile],
    /// One an exam.
    pub blueprints: &'static [BuiltinFile],
}

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(BuiltinFile {
            name: $name,
            bytes: include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/decks/", $name)),
        }),*]
    };
}

/// All of it. A test compares the list with the folder.
pub static BUILTINS: Builtins = Builtins {
    decks: files![
        "mls-c01/ai-services.json",
        "mls-c01/sagemaker.json",
        "mls-c01/storage.json",
        "mls-c01/ingestion.json",
        "mls-c01/transformation.json",
        "mls-c01/cleaning.json",
        "mls-c01/features.json",
        "mls-c01/analysis.json",
        "mls-c01/framing.json",
        "mls-c01/models.json",
        "mls-c01/algorithms.json",
        "mls-c01/training.json",
        "mls-c01/hyperparameters.json",
        "mls-c01/evaluation.json",
        "mls-c01/operations.json",
        "mls-c01/security.json",
    ],
    blueprints: files!["mls-c01/exam.json"],
};

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::Text;
    use crate::storage::blueprint_file::read_blueprint;
    use crate::storage::deck_file::read_deck;
    use std::path::Path;

    fn json_below(dir: &Path, base: &Path, out: &mut Vec<String>) {
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                json_below(&path, base, out);
            } else if path.extension().is_some_and(|e| e == "json") {
                let name = path.strip_prefix(base).unwrap();
                out.push(name.to_str().unwrap().replace('\\', "/"));
            }
        }
    }

    #[test]
    fn the_list_is_the_folder() {
        let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("decks");
        let mut there = Vec::new();
        json_below(&base, &base, &mut there);
        there.sort();
        let all = BUILTINS.decks.iter().chain(BUILTINS.blueprints);
        let mut listed: Vec<&str> = all.map(|f| f.name).collect();
        listed.sort_unstable();
        assert_eq!(listed, there);
    }

    #[test]
    fn what_is_built_in_has_no_problems() {
        for f in BUILTINS.decks {
            let read = read_deck(&Text::new(f.name), f.bytes);
            assert_eq!(read.problems, [], "{}", f.name);
            let deck = read.deck.unwrap();
            assert_eq!(format!("{}.json", deck.id), f.name);
            assert!(!deck.cards.is_empty());
        }
        for f in BUILTINS.blueprints {
            let (read, problems) = read_blueprint(&Text::new(f.name), f.bytes);
            assert_eq!(problems, []);
            assert!(read.is_some());
        }
    }
}
