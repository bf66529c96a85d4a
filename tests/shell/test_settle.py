"""The search index of one site is the same bytes however Pagefind happened to order it."""

import gzip
import json

import pytest

from vnitcoop.write.settle import settle

MAGIC = b"pagefind_dcd"


def text(words):
    data = words.encode()
    assert len(data) < 24
    return bytes([0x60 + len(data)]) + data


def array(*items):
    assert len(items) < 24
    return bytes([0x80 + len(items)]) + b"".join(items)


def bundle(folder, filters, order):
    """An index with these filters; `order` is that of the filters and of the values in each."""
    (folder / "filter").mkdir(parents=True)
    listed = []
    for number, name in enumerate(order(filters)):
        values = [array(text(value), array(b"\x01", b"\x19\x01\x00")) for value in order(filters[name])]
        body = MAGIC + array(text(name), array(*values))
        stem = f"en_{number}{len(order(filters)[0])}aaaaa"
        (folder / "filter" / f"{stem}.pf_filter").write_bytes(gzip.compress(body))
        listed.append(array(text(name), text(stem)))
    meta = MAGIC + array(text("1.5.2"), array(), array(), array(*listed), array(), array(text("title")))
    (folder / "pagefind.en_bbbbbbbbbb.pf_meta").write_bytes(gzip.compress(meta))
    (folder / "pagefind-entry.json").write_text('{"languages":{"en":{"hash":"en_bbbbbbbbbb"}}}')


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def pair(tmp_path):
    filters = {"kind": ["Event", "Person", "Đà Nẵng"], "year": ["2019", "2024"], "empty": []}
    bundle(tmp_path / "one", filters, list)
    bundle(tmp_path / "two", filters, lambda items: list(reversed(list(items))))
    return tmp_path / "one", tmp_path / "two"


def test_two_orders_become_one(pair):
    one, two = pair
    assert files(one) != files(two)
    settle(one)
    settle(two)
    assert files(one) == files(two)


def test_every_name_leads_to_its_file(pair):
    settle(pair[0])
    stem = json.loads((pair[0] / "pagefind-entry.json").read_text())["languages"]["en"]["hash"]
    meta = gzip.decompress((pair[0] / f"pagefind.{stem}.pf_meta").read_bytes())
    filters = list((pair[0] / "filter").iterdir())
    assert len(filters) == 3
    assert all(path.stem.encode() in meta for path in filters)


def test_nothing_is_lost(pair):
    before = sorted(len(gzip.decompress(path.read_bytes())) for path in (pair[0] / "filter").iterdir())
    settle(pair[0])
    assert sorted(len(gzip.decompress(path.read_bytes())) for path in (pair[0] / "filter").iterdir()) == before


def test_an_index_of_another_make_is_left_alone(tmp_path):
    (tmp_path / "filter").mkdir()
    (tmp_path / "filter" / "en_1.pf_filter").write_bytes(gzip.compress(b"something else"))
    before = files(tmp_path)
    settle(tmp_path)
    assert files(tmp_path) == before
