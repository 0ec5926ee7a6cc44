"""Explains why a watchlist entry has no hit in an article: what was read, and which words of the name it contains."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from core.errors import QueryError
from core.records import Quality

if TYPE_CHECKING:
    from core.records import Article
    from matching.watchlist.model import Watchlist
    from storage.store import Store


def explain_missing_hit(store: Store, watchlist: Watchlist, target_id: str, identity: str) -> Iterator[str]:
    """Sentences that explain why the entry has no hit in the article with this id or URL.

    Raises QueryError if no such article is stored, nor was tried.
    """
    if target_id not in {target.target_id for target in watchlist.targets}:
        yield f"{target_id} is not an enabled entry of the watchlist."
        return
    article = store.articles.find(identity)
    if article is None:
        failure = store.articles.last_failure(identity)
        if not failure:
            raise QueryError(f"no article has the id or URL {identity}; `watchword articles` lists them")
        yield f"The article was not read: {failure}"
        return
    if article.quality is not Quality.FULL:
        reason = article.quality_reason or "no reason given"
        yield f"Only part of the article could be read ({article.quality}): {reason}."
    yield from _match_again(watchlist, target_id, article)


def _match_again(watchlist: Watchlist, target_id: str, article: Article) -> Iterator[str]:
    """What the current watchlist finds in the stored text."""
    from matching.engine import compile_watchlist

    hits = [hit for hit in compile_watchlist(watchlist).match(article) if hit.target_id == target_id]
    for hit in hits:
        yield f"The current watchlist finds it: {hit.band}, score {hit.score}; `watchword rematch` stores it."
        yield from (reason.text for reason in hit.reasons)
    if not hits:
        yield from _explain_words(watchlist, target_id, article)


def _explain_words(watchlist: Watchlist, target_id: str, article: Article) -> Iterator[str]:
    """Which words of its names are in the article, as listed or misspelt."""
    from matching.presearch import WatchlistPresearch

    names = WatchlistPresearch.of(watchlist, [target_id]).similar_words(article)
    if not names:
        yield "The conditions of its rule do not hold in this article; `watchword watchlist test` tries a text."
    for name in names:
        present = [f"{word} (as {', '.join(sorted(found))})" for word, found in name if found]
        absent = [word for word, found in name if not found]
        listed = " ".join(word for word, _ in name)
        if not present:
            yield f"{listed}: the article has none of its words, nor similar ones."
        elif absent:
            yield f"{listed}: the article has {', '.join(present)}, but not {', '.join(absent)}."
        else:
            yield f"{listed}: the article has all words, but not together as a name: {', '.join(present)}."
