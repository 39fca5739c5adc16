"""Shared by tests/site and tests/browser: a site is built once a session. Random tests try the same in every run."""

from hypothesis import settings

pytest_plugins = ["tests.site.published"]

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")
