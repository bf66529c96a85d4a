"""The command line: five verbs over the pipeline. Data goes to stdout, messages to stderr."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from vnitcoop import __version__
from vnitcoop.cache import Cache
from vnitcoop.check import check_knowledge, idle_corrections
from vnitcoop.errors import OutputError, RegistryError, VnitcoopError
from vnitcoop.explain import explain
from vnitcoop.files import only_writer, write_whole
from vnitcoop.pipeline import Outcome, build, curated, gather
from vnitcoop.report import counted, github_lines, knowledge_lines, near, outcome_lines, problem_lines
from vnitcoop.settings import Project, existing_project, project_at
from vnitcoop.types import Problem
from vnitcoop.write.audit import check_site
from vnitcoop.write.export import to_json

DONE, REFUSED, SET_ASIDE, INTERRUPTED = 0, 1, 3, 130

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--root", type=_FOLDER, default=".", help="The project's folder (default: the current one).")
@click.version_option(__version__)
@click.pass_context
def vnitcoop(context: click.Context, root: Path) -> None:
    """Raw news articles in, a knowledge base that shows its evidence out.

    Exit codes: 0 done; 1 refused, nothing changed; 2 wrong usage or settings; 3 done, but an article was set aside;
    4 another build is running; 130 interrupted.
    """
    context.obj = root


@vnitcoop.command("build")
@click.pass_obj
def build_verb(root: Path) -> int:
    """Make the pages in docs/ from the articles in seeds/."""
    project = existing_project(root)
    with only_writer(project.cache / "build.lock", "vnitcoop build"):
        outcome = build(project)
    return _tell(outcome, project)


@vnitcoop.command("export")
@click.option("--seeds", type=_FOLDER, help="The articles' folder (default: the project's seeds/).")
@click.option("--registry", type=_FOLDER, help="The curated knowledge (default: the project's, else vnitcoop's own).")
@click.option("--format", type=click.Choice(["json"]), default="json", help="The knowledge document as JSON.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="A file (default: stdout).")
@click.pass_obj
def export_verb(root: Path, seeds: Path | None, registry: Path | None, format: str, output: Path | None) -> int:
    """Write all that the articles of a folder say as one document."""
    project = project_at(root)
    knowledge, problems = gather(seeds or project.seeds, registry or project.registry, _cache(project))
    data = to_json(knowledge)
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        try:
            write_whole(output, data)
        except OSError as error:
            problem = Problem(str(output), 1, f"cannot be written: {error.strerror}", "Name another file")
            raise OutputError(problem) from error
    _say(*problem_lines(problems), *knowledge_lines(knowledge, problems))
    return SET_ASIDE if problems else DONE


@vnitcoop.command("check")
@click.option("--format", type=click.Choice(["human", "github"]), default="human", help="How problems are shown.")
@click.pass_obj
def check_verb(root: Path, format: str) -> int:
    """Look for faults: registry, articles, quotes, references and, where a site is built, its links."""
    project = project_at(root)
    lines = {"human": problem_lines, "github": github_lines}[format]
    try:
        knowledge, aside = gather(project.seeds, project.registry, _cache(project))
    except RegistryError as error:
        _print(*lines(error.problems))
        return REFUSED
    faults = check_knowledge(knowledge) + list(idle_corrections(curated(project), knowledge))
    faults += check_site(project.site) if project.site.is_dir() else []
    _print(*lines([*aside, *faults]))
    _say(*knowledge_lines(knowledge, aside), counted(len(faults), "fault") if faults else "No fault found")
    return REFUSED if faults else SET_ASIDE if aside else DONE


@vnitcoop.command("explain")
@click.argument("words", nargs=-1, required=True, metavar="ID_OR_PHRASE")
@click.pass_obj
def explain_verb(root: Path, words: tuple[str, ...]) -> int:
    """Show why a record is as it is: articles, words, rules, registry, and what was merged into it."""
    project = project_at(root)
    knowledge, problems = gather(project.seeds, project.registry, _cache(project))
    _print(explain(knowledge, " ".join(words), curated(project)))
    _say(*problem_lines(problems))
    return SET_ASIDE if problems else DONE


@vnitcoop.command("site")
@click.pass_obj
def site_verb(root: Path) -> int:
    """Build the pages and the site, check it, then put it in the old one's place."""
    from vnitcoop.plugin import outcome_of  # MkDocs takes longer to load than other verbs take in all
    from vnitcoop.write.site import generate, in_place_of

    project = existing_project(root)
    with only_writer(project.cache / "site.lock", "vnitcoop site"), in_place_of(project.site, project.cache) as fresh:
        outcome = outcome_of(generate(project.mkdocs, fresh))
        faults = check_knowledge(outcome.knowledge) + check_site(fresh)
        if faults:
            raise OutputError(*faults)
    code = _tell(outcome, project)
    _say(f"Site in {near(project.site)}")
    return code


def main() -> NoReturn:
    """Run the verb that the command names, and exit with its code."""
    try:
        code = vnitcoop.main(prog_name="vnitcoop", standalone_mode=False)
    except VnitcoopError as error:
        _say(*problem_lines(error.problems))
        code = error.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        _say("Interrupted: what was there before stays")
        code = INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that the last flush is quiet
        code = REFUSED
    sys.exit(code)


def _tell(outcome: Outcome, project: Project) -> int:
    _say(*problem_lines(outcome.problems), *outcome_lines(outcome, project.docs))
    return SET_ASIDE if outcome.problems else DONE


def _cache(project: Project) -> Cache | None:
    return Cache(project.cache) if project.is_one else None


def _say(*lines: str) -> None:
    for line in lines:
        click.echo(line, err=True)


def _print(*lines: str) -> None:
    for line in lines:
        click.echo(line)
