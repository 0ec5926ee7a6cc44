"""Grouping of articles into stories, and of a story's articles into the events of a case.

The articles of the open window are clustered anew each time, so that their order and their batches change nothing.
What readers were notified of stays together: such a story is one cluster from the start; it may grow or merge, and
never splits.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations, product

import numpy as np

from core.identity import digest_of, story_id
from core.records import Article, Band, Hit, LinkKind, Severity, Story, StoryEvent, StoryLink, TargetKind
from matching.stories.average_link import Matrix, clusters_of
from matching.stories.blocks import blocks_of
from matching.stories.minhash import fingerprint_of, resemblance
from matching.stories.reasons import what_is_common
from matching.stories.similarity import Similarities, similarities, weights_of
from matching.stories.steps import are_two_cases, are_two_events, steps_of
from matching.stories.terms import Terms, core_text, published, stem_of, terms_of, terms_within

WINDOW = timedelta(hours=72)
"""How far apart two reports of one event may be published."""

_SAME_STORY = 0.45  # least mean similarity of two clusters; set on ECB+ (Dev, Train), checked on samples/stories
_SAME_EVENT = 0.05  # the same inside a story, where only steps and days tell events apart
_COPY = 0.45  # least resemblance of copies; small edits and a new headline leave most shingles
_AT_ONCE = 1_500  # articles that are all compared with each other: 2 s and 50 MB
_FULL = 1_000  # articles of a story that takes no more: further reports are a story of their own
_CONTRADICTION = -1.0  # similarity of two articles that cannot be of one event: one outweighs several similar pairs


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """An article with its hits; `story_id` is the story it was in so far, None for a new one.

    `settled` means that readers were notified of that story, or that it is over: its articles stay together.
    """

    article: Article
    hits: tuple[Hit, ...]
    story_id: str | None = None
    settled: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class _Articles:
    """Articles that are grouped with each other, by date, and what is compared of them, each by position."""

    members: tuple[StoryArticle, ...]
    times: tuple[datetime, ...]
    terms: tuple[Terms, ...]
    steps: tuple[frozenset[str], ...]
    weights: tuple[Mapping[str, float], ...]
    similarities: Similarities

    @classmethod
    def of(
        cls, members: Sequence[StoryArticle], terms: Sequence[Terms], weights: Sequence[Mapping[str, float]]
    ) -> _Articles:
        times = tuple(published(one.article) for one in members)
        steps = tuple(steps_of(one.article) for one in members)
        return cls(tuple(members), times, tuple(terms), steps, tuple(weights), similarities(terms, weights))


def group(
    articles: Sequence[StoryArticle], earlier: Sequence[StoryArticle], *, severities: Mapping[str, Severity]
) -> tuple[Story, ...]:
    """The stories of `articles`, and those of `earlier` that are no longer what they were, sorted by id.

    Each has all of its members among `articles` and `earlier`. `severities` are by target id. A settled story keeps its
    id; where several turn out to be one, the story with the earliest article stays, with the ids of the others in
    `merged_ids`. Other stories have the id of their earliest article.
    """
    fresh = {one.article.article_id for one in articles}
    members = _with_room({one.article.article_id: one for one in (*earlier, *articles)}.values())
    before = _members_by_story(members)
    changed = (
        one
        for found in _compared(members, fresh)
        for one in _stories(found, severities)
        if not fresh.isdisjoint(one.article_ids) or before.get(one.story_id) != set(one.article_ids)
    )
    return tuple(sorted(changed, key=lambda one: one.story_id))


def forget_articles() -> None:
    """Empties the caches of what is compared of articles: they serve the batches of one cycle."""
    for cached in (terms_within, stem_of, fingerprint_of):
        cached.cache_clear()


def _with_room(members: Iterable[StoryArticle]) -> tuple[StoryArticle, ...]:
    """The articles by date, without those of settled stories that are full."""
    ordered = sorted(members, key=lambda one: (published(one.article), one.article.article_id))
    sizes = Counter(one.story_id for one in ordered if one.settled)
    return tuple(one for one in ordered if not one.settled or sizes[one.story_id] < _FULL)


def _compared(members: Sequence[StoryArticle], fresh: Collection[str]) -> Iterator[_Articles]:
    """The articles that are compared with each other: all, or if they are too many, those of each block.

    Blocks without a fresh article stay as they are.
    """
    terms = [terms_of(one.article, one.hits) for one in members]
    weights = weights_of(terms)
    if len(members) <= _AT_ONCE:
        yield _Articles.of(members, terms, weights)
        return
    for block in blocks_of(weights, _settled(members), _AT_ONCE):
        if any(members[at].article.article_id in fresh for at in block):
            yield _Articles.of(
                [members[at] for at in block], [terms[at] for at in block], [weights[at] for at in block]
            )


def _stories(found: _Articles, severities: Mapping[str, Severity]) -> Iterator[Story]:
    clusters = clusters_of(_story_similarity(found), _SAME_STORY, _settled(found.members))
    return (_story(found, positions, severities) for positions in clusters)


def _settled(members: Sequence[StoryArticle]) -> list[list[int]]:
    """The positions of the articles of each settled story."""
    stories = defaultdict(list)
    for at, one in enumerate(members):
        if one.settled and one.story_id:
            stories[one.story_id].append(at)
    return list(stories.values())


def _members_by_story(members: Iterable[StoryArticle]) -> dict[str, set[str]]:
    found = defaultdict(set)
    for one in members:
        if one.story_id:
            found[one.story_id].add(one.article.article_id)
    return found


def _story_similarity(found: _Articles) -> Matrix:
    """The similarity of each two articles, less where their headlines are of two cases of one person."""
    matrix = found.similarities.extended.copy()
    for ones, others in _two_cases_of_one_person(found):
        matrix[np.ix_(ones, others)] = matrix[np.ix_(others, ones)] = 0.0
    return matrix


def _two_cases_of_one_person(found: _Articles) -> Iterator[tuple[list[int], list[int]]]:
    """The positions of articles on one person whose headlines are of two cases; those with the same steps together."""
    by_person: dict[str, dict[frozenset[str], list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, member in enumerate(found.members):
        for hit in member.hits:
            if hit.kind is TargetKind.ACTOR and found.steps[at]:
                by_person[hit.target_id][found.steps[at]].append(at)
    for by_steps in by_person.values():
        for one, other in combinations(by_steps, 2):
            if are_two_cases(one, other):
                yield by_steps[one], by_steps[other]


# ---------------------------------------------------------------- the story of a cluster


def _story(found: _Articles, positions: Sequence[int], severities: Mapping[str, Severity]) -> Story:
    members = [found.members[at] for at in positions]
    events = _events(found, positions)
    settled = list(dict.fromkeys(one.story_id for one in members if one.settled and one.story_id))
    first = members[0].article.article_id
    seen = [one.article.first_seen_at for one in members]
    return Story(
        story_id=settled[0] if settled else story_id(first),
        article_ids=tuple(one.article.article_id for one in members),
        links=_links(found, positions, events),
        severity=_severity(members, severities),
        first_seen_at=min(seen),
        last_seen_at=max(seen),
        title=_title(members),
        merged_ids=tuple(settled[1:]),
        events=tuple(_event(found, event) for event in events),
    )


def _events(found: _Articles, positions: Sequence[int]) -> list[list[int]]:
    """The positions of a story's articles by event, both by date: events differ in step or are days apart."""
    matrix = np.array(found.similarities.direct[np.ix_(positions, positions)])
    seconds = np.array([found.times[at].timestamp() for at in positions])
    matrix[np.abs(seconds[:, None] - seconds[None, :]) > WINDOW.total_seconds()] = _CONTRADICTION
    by_steps = defaultdict(list)
    for at, position in enumerate(positions):
        by_steps[found.steps[position]].append(at)
    for one, other in product(by_steps, by_steps):
        if are_two_events(one, other):
            matrix[np.ix_(by_steps[one], by_steps[other])] = _CONTRADICTION
    return sorted([positions[at] for at in cluster] for cluster in clusters_of(matrix, _SAME_EVENT))


