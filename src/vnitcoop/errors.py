"""What can go wrong, by whose fault it is.

VnitcoopError
├── ArticleError    one article cannot be read: it is set aside, the others go on
├── RegistryError   the curated knowledge is at fault: refused, nothing changed
├── OutputError     disk, templates or the site generator: refused, nothing changed
├── UsageError      the command's words or the settings are off
└── Busy            another build is running
"""

from vnitcoop.types import Problem


class VnitcoopError(Exception):
    """Carries every problem of one input, not only the first."""

    exit_code = 1

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(f"{p.file}:{p.line}: {p.message}. {p.remedy}" for p in problems))
        self.problems = problems


class ArticleError(VnitcoopError):
    exit_code = 3


class RegistryError(VnitcoopError):
    pass


class OutputError(VnitcoopError):
    pass


class UsageError(VnitcoopError):
    exit_code = 2


class Busy(VnitcoopError):
    exit_code = 4
