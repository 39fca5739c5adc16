"""Shared by tests/site and tests/browser: a site is built once a session."""

pytest_plugins = ["tests.site.published"]
