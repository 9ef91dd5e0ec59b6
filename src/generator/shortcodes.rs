//! Signs by name, as chats and code hosts write them: `:rocket:`. Marks that
//! mean something become signs, the others say nothing.

/// The text with its named signs drawn or left out.
pub(super) fn drawn(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(':') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        // `arn:tdn:quay` is an address: a sign begins where a word could.
        let opens = out
            .chars()
            .next_back()
            .is_none_or(|c| c.is_whitespace() || "(|✅❌→".contains(c));
        match named(from).filter(|_| opens) {
            Some((name, after)) => {
                out.push_str(sign(name));
                rest = if out.is_empty() {
                    after.trim_start()
                } else {
                    after
                };
            }
            None => {
                out.push(':');
                rest = &from[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// The name between two colons and what follows.
fn named(from: &str) -> Option<(&str, &str)> {
    let (name, after) = from.strip_prefix(':')?.split_once(':')?;
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_+-".contains(c);
    let fits = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(letters)
        && !after.starts_with(':');
    fits.then_some((name, after))
}

fn sign(name: &str) -> &'static str {
    match name {
        "white_check_mark" | "heavy_check_mark" | "ballot_box_with_check" => "✅",
        "x" | "negative_squared_cross_mark" | "heavy_multiplication_x" => "❌",
        "arrow_right" => "→",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::drawn;

    #[test]
    fn signs_by_name_are_drawn_or_left_out() {
        for (text, shown) in [
            (":star:Basalt Quay", "Basalt Quay"),
            (":rocket: Up to 9 boats", "Up to 9 boats"),
            (":white_check_mark: Moored", "✅ Moored"),
            (":x: Adrift", "❌ Adrift"),
            ("Fast :zap: boats", "Fast  boats"),
            ("arn:tdn:quay::9:boat", "arn:tdn:quay::9:boat"),
            ("At 10:30: a tide", "At 10:30: a tide"),
            ("Ropes: hemp: wet", "Ropes: hemp: wet"),
            ("std::rope::knot", "std::rope::knot"),
        ] {
            assert_eq!(drawn(text), shown);
        }
    }
}
