"""The JSON Schema of watchlist.yaml (draft-07 constructs), for editors that check and complete while somebody types."""

from __future__ import annotations

import json
from typing import Any

from matching.watchlist.loading import WatchlistFile
from matching.watchlist.model import adapter_of

DESCRIPTIONS = {
    "version": "The version of this format.",
    "defaults": "The least scores of the bands alert and review; below review a hit is only stored.",
    "alert": "The least score of an alert.",
    "review": "The least score of a hit that somebody should look at.",
    "contexts": "What a text must speak about for a name to count, by an id of your own.",
    "actors": "Whom to watch for; id and name are enough.",
    "schemes": "Kinds of event to watch for, told by their terms.",
    "id": "Your own id, for ever: hits are kept under it.",
    "name": "The name as listed; order, hyphens, capitals, nicknames and guarded typing errors are found without more.",
    "label": "What the scheme is called in a digest.",
    "type": "What the actor is.",
    "severity": "How much a hit matters to you.",
    "order": "Which part of the name comes first.",
    "romanisation": "korean: other romanisations of the same Korean name are found too.",
    "nicknames": "Other first names: Zhenxing 'Danny' Wang, and, as doubtful evidence, Danny Wang.",
    "aliases": "Other names, in Latin script or any.",
    "native": "The name in its own script; alerts only with a context or a second listed actor.",
    "identifiers": "Numbers and addresses that belong to this actor alone, found exactly and defanged.",
    "kind": "What the identifier is.",
    "value": "The identifier as listed.",
    "text": "The other name.",
    "case": "exact: only with these capitals.",
    "weak": "Worth a look at most, unless something else supports it.",
    "context": "A context's id: where it holds, a common name or another spelling is believed.",
    "require": "A context's id: where it does not hold, the name or the rule does not count.",
    "none": "Marks of something else; the sentence (or what `within` says) in which one stands is left out of account.",
    "tags": "Words to subscribe by.",
    "basis": "Why it is listed; stands beside the name in a digest.",
    "source": "Where the basis can be read.",
    "review_by": "A date; `watchword watchlist lint` reminds you after it.",
    "enabled": "false keeps the entry without watching for it.",
    "examples": "Texts that must be found; run by `watchword watchlist test`.",
    "counterexamples": "Texts that must not alert; run by `watchword watchlist test`.",
    "match": "The conditions; of a list of conditions one is enough.",
    "any": "One of these terms. A term is a phrase; with a * at its end its last word may go on.",
    "all": "All of these terms; of a list of terms, any.",
    "near": "All terms within so many words.",
    "terms": "The terms; of a list of terms, any.",
    "words": "The greatest number of words from the first term to the end of the last.",
    "at_least": "So many different ones of these terms.",
    "count": "How many different terms.",
    "of": "The terms to count; of a list of terms, any.",
    "within": "How close together: in one sentence, one paragraph, or the document.",
}
"""What each key means, in a sentence that an editor shows."""


def schema_text() -> str:
    """The schema as it is written to `config/watchlist.schema.json`."""
    schema = adapter_of(WatchlistFile).json_schema(ref_template="#/definitions/{model}")
    definitions = schema.pop("$defs")
    for shape in (schema, *definitions.values()):
        _describe(shape)
    whole = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **schema,
        "title": "Watchword watchlist",
        "definitions": definitions,
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _describe(shape: dict[str, Any]) -> None:
    """Gives each property its sentence in place of pydantic's title."""
    for name, value in shape.get("properties", {}).items():
        value.pop("title", None)
        if "$ref" in value:  # draft-07 ignores what stands beside a $ref
            value["allOf"] = [{"$ref": value.pop("$ref")}]
        value["description"] = DESCRIPTIONS[name]
