"""What a map consists of: frozen records whose described fields are the data format."""
