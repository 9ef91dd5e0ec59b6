//! Brackets behind a name that say what the answer says.

use crate::generator::name::Name;
use crate::generator::words;
use std::borrow::Cow;

/// `RopeNet（綱の倉庫）` without its bracket, where that tells the answer.
pub(super) fn untold(name: &Name, owner: String, told: &str) -> String {
    let gloss = name.full.strip_prefix(name.short.as_str()).unwrap_or("");
    let signs: Vec<char> = gloss.chars().filter(|c| c.is_alphanumeric()).collect();
    let tells = signs.windows(4).any(|run| {
        let eastern = run.iter().all(|c| words::is_unspaced(*c));
        eastern && told.contains(&run.iter().collect::<String>())
    });
    match tells {
        true => owner.replacen(&name.full, &name.short, 1),
        false => owner,
    }
}

/// `TideCam (Port watching service)` without its bracket, where the answer says
/// the same.
pub(super) fn unglossed<'a>(name: &'a Name, told: &str) -> Cow<'a, Name> {
    let gloss = name.full.strip_prefix(name.short.as_str()).unwrap_or("");
    let gloss = gloss.trim().trim_matches(['(', ')']);
    let stems = |t: &str| -> Vec<String> {
        words::content(&t.replace('-', " "))
            .iter()
            .map(|w| words::stem(w))
            .collect()
    };
    // `TDN (Tide Data Net)` is spelt out.
    let capitals = |w: &str| w.len() > 1 && !w.contains(|c: char| c.is_lowercase());
    let spelt = name.short.split(' ').chain(gloss.split(' ')).any(capitals);
    let (own, said) = (stems(gloss), stems(told));
    let shared = own.iter().filter(|w| said.contains(w)).count();
    if spelt || own.len() < 2 || shared * 2 < own.len() {
        return Cow::Borrowed(name);
    }
    let bare = |t: &str| t.replacen(&name.full, &name.short, 1);
    Cow::Owned(Name {
        said: bare(&name.said),
        full: name.short.clone(),
        ..name.clone()
    })
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::fronts;

    #[test]
    fn a_bracket_that_tells_the_answer_is_left_out() {
        let page = "# 港\n\n| サービス | 用途 | 欠点 |\n|---|---|---|\n\
            | RopeNet（綱の倉庫基盤） | 大きな綱の倉庫基盤の分析 | 冬には遅い |\n\
            | TideLock（水門の制御） | 港の水位を保つ装置 | 夜には使えない |\n";
        let fronts = fronts(page);
        let asked = |f: &str| fronts.iter().any(|g| g.starts_with(f));
        assert!(
            asked("RopeNet は") && asked("RopeNet（綱の倉庫基盤） の"),
            "{fronts:?}"
        );
        assert!(asked("TideLock（水門の制御） は"), "{fronts:?}");
    }

    #[test]
    fn a_bracket_that_defines_is_left_to_the_answer() {
        let page = "# Ports\n\n## Basalt TideCam (Port watch service)\n\n\
            - A service that watches ports by night and by day\n\n\
            ## RBD (Rope Bank)\n\n- A bank that lends money to the pilots of a port\n\n\
            ## Basalt RopeNet (Night moorings)\n\n- A service that sells lamps to the pilots of a port\n";
        let fronts = fronts(page);
        for asked in [
            "What is Basalt TideCam?",
            "What is RBD (Rope Bank)?",
            "What is Basalt RopeNet (Night moorings)?",
        ] {
            assert!(fronts.iter().any(|f| f == asked), "{asked}: {fronts:?}");
        }
    }
}
