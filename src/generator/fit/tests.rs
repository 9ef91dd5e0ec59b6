//! Stories of fronts and backs: which fit, which get a better question, which
//! make no card.

use super::*;

fn kept(front: &str, back: &str) -> Option<(String, String)> {
    settle(front.to_owned(), back.to_owned()).ok()
}

#[test]
fn what_others_do_or_letters_stand_for_is_not_told_of_the_thing() {
    assert_eq!(
        kept("What does Calm Mooring do?", "Nets help you to catch fish."),
        None
    );
    assert!(kept("What do Sea Nets do?", "Nets help you to catch fish.").is_some());
    let leans = "Depending on the tide, it may need a longer rope.";
    assert_eq!(kept("What is a Calm Mooring?", leans), None);
    let spelt = "TDN stands for “Tide Depth Net” – the ropes that measure water at each pier.";
    assert_eq!(kept("What is Basalt TDN Core?", spelt), None);
}

#[test]
fn a_back_of_another_form_makes_no_card() {
    for (front, back) in [
        (
            "In Effective and Cheap, what is a buoy?",
            "A float that marks a rock.",
        ),
        (
            "Store ropes at piers (RopeNet): what is a buoy?",
            "A float that marks a rock.",
        ),
        (
            "In Locks, how is tarring handled?",
            "A crew of five tars the rope.",
        ),
        ("What does “Tides” cover?", "Ebb, flood and slack."),
        (
            "In Tied Line Machines, what is the name for a rope of steel?",
            "TLM",
        ),
        (
            "What are examples of knots?",
            "Bowline, sheet bend, clove hitch.",
        ),
        ("What is RopeNet?", "Fully managed service in Azure."),
        ("What is RNB Gate?", "A Rope Net Board (RNB) service."),
        ("What does RopeNet cost?", "Most expensive."),
        (
            "What is RopeNet?",
            "A single net used to be tied for all piers.",
        ),
        (
            "What is RopeNet?",
            "RopeNet and TideHub work together at night.",
        ),
        (
            "What is RopeNet?",
            "A net that holds boats ## Locks and gates.",
        ),
        ("What are nets used for?", "By pilots who need a rope."),
        (
            "What do security gates do?",
            "Act at the keel level, not at the deck's.",
        ),
        ("What does selection do?", "Filters (hemp), wrappers (tar)."),
        ("What does the net do?", "Ropes can be used to hold it."),
        ("What do specific ropes do?", "Hold the hull at low tide."),
        (
            "What is the command of `rope tie`?",
            "Ties a rope to the pier.",
        ),
        (
            "What do deployment buoys do?",
            "Changes made to a buoy need a pilot.",
        ),
        ("What does Harbour Data (HD) do?", "Names and addresses."),
        ("What does the pier do?", "Is ideal for ferries."),
        ("What is RopeMeter for?", "Monitor by stage."),
        (
            "What is RopeStore for?",
            "For small boats, not for ferries.",
        ),
        (
            "What is RopeStore for?",
            "Consist of ropes, knots and rings.",
        ),
        ("What can the winch do?", "It can be enabled by a pilot."),
        ("What can TideHub do?", "Include several piers."),
        (
            "Night mode: what holds without lamps?",
            "300 boats an hour.",
        ),
        (
            "What are the characteristics of a lock?",
            "Good for rare boats.",
        ),
        ("What characterises the lock?", "Managed by pilots."),
        (
            "What matters for the security of piers and boats?",
            "- Lamps at night\n- A rope for each boat",
        ),
        (
            "What matters for the security of TideHub?",
            "Protects boats and lowers the risk.",
        ),
        (
            "What characterises operational detail?",
            "The crane holds boats over the water.",
        ),
        (
            "What are examples of RopeNet?",
            "- Lift a boat\n- Paint a boat",
        ),
        ("What is the latency of RopeNet?", "Higher (than TideHub)"),
        (
            "What is Gate 1 (Overflow) for?",
            "Overflow the dock at night.",
        ),
        ("Which moorings does RopeNet have?", "Constant, low waves."),
        (
            "What is the dock team?",
            "Pilot Boat (guides ships to the pier).",
        ),
        (
            "Which piers does RopeNet have?",
            "- Each pier has a lamp\n- Piers are long",
        ),
        ("What is RopeNet?", "Each boat that moors has a rope."),
        ("What is RopeNet?", "200 lifts per month, 10 boats."),
        ("What does the default state do?", "Closes the gate."),
        ("What is rope building?", "Build ropes of hemp or steel."),
        ("What is RopeNet?", "Depth: 3 m, width: 2 m, length: 9 m."),
        (
            "What is the sailor?",
            "Guards the pier; Pilot - guards the boat.",
        ),
        (
            "What are Convert rope names to knots?",
            "Knots of the same length.",
        ),
        (
            "In Fees, what characterises hemp or steel?",
            "Billed by the hour at the pier.",
        ),
        ("What are good moorings?", "- ❌ One rope\n- Two ropes"),
        ("What is p ≥ 3 m?", "Boats with a deep keel stay outside."),
        (
            "In Locks, which offers three gates are there?",
            "Red, green and blue.",
        ),
        (
            "What is RopeNet?",
            "It represents one of the most useful nets.",
        ),
        (
            "What does high performance do?",
            "Moves boats through a lock at night.",
        ),
        ("What is Rope + Tar?", "A mooring that lasts in salt water."),
        (
            "What is RopeNet?",
            "A service that routes boats, the best choice for this task.",
        ),
        (
            "What is RopeWatch?",
            "A tool that watches ropes like, A. Hemp 1.",
        ),
        (
            "What does Rope Image Builder do?",
            "Allows you to build rope images.",
        ),
        (
            "What are Troubleshooting Tide Locks?",
            "The skill of finding what holds a gate.",
        ),
        (
            "What does tide latency do?",
            "Keeps boats in the dock overnight.",
        ),
        (
            "What is harbour storage?",
            "Basalt Rope Registry to store ropes of all piers.",
        ),
        (
            "In Tide Nets, what is a mesh?",
            "A specific kind of tide net.",
        ),
        (
            "What does the weigher do?",
            "Weighs a boat by its keel. TO DO.",
        ),
        (
            "What is calm sea?",
            "A pilot team that waits for ebb may rest in it.",
        ),
        ("What does the service do?", "Moors boats to a free pier."),
        (
            "What is a pier // or a quay?",
            "A wall that boats are moored to.",
        ),
        (
            "In Simple analogy, what is a pier?",
            "A shelf that boats lie on.",
        ),
        ("What are tide (TLS) gates?", "Tied Line System."),
        (
            "What is Reducing wear with RopeNet?",
            "Tying of ropes at fewer piers.",
        ),
        (
            "What is rope tarring?",
            "Then used to keep water out of a rope.",
        ),
        (
            "What is rope tarring?",
            "Any rope that is wet needs to be tarred.",
        ),
        ("What is rope net?", "Rope nets hold many boats in a storm."),
        (
            "What is the pier goal for?",
            "Moor ferries without waiting.",
        ),
        (
            "What do rope guards do?",
            "Implement nets below each of the piers.",
        ),
        (
            "What does the pier design do?",
            "Moors ferries without waiting.",
        ),
        (
            "What is history of piers?",
            "A line of walls that grew to the sea.",
        ),
        (
            "What is suitable use cases?",
            "A list of boats that may be moored.",
        ),
    ] {
        assert_eq!(kept(front, back), None, "{front} {back}");
    }
}

