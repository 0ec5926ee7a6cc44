"""Variables of the environment that look like settings and are none, as after a typing error."""

from __future__ import annotations

import os

from cli.nearness import nearest
from core.errors import ConfigError
from core.settings import PREFIX, Settings


def unknown_variables(chosen: Settings) -> tuple[str, ...]:
    """A sentence about each variable that begins as settings do and is neither one nor named in alerts.yaml."""
    known = [f"{PREFIX}{name.upper()}" for name in Settings.model_fields]
    unknown = sorted(one for one in os.environ if one.startswith(PREFIX) and one not in known)
    named = _named_by_channels(chosen) if unknown else frozenset()
    return tuple(f"{one} is no setting{nearest(one, known)}" for one in unknown if one not in named)


def _named_by_channels(chosen: Settings) -> frozenset[str]:
    from flows.run_config import load_alerts

    try:
        channels = load_alerts(chosen).channels
    except ConfigError:
        return frozenset()
    return frozenset(name for one in channels for name in (one.url_env, one.secret_env) if name)
