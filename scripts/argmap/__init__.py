"""Curated YAML about one article in, linked Markdown pages out.

The way of the data, folder by folder; each imports only from those before it:
source -> text -> model -> loading -> reasoning -> rules -> naming -> pictures -> exports -> pages -> publishing
-> drafting
"""
