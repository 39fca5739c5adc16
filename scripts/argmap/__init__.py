"""Curated YAML about one article in, linked Markdown pages out."""
