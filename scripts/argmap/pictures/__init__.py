"""Pictures and letters that are made at build time, alike on every machine."""
