//! Whether the back answers what the front asks: the last look at a card from
//! a stranger's page, where a text that was read in one way may have met a
//! question of another. What can be asked better is asked so; the rest goes.

mod asked;
mod backwards;
mod beside;
mod hollow;
mod labelled;
mod nouns;
mod occasions;
mod openings;
mod proof;
mod things;
mod told;
mod unfit;
mod verbs;

use super::account::Reason;
use super::clause;
use super::lexicon;
use super::listed::Listed;
use super::mentions::Mentions;
use super::name::Name;
use super::sentence::capitalised;
use super::words;
pub(super) use backwards::backwards;
pub(super) use hollow::is_benefit;
pub(super) use occasions::sums_up;
pub(super) use things::{is_numbered, is_operation, is_page, is_side};

use asked::{Asked, Form};
use beside::tells_beside;
use hollow::claims;
use labelled::{bounded, mislabelled};
use nouns::{
    characterises, counts_known, is, matters, meaning, members, misplaced, names_only, tells_of,
    undrawn,
};
use occasions::{figure, priced, rated, when};
use openings::{designed, stands_for};
use told::{bracket_tells, made_of, mended, restates, tells_nothing, whole};
use unfit::unfit;
use verbs::{acts_often, as_deed, asking, does, is_passive, of_case, purpose, used};

/// The sides as they can stay, reworded where the answer asks for it.
///
/// # Errors
/// The reason why no card can be made of them.
pub(super) fn settle(front: String, back: String) -> Result<(String, String), Reason> {
    if let Some(of) = front.strip_prefix("What matters for the ")
        && !matters(of, &back)
    {
        return Err(Reason::Vague);
    }
    let front = undrawn(bounded(front));
    let asked = Asked::read(&front);
    if let Some(reason) = unfit(&asked, &front, &back) {
        return Err(reason);
    }
    if asked.form != Form::Other && tells_nothing(asked.whole, &back)
        || asked.form == Form::Is && restates(asked.term, &back)
    {
        return Err(Reason::GivesAway);
    }
    // `ropes (TLS)` – `Tied Line System.`
    let letters = asked
        .term
        .split_once('(')
        .and_then(|(_, r)| r.split_once(')'));
    let bare = back.trim_end_matches('.');
    if letters.is_some_and(|(l, _)| crate::generator::name::is_initials(l, bare)) {
        return Err(Reason::GivesAway);
    }
    if circles(&asked, &back) {
        return Err(Reason::GivesAway);
    }
    if place_tells(&front, &asked, &back) || bracket_tells(&asked, &back) {
        return Err(Reason::GivesAway);
    }
    if let Some(better) = when(&asked, &front, &back) {
        return Ok(better);
    }
    let described = matches!(
        asked.form,
        Form::Is | Form::Means | Form::Characterises | Form::Examples
    );
    if described && figure(&asked, &back) || priced(&asked, &back) || misplaced(&front, &back) {
        return Err(Reason::Vague);
    }
    if let Some(question) = of_case(&front, &back) {
        return does(&question, back);
    }
    let back = mended(&front, back);
    if rated(&front, &back) || mislabelled(&asked, &back) {
        return Err(Reason::Vague);
    }
    let back = whole(back);
    let first = clause::first_word(&back);
    if let Some(letters) = stands_for(&asked, &front, &back) {
        return Ok(letters);
    }
    if asked.form == Form::Is
        && let Some(parts) = made_of(&back)
    {
        return Ok((asking(&front, "made of"), capitalised(parts)));
    }
    if asked.form == Form::Characterises
        && let Some(better) = designed(&front, &back)
    {
        return Ok(better);
    }
    let fits = match asked.form {
        Form::Does => return does(&front, back),
        Form::For => return purpose(&asked, &front, back),
        // `Constantly watches the tide` is what it does.
        Form::Characterises if acts_often(&back) => {
            let question = front.replacen("hat characterises ", "hat does ", 1);
            return does(&asking(&question, "do"), back);
        }
        Form::Is if lexicon::acts(&first) => {
            return does(&asking(&as_deed(&front), "do"), back);
        }
        // `Answering calls in a port`: what a product is there for.
        Form::Is if doing(&back) && asked.is_product() && front.len() == asked.whole.len() => {
            return Ok((asking(&front, "used for"), back));
        }
        Form::Is => is(&first, &back) && !tells_beside(&asked, &back) && !claims(asked.term),
        // Of the many things that it can do, a line names one.
        Form::Can => {
            let able = asked.is_named() && !is_benefit(asked.term);
            back.starts_with("- ") && !is_passive(&back) && able
        }
        Form::Characterises => words::count(&back) >= 4 && characterises(asked.term, &back),
        Form::Means => meaning(asked.term, &back),
        // Of a sample nobody can tell whether it was named in full.
        Form::Examples => false,
        Form::Has => {
            members(&back)
                && names_only(&back)
                && !tells_of(asked.whole, &back)
                && counts_known(asked.whole)
        }
        Form::Used => return used(&front, back),
        Form::Other => true,
    };
    let negative =
        matches!(first.as_str(), "no" | "not") && asked.form == Form::Is && words::count(&back) < 4;
    match fits && !negative {
        true => Ok((front, back)),
        false => Err(Reason::Vague),
    }
}

