"""What sources outside the article say, gathered by claim, by stance and by kind."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from argmap.model.argument import Claim
from argmap.model.argument_map import ArgumentMap
from argmap.model.evidence import Assessment, Finding, Prediction, Source
from argmap.model.records import Term
from argmap.model.vocabulary import Stance, StandingWord
from argmap.naming.labels import Labels

# Kept apart, since nobody could cite what had not happened.
PHASES = ("at-the-time", "since")


class Heard(NamedTuple):
    """What one source says about a claim."""

    source: Source
    finding: Finding
    stance: Stance

    @property
    def sort(self) -> tuple[str, str]:
        """The side that it is on, and the time that it is of."""
        return self.stance.leans, self.finding.phase


class Row(NamedTuple):
    """A claim on the balance: what is said of it, and how that is judged."""

    claim: Claim
    heard: list[tuple[Heard, bool]]
    """Each finding, with whether no finding of an earlier row is from its source."""
    assessment: Assessment | None
    forecast: Prediction | None


class Standing(NamedTuple):
    """The rows of one standing; those that have none are not judged here, and the forecasts among them come first."""

    word: StandingWord | None
    rows: list[Row]


class ExternalEvidence:
    """The outside evidence of one map."""

    def __init__(self, argument_map: ArgumentMap, labels: Labels) -> None:
        self._map = argument_map
        self._labels = labels
        self.assessments = {assessment.claim: assessment for assessment in argument_map.evidence.assessments}
        self.predictions = {prediction.claim: prediction for prediction in argument_map.predictions.predictions}
        self._heard: dict[str, list[Heard]] = {}
        for source in argument_map.evidence.sources:
            for finding in source.findings:
                for claim in finding.about:
                    heard = Heard(source, finding, labels.stance[finding.stance])
                    self._heard.setdefault(claim, []).append(heard)

    def heard(self, claim: Claim) -> list[Heard]:
        """Every finding about the claim, by stance in the vocabulary's order, the oldest source first."""
        stances = list(self._labels.stance)
        found = self._heard.get(claim.id, [])
        return sorted(found, key=lambda heard: (stances.index(heard.stance.id), heard.source.date or ""))

    def phases(self, claim: Claim) -> list[tuple[str, list[Heard]]]:
        """The findings about the claim, those known at the time before those that have come up since."""
        heard = self.heard(claim)
        phases = [(phase, [h for h in heard if h.finding.phase == phase]) for phase in PHASES]
        say = self._labels.wording.say
        return [(say(f"evidence.phases.{phase}"), found) for phase, found in phases if found]

    def balance(self) -> list[Standing]:
        """The judged claims by standing, then others of which sources speak, each in the article's order."""
        by_standing: dict[str | None, list[Claim]] = {}
        for claim in self._map.claims.values():
            assessment = self.assessments.get(claim.id)
            if assessment or claim.id in self._heard:
                by_standing.setdefault(assessment.standing if assessment else None, []).append(claim)
        by_standing.get(None, []).sort(key=lambda claim: claim.id not in self.predictions)
        seen: set[str] = set()
        standings = []
        for word in (*self._map.vocabulary.standings, None):
            if claims := by_standing.get(word.id if word else None):
                standings.append(Standing(word, [self._row(claim, seen) for claim in claims]))
        return standings

    def _row(self, claim: Claim, seen: set[str]) -> Row:
        heard = []
        for one in self.heard(claim):
            heard.append((one, one.source.id not in seen))
            seen.add(one.source.id)
        return Row(claim, heard, self.assessments.get(claim.id), self.predictions.get(claim.id))

    def sources_by_kind(self) -> list[tuple[Term, list[Source]]]:
        """The sources by kind, in each kind the oldest first, at the end those without a date."""
        sources = sorted(self._map.evidence.sources, key=lambda source: (not source.date, source.date or ""))
        groups = [
            (kind, [source for source in sources if source.kind == kind.id])
            for kind in self._labels.source_kind.values()
        ]
        return [(kind, found) for kind, found in groups if found]

    def totals(self) -> list[tuple[Stance, int, int]]:
        """Each stance with its number of findings at the time and since."""
        counts = Counter(
            (finding.stance, finding.phase) for source in self._map.evidence.sources for finding in source.findings
        )
        return [
            (stance, counts[stance.id, "at-the-time"], counts[stance.id, "since"])
            for stance in self._labels.stance.values()
        ]
