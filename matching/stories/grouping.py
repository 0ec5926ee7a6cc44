"""Grouping of articles into stories: copies of one text, and reports of one event.

Two articles are linked by what is in these two alone, and a story is a connected component of linked articles. So the
stories do not depend on the order or the batches in which articles come; another article can merge stories, never
split one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.identity import digest_of
from core.records import Article, Band, Hit, LinkKind, Severity, Story, StoryLink
from matching.stories.minhash import resemblance
from matching.stories.same_event import WINDOW, Report, report_of, same_event

_COPY = 0.45  # least resemblance of copies; small edits and a new headline leave most shingles


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """An article with its hits; `story_id` is the story it was in so far, None for a new one."""

    article: Article
    hits: tuple[Hit, ...]
    story_id: str | None = None


def group(
    articles: Sequence[StoryArticle], earlier: Sequence[StoryArticle], *, severities: Mapping[str, Severity]
) -> tuple[Story, ...]:
    """The stories of `articles`, each with all of its members among `articles` and `earlier`.

    `severities` are by target id. A story keeps its id; where several turn out to be one, the story with the earliest
    article stays, with the ids of the others in `merged_ids`.
    """
    members = {one.article.article_id: one for one in (*earlier, *articles)}
    fresh = {one.article.article_id for one in articles}
    reports = _Reports(members)
    parents = _known_stories(members.values())
    for one, other in _candidates(members, fresh):
        if _root(parents, one) != _root(parents, other) and link_between(reports[one], reports[other]):
            parents[_root(parents, one)] = _root(parents, other)
    stories = defaultdict(list)
    for key in sorted(members):
        stories[_root(parents, key)].append(members[key])
    touched = [story for story in stories.values() if any(one.article.article_id in fresh for one in story)]
    return tuple(sorted((_story(story, reports, severities) for story in touched), key=lambda one: one.story_id))


class _Reports(dict[str, Report]):
    """Reports by article id, each made on first access, because most earlier articles share no target."""

    def __init__(self, members: Mapping[str, StoryArticle]) -> None:
        self._members = members

    def __missing__(self, key: str) -> Report:
        member = self._members[key]
        self[key] = report_of(member.article, member.hits)
        return self[key]


def link_between(one: Report, other: Report) -> StoryLink | None:
    """The link from the later article to the earlier one, None if they are of different stories."""
    if abs(one.at - other.at) > WINDOW:
        return None
    first, second = sorted((one, other), key=lambda report: (report.at, report.article_id))
    alike = resemblance(one.fingerprint, other.fingerprint)
    if alike >= _COPY:
        reason = f"the same text: {alike:.0%} of its three-word runs in common"
        return StoryLink(second.article_id, first.article_id, LinkKind.COPY_OF, reason)
    event = same_event(first, second)
    return StoryLink(second.article_id, first.article_id, LinkKind.SAME_EVENT, event) if event else None


def _candidates(members: Mapping[str, StoryArticle], fresh: set[str]) -> Iterator[tuple[str, str]]:
    """The ids of pairs of articles that share a target, one of them new; each pair once, in a fixed order."""
    by_target: dict[str, list[str]] = defaultdict(list)
    for key in sorted(members):
        for hit in members[key].hits:
            by_target[hit.target_id].append(key)
    pairs = {
        (min(one, other), max(one, other))
        for keys in by_target.values()
        for one in fresh.intersection(keys)
        for other in keys
        if one != other
    }
    yield from sorted(pairs)


def _known_stories(members: Iterable[StoryArticle]) -> dict[str, str]:
    """The parents of a union-find forest in which the members of each stored story are already one set."""
    parents: dict[str, str] = {}
    firsts: dict[str, str] = {}
    for one in members:
        key = one.article.article_id
        parents[key] = firsts.setdefault(one.story_id, key) if one.story_id else key
    return parents


def _root(parents: dict[str, str], key: str) -> str:
    while parents[key] != key:
        parents[key] = parents[parents[key]]
        key = parents[key]
    return key


def _story(members: list[StoryArticle], reports: Mapping[str, Report], severities: Mapping[str, Severity]) -> Story:
    ordered = sorted(members, key=lambda one: (reports[one.article.article_id].at, one.article.article_id))
    known = list(dict.fromkeys(one.story_id for one in ordered if one.story_id))
    story_id = known[0] if known else digest_of("story", ordered[0].article.article_id)
    seen = [one.article.first_seen_at for one in ordered]
    return Story(
        story_id=story_id,
        article_ids=tuple(one.article.article_id for one in ordered),
        links=_links([reports[one.article.article_id] for one in ordered]),
        severity=_severity(ordered, severities),
        first_seen_at=min(seen),
        last_seen_at=max(seen),
        title=next((one.article.title for one in ordered if one.article.title), None),
        merged_ids=tuple(known[1:]),
    )


def _links(reports: Sequence[Report]) -> tuple[StoryLink, ...]:
    """For each article except the first, a link to the earliest article of its story; copies are preferred."""
    links = []
    for at, report in enumerate(reports):
        found = [link for link in (link_between(report, earlier) for earlier in reports[:at]) if link]
        links += sorted(found, key=lambda link: link.kind is not LinkKind.COPY_OF)[:1]
    return tuple(links)


def _severity(members: Iterable[StoryArticle], severities: Mapping[str, Severity]) -> Severity | None:
    found = (severities.get(hit.target_id) for one in members for hit in one.hits if hit.band is Band.ALERT)
    return max((one for one in found if one), key=lambda severity: severity.rank, default=None)
