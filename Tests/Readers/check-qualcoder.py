"""Takes studies through QualCoder's own code and back, and compares every coding word for word.

Usage: check-qualcoder.py FOLDER DRAAD CHECKOUT, after check-exchange made `sample.draad` in the folder.
"""

import csv
import random
import shutil
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path

folder, draad = Path(sys.argv[1]), sys.argv[2]
sys.path.insert(0, str(Path(__file__).parent))
from qualcoder import QualCoder, marked  # noqa: E402

qualcoder = QualCoder(sys.argv[3], folder / "qualcoder-home")
faults = []
NOW = "2026-05-12 09:30:00"
ODD = {
    "a": "Anna: 😀 hallo é en e\u0301\u0323 daar 👩‍👩‍👧 ok.\nBram: ja 🏳️‍🌈 a\u0308\u0301 nee.\n",
    "b": "Anna: regel een\r\nBram: regel twee 😀😀 één\r\nAnna: drie <b> & \"x\"\r\n",
    "c": "\ufeffAnna: met mark o\u0308 x\u200d y\u00a0z\nBram: 𝒜𝒷 fin",
}


def said(what, words):
    print(f"{what:28} {words}")


def same(what, found, wanted):
    """Whether two collections hold the same; what does not is told at the end."""
    found, wanted = Counter(found), Counter(wanted)
    if found != wanted:
        faults.append(f"{what}: {(wanted - found).total()} of {wanted.total()} missing, {(found - wanted).total()} others"
                      f"\n  missing {list(wanted - found)[:2]}\n  others {list(found - wanted)[:2]}")
    return found.total()


def run(study, *words):
    subprocess.run([draad, "-s", str(folder / f"{study}.draad"), *words], check=True, capture_output=True)


def new(study):
    for name in folder.glob(f"{study}.draad*"):
        name.unlink()
    subprocess.run([draad, "new", str(folder / f"{study}.draad")], check=True, capture_output=True)


def project(name):
    shutil.rmtree(folder / name, ignore_errors=True)
    return qualcoder.project(folder / name)


def sheets(study):
    """What a study holds, by its own export."""
    place = folder / f"sheets-{study}"
    shutil.rmtree(place, ignore_errors=True)
    run(study, "export", "python", str(place))
    return {file.stem: list(csv.DictReader(file.open(newline="", encoding="utf-8"))) for file in place.glob("*.csv")}


