"""The whole job on the real project: articles to a checked site, and what happens when something is at fault."""

import hashlib
import json
import shutil

import pytest

from tests.conftest import copy_project, run
from vnitcoop import pipeline
from vnitcoop.write.audit import check_site

GOOD = "Hanoi (VNA) - A forum on software took place in Hanoi on October 5, 2023.\n"
BAD_ARTICLES = {
    "latin1.txt": ("Coopération à Hanoï\n".encode("latin-1"), "UTF-8"),
    "nul.txt": (b"Text\nwith a \0 in it\n", "NUL"),
    "empty.txt": (b"", "empty"),
    "big.txt": (b"word " * 250_000, "1 MiB"),
}


def tree(folder):
    """Every file of a folder with the hash of its bytes."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


@pytest.mark.slow
def test_mkdocs_build_does_the_whole_job(built):
    site = built / "site"
    assert len(list((site / "articles").rglob("index.html"))) >= len(list((built / "seeds").glob("*.txt")))
    assert check_site(site) == []


@pytest.mark.slow
def test_two_builds_give_the_same_bytes(built, tmp_path):
    again = copy_project(tmp_path / "project")
    done = run(
        "mkdocs",
        "build",
        "--strict",
        cwd=again,
        SITE_URL="https://example.org/kb/",
        PYTHONHASHSEED="7",
        TZ="Asia/Tokyo",
    )
    assert done.returncode == 0, done.stderr
    assert tree(again / "docs") == tree(built / "docs")
    assert tree(again / "site") == tree(built / "site")


@pytest.mark.slow
def test_a_second_build_writes_nothing(built, tmp_path):
    project = tmp_path / "project"
    shutil.copytree(built, project)
    before = tree(project / "docs")
    done = run("vnitcoop", "build", cwd=project)
    assert done.returncode == 0, done.stderr
    assert ": 0 written," in done.stderr and ", 0 removed" in done.stderr
    assert tree(project / "docs") == before


@pytest.mark.slow
def test_site_then_check(project):
    done = run("vnitcoop", "site", cwd=project)
    assert done.returncode == 0, done.stderr
    assert "Site in site" in done.stderr
    done = run("vnitcoop", "check", cwd=project)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


@pytest.mark.slow
def test_bad_articles_are_set_aside_and_the_others_go_on(project):
    for name, (data, _) in BAD_ARTICLES.items():
        (project / "seeds" / name).write_bytes(data)
    (project / "seeds" / "link.txt").symlink_to(project / "mkdocs.yml")
    done = run("vnitcoop", "build", cwd=project)
    assert done.returncode == 3, done.stderr
    for name, (_, words) in {**BAD_ARTICLES, "link.txt": (b"", "symbolic link")}.items():
        line = next(line for line in done.stderr.splitlines() if line.startswith(f"seeds/{name}:"))
        assert words in line
    assert "set 5 aside" in done.stderr
    assert "Traceback" not in done.stderr
    assert list((project / "docs" / "articles").glob("*.md"))


def test_a_fault_of_the_rules_costs_the_article_that_shows_it(project, monkeypatch):
    def find(article, gazetteer):
        assert "Ulaanbaatar" not in article.text
        return real(article, gazetteer)

    real = pipeline.find
    monkeypatch.setattr(pipeline, "find", find)
    (project / "seeds" / "odd.txt").write_text("Forum opens\n\nA forum opened in Ulaanbaatar on 3 May 2019.\n")
    knowledge, (problem,) = pipeline.gather(project / "seeds", project / "registry", None)
    assert (problem.file, problem.line) == ("seeds/odd.txt", 1)
    assert "AssertionError" in problem.message and "test_build.py" in problem.message
    assert len(knowledge.articles) == 5


@pytest.mark.slow
def test_strict_mkdocs_publishes_in_spite_of_a_bad_article(project):
    (project / "seeds" / "latin1.txt").write_bytes(BAD_ARTICLES["latin1.txt"][0])
    done = run("mkdocs", "build", "--strict", cwd=project)
    assert done.returncode == 0, done.stderr
    assert "seeds/latin1.txt:1:" in done.stderr
    assert run("vnitcoop", "check", cwd=project).returncode == 3


def test_github_is_told_where_the_fault_is(project):
    (project / "seeds" / "nul.txt").write_bytes(BAD_ARTICLES["nul.txt"][0])
    done = run("vnitcoop", "check", "--format", "github", cwd=project)
    assert done.returncode == 3
    assert done.stdout.startswith("::error file=seeds/nul.txt,line=2::")


@pytest.mark.slow
@pytest.mark.parametrize("command", [("vnitcoop", "site"), ("vnitcoop", "build"), ("mkdocs", "build")])
def test_a_registry_fault_changes_nothing(built, tmp_path, command):
    project = tmp_path / "project"
    shutil.copytree(built, project)
    before = tree(project / "docs"), tree(project / "site")
    (project / "registry" / "zz.yml").write_text("unheard_of: [\n")
    done = run(*command, cwd=project)
    assert done.returncode == 1
    assert "registry/zz.yml:" in done.stderr
    assert "Traceback" not in done.stderr
    assert (tree(project / "docs"), tree(project / "site")) == before


@pytest.mark.slow
@pytest.mark.parametrize("fault", ["a template", "a hand-written page", "a link", "the settings", "no plugin"])
def test_the_old_site_stays_when_the_new_one_fails(built, tmp_path, fault):
    project = tmp_path / "project"
    shutil.copytree(built, project)
    before = tree(project / "site")
    if fault == "a template":
        for template in (path for path in (project / "templates").rglob("*") if path.is_file()):
            template.write_text("{{ what_is_this }}\n{% for %}")
    elif fault == "a hand-written page":
        path = next((project / "docs" / "articles").glob("*.md"))
        (project / "docs" / ".vnitcoop-manifest.json").unlink()
        path.write_text("mine")
    elif fault == "a link":
        (project / "docs" / "mine.md").write_text("[nowhere](nowhere.md)\n")
    else:
        plugins = {"the settings": "[unheard-of]", "no plugin": "[]"}[fault]
        (project / "mkdocs.yml").write_text(f"site_name: x\nplugins: {plugins}\n")
    done = run("vnitcoop", "site", cwd=project)
    assert done.returncode in (1, 2), done.stderr
    place = {"a template": "templates/", "a hand-written page": "docs/articles/"}.get(fault, "mkdocs.yml:1: ")
    assert done.stderr.startswith(place), done.stderr
    assert "Traceback" not in done.stderr
    assert tree(project / "site") == before


@pytest.mark.slow
def test_a_page_goes_with_its_article(project):
    (project / "seeds" / "more.txt").write_text("Forum on Chips\n\n" + GOOD)
    assert run("vnitcoop", "build", cwd=project).returncode == 0
    with_it = set(tree(project / "docs"))
    (project / "seeds" / "more.txt").unlink()
    (project / "docs" / "articles" / "mine.md").write_text("mine")
    assert run("vnitcoop", "build", cwd=project).returncode == 0
    gone = with_it - set(tree(project / "docs"))
    assert any(path.startswith("articles/") for path in gone)
    assert (project / "docs" / "articles" / "mine.md").read_text() == "mine"


def test_export_reads_any_folder_and_needs_no_project(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.txt").write_text("Forum on Chips\n\n" + GOOD)
    done = run("vnitcoop", "export", "--seeds", "in", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [article["file"].endswith("one.txt") for article in json.loads(done.stdout)["articles"]] == [True]
    again = run("vnitcoop", "export", "--seeds", "in", "--format", "json", "--output", "out.json", cwd=tmp_path)
    assert again.returncode == 0 and again.stdout == ""
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == done.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out.json"]


def test_a_cached_export_equals_a_fresh_one(project):
    first = run("vnitcoop", "export", cwd=project)
    second = run("vnitcoop", "export", cwd=project, PYTHONHASHSEED="3", LC_ALL="C")
    assert first.returncode == 0, first.stderr
    assert second.stdout == first.stdout
    assert list((project / ".cache").rglob("readings/*.json"))


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("export", "--seeds", "not-there"), 2, "not-there"),
        (("export", "--format", "xml"), 2, "xml"),
        (("unheard-of",), 2, "unheard-of"),
        (("build",), 2, "no project is here"),
        (("site",), 2, "no project is here"),
        (("check",), 2, "folder"),
        (("export", "--seeds", ".", "--output", "/dev/null/x"), 1, "/dev/null/x"),
    ],
)
def test_wrong_usage_is_told(tmp_path, words, code, said):
    done = run("vnitcoop", *words, cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_every_verb_has_help(tmp_path):
    done = run("vnitcoop", "--help", cwd=tmp_path)
    assert done.returncode == 0
    for verb in ("build", "export", "check", "explain", "site"):
        assert verb in done.stdout
        assert run("vnitcoop", verb, "--help", cwd=tmp_path).returncode == 0