/// `What is rope storage for? – Store ropes in a shed`: a deed that its name says.
fn circles(asked: &Asked<'_>, back: &str) -> bool {
    if !matches!(asked.form, Form::Does | Form::For | Form::Used) {
        return false;
    }
    let own = words::content(asked.term);
    let start: Vec<&str> = back.split_whitespace().take(7).collect();
    let told = words::content(&start.join(" "));
    let said = |w: &String| told.iter().any(|t| words::related(w, t));
    let many = words::count(back);
    match own.len() {
        0 => false,
        // `Training: train the model`, `Autoscaling: triggers autoscaling`.
        1 => own.iter().all(|w| told.contains(w)) && many < 7,
        n => n < 4 && many < 12 && own.iter().all(said),
    }
}

/// `In Tide Nets, what is a mesh? – A specific kind of tide net.`
fn place_tells(front: &str, asked: &Asked<'_>, back: &str) -> bool {
    let place = front.strip_suffix(asked.whole).unwrap_or("");
    let shown = words::content(place);
    let told = crate::generator::mask::telling_words(back);
    // `In Tied Line Machines, …` tells `TLM`.
    let initials: String = place
        .split(' ')
        .filter_map(|w| w.chars().next())
        .filter(char::is_ascii_uppercase)
        .collect();
    let letters = back.len() > 2 && back.chars().all(|c| c.is_ascii_uppercase());
    if letters && !place.contains(back) && initials.contains(back) {
        return true;
    }
    !shown.is_empty() && (1..4).contains(&told.len()) && told.iter().all(|w| shown.contains(w))
}

/// Whether the two sides of a card vouch for each other, whatever its page.
pub(super) fn is_sure(front: &str, back: &str) -> bool {
    proof::is_sure(front, back)
}

/// Whether the page shows that what is asked about is a thing; a product's
/// `known` name is one, however little is said of it.
pub(super) fn is_proven(
    front: &str,
    back: &str,
    known: Option<&Name>,
    mentions: &Mentions,
) -> bool {
    proof::stands(front, back, known, mentions)
}

/// `Answering calls in a port`, but no `Training service` and no `Billing and
/// counting`.
fn doing(back: &str) -> bool {
    static NOUNS: Listed = Listed::new("billing operating monitoring training pricing logging");
    let first = clause::first_word(back);
    let second = back.split_whitespace().nth(1).unwrap_or("");
    let named = back
        .split([',', '.', ';', '('])
        .next()
        .and_then(|head| head.split(" for ").next())
        .is_some_and(|head| lexicon::kind_at_end(head).is_some());
    is_gerund(&first)
        && !NOUNS.has(&first)
        && !named
        && !matches!(second, "and" | "&" | "or")
        && words::count(back) > 3
}

/// `answering`, but no `king` and no `building`.
fn is_gerund(word: &str) -> bool {
    word.strip_suffix("ing").is_some_and(|stem| {
        stem.len() > 2 && !word.contains('-') && lexicon::kind_at_end(word).is_none()
    })
}

/// Whether the question wants to know what something is or is for.
pub(super) fn asks_what(front: &str) -> bool {
    matches!(Asked::read(front).form, Form::Is | Form::For)
}

/// Whether the question is about what something is, does or is for.
pub(super) fn asks_of(front: &str) -> bool {
    Asked::read(front).form != Form::Other
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
