"""The encoder's files are unpacked whole, checked, or not at all."""

from __future__ import annotations

import hashlib
import io
import zipfile
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from verifier.errors import ModelUnavailable
from verifier.pairing.exclusion import base

CONTENT = b"weights" * 1000


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setattr(base.platformdirs, "user_cache_path", lambda *_, **__: folder)
    return folder


@pytest.fixture
def _parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in (base.WEIGHTS, base.TOKENIZER, base.CONFIG):
            archive.writestr(f"all-mpnet-base-v2/{name}", CONTENT)
    whole = packed.getvalue()
    parts = [tmp_path / "model.zip.001", tmp_path / "model.zip.002"]
    for path, content in zip(parts, (whole[:500], whole[500:]), strict=True):
        path.write_bytes(content)
    monkeypatch.setattr(base, "_parts", lambda: parts)


@pytest.mark.usefixtures("_parts")
def test_the_parts_are_put_together_once(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "SHA256", hashlib.sha256(CONTENT).hexdigest())
    folder = base.base_folder()
    assert (folder / base.WEIGHTS).read_bytes() == (folder / base.CONFIG).read_bytes() == CONTENT
    assert list(cache.iterdir()) == [folder]
    monkeypatch.delattr(base, "_parts")
    assert base.base_folder() == folder


@pytest.mark.usefixtures("_parts")
def test_other_weights_than_those_published_are_refused_and_nothing_of_them_stays(cache: Path) -> None:
    with pytest.raises(ModelUnavailable, match="not those that were published"):
        base.base_folder()
    assert list(cache.iterdir()) == []


@pytest.mark.usefixtures("_parts")
def test_of_a_damaged_archive_nothing_stays(cache: Path, tmp_path: Path) -> None:
    (tmp_path / "model.zip.002").write_bytes(b"")
    with pytest.raises(zipfile.BadZipFile):
        base.base_folder()
    assert list(cache.iterdir()) == []


def test_missing_packages_are_said(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(base, "files", missing)
    assert not base.is_installed()
    with pytest.raises(ModelUnavailable, match=r"requirements-network\.txt"):
        base.base_folder()
    assert not cache.exists()
