"""Why an article that somebody saw is not among those that were read."""

from __future__ import annotations

from core.settings import DataPaths
from core.urls import same_site
from storage import queries

_MOST = 3  # feeds named


def why_unknown(paths: DataPaths, article: str) -> str:
    """Why nothing is known under this id or URL, and what to do; empty if an article or a page not read is.

    Raises QueryError if there is no database yet.
    """
    if queries.is_stored(paths, article) or queries.unread_page(paths, article):
        return ""
    if "://" not in article:
        return (
            f"No article has the id {article}. `watchword articles` lists them, "
            "`watchword articles --text WORDS` those with these words in the headline."
        )
    feeds = queries.ask(paths, "SELECT feed_id, url FROM feed_health WHERE active ORDER BY feed_id").rows
    own = [feed_id for feed_id, url in feeds if same_site(url, article)]
    test = "What your watchlist finds in its text, `watchword watchlist test` shows."
    if own:
        check = ", ".join(f"`watchword feeds check {one}`" for one in own[:_MOST])
        return f"No feed had {article} yet, or it waits for the next cycle: {check} shows what is listed now. {test}"
    return f"No feed of yours is of the site of {article}: `watchword feeds add URL` adds one. {test}"
