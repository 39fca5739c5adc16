"""What must hold of a map, each rule a function named for it."""