def write_odd():
    """A study whose texts hold what programs count in different ways, with codings from each character on."""
    place = folder / "odd"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    for name, text in ODD.items():
        (place / f"{name}.txt").write_bytes(text.encode())
    (folder / "odd.yaml").write_text("codes:\n- {key: P, name: Plek <&>, children: [{key: P1, name: Tijd}]}\n- {key: Q, name: Duur é}\n")
    new("odd")
    run("odd", "import", str(place))
    run("odd", "codebook", "load", str(folder / "odd.yaml"))
    rows = []
    for transcript in sheets("odd")["transcripts"]:
        text = transcript["text"]
        for start in range(len(text)):
            for end in [start + 1, start + 2, start + 5, len(text)]:
                if end <= len(text) and text[start:end].strip():
                    rows.append((transcript["transcript"], start, end, ["P", "P1", "Q"][len(rows) % 3], "Anna"))
    rows += [row[:4] + ("Bram",) for row in rows[::2]]
    with open(folder / "odd.csv", "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("transcript", "start", "end", "code", "coder"), *dict.fromkeys(rows)])
    run("odd", "codings", "load", str(folder / "odd.csv"))


def check_reading(study):
    """What we wrote, read by QualCoder."""
    own = sheets(study)
    names = {code["code"]: code["name"] for code in own["codes"]}
    texts = {row["transcript"]: row["text"] for row in own["transcripts"]}
    for units in ["code points", "UTF-16"]:
        run(study, "export", str(folder / "out.qdpx"), "--force", *(["--utf16"] if units == "UTF-16" else []))
        app = project("in.qda")
        qualcoder.read(app, folder / "out.qdpx")
        same(f"texts of {study}", app.conn.execute("select name, fulltext from source").fetchall(), texts.items())
        found = app.conn.execute(
            "select source.name, pos0, pos1, fulltext, seltext, code_name.name, code_text.owner from code_text"
            " join source on source.id = fid join code_name on code_name.cid = code_text.cid").fetchall()
        if units == "UTF-16":
            # As its window shows them.
            found = [(name, text.encode("utf-16-le")[2 * start:2 * end].decode("utf-16-le", "replace"), code, coder)
                     for name, start, end, text, words, code, coder in found]
        else:
            found = [(name, words, code, coder) for name, start, end, text, words, code, coder in found]
        wanted = [(row["transcript"], row["text"], names[row["code"]], row["coder"]) for row in own["codings"]]
        count = same(f"words of {study} in {units}", {row[:3] for row in found}, {row[:3] for row in wanted})
        same(f"coders of {study} in {units}", found, wanted)
        said("QualCoder reads " + study, f"{len(found)} of {len(wanted)} codings, on {count} words and codes; positions in {units}")
    tree = app.conn.execute("select code.name, above.name from code_name code left join code_name above on above.cid = code.supercid")
    same(f"codes of {study}", tree.fetchall(), [(code["name"], names.get(code["parent"])) for code in own["codes"]])
    values = app.conn.execute(
        "select cases.name, attribute.name, value from attribute join cases on caseid = id where attr_type = 'case'").fetchall()
    wanted = [(row["case"], name, value) for row in own["cases"] for name, value in row.items() if name != "case" and value]
    said("", f"{len(names)} codes in their tree, {same(f'attributes of {study}', values, wanted)} attributes of cases")


def squeezed(text):
    return "".join(unicodedata.normalize("NFC", text).split())


def fill(app, texts, way):
    """Codings as its window makes them (Qt's positions), as its search makes them (Python's), or both in turn."""
    for number, (name, text) in enumerate(texts.items(), 1):
        app.conn.execute("insert into source (id, name, fulltext, memo, owner, date) values (?, ?, ?, '', 'mila', ?)", (number, name, text, NOW))
    app.conn.execute("insert into code_cat values (1, 'Boven', 'mila', ?, 'over boven', null)", (NOW,))
    app.conn.execute("insert into code_cat values (2, 'Onder & co', 'mila', ?, '', 1)", (NOW,))
    codes = [("tijd", 2, None), ("duur", None, 1), ("plek", 1, None), ("los", None, None), ("kort", None, 2)]
    for number, (name, category, code) in enumerate(codes, 1):
        app.conn.execute(
            "insert into code_name (cid, name, memo, catid, supercid, owner, date, color)"
            " values (?, ?, 'over', ?, ?, 'mila', ?, '#1B5E20')", (number, name, category, code, NOW))
    randoms, wanted, seen = random.Random(10), [], set()
    for number, (name, text) in enumerate(texts.items(), 1):
        size = len(text)
        pairs = [(start, end) for start in range(size) for end in (start + 1, start + 4) if end <= size] if size < 100 else [
            (start, min(size, start + 300)) for start in (randoms.randrange(size - 1) for _ in range(40))]
        for start, end in pairs:
            # Within what is one character here nothing can be coded.
            if not text[start:end].strip() or any(unicodedata.combining(sign) for sign in text[start] + text[end:end + 1]):
                continue
            place = len(wanted)
            by_search = way == "search" or way == "window and search" and place % 3 == 0
            first, last, words = (start, end, text[start:end]) if by_search else marked(text, start, end)
            if (number, first, last, place % 5) in seen:
                continue
            seen.add((number, first, last, place % 5))
            coder = ["mila", "noor"][place % 2]
            app.conn.execute(
                "insert into code_text (cid, fid, seltext, pos0, pos1, owner, date, memo) values (?, ?, ?, ?, ?, ?, ?, '')",
                (place % 5 + 1, number, words, first, last, coder, NOW))
            wanted.append((name, squeezed(text[start:end]), codes[place % 5][0], coder))
    app.conn.execute("insert into annotation (fid, pos0, pos1, memo, owner, date) values (1, 3, 9, 'Een noot', 'noor', ?)", (NOW,))
    app.conn.execute("insert into cases (caseid, name, memo, owner, date) values (1, 'Geval 1', 'over het geval', 'mila', ?)", (NOW,))
    app.conn.execute("insert into case_text (caseid, fid, pos0, pos1, owner, date) values (1, 1, 0, ?, 'mila', ?)", (len(texts[next(iter(texts))]), NOW))
    app.conn.execute("insert into attribute_type values ('leeftijd', ?, 'mila', '', 'case', 'numeric')", (NOW,))
    app.conn.execute("insert into attribute (name, attr_type, value, id, date, owner) values ('leeftijd', 'case', '41', 1, ?, 'mila')", (NOW,))
    qualcoder.update(app)
    above = {"tijd": "Onder & co", "duur": "tijd", "plek": "Boven", "los": None, "kort": "duur", "Onder & co": "Boven", "Boven": None}
    return wanted, above


def check_writing(texts, way):
    """A project of QualCoder, read by us from its folder and from its own export."""
    app = project("Proef.qda")
    wanted, above = fill(app, texts, way)
    for form in ["folder", "export", "export (CR LF)"]:
        place = folder / "Proef.qda"
        if form != "folder":
            for old in folder.glob("Proef*.qdpx"):
                old.unlink()
            qualcoder.has_long_line_ends = form != "export"
            qualcoder.write(app, folder)
            place = folder / "Proef.qdpx"
        new("back")
        run("back", "import", str(place))
        found = sheets("back")
        names = {code["code"]: code["name"] for code in found["codes"]}
        codings = [(row["transcript"], squeezed(row["text"]), names[row["code"]], row["coder"]) for row in found["codings"]]
        count = same(f"codings by {way}, {form}", codings, wanted)
        same(f"codes by {way}, {form}", [(code["name"], names.get(code["parent"])) for code in found["codes"]], above.items())
        same(f"attributes by {way}, {form}", [(row["case"], row["leeftijd"]) for row in found["cases"]], [("Geval 1", "41")])
        if form == "folder":
            same(f"cases by {way}", [row["case"] for row in found["transcripts"]], ["Geval 1"] + [""] * (len(texts) - 1))
        annotations = [(row["start"], row["end"], row["text"]) for row in found["memos"] if row["about"] == "passage"]
        same(f"annotations by {way}, {form}", annotations, [("3", "9", "Een noot")])
        said("QualCoder's " + form, f"{count} of {len(wanted)} codings made in its {way}")


def check_codebook():
    """A codebook to QualCoder and back."""
    run("sample", "codebook", "export", str(folder / "sample.qdc"), "--force")
    app = project("codes.qda")
    qualcoder.read(app, folder / "sample.qdc", "qdc")
    (folder / "Codebook-codes.qdc").unlink(missing_ok=True)
    qualcoder.write(app, folder, "codebook")
    new("codes")
    run("codes", "codebook", "load", str(folder / "Codebook-codes.qdc"))
    columns = ["code", "name", "parent", "definition", "use", "not", "example"]
    found, wanted = ([tuple(code[column] for column in columns) for code in sheets(study)["codes"]] for study in ["codes", "sample"])
    said("QualCoder's codebook", f"{same('codebook', found, wanted)} codes there and back, with key, use, not and example")


write_odd()
for study in ["sample", "odd"]:
    check_reading(study)
sample = {row["transcript"]: row["text"] for row in sheets("sample")["transcripts"][:6]}
for way in ["window", "search", "window and search"]:
    check_writing(sample | {f"odd-{name}": text.lstrip("\ufeff").replace("\r\n", "\n") for name, text in ODD.items()}, way)
check_codebook()
if faults:
    sys.exit("FAILED with QualCoder:\n" + "\n".join(faults))
commit = subprocess.run(["git", "-C", sys.argv[3], "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
said("QualCoder", f"every coding on the same words: {qualcoder.version} {commit}".strip())
