"""The Markdown artifacts of runs: counts and failing feeds, and no watched name."""

from __future__ import annotations

from alerts.text.wording import counted
from core.printable import printable_line
from core.records import Band, CycleSummary, Failure, Stage, TickSummary

_ROWS_AT_MOST = 50


def cycle_report(summary: CycleSummary) -> str:
    """The report of a cycle."""
    if summary.holder:
        return f"Nothing done: {summary.holder} holds the lock."
    found = dict(summary.hits)
    rows = (
        ("Feeds on the list", summary.feeds_total),
        ("Feeds due", summary.feeds_due),
        ("Feeds read", summary.feeds_read),
        ("New entries", summary.entries_new),
        ("New articles", summary.articles_new),
        ("Changed articles", summary.articles_changed),
        *((f"Hits: {band}", found.get(band, 0)) for band in sorted(Band, key=lambda band: -band.rank)),
        *((("Hits held back by suppressions", summary.hits_held_back),) if summary.hits_held_back else ()),
        *((("Hits dismissed before in their story", summary.hits_dismissed),) if summary.hits_dismissed else ()),
        ("Hits found in the archive", summary.archive_hits),
        ("Archive: articles read again", summary.archive_read),
        ("Archive: articles left for the next cycle", summary.archive_left),
        ("Entries left for the next cycle", summary.pending),
        *((f"Seconds: {stage}", round(took, 1)) for stage, took in summary.durations),
        *(() if summary.workers_busy is None else (("Workers at work while articles were read", _share(summary)),)),
    )
    return "\n\n".join(
        part
        for part in (
            _table(("What", "Count"), rows),
            _problems(summary.config_problems),
            _failures(summary.failures),
        )
        if part
    )


def _share(summary: CycleSummary) -> str:
    return f"{summary.workers_busy:.0%}"


def tick_report(summary: TickSummary) -> str:
    """The report of a digest tick."""
    if summary.holder:
        return f"Nothing done: {summary.holder} holds the lock."
    rows = (("Digests composed", summary.digests), *((f"Messages {state}", n) for state, n in summary.deliveries))
    parts = (_table(("What", "Count"), rows), _problems(summary.config_problems), _failures(summary.failures))
    return "\n\n".join(part for part in parts if part)


def archive_report(found: int, read: int, left: int, failures: tuple[Failure, ...]) -> str:
    """The report of a re-match."""
    rows = (("Hits found", found), ("Articles read again", read), ("Articles left for the next run", left))
    return "\n\n".join(part for part in (_table(("What", "Count"), rows), _failures(failures)) if part)


def _table(head: tuple[str, ...], rows: tuple[tuple[object, ...], ...]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(value: object) -> str:
    return printable_line(str(value), 200).replace("|", "\\|")


def _quoted(text: str) -> str:
    """A stranger's text as code: no markup, link or image in it is one, and no address becomes a link."""
    return f"`{text.replace('`', chr(39)) or ' '}`"


def _problems(problems: tuple[str, ...]) -> str:
    """The places of the problems only, since their messages may quote an entry."""
    if not problems:
        return ""
    places = ", ".join(problem_places(problems))
    return (
        f"{counted(len(problems), 'problem')} in the configuration ({places}): that part of it is not in force. "
        "`watchword doctor` says what is wrong."
    )


def problem_places(problems: tuple[str, ...]) -> tuple[str, ...]:
    """`FILE:LINE:COLUMN` of each problem, without its message."""
    return tuple(dict.fromkeys(one.partition(": ")[0] for one in problems))


def _failures(failures: tuple[Failure, ...]) -> str:
    """Failing feeds by id; failing pages are only counted, since their URLs can contain a headline."""
    feeds = [one for one in failures if one.stage is Stage.FEED]
    clusters = [one for one in failures if one.stage is Stage.CLUSTER]
    pages = len(failures) - len(feeds) - len(clusters)
    rows = tuple((_quoted(one.key), one.cause, _quoted(one.message[:150])) for one in feeds[:_ROWS_AT_MOST])
    parts = []
    if rows:
        parts.append("### Feeds not read\n\n" + _table(("Feed", "Cause", "What happened"), rows))
    parts += [_quoted(one.message) for one in clusters]
    if pages:
        failed = counted(pages, "page or message", "pages or messages")
        parts.append(f"{failed} failed; `watchword articles --unread` and `watchword outbox` name them.")
    return "\n\n".join(parts)
