//! Things that only seem to be at home under the heading above them.
//!
//! Where headings stop but the notes go on, the last thing with a heading of its
//! own would house all that follows. Services that don't speak of it are none
//! of its parts; a section of many such is nobody's home.

use super::facts::homes;
use super::sentence;
use super::topic::{Reading, Topic};
use super::words;
use std::collections::{HashMap, HashSet};

/// So many services that are none of its parts take a heading its rooms.
const MANY: usize = 4;

/// Lets go what stands under a thing that houses many others' services; such
/// things, by name.
pub(super) fn release(reading: &mut Reading) -> HashSet<String> {
    let topics = &reading.topics;
    let names: HashMap<&str, &Topic> = topics.iter().map(|t| (t.name.said.as_str(), t)).collect();
    let foreign = |t: &Topic, home: &str| !speaks_of(t, home, names.get(home).copied());
    let mut strays: HashMap<&str, usize> = HashMap::new();
    for topic in topics.iter().filter(|t| !t.vouched()) {
        if let Some(home) = house(topic, topics).filter(|h| is_service(topic) && foreign(topic, h))
        {
            *strays.entry(home).or_default() += 1;
        }
    }
    strays.retain(|_, many| *many >= MANY);
    let lost = |t: &Topic| {
        house(t, topics).is_some_and(|h| strays.contains_key(h) && foreign(t, h) && !t.vouched())
    };
    let lost: Vec<bool> = topics.iter().map(lost).collect();
    let crowded = strays.into_keys().map(str::to_owned).collect();
    for (topic, lost) in reading.topics.iter_mut().zip(lost) {
        if lost {
            topic.unplace();
        }
    }
    crowded
}

fn is_thing(topic: &Topic) -> bool {
    topic.houses || topic.name.is_product() || topic.purpose.is_some()
}

/// The thing in whose section a topic stands.
fn house<'a>(topic: &'a Topic, topics: &'a [Topic]) -> Option<&'a str> {
    let owner = topic.owner.map(|o| &topics[o]).filter(|o| is_thing(o));
    let owner = owner.map(|o| o.name.said.as_str());
    topic.home.as_deref().or(owner)
}

/// Whether a topic is told as what somebody offers.
fn is_service(topic: &Topic) -> bool {
    let kind = topic.purpose.as_ref().and_then(|p| p.statement.kind());
    kind.is_some_and(|k| ["service", "database", "platform"].contains(&k))
}

/// Whether what is told of a topic has the word that is its home's own.
fn speaks_of(topic: &Topic, home: &str, thing: Option<&Topic>) -> bool {
    let said = format!("{} {}", topic.name.full, topic.everything());
    let names = thing.map_or(vec![home], |t| vec![home, &t.name.full, &t.name.short]);
    let lettered = home.split(['(', ')']).map(str::trim);
    let names = names.into_iter().chain(lettered);
    let mut names = names.map(|n| match words::count(n) {
        0..=2 => homes::own_word(n),
        _ => n,
    });
    names.any(|n| !n.is_empty() && sentence::contains_words(&said, n))
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::fronts;

    #[test]
    fn a_heading_that_others_services_follow_is_no_home() {
        let page = |last: &str| {
            let boats = "TDN is a service that moors boats. Pilots pay for TDN by the month.";
            fronts(&format!(
                "# Notes\n\n## TDN\n\n{boats}\n\n\
                Cordage is a service that sells ropes to pilots.\n\n\
                Dredge is a service that deepens the channels of a port.\n\n\
                Ballast is a service that weighs crates in docks.\n\n{last}\n\n\
                A fender is a piece of rubber that keeps hulls from a wall.\n"
            ))
        };
        let few = page("Cleats are pieces of iron that a rope is wound around.");
        assert!(few.contains(&"In TDN, what is a fender?".into()), "{few:?}");
        let many = page(
            "Pilotage is a service that steers ships at night.\n\n\
            A hawser is a rope of hemp that TDN throws to boats.",
        );
        assert!(many.contains(&"What is a fender?".into()), "{many:?}");
        let own = "In TDN, what is a hawser?".to_owned();
        assert!(many.contains(&own), "{many:?}");
        let parts = page("Pilotage is a service that steers ships for TDN at night.");
        assert!(
            parts.contains(&"In TDN, what is a fender?".into()),
            "{parts:?}"
        );
    }
}
