//! Terms and descriptions in other languages than English: what may be a term,
//! and whether a text says anything of it.

use crate::generator::language::{self, Language};
use crate::generator::listed::Listed;
use crate::generator::name::Name;
use crate::generator::sentence;
use crate::generator::statement::{Form, Statement};
use crate::generator::words;

/// Whether a description says its own term again.
pub(super) fn repeats(name: &Name, gloss: &str, tongue: Language) -> bool {
    if language::is_circular(&name.full, gloss) {
        return true;
    }
    let closed = !tongue.is_spaced() || tongue == Language::Korean;
    let gloss = match closed {
        true => gloss.split(['。', '\n']).next().unwrap_or(gloss),
        false => gloss.split(['.', ';']).next().unwrap_or(gloss),
    };
    if closed {
        let bare = gloss.trim_end_matches(['.', ' ']);
        let short = name.short.as_str();
        let (own, all) = (short.chars().count(), bare.chars().count());
        // `錨を下ろす`: what is done with it.
        let done_with = |particle: char| {
            bare.match_indices(short)
                .any(|(at, m)| bare[at + m.len()..].starts_with(particle))
        };
        if own > 1 && tongue == Language::Japanese && done_with('を') {
            return true;
        }
        // `KaiDB에서 …`: what is so with the term itself.
        let head: Vec<&str> = bare.split_whitespace().take(4).collect();
        let within = head.iter().position(|w| {
            ["가", "이", "에서", "를", "을"]
                .iter()
                .any(|p| w.ends_with(p))
        });
        if let Some(at) = within.filter(|_| tongue == Language::Korean) {
            let before = head[..=at].join(" ");
            // The first of several words is often the maker's.
            let several = usize::from(short.contains([' ', '-']));
            let latin = short
                .split([' ', '-'])
                .skip(several)
                .any(|w| w.len() > 2 && w.is_ascii() && before.contains(w));
            if latin || language::sounds_in(short, &before) {
                return true;
            }
        }
        let heard = words::count(bare) <= 3 && language::sounds_in(short, bare);
        let most = heard || own > 2 && own * 4 > all && bare.contains(short);
        return most || own > 3 && (bare.starts_with(short) || bare.ends_with(short));
    }
    // `Mole Service (MS): … by means of MS`, unless it is the subject.
    let letters = name.aliases.iter().filter(|a| {
        let shown = name.full.contains(&format!("({})", a.to_uppercase()));
        (2..=5).contains(&a.len()) && shown
    });
    letters.into_iter().any(|a| {
        let upper = a.to_uppercase();
        let at = gloss
            .find(&upper)
            .filter(|_| !gloss.contains(&format!("({upper})")));
        at.is_some_and(|at| at > 24 && sentence::contains_words(&gloss.to_lowercase(), a))
    })
}

/// How many characters of a script without spaces, or of Korean, stand outside
/// brackets.
pub(super) fn native(text: &str) -> usize {
    let mut depth = 0usize;
    let mut n = 0;
    for c in text.chars() {
        match c {
            '(' | '（' | '[' => depth += 1,
            ')' | '）' | ']' => depth = depth.saturating_sub(1),
            c if depth == 0 && (words::is_unspaced(c) || words::is_hangul(c)) => {
                n += 1;
            }
            _ => {}
        }
    }
    n
}

/// `è legata al molo`, `No atraca`: what is said of a thing.
fn predicates(name: &str) -> bool {
    static FIRST: Listed = Listed::new(
        "è é es est ist sind sono são son sont non não no ne nicht kein keine si se può puede pode peut hay há",
    );
    let first = name.split_whitespace().next().unwrap_or("").to_lowercase();
    FIRST.has(&first) && name.contains(' ')
}

/// `Bsp: …`, `Ej.: …`: an example and no description.
pub(super) fn exemplifies(gloss: &str) -> bool {
    let lower = gloss.to_lowercase();
    // `KaiDB: …` within the text: that one is told of.
    let head = gloss.split([':', '：']).next().unwrap_or("");
    let nested = head.len() < gloss.len()
        && gloss.chars().any(words::is_unspaced)
        && head.starts_with(|c: char| c.is_ascii_uppercase())
        && head.chars().all(|c| c.is_ascii() && c != '/' && c != '.')
        && words::count(head) <= 5;
    nested
        || [
            "bsp",
            "z.b.",
            "z. b.",
            "ej:",
            "ej.:",
            "ex:",
            "ex.:",
            "p.ej",
            "por ejemplo",
            "por exemplo",
            "ad esempio",
            "par exemple",
            "es.:",
            "例：",
            "例:",
            "例えば",
            "たとえば",
            "예:",
            "예)",
            "例如",
            "比如",
        ]
        .iter()
        .any(|e| lower.starts_with(e))
}

