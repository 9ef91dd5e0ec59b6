//! The address in a card's reference, if it is one that a browser may be given.

/// Longer addresses are nonsense.
const LONGEST: usize = 2_000;

/// The first `http` or `https` address in a text; nothing else is ever opened.
pub fn address(text: &str) -> Option<&str> {
    let lower = text.to_ascii_lowercase();
    let start = ["https://", "http://"]
        .iter()
        .filter_map(|scheme| lower.find(scheme))
        .min()?;
    let ends = |c: char| c.is_whitespace() || c.is_control() || "<>\"'`\\^{}|".contains(c);
    let rest = &text[start..];
    let mut found = &rest[..rest.find(ends).unwrap_or(rest.len())];
    loop {
        let open = |c| found.matches(c).count();
        let shorter = match found.chars().next_back()? {
            '.' | ',' | ';' | ':' | '!' | '?' | '*' | '_' => true,
            // `[text](address)` ends the address, `…_(film)` belongs to it.
            ')' => open(')') > open('('),
            ']' => open(']') > open('['),
            _ => false,
        };
        if !shorter {
            break;
        }
        found = &found[..found.len() - 1];
    }
    let host = found.split_once("://").map_or("", |(_, rest)| rest);
    let named = host.starts_with(|c: char| c.is_alphanumeric() || c == '[');
    (named && found.len() <= LONGEST).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn only_an_address_of_the_web_is_taken() {
        for (text, found) in [
            (
                "https://a.example/b?c=d#e",
                Some("https://a.example/b?c=d#e"),
            ),
            (
                "see [the docs](https://a.example/x).",
                Some("https://a.example/x"),
            ),
            ("<HTTP://A.example>", Some("HTTP://A.example")),
            (
                "https://a.example/Film_(1999)",
                Some("https://a.example/Film_(1999)"),
            ),
            ("https://a.example/x; rm -rf ~", Some("https://a.example/x")),
            ("https://a.example/`id`", Some("https://a.example/")),
            ("file:///etc/passwd", None),
            ("javascript:alert(1)", None),
            ("https://-oProxyCommand=x", None),
            ("Chapter 3", None),
            ("https://", None),
        ] {
            assert_eq!(address(text), found, "{text}");
        }
    }
}
