//! What scripts may rely on: the long help of `cramless drive`. A test runs
//! every request in it, and looks for every operation.

/// A line to begin with.
pub(in crate::cli) const EXAMPLE: &str = "\
Example:
  echo '{\"op\":\"next\"}' | cramless drive

`cramless drive --help` has every request and its reply.";

/// Every request, and what it is answered with.
pub(in crate::cli) const CONTRACT: &str = r#"One request a line comes in, one reply a line goes out, both JSON objects. What
can't be done is answered {"error":"…"}, and the session goes on until the input
ends. A deed is in the journal before its reply is written.

"at" in any request says when it happens, such as "2026-12-01T19:00:00+01:00";
without it, the clock does. Its own offset decides the study day, which turns
over at 04:00. One before the last event counts as that event's; one in the
future is taken. Cards are named DECK#CARD. An estimate is {"expected","low",
"high"}, each from 0 to 1, with four chances in five between low and high.
More fields may come; those named here stay.

Studying
  {"op":"next"}
     the card to study now: {"card":{…},"new","retrievability"}, or
     {"card":null,"reason","next_due"}. The card has id, kind, domain, task, and
     front and back, or stem, choose and options in the order shown; never the
     key. Nothing changes: the same journal and "at" give the same reply.
     "left": seconds left today, if they aren't the day's own; with a goal and
     without "left" some card is given until all were seen today. No card comes
     twice a day, but "again":true brings what failed today once more.
  {"op":"grade","card":"mls-c01/storage#amazon-s3/purpose","grade":"good","seconds":9}
     a flashcard: again, hard, good or easy. Any card is taken, shown or not;
     "seconds" count up to 60, of a question up to 300.
     {"recorded":true,"due","memory":{"stability","difficulty"}}, plain FSRS's
  {"op":"choose","card":"mls-c01/storage#q/thumbnails-rebuildable","options":["a"],"sure":true}
     a question, by option ids; too few or too many are a wrong answer. "sure":
     true, false for a guess, or unsaid. As grade, with "correct" and "key"
  {"op":"explain","card":"mls-c01/storage#q/thumbnails-rebuildable","reason":"misread"}
     why today's wrong answer to it was wrong: misread or mixed-up
  {"op":"undo"}
     takes back the latest answer or care of the study day:
     {"ok":true,"undone":"answer" or "care","card"}

Goal and figures
  {"op":"goal","exam_date":"in 6 weeks","minutes":20,"days_off":[6,"24 Dec"]}
     the exam is the decks' own, another "exam" by its code, or none with
     "knowledge_only":true. Without "exam_date" it isn't booked; minutes and
     days off that aren't named stay. Weekdays count from 0, Monday.
     {"ok":true,"goal":{"exam","exam_date","minutes","days_off","dates_off"},
     "remark","papers":[{"paper","day","sat"}]}; "forecast":true adds that
  {"op":"readiness"}
     as if nobody studied from now to exam day: an estimate of the share right,
     with "pass", "day", "cards" (an estimate of what is recalled), "by_domain":
     [{"domain","expected","low","high","recall","new","known","due"}],
     "raises_most":[{"domain","task","points_per_hour","cards"}], and
     "passed_by" once the exam's day is past. "cards":true adds
     "recall":{"DECK#CARD":0.83}, at "at"; "forecast":true adds that
  {"op":"forecast"}
     the days to the exam played through: {"ok":true,"forecast":{…} or null}, as
     `cramless plan --json` has it

Papers
  {"op":"mock","questions":10,"seed":7}
     begins one: also "minutes", "domain", "deck", "missed":true,
     "practice":true (explains each answer), "repeat": an earlier paper's id.
     Without "questions" as many as the exam has, or 20 of a part of it.
     {"mock","exam","minutes","seed","practice","held_back",
     "first_sight_left","derived","answered","elapsed_seconds","left_seconds",
     "questions":[{"question","card","domain","task","choose","stem",
     "options","chosen","struck","flag","sure","seconds","first_sight"}]}
     One paper at a time: "discard":true gives the open one up
  {"op":"mock","resume":true}
     the open paper as it stands, after a restart too, with "resumed":true. The
     time since doesn't count, unless with "count":true, or if after a restart
     the paper just goes on without "resume"
  {"op":"answer","question":1,"options":["b"],"flag":false,"sure":false,"seconds":70}
     the question's new state; also "struck". Its clock is "at".
     {"recorded":true,"mock","question","chosen","flag","answered",
     "left_seconds"}, in practice with "correct", "key", "options" and
     "explanation"
  {"op":"flag","question":2}
     turns its flag, or sets it as "flag" says: {"ok":true,"question","flag"}
  {"op":"goto","question":3}
     the question as it stands, with "ok":true and "left_seconds"
  {"op":"finish"}
     hands it in; only now its answers count as reviews. {"mock","right","of",
     "unanswered","time_up","elapsed_seconds","domains":[{"domain","right","of",
     "verdict"}],"missed":[…],"first_sight","estimate"}
  {"op":"report"}
     all that is to be said of the latest paper, or of "mock": its id

Caring for cards; each is answered {"ok":true,"card"} and what is so now:
"flagged", "note", "suspended", "until", "reset", "known_cold", "disputed",
"corrected" and "asked_again"; adding with "cards", "file" and "problems"
  {"op":"flag","card":"mls-c01/storage#amazon-s3/purpose"}      "on":false takes it off
  {"op":"note","card":"mls-c01/storage#amazon-s3/purpose","text":"see ch. 2"}
  {"op":"suspend","card":"mls-c01/storage#amazon-s3/purpose"}   until restored
  {"op":"restore","card":"mls-c01/storage#amazon-s3/purpose"}
  {"op":"bury","card":"mls-c01/storage#amazon-s3/purpose"}      until tomorrow
  {"op":"reset","card":"mls-c01/storage#amazon-s3/purpose"}     its history begins anew
  {"op":"known-cold","card":"mls-c01/storage#amazon-s3/purpose"}
  {"op":"dispute","card":"mls-c01/storage#q/thumbnails-rebuildable","on":true}
     a question leaves study and scoring
  {"op":"correct","card":"mls-c01/storage#amazon-s3/purpose","back":"Keeps objects."}
     front or stem, back, explanation, "option" and "why" by id, "key":[…],
     "text" (why); "undo":true brings the card back as it came
  {"op":"report","card":"mls-c01/storage#amazon-s3/purpose"}    what to tell its author
  {"op":"add","front":"What is a DAG?","back":"A directed acyclic graph.","topic":"Graphs"}
     a card of one's own, in my-cards.md
  {"op":"missed"}
     {"ok":true,"missed":[{"card","misses","last","right_days"}]}, most costly
     first; narrowed by "deck", "domain", "since", "reason", "mock"
  {"op":"mixups"}
     {"ok":true,"mixups":[{"pair","terms","questions","times","marked","last",
     "comparison","made"}]}

Example:
  echo '{"op":"next"}' | cramless drive"#;
