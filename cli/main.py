"""The entry point: all verbs by name; a verb's module is imported when it is called."""

from __future__ import annotations

from typing import NamedTuple

from cyclopts import Group

from cli.app import app, run_command
from cli.process_end import end_process
from cli.standard_streams import open_closed_streams, use_utf8

WATCH = Group("The watch", sort_key=1)
ASK = Group("Questions", sort_key=2)
SETUP = Group("Configuration", sort_key=3)
OPERATE = Group("Operation", sort_key=4)
STAGES = Group("Single stages (JSON lines, no database)", sort_key=5)


class Verb(NamedTuple):
    """The import path of a verb's function or App, its group in the help page, and its line there."""

    target: str
    group: Group
    help: str


VERBS = {
    "demo": Verb("cli.verbs.demo:demo", WATCH, "The whole pipeline on the sample newsroom, no network needed."),
    "run": Verb("cli.verbs.run:run", WATCH, "One cycle on the feeds that are due, then the digests that are due."),
    "up": Verb("cli.verbs.up:up", WATCH, "Prefect server and the scheduled deployments, until Ctrl-C."),
    "desk": Verb("cli.verbs.desk:desk", WATCH, "Read, judge and search in the browser."),
    "hits": Verb("cli.verbs.hits:hits", ASK, "What was found, as a table or JSON."),
    "articles": Verb("cli.verbs.articles:articles", ASK, "What was read, and with --unread what could not be."),
    "explain": Verb("cli.verbs.explain:explain", ASK, "Why a hit is what it is, or why there is none."),
    "story": Verb("cli.verbs.story:story", ASK, "One story with its articles and what links them."),
    "query": Verb("cli.verbs.query:query", ASK, "SQL on the read snapshot."),
    "report": Verb("cli.verbs.report:report", ASK, "Hits by target and day."),
    "export": Verb("cli.verbs.export:export", ASK, "Hits as CSV, JSON lines, Parquet or a spreadsheet."),
    "review": Verb("cli.verbs.review:review", ASK, "Confirm, dismiss or suppress hits, one by one or by id."),
    "evidence": Verb("cli.verbs.evidence:evidence", ASK, "One hit as a dated HTML file for the case folder."),
    "suppressions": Verb("cli.verbs.suppressions:verbs", ASK, "Finds that are counted and not reported."),
    "init": Verb("cli.verbs.init:init", SETUP, "A configuration and data folder of your own."),
    "config": Verb("cli.verbs.config:verbs", SETUP, "Every setting, its value, and where that came from."),
    "completion": Verb("cli.verbs.completion:verbs", SETUP, "Let the shell complete verbs and options."),
    "watchlist": Verb("cli.verbs.watchlist:verbs", SETUP, "Check and try the watchlist."),
    "feeds": Verb("cli.verbs.feeds:verbs", SETUP, "Check, find, add and export feeds, and see their health."),
    "digest": Verb("cli.verbs.digest:verbs", OPERATE, "Preview or send digests."),
    "outbox": Verb("cli.verbs.outbox:verbs", OPERATE, "Messages that wait, failed or were sent."),
    "readers": Verb("cli.verbs.readers:readers", OPERATE, "Who gets messages, who unsubscribed, what is snoozed."),
    "unsubscribe": Verb("cli.verbs.readers:unsubscribe", OPERATE, "Send a reader no more messages, or again."),
    "snooze": Verb("cli.verbs.readers:snooze", OPERATE, "Report nothing about an entry for some days."),
    "rematch": Verb("cli.verbs.rematch:rematch", OPERATE, "Read stored articles again for a target."),
    "environment": Verb("cli.verbs.environment:environment", OPERATE, "Variables for a Prefect server of your own."),
    "service": Verb("cli.verbs.service:verbs", OPERATE, "The watch as a service of systemd."),
    "doctor": Verb("cli.verbs.doctor:doctor", OPERATE, "Check the database, the folders and the configuration."),
    "maintain": Verb("cli.verbs.maintain:verbs", OPERATE, "Retention, compaction, archive and restore."),
    "match": Verb("cli.verbs.match:match", STAGES, "Match articles against a watchlist."),
    "stories": Verb("cli.verbs.stories:stories", STAGES, "Group articles into stories."),
    "extract": Verb("cli.verbs.extract:extract", STAGES, "Extract articles from HTML files."),
    "fetch": Verb("cli.verbs.fetch:fetch", STAGES, "Fetch URLs and say how it went."),
}


def main() -> None:
    """Runs `watchword` with the process's arguments and exits."""
    use_utf8()
    open_closed_streams()
    for name, verb in VERBS.items():
        app.command(verb.target, name=name, group=verb.group, help=verb.help)
    try:
        run_command()
    except SystemExit as ending:
        if isinstance(ending.code, int):
            end_process(ending.code)
        raise
