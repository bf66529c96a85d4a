"""What can go wrong, by whose fault it is.

One class for each, under VnitcoopError; its `exit_code` is what the command line ends with.
"""

from vnitcoop.types import Problem


class VnitcoopError(Exception):
    """Carries every problem of one input, not only the first."""

    exit_code = 1

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(f"{p.file}:{p.line}: {p.message}. {p.remedy}" for p in problems))
        self.problems = problems


class ArticleError(VnitcoopError):
    """One article cannot be read; the others go on."""

    exit_code = 3


class RegistryError(VnitcoopError):
    """The curated knowledge is at fault: refused, nothing changed."""


class OutputError(VnitcoopError):
    """Disk, templates or the site generator are at fault: refused, nothing changed."""


class UsageError(VnitcoopError):
    """The command's words or the settings are off."""

    exit_code = 2


class Busy(VnitcoopError):
    """Another build is running."""

    exit_code = 4
