"""The key by which this machine knows what it made: kept for one user, and never a file that others could write."""

import os
from pathlib import Path

import pytest

from generator.text import seal as sealing
from generator.text.seal import GIVEN, is_sealed, kept_key, seal


def test_the_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    made = kept_key(tmp_path / "state")
    assert kept_key(tmp_path / "state") == made != kept_key(tmp_path / "another")
    assert len(made) == 64
    if os.name == "posix":
        assert (tmp_path / "state/seal.key").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name != "posix", reason="only there do files say who may read them")
def test_a_key_that_git_could_have_put_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "seal.key"
    path.write_text("0" * 64, encoding="ascii")
    path.chmod(0o644)
    assert kept_key(tmp_path) != "0" * 64
    path.unlink()
    (tmp_path / "theirs").write_text("0" * 64, encoding="ascii")
    (tmp_path / "theirs").chmod(0o600)
    path.symlink_to("theirs")
    assert kept_key(tmp_path) != "0" * 64


def test_what_is_sealed_is_known_again_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = seal(b"ours")
    assert is_sealed(b"ours", ours)
    assert not any(is_sealed(b"ours", given) for given in (None, 7, "", "\ud800", ours[:-1], seal(b"theirs")))
    monkeypatch.setenv(GIVEN, "of another machine")
    assert not is_sealed(b"ours", ours)


def test_the_key_is_found_again_without_being_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCALAPPDATA" if os.name == "nt" else "XDG_STATE_HOME", str(tmp_path))
    seals = []
    for _ in range(2):
        monkeypatch.delenv(GIVEN)
        seals.append(seal(b"ours"))
    assert seals[0] == seals[1]
    assert (tmp_path / "handbook/seal.key").is_file()


def test_where_no_file_can_keep_a_key_there_is_one_for_this_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(_: Path) -> str:
        raise PermissionError

    monkeypatch.delenv(GIVEN)
    monkeypatch.setattr(sealing, "kept_key", refuses)
    ours = seal(b"ours")
    assert is_sealed(b"ours", ours)
    assert len(os.environ[GIVEN]) == 64  # for those that it starts, too
