"""A reading is made once for each content, name and registry, and whatever lies in the cache, never a wrong one."""

from dataclasses import replace

import pytest

from tests.shell.test_plain import READING
from vnitcoop.cache import Cache
from vnitcoop.types import Registry

REGISTRY = Registry((), (), (), (), (), (), "digest")


class Reader:
    """Counts how often it is asked, and returns a reading that shows for what."""

    def __init__(self):
        self.asked = []

    def __call__(self, name, data):
        self.asked.append((name, data))
        return replace(READING, article=replace(READING.article, file=name, title=data.decode()))


@pytest.fixture
def reader():
    return Reader()


def test_the_second_run_reads_nothing(tmp_path, reader):
    first = Cache(tmp_path).reading("a.txt", b"one", REGISTRY, reader)
    assert Cache(tmp_path).reading("a.txt", b"one", REGISTRY, reader) == first
    assert len(reader.asked) == 1


@pytest.mark.parametrize(
    ("name", "data", "digest"),
    [("b.txt", b"one", "digest"), ("a.txt", b"two", "digest"), ("a.txt", b"one", "other")],
    ids=["another file", "other words", "another registry"],
)
def test_a_change_is_read_anew(tmp_path, reader, name, data, digest):
    cache = Cache(tmp_path)
    cache.reading("a.txt", b"one", REGISTRY, reader)
    reading = cache.reading(name, data, replace(REGISTRY, digest=digest), reader)
    assert (reading.article.file, reading.article.title) == (name, data.decode())
    assert len(reader.asked) == 2


@pytest.mark.parametrize("junk", [b"", b"{", b"[]", b"null", b'{"rules": 1}', b"\xff\xfe", b"[" * 100_000, b'"x"'])
def test_a_damaged_entry_is_read_anew_and_mended(tmp_path, reader, junk):
    cache = Cache(tmp_path)
    cache.reading("a.txt", b"one", REGISTRY, reader)
    (entry,) = (tmp_path / "readings").iterdir()
    entry.write_bytes(junk)
    cache.reading("a.txt", b"one", REGISTRY, reader)
    cache.reading("a.txt", b"one", REGISTRY, reader)
    assert len(reader.asked) == 2


def test_an_entry_cut_short_anywhere_is_never_half_believed(tmp_path, reader):
    cache = Cache(tmp_path)
    whole = cache.reading("a.txt", b"one", REGISTRY, reader)
    (entry,) = (tmp_path / "readings").iterdir()
    data = entry.read_bytes()
    for end in range(0, len(data), 97):
        entry.write_bytes(data[:end])
        assert cache.reading("a.txt", b"one", REGISTRY, reader) == whole


def test_edits_of_the_registry_do_not_pile_up(tmp_path, reader):
    cache = Cache(tmp_path)
    for edit in range(5):
        cache.reading("a.txt", b"one", replace(REGISTRY, digest=str(edit)), reader)
    assert len(list((tmp_path / "readings").iterdir())) == 1


def test_a_cache_that_takes_no_writing_costs_only_time(tmp_path, reader):
    (tmp_path / "readings").write_text("a file where the folder should be")
    assert Cache(tmp_path).reading("a.txt", b"one", REGISTRY, reader).article.file == "a.txt"
