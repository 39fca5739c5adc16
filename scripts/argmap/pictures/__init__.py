"""Pictures that are made at build time."""
