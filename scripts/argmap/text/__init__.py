"""The article's own text: its sentences, their fingerprints, links into the publisher's page."""
