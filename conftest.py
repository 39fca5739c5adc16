"""Shared by tests/site and tests/browser: a site is built once a session. Shared by all: no test looks at a clock."""

from hypothesis import settings

pytest_plugins = ["tests.site.published"]

settings.register_profile("no clock", deadline=None)
settings.load_profile("no clock")
