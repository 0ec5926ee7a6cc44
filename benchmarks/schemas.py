"""Writes the JSON Schemas in `config/`, for editors, from the models that read the files."""

from __future__ import annotations

import json
from pathlib import Path

from alerts.config.alerts_file import alerts_schema
from extractors.feeds.config import schema as feeds_schema
from matching.watchlist.json_schema import schema_text

CONFIG = Path(__file__).parents[1] / "config"


def main() -> None:
    (CONFIG / "watchlist.schema.json").write_text(schema_text(), encoding="utf-8")
    for name, schema in (("alerts", alerts_schema()), ("feeds", feeds_schema())):
        text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        (CONFIG / f"{name}.schema.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
