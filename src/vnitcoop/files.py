"""The disk, seen from inside: whole files that appear at once, and one writer at a time."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vnitcoop.errors import Busy
from vnitcoop.types import Problem


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path` in one step: readers, and runs that are killed, meet the old bytes or the new."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        fresh.write_bytes(data)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def write_if_changed(path: Path, data: bytes) -> bool:
    """As write_whole, but leave a file alone that holds these bytes already. True when it was written."""
    if path.is_file() and not path.is_symlink() and path.read_bytes() == data:
        return False
    write_whole(path, data)
    return True


@contextmanager
def only_writer(lock: Path, task: str) -> Iterator[None]:
    """Hold the lock file for the time of `task`. Raises Busy, naming the holder, when another process has it.

    The kernel frees the lock when its holder ends, however it ends; the file itself stays.
    """
    lock.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(descriptor, 200, 0).decode(errors="replace").strip() or "another process"
            raise Busy(Problem(str(lock), 1, f"{holder} is writing", "Wait until it is done, then run again")) from None
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{task} (process {os.getpid()})\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)
