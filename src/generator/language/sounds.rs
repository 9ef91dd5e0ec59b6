//! Words that sound alike in two scripts: `ストレージ` gives `Storage` away as
//! plainly as the word itself would.

use crate::generator::words;

/// The consonants of a word, near ones taken for one, a vowel only at its head.
fn push(out: &mut String, c: char) {
    if !out.ends_with(c) {
        out.push(c);
    }
}

fn latin(word: &str) -> String {
    let letters: Vec<char> = word.to_lowercase().chars().collect();
    let vowel = |c: char| "aeiou".contains(c);
    let mut out = String::new();
    for (i, c) in letters.iter().enumerate() {
        let next = letters.get(i + 1).copied().unwrap_or(' ');
        let soft = matches!(next, 'e' | 'i' | 'y');
        let sound = match c {
            'a' | 'e' | 'i' | 'o' | 'u' if i == 0 => 'a',
            'c' | 'g' if soft => 's',
            'c' | 't' | 's' if next == 'h' => 's',
            'p' if next == 'h' => 'h',
            'c' | 'g' | 'k' | 'q' => 'k',
            's' | 'z' | 'j' => 's',
            't' | 'd' => 't',
            'p' | 'b' | 'v' => 'p',
            'f' => 'h',
            'm' | 'n' => 'n',
            'l' => 'r',
            // At the end of a syllable it isn't heard.
            'r' if vowel(next) => 'r',
            'h' if i == 0 => 'h',
            'x' => {
                push(&mut out, 'k');
                's'
            }
            _ => continue,
        };
        push(&mut out, sound);
    }
    out
}

fn katakana(run: &str) -> String {
    let mut out = String::new();
    for (i, c) in run.chars().enumerate() {
        let sound = match c {
            'ア' | 'イ' | 'ウ' | 'エ' | 'オ' if i == 0 => 'a',
            'カ'..='ゴ' => 'k',
            'サ'..='ゾ' | 'ヂ' | 'チ' => 's',
            'タ' | 'ダ' | 'ツ' | 'ヅ' | 'テ' | 'デ' | 'ト' | 'ド' => 't',
            'ナ'..='ノ' | 'ン' | 'マ'..='モ' => 'n',
            'バ' | 'パ' | 'ビ' | 'ピ' | 'ブ' | 'プ' | 'ベ' | 'ペ' | 'ボ' | 'ポ' | 'ヴ' => {
                'p'
            }
            'ハ' | 'ヒ' | 'フ' | 'ヘ' | 'ホ' => 'h',
            'ラ'..='ロ' => 'r',
            _ => continue,
        };
        push(&mut out, sound);
    }
    out
}

fn hangul(word: &str) -> String {
    const HEADS: [char; 19] = [
        'k', 'k', 'n', 't', 't', 'r', 'n', 'p', 'p', 's', 's', ' ', 's', 's', 's', 'k', 't', 'p',
        'h',
    ];
    let mut out = String::new();
    for (i, c) in word.chars().enumerate() {
        let Some(at) = u32::from(c).checked_sub(0xac00).filter(|n| *n < 11_172) else {
            continue;
        };
        match HEADS[at as usize / 588] {
            ' ' if i == 0 => push(&mut out, 'a'),
            ' ' => {}
            head => push(&mut out, head),
        }
        match at % 28 {
            1..=3 => push(&mut out, 'k'),
            4..=6 | 16 | 21 => push(&mut out, 'n'),
            8 => push(&mut out, 'r'),
            17 | 18 => push(&mut out, 'p'),
            7 | 19 | 20 | 25 => push(&mut out, 't'),
            _ => {}
        }
    }
    out
}

/// Whether a text in another script has a word that sounds like one of the
/// name's.
pub(in crate::generator) fn sounds_in(name: &str, text: &str) -> bool {
    let is_katakana = |c: char| ('\u{30a1}'..='\u{30fc}').contains(&c);
    let mut heard: Vec<String> = text
        .split(|c: char| !is_katakana(c))
        .filter(|r| r.chars().count() > 2)
        .map(katakana)
        .collect();
    heard.extend(
        text.split(|c: char| !words::is_hangul(c))
            .filter(|r| r.chars().count() > 2)
            .map(hangul),
    );
    if heard.is_empty() {
        return false;
    }
    words::name_words(name)
        .iter()
        .filter(|w| w.is_ascii() && w.len() > 4)
        .map(|w| latin(w))
        .filter(|w| w.len() > 2)
        .any(|w| {
            // `デバッグ` is the better part of a debugger.
            let begins = |h: &str| h.len() > 2 && w.len() == h.len() + 1 && w.starts_with(h);
            heard
                .iter()
                .any(|h| *h == w || begins(h) || w.len() > 3 && h.contains(w.as_str()))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_heard_in_another_script() {
        for (name, text) in [
            ("Harbour Storage", "船のためのストレージを貸すサービス"),
            ("PrivateQuay", "プライベートな桟橋"),
            ("Tide Backup", "潮位のバックアップ"),
            ("Instance Dock", "인스턴스를 두는 곳"),
            ("Quay Debugger", "桟橋のデバッグと監視"),
        ] {
            assert!(sounds_in(name, text), "{name}");
        }
        for (name, text) in [
            ("Harbour Storage", "船を波から守るサービス"),
            ("TideMap", "テーブルに潮の高さを書く"),
            ("Amazon Athena", "クエリを実行するサービス"),
        ] {
            assert!(!sounds_in(name, text), "{name}");
        }
    }
}
