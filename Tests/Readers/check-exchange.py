"""Loads what was written for Python, and takes a project through Taguette's own code and back."""

import csv
import io
import os
import random
import subprocess
import sys
from pathlib import Path

folder = Path(sys.argv[1])
draad = sys.argv[2]


def run(study, *words):
    subprocess.run([draad, "-s", str(folder / f"{study}.draad"), *words], check=True, capture_output=True)


def new(study):
    for name in folder.glob(f"{study}.draad*"):
        name.unlink()
    subprocess.run([draad, "new", str(folder / f"{study}.draad")], check=True, capture_output=True)


# What was written for pandas.
sys.path.insert(0, str(folder / "python"))
import load  # noqa: E402

texts = dict(zip(load.transcripts["transcript"], load.transcripts["text"]))
for coding in load.codings.itertuples():
    assert texts[coding.transcript][int(coding.start) : int(coding.end)] == coding.text, coding
for segment in load.segments.itertuples():
    # A cell with nothing but blanks is no value for pandas.
    assert texts[segment.transcript][int(segment.start) : int(segment.end)] == (segment.text if isinstance(segment.text, str) else ""), segment
print(f"{'Python':28} {len(load.codings)} codings and {len(load.segments)} segments on their words: pandas {load.pandas.__version__}")

# A project of Taguette, made with its own tables and its own way to cut a highlight out.
os.environ.setdefault("PROMETHEUS_DISABLE_CREATED_SERIES", "1")
import taguette  # noqa: E402
from bs4 import BeautifulSoup  # noqa: E402
from taguette import convert, database, export, extract, import_codebook  # noqa: E402

path = folder / "taguette.sqlite3"
path.unlink(missing_ok=True)
session = database.connect(f"sqlite:///{path}")()
user = database.User(login="mila")
project = database.Project(name="Proef", description="Een proef")
session.add_all([user, project])
session.flush()
randoms = random.Random(10)
tags = [database.Tag(project_id=project.id, path=name, description=f"Over {name}") for name in ["tijd", "tijd.duur", "plek"]]
session.add_all(tags)
expected = []
for number, (name, text) in enumerate(sorted(texts.items())[:12]):
    paragraphs = [line for line in (text + "\nEmoji 😀 é & <b>\n").split("\n") if line.strip()]
    escape = lambda line: line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")  # noqa: E731
    html = ("\n" if number % 2 else "").join(f"<p>{escape(line)}</p>" for line in paragraphs)
    html = convert.bleach.clean(html, tags=["p", "b"], strip=True)
    document = database.Document(
        name=name, description="", filename=name + ".html", project_id=project.id,
        text_direction=database.TextDirection.LEFT_TO_RIGHT, contents=html)
    session.add(document)
    session.flush()
    plain = BeautifulSoup(html, "html5lib").get_text().encode("utf-8")
    for _ in range(40):
        start, end = sorted(randoms.sample(range(len(plain) + 1), 2))
        end = min(end, start + 300)
        while start < len(plain) and plain[start] & 0xC0 == 0x80:
            start += 1
        while end < len(plain) and plain[end] & 0xC0 == 0x80:
            end += 1
        if not plain[start:end].strip():
            continue
        own = randoms.sample(tags, randoms.randint(1, 2))
        highlight = database.Highlight(
            document_id=document.id, start_offset=start, end_offset=end, snippet=extract.extract(html, start, end), tags=own)
        session.add(highlight)
        session.flush()
        session.add(database.Command.highlight_add(user.login, document, highlight, [tag.id for tag in own]))
        words = BeautifulSoup(extract.extract(html, start, end), "html5lib").get_text()
        for tag in own:
            expected.append((name, tag.path, "".join(words.split())))
session.commit()
session.close()

new("taguette")
run("taguette", "import", str(path))
run("taguette", "export", "python", str(folder / "from-taguette"), "--force") if (folder / "from-taguette").exists() else run(
    "taguette", "export", "python", str(folder / "from-taguette"))
with open(folder / "from-taguette" / "codings.csv", newline="", encoding="utf-8") as file:
    codings = list(csv.DictReader(file))
with open(folder / "from-taguette" / "codes.csv", newline="", encoding="utf-8") as file:
    names = {row["code"]: row["name"] for row in csv.DictReader(file)}
found = sorted((row["transcript"], names[row["code"]], "".join(row["text"].split())) for row in codings)
# A highlight that stands twice on the same words under one tag is one coding here.
assert sorted(set(found)) == sorted(set(expected)), (len(found), len(expected))
assert {row["coder"] for row in codings} == {"mila"}
print(f"{'Taguette in':28} {len(codings)} codings of {len(expected)} highlights on the same words: Taguette {taguette.__version__}")

# Its codebooks in, ours out.
tag_rows = [type("Tag", (), dict(path=tag, description=f"Over {tag}", highlights_count=1, documents_count=1)) for tag in ["tijd", "tijd.duur"]]
export.codebook_xml(tag_rows, str(folder / "taguette.qdc"))
new("codes")
run("codes", "codebook", "load", str(folder / "taguette.qdc"))
run("codes", "codebook", "export", str(folder / "codes.csv"), "--force")
with open(folder / "codes.csv", newline="", encoding="utf-8") as file:
    assert [row["name"] for row in csv.DictReader(file)] == ["tijd", "tijd.duur"]
run("sample", "codebook", "export", str(folder / "sample-codes.csv"), "--force")
read = import_codebook.list_tags_csv(io.BytesIO((folder / "sample-codes.csv").read_bytes()))
with open(folder / "sample-codes.csv", newline="", encoding="utf-8") as file:
    own = [row["name"] for row in csv.DictReader(file)]
assert [tag.path if hasattr(tag, "path") else tag["path"] for tag in read] == own
print(f"{'Taguette codebooks':28} its REFI-QDA codebook in, {len(own)} codes of ours read by it")
