//! What the program does when a person looks cards up and cares for them.
