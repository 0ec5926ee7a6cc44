"""The model of py3langid, which knows some hundred languages by their sequences of letters.

The only module that imports py3langid. Its model is a packed file: to unpack it takes each process that reads pages
.4 s of CPU and 75 MB. So `make` unpacks it once for the installation
(`python -m extractors.pages.metadata.language_model`), and the processes map those files, which they share. Without
them they unpack the model in memory: they may write no file.
"""

from __future__ import annotations

import io
import lzma
import shutil
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_PARTS = ("ptc", "pc", "classes", "nextmove", "nextmove_row", "out_feat")
_SUFFIX = ".npy"


def unpacked_model() -> Path:
    """The folder in which the installation keeps the model of its version of py3langid; it may not be there."""
    return Path(sys.prefix) / "share" / "watchword" / f"py3langid-{version('py3langid')}"


def unpack_model(folder: Path) -> None:
    """Unpacks the model into a folder, which appears whole; nothing if it is there."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as beside:
        made = Path(beside) / folder.name
        made.mkdir()
        for name, part in _packed_parts().items():
            np.save(made / name, part, allow_pickle=False)
        if not folder.exists():
            made.rename(folder)
        shutil.rmtree(made, ignore_errors=True)


def load_detector(folder: Path) -> LanguageIdentifier:
    """The detector with the model of this folder, or with the packed one if that cannot be read."""
    parts: Mapping[str, np.ndarray] = {}
    with suppress(OSError, ValueError):
        parts = {name: np.load(folder / (name + _SUFFIX), mmap_mode="r", allow_pickle=False) for name in _PARTS}
    return _detector(parts or _packed_parts())


def _packed_parts() -> Mapping[str, np.ndarray]:
    from py3langid.langid import MODEL_DIR, MODEL_FILE

    with lzma.open(MODEL_DIR / MODEL_FILE) as packed, io.BytesIO(packed.read()) as unpacked:
        return dict(np.load(unpacked, allow_pickle=False))


def _detector(parts: Mapping[str, np.ndarray]) -> LanguageIdentifier:
    """The detector; what it reads number by number is given as memory views, whose items are read fast."""
    from py3langid.langid import LanguageIdentifier

    return LanguageIdentifier(
        parts["ptc"],
        parts["pc"],
        parts["classes"].tolist(),
        parts["nextmove"].data,
        parts["out_feat"].tolist(),
        norm_probs=True,
        tk_row=parts["nextmove_row"].data,
    )


if __name__ == "__main__":
    unpack_model(unpacked_model())
