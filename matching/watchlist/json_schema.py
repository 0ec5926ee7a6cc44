"""The JSON Schema of watchlist.yaml (draft-07), for editors that check and complete while the user types."""

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
    "contexts": "What a text must be about for a name to count, by an id of your own.",
    "actors": "Whom to watch for; id and name are enough.",
    "schemes": "Kinds of event to watch for, recognised by their terms.",
    "id": "Your own id; never change it, hits are stored under it.",
    "name": "The name as listed; other orders, hyphens, capitals, nicknames and some typing errors are found as well.",
    "label": "What the scheme is called in a digest.",
    "type": "What the actor is.",
    "severity": "How much a hit matters to you.",
    "order": "Which part of the name comes first.",
    "romanisation": "korean, arabic: other romanisations of the same name are found too; a name with Abd, Din or Allah"
    " is arabic without it.",
    "nicknames": "Other first names: Zhenxing 'Danny' Wang, and, as weak evidence, Danny Wang.",
    "family_name_alone": "true: a rare family name is also met alone, capitalised, for review; a context lifts it.",
    "aliases": "Other names, in Latin script or any.",
    "native": "The name in its own script; alerts only with a context or a second listed actor.",
    "identifiers": "Numbers and addresses that belong to this actor alone, found as listed and defanged.",
    "facts": "What is known of the person: an article that says the same supports a hit, any other rules it out.",
    "born": "The date of birth: 1987, 1987-03, 1987-03-02, circa 1987, 1985 to 1990, or several possible ones.",
    "died": "The date of death, written likewise.",
    "gender": "male or female.",
    "nationality": "Country codes of ISO 3166-1, such as kp.",
    "places": "Where the person lives or works; terms as in contexts.",
    "roles": "Occupation, office or employer; terms as in contexts.",
    "associates": "Ids of other actors whose names beside this one support it.",
    "kind": "What the identifier is.",
    "value": "The identifier as listed.",
    "text": "The other name.",
    "case": "exact: only with these capitals.",
    "weak": "Goes to review at most, unless something else supports it.",
    "context": "A context's id: where it holds, a common name or another spelling is trusted.",
    "require": "A context's id: where it does not hold, the name or the rule does not count.",
    "none": "Exclusion terms: the sentence (or what `within` says) that contains one of them is ignored.",
    "tags": "Labels that subscriptions select by.",
    "basis": "Why it is listed; shown beside the name in a digest.",
    "source": "Where the basis can be read.",
    "review_by": "A date; `watchword watchlist lint` reminds you after it.",
    "enabled": "false keeps the entry without watching for it.",
    "examples": "Texts that must be found; run by `watchword watchlist test`.",
    "counterexamples": "Texts that must not alert; run by `watchword watchlist test`.",
    "match": "The conditions; if it is a list, one of them is enough.",
    "any": "At least one of these terms. A term is a phrase; a * at its end matches any ending of its last word.",
    "all": "All of these terms; of an inner list, any term.",
    "near": "All terms within a number of words.",
    "terms": "The terms; of an inner list, any term.",
    "words": "The greatest number of words from the start of the first term to the end of the last.",
    "at_least": "A minimum number of different terms.",
    "count": "How many different terms.",
    "of": "The terms to count; of an inner list, any term.",
    "within": "How close together: in one sentence, one paragraph, or the document.",
}
"""The description of each key, as an editor shows it."""


def schema_text() -> str:
    """The schema as written to `config/watchlist.schema.json`."""
    schema = adapter_of(WatchlistFile).json_schema(ref_template="#/definitions/{model}")
    definitions = schema.pop("$defs")
    for definition in (schema, *definitions.values()):
        _describe(definition)
    whole = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **schema,
        "title": "Watchword watchlist",
        "definitions": definitions,
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _describe(definition: dict[str, Any]) -> None:
    """Replaces pydantic's title of each property with its description."""
    for name, value in definition.get("properties", {}).items():
        value.pop("title", None)
        if "$ref" in value:  # draft-07 ignores the siblings of a $ref
            value["allOf"] = [{"$ref": value.pop("$ref")}]
        value["description"] = DESCRIPTIONS[name]
