"""A content security policy for each built page, which allows the scripts that stand in it and no others."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

# Scripts in the page itself that a browser would run; those with a `type` of their own are data.
_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\b(?:src|type)=)[^>]*>(.*?)</script>", re.DOTALL)
# A policy binds only what comes after it, so it stands before everything that is fetched or run.
_BEFORE_ALL = '<meta charset="utf-8">'
_POLICY = '<meta http-equiv="Content-Security-Policy" content="'


def policy_of(html: str) -> str:
    """Everything from the site itself, inline scripts by their fingerprint, no inline style, pictures also as data."""
    prints = sorted({_fingerprint(script) for script in _INLINE_SCRIPT.findall(html)})
    return "; ".join(
        [
            "default-src 'self'",
            " ".join(["script-src 'self'", *prints]),
            "img-src 'self' data:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        ]
    )


def with_policy(html: str) -> str:
    """The page with its policy, which it gets once; raises `ValueError` where the place for it is not found."""
    if _POLICY in html:
        return html
    if _BEFORE_ALL not in html:
        raise ValueError(f"no {_BEFORE_ALL} in the page")
    return html.replace(_BEFORE_ALL, f'{_BEFORE_ALL}{_POLICY}{policy_of(html)}">', 1)


def _fingerprint(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