#[test]
fn what_answers_its_question_stays() {
    for (front, back) in [
        ("What does RopeNet do?", "Routes boats to a free pier."),
        ("What does the winch do?", "Allows a pilot to lift a keel."),
        ("What is RopeNet?", "A service that routes boats."),
        ("What is the fee range?", "200 to 300 crowns."),
        (
            "What is rope drying?",
            "A rope dried in a loft of the shed.",
        ),
        ("What is RopeNet for?", "Route boats to a free pier."),
        ("In RopeNet, what is tarring for?", "Prevent rot."),
        (
            "What is TideDisk for?",
            "For data that is read rarely, but needs care.",
        ),
        ("What does RopeRegister do?", "Catalogs and manages ropes."),
        ("What does the crew do?", "Runs boats to the shed."),
        (
            "What are alternatives to RopeNet?",
            "RopeBus (pro: calm, con: slow)",
        ),
        ("What is RopeNet for?", "For boats without a pilot."),
        (
            "What characterises RopeNet?",
            "Designed for ports with few piers.",
        ),
        (
            "What does “springing” mean?",
            "When a boat turns on one rope.",
        ),
        ("What is `a = b`?", "A test of two ropes."),
        (
            "What can RopeNet do?",
            "- Route boats to a pier\n- Count them",
        ),
        ("What does the lock do?", "Ensures that no boat drifts."),
    ] {
        assert!(kept(front, back).is_some(), "{front} {back}");
    }
}

