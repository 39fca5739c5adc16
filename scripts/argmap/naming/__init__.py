"""What a record is called and where it lives, and every fixed text."""
