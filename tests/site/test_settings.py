"""What mkdocs.yml has to repeat agrees with what it repeats."""

from __future__ import annotations

import yaml
from mkdocs.config import load_config
from tests.site.published import ROOT


def test_the_site_is_named_and_described_as_in_its_data() -> None:
    settings = load_config(str(ROOT / "mkdocs.yml"))
    about = yaml.safe_load((ROOT / "data" / "site.yaml").read_text(encoding="utf-8"))
    assert settings.site_name == about["title"]
    assert " ".join((settings.site_description or "").split()) == " ".join(about["description"].split())
