"""Messages name the place, stay on one line, and obey nobody."""

from vnitcoop.report import github_lines, problem_lines
from vnitcoop.types import Problem

PROBLEMS = [
    Problem("seeds/b.txt", 10, "second", "Mend it"),
    Problem("seeds/b.txt", 9, "first", "Mend it"),
    Problem("seeds/a.txt", 1, "50% \x1b[31mred\n::error::forged", "Mend it"),
]


def test_problems_come_in_the_order_of_files_and_lines():
    assert [line.split(": ")[0] for line in problem_lines(PROBLEMS)] == [
        "seeds/a.txt:1",
        "seeds/b.txt:9",
        "seeds/b.txt:10",
    ]


def test_a_message_cannot_steer_a_terminal():
    assert problem_lines(PROBLEMS)[0] == "seeds/a.txt:1: 50% \\x1b[31mred\\n::error::forged. Mend it."


def test_a_message_cannot_forge_an_annotation():
    (line,) = github_lines([Problem("seeds/a,b:c\n.txt", 1, "50%\n::error::forged", "Mend it")])
    assert line == "::error file=seeds/a%2Cb%3Ac%0A.txt,line=1::50%25%0A::error::forged. Mend it."


def test_a_file_below_the_current_folder_is_named_from_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert problem_lines([Problem(str(tmp_path / "docs" / "x.md"), 1, "a", "b")]) == ["docs/x.md:1: a. b."]
    assert problem_lines([Problem("/elsewhere/x.md", 1, "a", "b")]) == ["/elsewhere/x.md:1: a. b."]


def test_a_remedy_that_asks_ends_as_it_does():
    assert problem_lines([Problem("a.txt", 1, "no key `titel`", "Did you mean `title`?")]) == [
        "a.txt:1: no key `titel`. Did you mean `title`?"
    ]
