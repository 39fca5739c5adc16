"""What follows from a map: what rests on what, what falls with what, how it is cut into drawings."""
