//! What the schema tells editors of a blueprint; a test keeps it to what is read.

use schemars::JsonSchema;

/// What an exam asks, by domain and task statement, and how it is marked.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "stands for its schema only")]
pub(super) struct Blueprint {
    /// The schema that an editor should check this file against.
    #[schemars(rename = "$schema", extend("format" = "uri-reference"))]
    schema: Option<String>,
    /// The version of this format.
    #[schemars(extend("const" = 1))]
    format: u32,
    /// The exam's code, which decks name: MLS-C01.
    #[schemars(length(min = 1))]
    code: String,
    /// For people.
    #[schemars(length(min = 1))]
    title: String,
    /// Questions on a full paper, unscored ones included.
    #[schemars(range(min = 1, max = 10000))]
    questions: u32,
    /// Questions on it that don't count (none if left out).
    unscored: Option<u32>,
    /// Time for a full paper.
    #[schemars(range(min = 1, max = 10000))]
    minutes: u32,
    /// The scale on which results are given.
    scaled: Scaled,
    /// Share of questions with more than one key, 0 to 1 (0 if left out).
    #[schemars(range(min = 0.0, max = 1.0))]
    multiple_response: Option<f64>,
    /// The content domains, numbered from 1 in this order.
    #[schemars(length(min = 1, max = 255))]
    domains: Vec<Domain>,
    /// The last day on which it can be sat, YYYY-MM-DD.
    #[schemars(extend("format" = "date"))]
    last_sitting: Option<String>,
    /// One plain remark on its status, shown to whoever prepares for it.
    status: Option<String>,
    /// Where this was taken from.
    #[schemars(default)]
    sources: Vec<String>,
}

/// The scale on which results are given.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "stands for its schema only")]
pub(super) struct Scaled {
    /// The lowest score.
    lowest: u32,
    /// The highest score.
    highest: u32,
    /// The score that passes.
    pass: u32,
}

/// A content domain.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "stands for its schema only")]
pub(super) struct Domain {
    /// For people.
    #[schemars(length(min = 1))]
    title: String,
    /// Share of the scored questions, in percent.
    #[schemars(range(min = 0.0, max = 100.0))]
    weight: f64,
    /// What a candidate must be able to do.
    #[schemars(default)]
    tasks: Vec<Task>,
}

/// A task statement.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "stands for its schema only")]
pub(super) struct Task {
    /// DOMAIN.TASK, such as 4.2.
    #[schemars(regex(pattern = r"^[1-9][0-9]{0,2}\.[1-9][0-9]{0,2}$"))]
    id: String,
    /// For people.
    #[schemars(length(min = 1))]
    title: String,
}