#[test]
fn a_use_that_is_a_deed_is_what_a_thing_does() {
    let asked = |back| {
        kept("What is a use case for RopeNet (Nets)?", back)
            .unwrap()
            .0
    };
    assert_eq!(
        asked("Hides ropes below the water."),
        "What does RopeNet do (Nets)?"
    );
    assert_eq!(
        asked("Ropes of a ferry"),
        "What is a use case for RopeNet (Nets)?"
    );
}

#[test]
fn a_bound_stands_before_what_it_bounds() {
    for (front, asked) in [
        (
            "What is the default of Rope Retention?",
            "What is the default rope retention?",
        ),
        (
            "What is the maximum of size (Ropes)?",
            "What is the maximum size (Ropes)?",
        ),
        (
            "What is the default of RopeNet?",
            "What is the default of RopeNet?",
        ),
    ] {
        assert_eq!(kept(front, "12 days.").unwrap().0, asked);
    }
    assert_eq!(
        kept(
            "Which moorings does RopeNet have?",
            "Minimum one year, cheaper, long stays."
        ),
        None
    );
}

#[test]
fn the_answer_chooses_its_question() {
    for (front, back, asked, told) in [
        (
            "In Ports, what is TB for?",
            "Tide board.",
            "In Ports, what does TB stand for?",
            "Tide board.",
        ),
        (
            "What is CORG for?",
            "Control Objectives for Rope and Related Gear.",
            "What does CORG stand for?",
            "Control Objectives for Rope and Related Gear.",
        ),
        (
            "In Ports, what characterises TideBoard?",
            "Designed to show the tides of a week.",
            "In Ports, what is TideBoard designed to do?",
            "Show the tides of a week.",
        ),
        (
            "What is Basalt TB?",
            "TB stands for “Tide Board”.",
            "What does Basalt TB stand for?",
            "“Tide Board”.",
        ),
        (
            "What is TB?",
            "Stands for tide board.",
            "What does TB stand for?",
            "Tide board.",
        ),
        (
            "What does RopeNet do?",
            "Supports hemp, steel and nylon.",
            "What does RopeNet support?",
            "Hemp, steel and nylon.",
        ),
        (
            "What does the lock do?",
            "Consists of two gates and a chamber.",
            "What does the lock consist of?",
            "Two gates and a chamber.",
        ),
        (
            "In Ports, what does the lock do?",
            "Works by filling a chamber.",
            "In Ports, how does the lock work?",
            "By filling a chamber.",
        ),
        (
            "What is RopeNet for?",
            "Allow pilots to share a pier.",
            "What does RopeNet do?",
            "Allows pilots to share a pier.",
        ),
    ] {
        assert_eq!(kept(front, back), Some((asked.to_owned(), told.to_owned())));
    }
    assert_eq!(
        kept("What is the hull (Boats)?", "Made of oak and tar.").unwrap(),
        (
            "What is the hull made of (Boats)?".to_owned(),
            "Oak and tar.".to_owned()
        )
    );
    assert_eq!(
        kept("What is a fiscal tide?", "Involves moon and sun.").unwrap(),
        (
            "What does a fiscal tide involve?".to_owned(),
            "Moon and sun.".to_owned()
        )
    );
    assert_eq!(
        kept(
            "What characterises RopeNet?",
            "Constantly watches the tide."
        )
        .unwrap(),
        (
            "What does RopeNet do?".to_owned(),
            "Constantly watches the tide.".to_owned()
        )
    );
    assert_eq!(
        kept("What is the ebb?", "Time of falling water. Two kinds.")
            .unwrap()
            .1,
        "Time of falling water."
    );
}
