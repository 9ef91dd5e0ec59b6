//! The blueprint: what an exam asks, by domain and task statement.

use super::text::Text;
use super::time::Day;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A task statement's number in its blueprint: `4.2` is domain 4, task 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TaskId {
    /// From 1.
    pub domain: u8,
    /// From 1.
    pub task: u8,
}

impl TaskId {
    /// Takes `4.2`.
    pub fn parse(s: &str) -> Option<Self> {
        let (domain, task) = s.split_once('.')?;
        let part = |p: &str| p.parse::<u8>().ok().filter(|n| *n > 0);
        Some(Self {
            domain: part(domain)?,
            task: part(task)?,
        })
    }
}

impl TryFrom<String> for TaskId {
    type Error = &'static str;
    fn try_from(s: String) -> Result<Self, Self::Error> {
        Self::parse(&s).ok_or("a task statement is written DOMAIN.TASK, such as \"4.2\"")
    }
}

impl From<TaskId> for String {
    fn from(t: TaskId) -> String {
        t.to_string()
    }
}

impl fmt::Display for TaskId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.domain, self.task)
    }
}

/// An exam as its `exam.json` describes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Blueprint {
    /// `MLS-C01`.
    pub code: Text,
    /// For people.
    pub title: Text,
    /// Questions on a full paper, unscored ones included.
    pub questions: u32,
    /// Questions that don't count.
    pub unscored: u32,
    /// Time for a full paper.
    pub minutes: u32,
    /// Lowest and highest scaled score.
    pub scaled: (u32, u32),
    /// Scaled score that passes.
    pub pass: u32,
    /// Share of multiple-response questions on a paper, 0–1.
    pub multiple_response: f64,
    /// The domains, numbered from 1 in this order.
    pub domains: Vec<Domain>,
    /// The last day on which it can be sat, if it has one.
    pub last_sitting: Option<Day>,
    /// One plain remark on its status.
    pub status: Option<Text>,
}

/// A content domain.
#[derive(Debug, Clone, PartialEq)]
pub struct Domain {
    /// From 1.
    pub number: u8,
    /// For people.
    pub title: Text,
    /// Share of the scored questions, in percent.
    pub weight: f64,
    /// What a candidate must be able to do.
    pub tasks: Vec<TaskStatement>,
}

/// A task statement, in our wording.
#[derive(Debug, Clone, PartialEq)]
pub struct TaskStatement {
    /// Its number.
    pub id: TaskId,
    /// For people.
    pub title: Text,
}

impl Blueprint {
    /// The domain of that number.
    pub fn domain(&self, number: u8) -> Option<&Domain> {
        self.domains.iter().find(|d| d.number == number)
    }

    /// A task statement's share of the exam (0–1): its domain's, split evenly.
    pub fn task_weight(&self, id: TaskId) -> f64 {
        let total: f64 = self.domains.iter().map(|d| d.weight).sum();
        match self.domain(id.domain) {
            Some(d) if total > 0.0 && !d.tasks.is_empty() => {
                d.weight / total / d.tasks.len() as f64
            }
            _ => 0.0,
        }
    }
}

#[cfg(test)]
impl Blueprint {
    /// For tests: domains of these weights, each with so many task statements.
    pub(crate) fn of_weights(weights: &[f64], tasks: u8) -> Self {
        let domain = |(number, weight): (u8, &f64)| Domain {
            number,
            title: Text::new("a domain"),
            weight: *weight,
            tasks: (1..=tasks)
                .map(|task| TaskStatement {
                    id: TaskId {
                        domain: number,
                        task,
                    },
                    title: Text::new("a task"),
                })
                .collect(),
        };
        Self {
            code: Text::new("X"),
            title: Text::new("X"),
            questions: 65,
            unscored: 15,
            minutes: 180,
            scaled: (100, 1000),
            pass: 750,
            multiple_response: 0.15,
            domains: (1..).zip(weights).map(domain).collect(),
            last_sitting: None,
            status: None,
        }
    }
}