/// Whether a name or its gloss is somebody's remark, step or question.
pub(super) fn idle(name: &Name, gloss: &str) -> bool {
    language::is_remark(&name.short)
        || language::names_step(&name.short)
        || language::chapter(&name.full).is_some()
        || name.short.ends_with(['?', '？'])
        || name.short.starts_with(|c: char| c.is_ascii_digit()) && name.short.contains([')', ' '])
        || clause(&name.short)
        || of_examination(&name.short)
        || language::begins_with_verb(&name.short)
        || predicates(&name.short)
        || name.short.split_whitespace().count() > 1
            && name.short.split(' ').next().is_some_and(language::gathers)
        || [
            "die ",
            "der ",
            "das ",
            "e come ",
            "y cómo ",
            "et comment ",
            "und wie ",
        ]
        .iter()
        .any(|p| name.short.to_lowercase().starts_with(p))
        || party(name, gloss)
        || gloss.contains(" = ")
        || language::announces(gloss)
        || points_on(gloss)
        || language::asks_only(gloss)
        || language::lists_marks(gloss)
}

/// `問題3`, `潮時計が正解です`: a question of an examination and what is said of it.
fn of_examination(name: &str) -> bool {
    let counted = ["問題", "問", "문제", "题目", "題目"].iter().any(|p| {
        name.strip_prefix(p)
            .is_some_and(|rest| rest.trim().starts_with(|c: char| c.is_ascii_digit()))
    });
    counted
        || ["正解です", "が正解", "正解"]
            .iter()
            .any(|e| name.ends_with(e))
}

/// `AWS: Sécurité du cloud`, `Cliente: …`: what is whose to do.
fn party(name: &Name, gloss: &str) -> bool {
    static CLOUDS: [&str; 7] = [
        "cloud",
        "nuage",
        "nube",
        "nuvem",
        "クラウド",
        "클라우드",
        "云",
    ];
    static SIDES: Listed =
        Listed::new("client cliente kunde kunden お客様 顧客 利用者 고객 사용자 客户 客戶");
    let (name, gloss) = (name.short.to_lowercase(), gloss.to_lowercase());
    let whose = [
        "sécurité",
        "securité",
        "seguridad",
        "segurança",
        "sicurezza",
        "sicherheit",
        "responsab",
        "verantwort",
        "セキュリティ",
        "責任",
        "보안",
        "책임",
        "安全",
        "责任",
    ];
    // Beside the client stands the one whose cloud it is.
    let host = !name.contains(' ') && CLOUDS.iter().any(|c| gloss.contains(c));
    (host || SIDES.has(&name)) && whose.iter().any(|w| gloss.contains(w))
}

/// `以下の通りです`: what follows is the answer; `…】`: a piece of a link.
fn points_on(gloss: &str) -> bool {
    let ahead = [
        "以下の順",
        "以下の通り",
        "以下のとおり",
        "次の通り",
        "次のとおり",
        "如下",
        "この制約があるため",
    ]
    .iter()
    .any(|p| gloss.contains(p));
    ahead || gloss.matches('】').count() != gloss.matches('【').count()
}

/// Whether a name in a script without spaces is a sentence, or says what to do.
fn clause(name: &str) -> bool {
    let unspaced = name.chars().any(words::is_unspaced);
    let parts = [
        "，", "、", "。", "；", "可以", "需要", "以下", "如下", "建议", "建議", "請", "请",
    ];
    // `港の三要件`, `暗号化関連`: more than one thing.
    let doing = ["の使用", "の有効化", "の活用", "の実施", "の導入", "の徹底"];
    let told = ["主要", "使える", "できる", "された", "している"]
        .iter()
        .any(|v| name.contains(v) && !name.ends_with(v));
    let counted = name.ends_with("要件")
        || name.ends_with("つ")
        || told
        || doing.iter().any(|d| name.ends_with(d));
    let about = ["関連", "관련", "相关", "相關", "その他", "기타", "其他"]
        .iter()
        .any(|e| name.ends_with(e));
    unspaced && (counted || parts.iter().any(|p| name.contains(p)))
        || about
        || language::is_clause(name)
}

/// Whether a sentence in such a language has the term as its subject and says
/// what it is: `El muelle es …`.
pub(super) fn foreign_subject(text: &str, name: &Name) -> bool {
    told_of(text, name).is_some()
}

/// What a sentence says of the term that is its subject, after the copula.
fn told_of<'a>(text: &'a str, name: &Name) -> Option<&'a str> {
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return None;
    }
    let articles = [
        "el ", "la ", "il ", "lo ", "l'", "l’", "o ", "a ", "der ", "die ", "das ", "le ", "les ",
        "un ", "una ", "um ", "uma ", "une ", "ein ", "eine ",
    ];
    let bare = articles
        .iter()
        .find_map(|a| lower.strip_prefix(a))
        .unwrap_or(&lower);
    // `Un puerto es …` under `Puertos`.
    let singular = |a: &String| {
        let words: Vec<&str> = a
            .split(' ')
            .map(|w| w.strip_suffix('s').unwrap_or(w))
            .collect();
        words.join(" ")
    };
    let ones = name.aliases.iter().map(singular).filter(|a| a.len() > 3);
    // `` `Mole` ``: written as code, told in prose.
    let bared = name.aliases.iter().map(|a| a.replace('`', ""));
    let all = name.aliases.iter().cloned().chain(ones).chain(bared);
    // `O Basalto Cais é …`: the maker before the name.
    let made = bare.split_once(' ').map_or("", |(_, rest)| rest);
    let product = name.is_product() || name.is_proper();
    let rest = all.into_iter().find_map(|a| {
        let rest = bare
            .strip_prefix(a.as_str())
            .or_else(|| lower.strip_prefix(a.as_str()))
            .or_else(|| {
                made.strip_prefix(a.as_str())
                    .filter(|_| product && a.len() > 3)
            })?;
        rest.starts_with([' ', ',', '(']).then_some(rest)
    });
    let r = rest?.trim_start();
    let r = r
        .strip_prefix('(')
        .and_then(|r| r.split_once(')'))
        .map_or(r, |(_, after)| after.trim_start());
    let told = [
        "es ", "è ", "é ", "ist ", "est ", "son ", "são ", "sono ", "sind ", "sont ",
    ]
    .iter()
    .find_map(|c| r.strip_prefix(c))?;
    text.get(text.len() - told.len()..)
}

