"""A new site takes the old one's place whole, or not at all."""

import pytest

from vnitcoop.errors import OutputError
from vnitcoop.write.site import in_place_of


def page(site):
    return (site / "index.html").read_text() if (site / "index.html").exists() else ""


@pytest.fixture
def old(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("old")
    return tmp_path / "site"


def test_the_new_site_takes_the_old_ones_place(old, tmp_path):
    with in_place_of(old, tmp_path / "work") as fresh:
        (fresh / "index.html").write_text("new")
        assert page(old) == "old"
    assert page(old) == "new"
    assert list((tmp_path / "work").iterdir()) == []


def test_the_first_site_needs_no_old_one(tmp_path):
    with in_place_of(tmp_path / "site", tmp_path / "work") as fresh:
        (fresh / "index.html").write_text("new")
    assert page(tmp_path / "site") == "new"


@pytest.mark.parametrize("fault", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_on_any_fault_the_old_site_stays(old, tmp_path, fault):
    with pytest.raises(fault), in_place_of(old, tmp_path / "work") as fresh:
        (fresh / "index.html").write_text("half")
        raise fault
    assert page(old) == "old"
    assert list((tmp_path / "work").iterdir()) == []


def test_a_run_killed_between_the_renames_is_made_good(old, tmp_path):
    (tmp_path / "work").mkdir()
    old.rename(tmp_path / "work" / "site-before")
    with pytest.raises(RuntimeError), in_place_of(old, tmp_path / "work"):
        raise RuntimeError
    assert page(old) == "old"


def test_what_a_killed_run_left_is_no_part_of_the_new_site(old, tmp_path):
    (tmp_path / "work" / "site-fresh").mkdir(parents=True)
    (tmp_path / "work" / "site-fresh" / "stray.html").write_text("stray")
    with in_place_of(old, tmp_path / "work") as fresh:
        (fresh / "index.html").write_text("new")
    assert [path.name for path in old.iterdir()] == ["index.html"]


def test_a_disk_that_refuses_is_told_and_the_old_site_stays(old, tmp_path, monkeypatch):
    def full(source, target):
        raise OSError(28, "No space left on device", str(target))

    with pytest.raises(OutputError, match="No space left"), in_place_of(old, tmp_path / "work") as fresh:
        (fresh / "index.html").write_text("new")
        monkeypatch.setattr("pathlib.os.rename", full)
    monkeypatch.undo()
    assert page(old) == "old"


@pytest.mark.parametrize("kind", ["symbolic link", "file"])
def test_what_else_stands_in_the_site_s_place_is_left_alone(old, tmp_path, kind):
    place = tmp_path / "place"
    place.symlink_to(old) if kind == "symbolic link" else place.write_text("mine")
    with pytest.raises(OutputError, match=f"taken by a {kind}"), in_place_of(place, tmp_path / "work"):
        pass
    assert page(old) == "old" and (place.is_symlink() or place.read_text() == "mine")
