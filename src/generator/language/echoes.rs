//! Whether a text in Japanese, Chinese or Korean says pieces of a name aloud.
//!
//! Without blanks between words a name is seldom found whole in a description,
//! yet two of its characters side by side give it away: among four options the
//! only one with `桟橋` in it is the answer to a question about a `桟橋`.

use crate::generator::words;

/// Scripts whose characters belong together.
#[derive(Clone, Copy, PartialEq)]
enum Script {
    Han,
    Katakana,
    Hangul,
    Latin,
    Other,
}

fn script(c: char) -> Script {
    match c {
        '\u{3041}'..='\u{309f}' => Script::Other,
        '\u{30a0}'..='\u{30ff}' => Script::Katakana,
        '\u{ac00}'..='\u{d7af}' => Script::Hangul,
        c if c.is_ascii_alphanumeric() => Script::Latin,
        c if words::is_unspaced(c) => Script::Han,
        _ => Script::Other,
    }
}

/// How many characters must stand together to be more than chance.
fn least(script: Script, run: usize) -> Option<usize> {
    match script {
        Script::Han | Script::Hangul => Some(2),
        // Two of them end many words alike.
        Script::Katakana => Some(run.clamp(2, 3)),
        // A word, and no part of one.
        Script::Latin => Some(run.max(2)),
        Script::Other => None,
    }
}

/// How many characters of a name stand in a text in runs long enough to be
/// recognised, and how many there are.
fn heard(name: &str, text: &str) -> (usize, usize) {
    let letters: Vec<(usize, char)> = name.char_indices().collect();
    let (mut found, mut all) = (0, 0);
    let mut from = 0;
    while from < letters.len() {
        let of = script(letters[from].1);
        let run = letters[from..]
            .iter()
            .take_while(|(_, c)| script(*c) == of)
            .count();
        if let Some(least) = least(of, run) {
            all += run;
            let mut covered = 0;
            for at in from..(from + run + 1).saturating_sub(least) {
                let end = letters.get(at + least).map_or(name.len(), |l| l.0);
                if has(text, &name[letters[at].0..end], of) {
                    found += (at + least).max(covered) - at.max(covered);
                    covered = at + least;
                }
            }
        }
        from += run;
    }
    (found, all)
}

/// Whether a text has a piece of a name; a Latin one as a word of its own.
fn has(text: &str, piece: &str, of: Script) -> bool {
    if of != Script::Latin {
        return text.contains(piece);
    }
    let edge = |c: Option<char>| !c.is_some_and(|c| c.is_ascii_alphanumeric());
    text.match_indices(piece).any(|(at, _)| {
        edge(text[..at].chars().next_back()) && edge(text[at + piece.len()..].chars().next())
    })
}

/// Whether of some names only the first says a piece of a question.
pub(in crate::generator) fn echoes_alone<'a>(
    key: &str,
    mut others: impl Iterator<Item = &'a str>,
    stem: &str,
) -> bool {
    heard(key, stem).0 > 0 && others.all(|o| heard(o, stem).0 == 0)
}

/// Whether a text says most of a name.
pub(in crate::generator) fn says_most(name: &str, text: &str) -> bool {
    let (found, all) = heard(name, text);
    found * 2 > all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_of_a_name_gives_it_away() {
        assert_eq!(heard("桟橋灯", "桟橋を照らす灯"), (2, 3));
        assert_eq!(heard("KaiDB 索引", "KaiDBの表"), (5, 7));
        assert_eq!(heard("アンカー", "ブレーカー"), (0, 4));
        assert!(says_most("潮位予測", "潮位を前の月から予測する方法"));
        assert!(!says_most("防波堤", "波から港を守る壁"));
        assert!(echoes_alone(
            "桟橋灯",
            ["錨", "浮標"].into_iter(),
            "桟橋を照らすもの"
        ));
        assert!(!echoes_alone(
            "桟橋灯",
            ["桟橋税", "浮標"].into_iter(),
            "桟橋を照らすもの"
        ));
    }
}