def _event(found: _Articles, positions: Sequence[int]) -> StoryEvent:
    members = [found.members[at] for at in positions]
    ids = tuple(one.article.article_id for one in members)
    return StoryEvent(digest_of("event", ids[0]), ids, _title(members))


def _title(members: Iterable[StoryArticle]) -> str | None:
    return next((one.article.title for one in members if one.article.title), None)


def _severity(members: Iterable[StoryArticle], severities: Mapping[str, Severity]) -> Severity | None:
    found = (severities.get(hit.target_id) for one in members for hit in one.hits if hit.band is Band.ALERT)
    return max((one for one in found if one), key=lambda severity: severity.rank, default=None)


# ---------------------------------------------------------------- why an article is in a story


def _links(found: _Articles, positions: Sequence[int], events: Sequence[Sequence[int]]) -> tuple[StoryLink, ...]:
    """For each article except the first, a link to the earlier article that it has most in common with."""
    event_of = {at: number for number, event in enumerate(events) for at in event}
    links = []
    for rank, at in enumerate(positions[1:], 1):
        earlier = positions[:rank]
        links.append(_copy(found, at, earlier) or _common(found, at, earlier, event_of))
    return tuple(links)


def _copy(found: _Articles, at: int, earlier: Sequence[int]) -> StoryLink | None:
    """The link to the earliest article with largely the same text; None if there is none."""
    article = found.members[at].article
    fingerprint = fingerprint_of(core_text(article))
    for one in earlier:
        other = found.members[one].article
        alike = resemblance(fingerprint, fingerprint_of(core_text(other)))
        if alike >= _COPY and found.times[at] - found.times[one] <= WINDOW:
            reason = f"the same text: {alike:.0%} of its three-word runs in common"
            return StoryLink(article.article_id, other.article_id, LinkKind.COPY_OF, reason)
    return None


def _common(found: _Articles, at: int, earlier: Sequence[int], event_of: Mapping[int, int]) -> StoryLink:
    """The link to the most similar earlier article, of the same event if there is one."""
    other = max(earlier, key=lambda one: (event_of[one] == event_of[at], found.similarities.direct[at, one], -one))
    kind = LinkKind.SAME_EVENT if event_of[other] == event_of[at] else LinkKind.SAME_CASE
    weights = found.weights
    hours = round(abs(found.times[at] - found.times[other]) / timedelta(hours=1))
    reason = what_is_common(found.terms[at], weights[at], weights[other], hours)
    return StoryLink(found.members[at].article.article_id, found.members[other].article.article_id, kind, reason)
