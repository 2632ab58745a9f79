"""`handbook import`: strangers' files become entries, all of them or none."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.bulk.columns import columns_of
from generator.bulk.reading import FORMS, read
from generator.commands.cli import main
from generator.commands.command import FINE, PROBLEMS
from generator.content.bank_files import LAST
from generator.text.issue import ContentError, Issue
from generator.text.source import parse_source, read_bytes
from tests.handbooks import station, tiny
from tests.tools.pace import SECOND, timed

Capture = pytest.CaptureFixture[str]
FAULTS = yaml.safe_load((Path(__file__).parent / "faults.yaml").read_text(encoding="utf-8"))
MOST = 3 * SECOND
DOC = (tiny.ROOT / "docs/bulk.md").read_text(encoding="utf-8")


def given_file(folder: Path, name: str, text: str | bytes) -> str:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def data_of(root: Path, file: str) -> Any:
    return parse_source(read_bytes(root / "content" / file, file, kilobytes=256), file).data


def asked(root: Path, competency: str) -> list[Any]:
    """Give the questions of a competency as data with their ids, those of its list first."""
    listed = root / f"content/questions/{competency}.yaml"
    alone = [
        {"id": path.stem, **data_of(root, f"questions/{competency}/{path.name}")}
        for path in (root / f"content/questions/{competency}").glob("*.yaml")
    ]
    of_list = data_of(root, f"questions/{competency}.yaml")["questions"] if listed.exists() else ()
    return [*of_list, *sorted(alone, key=lambda one: (one.get("order", LAST), one["id"]))]


def everything(root: Path) -> Mapping[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: case["file"])
def test_every_fault_is_said_at_its_place_and_nothing_is_written(
    case: Mapping[str, Any], root: Path, tmp_path: Path, capsys: Capture
) -> None:
    before = everything(root)
    raw = bytes.fromhex(case["hex"]) if "hex" in case else case["text"].encode()
    file = given_file(tmp_path, case["file"], raw)
    good = given_file(tmp_path, "good.csv", "question,category\nWhat do you grow?,Saying no\n")
    assert main(["import", good, file, "--root", str(root)]) == PROBLEMS
    said = capsys.readouterr().out.replace(f"{tmp_path}/", "").splitlines()
    assert said == case["says"]
    assert everything(root) == before


SHAPES = {
    "commas.csv": 'Prompt,CATEGORY\n"What, if anything, do you grow?",saying no\n',
    "semicolons.csv": "\ufeffQuestion;Category\r\nWhat, if anything, do you grow?;Saying no\r\n",
    "tabs.tsv": "Question\tTopic\nWhat, if anything, do you grow?\tsaying-no\n",
    "list.json": '[{"question": "What, if anything, do you grow?", "category": "Saying no"}]',
    "named.json": '{"questions": [{"prompt": "What, if anything, do you grow?", "topic": "Saying no"}]}',
    "by-category.json": '{"Saying no": ["What, if anything, do you grow?"]}',
    "groups.json": '[{"category": "Saying no", "questions": ["What, if anything, do you grow?"]}]',
    "lines.jsonl": '{"question": "What, if anything, do you grow?", "category": "Saying no"}\n\n',
    "bullets.md": "# Bank\n\n- [Saying no](#saying-no)\n\n## Saying no\n\n1. **What, if anything, do you "
    "[grow](x)?**\n",
    "tasks.md": "## Saying no\n\n* [ ] What, if anything,\n  do you grow?\n",
    "headings.md": "# Bank\n\n## Saying no\n\n### 3. What, if anything, do you grow?\n",
}


@pytest.mark.parametrize("name", SHAPES)
def test_the_usual_shapes_say_the_same(name: str, root: Path, tmp_path: Path) -> None:
    assert main(["import", given_file(tmp_path, name, SHAPES[name]), "--root", str(root)]) == FINE
    questions = asked(root, "saying-no")
    assert [one["id"] for one in questions] == [
        *[one["id"] for one in asked(tiny.TINY, "saying-no")],
        "what-if-anything-do-you-grow",
    ]
    assert questions[-1]["ask"] == "What, if anything, do you grow?"
    left = [issue for issue in tiny.issues_of(root) if issue.severity == "error"]
    file = "content/questions/saying-no/what-if-anything-do-you-grow.yaml"
    assert {(issue.file, issue.code) for issue in left} == {(file, "unfinished")}
    assert len(left) == (root / file).read_text(encoding="utf-8").count("TODO")
    for path in (path for path in tiny.TINY.rglob("content/questions/**/*.yaml") if path.is_file()):
        assert (root / path.relative_to(tiny.TINY)).read_bytes() == path.read_bytes()


STORIES = {
    "headings.md": "# Mine\n\n## The night\n\n### Situation\n\nDark.\n\n### Task\n\nLight.\n\n### Actions\n\n"
    "I asked.\n\nI lit it.\n\n### Result\n\n- light\n\n### Lessons learned\n\nAsk.\n",
    "labels.md": "## The night\n\nS: Dark.\nTask: Light.\n**Action:** I asked.\n\nI lit it.\n\n- **Result**: - light\n"
    "* __Learning__: Ask.\n",
    "alone.md": "## The night\n\nSituation\n\nDark.\n\nTask\nLight.\n\nWhat I did\n\nI asked.\n\nI lit it.\n\nResult\n"
    "\n- light\n\nLearning\n\nAsk.\n",
    "carl.csv": "Title,Context,Task,Action(s),Result,Learning\n"
    'The night,Dark.,Light.,"I asked.\n\nI lit it.",- light,Ask.\n',
    "star.json": '[{"title": "The night", "answer": {"situation": "Dark.", "task": "Light.", "action": '
    '["I asked.", "I lit it."], "result": "- light", "learnings": "Ask."}}]',
}


@pytest.mark.parametrize("name", STORIES)
def test_the_parts_of_a_story_are_found_by_their_usual_names(name: str, root: Path, tmp_path: Path) -> None:
    assert main(["import", given_file(tmp_path, name, STORIES[name]), "--root", str(root)]) == FINE
    assert data_of(root, "stories/the-night.yaml")["told"] == {
        "context": "Dark.",
        "challenge": "Light.",
        "actions": "I asked.\n\nI lit it.",
        "results": "- light",
        "learnings": "Ask.",
    }
    codes = {issue.code for issue in tiny.issues_of(root) if issue.severity == "error"}
    assert codes == {"unfinished"}


def test_what_stands_between_a_title_and_the_first_part_is_kept(root: Path, tmp_path: Path) -> None:
    """The question is the story's, however it is worded; a remark is the part's that follows."""
    text = "## The night\n\nQuestion: when it was dark?\n\nFrom our second talk.\n\n"
    text += "### Situation\n\nDark.\n\n### Action\n\nI lit.\n"
    assert main(["import", given_file(tmp_path, "notes.md", text), "--root", str(root)]) == FINE
    story = data_of(root, "stories/the-night.yaml")
    assert story["question"] == "TODO the id of: when it was dark?"
    assert story["told"]["context"] == "From our second talk.\n\nDark."
    assert story["told"]["actions"] == "I lit."


def test_the_name_of_a_part_inside_a_paragraph_is_text(root: Path, tmp_path: Path) -> None:
    text = "## The night\n\n### Situation\n\nWe had no common\ngoal\nthen.\n"
    assert main(["import", given_file(tmp_path, "notes.md", text), "--root", str(root)]) == FINE
    told = data_of(root, "stories/the-night.yaml")["told"]
    assert told["context"].split() == ["We", "had", "no", "common", "goal", "then."]
    assert told["challenge"] == "TODO"


def test_a_german_handbook_knows_the_german_names(tmp_path: Path) -> None:
    root = station.copy_to(tmp_path / "handbook")
    parts = {"Situation": "Dunkel.", "Aufgabe": "Licht.", "Handlung": "Ich fragte.", "Ergebnis": "Licht."}
    text = "# Meine\n\n## Die Nacht\n\n" + "".join(f"### {name}\n\n{said}\n\n" for name, said in parts.items())
    assert main(["import", given_file(tmp_path, "meine.md", text), "--root", str(root)]) == FINE
    told = data_of(root, "stories/die-nacht.yaml")["told"]
    assert list(told.values()) == ["Dunkel.", "Licht.", "Ich fragte.", "Licht.", "TODO"]


def test_what_is_there_already_is_left_out_by_name(root: Path, tmp_path: Path, capsys: Capture) -> None:
    before = everything(root)
    bank = "question,category\nTELL ME ABOUT a time you disagreed with your boss,Saying no\n"
    bank += "Tell me about a time when you disagreed with your boss.,Saying no\n"
    story = "title,situation\nThe export nobody used,Other words.\n"
    files = [given_file(tmp_path, "a.csv", bank), given_file(tmp_path, "b.csv", story)]
    assert main(["import", *files, "--root", str(root)]) == FINE
    out, err = capsys.readouterr()
    here = "content/questions/saying-no/pushed-back.yaml"
    near = "is there in nearly the same words (94 of 100)"
    expected = [
        f'"TELL ME ABOUT a time you disagreed with your boss" is there already: {here}',
        f'"Tell me about a time when you disagreed with your boss." {near}: {here}',
        '"The export nobody used" is there already: content/stories/the-export-nobody-used.yaml',
    ]
    assert [line.partition(": ")[2] for line in err.splitlines()] == expected
    assert "Nothing written" in out
    assert everything(root) == before
    assert main(["import", files[0], "--keep-near", "--root", str(root)]) == FINE
    assert asked(root, "saying-no")[-1]["ask"].startswith("Tell me about a time when")


def test_what_is_unfinished_is_there_too(root: Path, tmp_path: Path) -> None:
    file = given_file(tmp_path, "a.csv", "question,category\nWhat do you grow?,Gardens\nWho waters it?,Gardens\n")
    assert main(["import", file, "--root", str(root)]) == FINE
    assert data_of(root, "competencies/gardens.yaml")["title"] == "Gardens"
    before = everything(root)
    assert main(["import", file, "--root", str(root)]) == FINE
    assert everything(root) == before


def test_a_dry_run_shows_what_would_be_written_and_writes_nothing(root: Path, tmp_path: Path, capsys: Capture) -> None:
    before = everything(root)
    file = given_file(tmp_path, "a.csv", "question,category\nWhat do you grow?,Saying no\n")
    assert main(["import", file, "--dry-run", "--root", str(root)]) == FINE
    out = capsys.readouterr().out
    assert everything(root) == before
    assert "+++ content/questions/saying-no/what-do-you-grow.yaml" in out
    assert re.findall(r"^\+(ask): (.*)$", out, re.MULTILINE) == [("ask", "What do you grow?")]
    assert "1 question would be written, in 1 file." in out


def test_hostile_values_are_text(root: Path, tmp_path: Path) -> None:
    ask = "{{ x }} <script>: - 'a' \"b\" # &c *d !e %f @g `h"
    cell = ask.replace('"', '""')
    file = given_file(tmp_path, "a.csv", f'question,category,id\n"{cell}",Saying no,x\n\'=cmd(),Saying no,y\n')
    assert main(["import", file, "--root", str(root)]) == FINE
    assert [one["ask"] for one in asked(root, "saying-no")[-2:]] == [ask, "=cmd()"]


def _example(name: str) -> str:
    return DOC.partition(f"<!-- {name} -->\n\n```")[2].partition("\n")[2].partition("```\n")[0]


def test_the_example_of_the_page_does_what_the_page_says(tmp_path: Path, capsys: Capture) -> None:
    root = tmp_path / "new"
    assert main(["init", str(root)]) == FINE
    files = [given_file(tmp_path, name, _example(name)) for name in ("bank.csv", "bank.md")]
    columns = given_file(tmp_path, "columns.yaml", _example("columns.yaml"))
    assert main(["import", *files, "--columns", columns, "--root", str(root)]) == FINE
    assert "4 questions and 1 story written" in capsys.readouterr().out
    told = data_of(root, "stories/tell-me-about-a-quarrel-at-work-that-you-ended.yaml")
    assert told["told"]["actions"] == "I asked each of them the same question."
    assert told["competencies"] == ("working-together",)
    by_ask = {one["ask"]: one for one in asked(root, "keeping-promises")}
    assert by_ask["Who was told first, and when?"]["follows"] == "what-did-you-do-when-you-could-not-keep-a-date"
    assert by_ask["Tell me about a promise you broke."]["good_answer"] == (
        "say it early",
        "say what you can do instead",
    )
    assert by_ask["Tell me about a promise you broke."]["levels"] == ("lead",)


@pytest.mark.parametrize("form", FORMS)
@given(raw=st.binary(max_size=300) | st.text('",;\n[]{}:#*- ab?\\', max_size=300).map(str.encode))
def test_any_bytes_become_rows_or_faults(form: str, raw: bytes) -> None:
    issues: list[Issue] = []
    columns = columns_of(tiny.content(), None, "")
    try:
        read(f"x{form}", raw, columns, [], issues)
    except ContentError as error:
        issues += error.issues
    assert all(re.match(r"x\.\w+:\d+:\d+: .* must .* \[[a-z0-9-]+\]$", str(issue)) for issue in issues)


@pytest.mark.parametrize(
    "piece", ["**a", "__a", "- ", "[", '"', '[{"a":1},', "a: ", "#", "`", "\n- a", "a,", "\n**Task:** a"]
)
@pytest.mark.parametrize("form", [".csv", ".json", ".md"])
def test_the_longest_file_of_anything_is_read_soon(form: str, piece: str) -> None:
    columns = columns_of(tiny.content(), None, "")
    raw = (piece * (1 << 20))[: 1 << 19].encode()
    _, took = timed(lambda: read(f"x{form}", raw, columns, [], []), MOST)
    assert took < MOST


@pytest.mark.parametrize(
    "file",
    [
        "competencies/gardens.yaml",
        "questions/saying-no.yaml",
        "questions/saying-no/who-waters-it.yaml",
        "stories/a-night.yaml",
    ],
)
@pytest.mark.parametrize("broken", ["title: [", None])
def test_nothing_takes_the_place_of_what_cannot_be_read(
    file: str, broken: str | None, root: Path, tmp_path: Path, capsys: Capture
) -> None:
    path = root / "content" / file
    path.unlink(missing_ok=True)
    path.parent.mkdir(exist_ok=True)
    if broken is None:
        path.symlink_to(tmp_path / "elsewhere.yaml")
    else:
        path.write_text(broken, encoding="utf-8")
    bank = given_file(tmp_path, "a.csv", "question,category\nWhat do you grow?,Gardens\nWho waters it?,Saying no\n")
    story = given_file(tmp_path, "b.csv", "title,situation\nA night,Dark.\n")
    before = everything(root)
    assert main(["import", bank, story, "--root", str(root)]) == PROBLEMS
    assert f"content/{file}:1:1: " in capsys.readouterr().out
    assert everything(root) == before
    assert not (tmp_path / "elsewhere.yaml").exists()
