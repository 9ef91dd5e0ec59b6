//! What every draw keeps: counts, concepts, freshness, its seed.

use super::*;

const MLS: [(u8, f64); 4] = [(1, 20.0), (2, 24.0), (3, 36.0), (4, 20.0)];

fn order(questions: usize, seed: u64) -> Order {
    Order {
        questions,
        multiple: 0.15,
        weights: MLS.into(),
        seed,
    }
}

/// 325 questions spread like the pack, every seventh multiple response.
fn pool() -> Vec<Candidate> {
    let sizes = [(1, 65, 3), (2, 78, 3), (3, 117, 5), (4, 65, 4)];
    let mut out = Vec::new();
    for (domain, size, tasks) in sizes {
        for i in 0..size {
            let n = out.len() as u32;
            out.push(Candidate {
                card: CardIx(n),
                task: Some(TaskId {
                    domain,
                    task: i % tasks + 1,
                }),
                concept: Some(n / 2 * 2 + u32::from(i % 3 == 0)),
                multiple: n.is_multiple_of(7),
                origin: Origin::Authored,
                seen: None,
            });
        }
    }
    out
}

#[test]
fn every_paper_keeps_the_counts_and_every_question_is_used() {
    let pool = pool();
    let mut used = HashSet::new();
    for seed in 0..1_000 {
        let paper = draw(&order(65, seed), &pool).expect("enough");
        let mut counts = [0; 5];
        let mut concepts = HashSet::new();
        for ix in &paper.questions {
            let c = &pool[ix.at()];
            counts[usize::from(domain_of(c))] += 1;
            assert!(concepts.insert(c.concept), "seed {seed}: a concept twice");
        }
        assert_eq!(counts, [0, 13, 16, 23, 13]);
        let multiple = paper
            .questions
            .iter()
            .filter(|ix| pool[ix.at()].multiple)
            .count();
        assert!((8..=12).contains(&multiple), "seed {seed}: {multiple}");
        used.extend(paper.questions);
    }
    assert_eq!(used.len(), pool.len());
}

#[test]
fn the_same_seed_draws_the_same_paper() {
    let pool = pool();
    let mut turned = pool.clone();
    turned.reverse();
    let paper = draw(&order(20, 7), &pool);
    assert_eq!(paper, draw(&order(20, 7), &pool));
    assert_eq!(paper, draw(&order(20, 7), &turned));
    assert_ne!(paper, draw(&order(20, 8), &pool));
}

#[test]
fn task_statements_get_their_turn() {
    let pool = pool();
    let paper = draw(&order(65, 3), &pool).expect("enough");
    for task in 1..=5 {
        let n = paper
            .questions
            .iter()
            .filter(|ix| pool[ix.at()].task == Some(TaskId { domain: 3, task }));
        assert!((4..=5).contains(&n.count()), "3.{task}");
    }
}

#[test]
fn unseen_first_then_least_recently_seen_then_derived() {
    let mut pool: Vec<Candidate> = (0..6)
        .map(|n| Candidate {
            card: CardIx(n),
            task: TaskId::parse("1.1"),
            concept: None,
            multiple: false,
            origin: Origin::Authored,
            seen: None,
        })
        .collect();
    pool[0].seen = Some(Day(9));
    pool[1].seen = Some(Day(5));
    pool[2].origin = Origin::Derived;
    let one_domain = |n| Order {
        questions: n,
        multiple: 0.0,
        weights: vec![(1, 1.0)],
        seed: 1,
    };
    let drawn = |n| -> HashSet<u32> {
        let p = draw(&one_domain(n), &pool).expect("enough");
        p.questions.iter().map(|c| c.0).collect()
    };
    assert_eq!(drawn(3), [3, 4, 5].into());
    assert_eq!(drawn(4), [1, 3, 4, 5].into());
    assert_eq!(drawn(5), [0, 1, 3, 4, 5].into());
    assert_eq!(draw(&one_domain(6), &pool).map(|p| p.derived), Ok(1));
}

#[test]
fn a_shortage_is_named_with_the_largest_faithful_paper() {
    let mut pool = pool();
    pool.retain(|c| domain_of(c) != 2 || c.card.0 % 10 == 0);
    let has = pool.iter().filter(|c| domain_of(c) == 2).count();
    let shortage = draw(&order(65, 1), &pool).expect_err("too few");
    assert_eq!(
        (shortage.domain, shortage.needs, shortage.has),
        (2, 16, has)
    );
    assert!(
        draw(&order(shortage.largest, 1), &pool).is_ok(),
        "{shortage}"
    );
    assert!(draw(&order(shortage.largest + 1, 1), &pool).is_err());
}

#[test]
fn a_concept_shared_by_two_domains_is_given_to_the_one_that_needs_it() {
    let c = |card: u32, domain, concept| Candidate {
        card: CardIx(card),
        task: Some(TaskId { domain, task: 1 }),
        concept: Some(concept),
        multiple: false,
        origin: Origin::Authored,
        seen: None,
    };
    let pool = [c(0, 1, 1), c(1, 1, 2), c(2, 2, 1)];
    for seed in 0..20 {
        let order = Order {
            questions: 2,
            multiple: 0.0,
            weights: vec![(1, 1.0), (2, 1.0)],
            seed,
        };
        let drawn: HashSet<_> = draw(&order, &pool)
            .expect("one of each")
            .questions
            .into_iter()
            .collect();
        assert_eq!(drawn, [CardIx(1), CardIx(2)].into());
    }
}