/// Whether a clause names its subject: `船は`, but not `船では` or `ではなく`.
fn marks_subject(clause: &str) -> bool {
    let letters: Vec<char> = clause.chars().collect();
    // `係留とは…` is about mooring, `港では…` about what is so there.
    let told = clause.split_once("とは").is_some_and(|(h, t)| {
        !h.is_empty()
            && !["違", "異", "別", "限", "言え"]
                .iter()
                .any(|d| t.starts_with(d))
    });
    if told || clause.ends_with("では") {
        return true;
    }
    letters
        .windows(2)
        .any(|p| p[1] == 'は' && !"でとにてのるいはへか".contains(p[0]))
}

/// A description in a language whose grammar isn't taken apart: only the
/// subject is taken off where that is safe.
pub(in crate::generator) fn foreign(text: &str, name: &Name) -> Statement {
    let stripped = [&name.full, &name.short].into_iter().find_map(|subject| {
        let rest = text.strip_prefix(subject.as_str())?.trim_start();
        [
            "とは、",
            "とは",
            "は、",
            "は",
            "是",
            "：",
            ":",
            "는 ",
            "은 ",
            "란 ",
            "이란 ",
        ]
        .iter()
        .find_map(|p| rest.strip_prefix(p))
        .map(|tail| tail.trim().to_owned())
    });
    // `港湾管理（HM）は、…`, `KaiDB( Kai Database )는 …`: the letters stand between.
    let stripped = stripped.or_else(|| {
        let subject = [&name.full, &name.short].into_iter().find_map(|s| {
            let s = s
                .split([' ', '(', '（'])
                .next_back()
                .filter(|l| s.contains(' ') && l.len() > 1);
            s.and_then(|l| text.strip_prefix(l))
        });
        let rest = [&name.full, &name.short]
            .into_iter()
            .find_map(|s| text.strip_prefix(s.as_str()))
            .or(subject)?
            .trim_start();
        let (_, tail) = rest.strip_prefix(['(', '（'])?.split_once([')', '）'])?;
        let tail = tail.trim_start();
        let told = [
            "は、",
            "とは、",
            "とは",
            "は",
            "是",
            "는 ",
            "은 ",
            "란 ",
            "이란 ",
        ]
        .iter()
        .find_map(|p| tail.strip_prefix(p));
        let korean = tail.chars().any(words::is_hangul);
        told.or_else(|| korean.then_some(tail))
            .map(|t| t.trim().to_owned())
    });
    // `**名前** は、…`: the particle went with the name.
    let stripped = stripped.or_else(|| {
        ["は、", "とは、", "が、", "：", "、"]
            .iter()
            .find_map(|p| text.strip_prefix(p))
            .map(|tail| tail.trim().to_owned())
    });
    // `El muelle es un …`: what it is, without the subject.
    let stripped = stripped.or_else(|| {
        let told = told_of(text, name)?;
        [
            "un ", "una ", "uno ", "um ", "uma ", "une ", "ein ", "eine ",
        ]
        .iter()
        .any(|a| told.starts_with(a))
        .then(|| told.trim().to_owned())
    });
    // `Est la capacité de …`, after a label.
    let stripped = stripped.or_else(|| {
        let (copula, told) = text.split_once(' ')?;
        let article = told.split([' ', '\'', '’']).next().unwrap_or("");
        let copula = matches!(
            copula,
            "Est" | "Es" | "É" | "È" | "Ist" | "Sono" | "Sont" | "Son" | "São" | "C'est" | "C’est"
        );
        static ARTICLES: Listed = Listed::new(
            "un una uno um uma une ein eine der die das el la lo il o a os as le les los las l",
        );
        (copula && ARTICLES.has(article)).then(|| told.trim().to_owned())
    });
    // Another subject before `は` makes it a sentence about something else.
    let other = stripped.is_none()
        && text.chars().any(words::is_unspaced)
        && text.split(['、', '。']).next().is_some_and(marks_subject);
    Statement {
        form: if other { Form::Clause } else { Form::Fragment },
        body: stripped.unwrap_or_else(|| text.to_owned()),
        about_term: true,
        plural: false,
    }
}
