"""What a record is called and where it lives."""
