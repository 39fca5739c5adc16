"""What runs on the host may do little, not for long, and is the code that somebody looked at."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.site.published import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")

pytestmark = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    return found


def test_actions_are_pinned_by_digest_with_their_version(path: Path) -> None:
    used = re.findall(r"\buses: *(.+)", path.read_text(encoding="utf-8"))
    assert [action for action in used if not action.startswith("$/") and not PINNED.fullmatch(action)] == []


def test_every_job_names_what_it_may_do(path: Path) -> None:
    assert yaml.safe_load(path.read_text(encoding="utf-8"))["permissions"] == {}
    assert [name for name, job in jobs(path).items() if not isinstance(job.get("permissions"), dict)] == []


def test_every_job_has_a_time_limit(path: Path) -> None:
    """A job that calls a workflow can have none: the called jobs have theirs."""
    assert [name for name, job in jobs(path).items() if "uses" not in job and "timeout-minutes" not in job] == []


def test_no_checkout_leaves_its_credentials_behind(path: Path) -> None:
    checkouts = [
        step
        for job in jobs(path).values()
        for step in job.get("steps", [])
        if step.get("uses", "").startswith("actions/checkout@")
    ]
    assert [step for step in checkouts if step.get("with", {}).get("persist-credentials") is not False] == []
