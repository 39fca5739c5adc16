"""The article's own text: its sentences, their words and fingerprints, links into the publisher's page."""
