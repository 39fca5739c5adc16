"""Strict YAML: every value with its place, and what is wrong with it in words for a curator."""
