"""Which entries `watchlist accept` accepts the removal of: those in force that the files no longer list."""

from __future__ import annotations

from core.config import read_document
from core.settings import Settings


def removed_ids(found: Settings, kind: str) -> list[str]:
    """The ids in the version in force that the files no longer list. Raises ConfigError for invalid files."""
    from alerts.config.alerts_file import parse_alerts
    from core.last_good import kept_files
    from extractors.feeds.config import parse_feeds
    from flows.run_config import config_files, machine_zone
    from matching.watchlist.loading import parse_watchlist

    kept = found.paths.last_good
    earlier = (kind == "watchlist" and kept_files(kept / "watchlist-waiting")) or kept_files(kept / kind)
    if not earlier:
        return []
    versions = []
    for files in (earlier, config_files(found.config_dir, kind)):
        documents = [read_document(file) for file in files]
        if kind == "feeds":
            versions.append([one.feed_id for one in parse_feeds(documents[0])])
        elif kind == "alerts":
            versions.append([one.subscription_id for one in parse_alerts(documents[0], machine_zone()).subscriptions])
        else:
            versions.append([one.id for one in parse_watchlist(documents).entries])
    before, now = versions
    return [one for one in before if one not in set(now)]
