"""What draad is doing when it is ended: each scene has a study to begin with, a command, and the states it may be left in."""
import os, re, shutil, sqlite3, textwrap

# Stands in every interview, and so may stand in no message.
WORD = "zwaluwstaart"
SCHEMA = os.path.join(os.path.dirname(__file__), "../../Sources/Store/Schema.swift")


def interview(number, lines=60):
    return "".join(f"{'Anna' if at % 2 else 'Bram'}: In gesprek {number}, zin {at}, wachtten we op de {WORD} en "
                   f"{'twee' if at % 3 else 'één'} collega's, {at * number} uur.\n" for at in range(lines))


def tags(first, last):
    return "".join(f"tag s01:{at} A\n" for at in range(first, last))


class Scene:
    """`steps` are lines whose states, one after the other, are those that may be left; `other` is what is done in a branch."""

    def __init__(self, loop, name, words=None, lines="", steps=(), answer="", before="", since=None, version=None,
                 harm="", is_logged=False, is_whole_or_absent="", is_new=False, stop_at=None, other=""):
        self.name, self.words, self.lines = name, words or ["-s", "WORK/study.draad", "run", "-"], lines or "".join(steps)
        self.steps = steps
        self.answer, self.is_logged, self.is_whole_or_absent, self.stop_at = answer, is_logged, is_whole_or_absent, stop_at
        self.given = os.path.join(loop.folder, "given")
        self.template = os.path.join(loop.folder, "template-" + name)
        self.write_given()
        os.makedirs(self.template)
        study = self.template + "/study.draad"
        self.states = []
        if is_new:
            return
        script = f"import {self.given}/base\ncodebook load {self.given}/codes.yaml\n" + before.replace("GIVEN", self.given)
        self.must(loop, ["new", study])
        self.must(loop, ["-s", study, "run", "-"], script)
        if other:
            self.must(loop, ["-s", self.given + "/other.draad", "run", "-"], other.replace("GIVEN", self.given))
        if version:
            self.make_older(study, version)
        if since or harm:
            with sqlite3.connect(study) as db:
                if since:
                    db.execute("UPDATE acts SET at = ?", (since,))
                db.executescript(harm)
            db.close()
            os.chmod(study, 0o600)
        self.find_states(loop, steps)

    def must(self, loop, words, lines=None):
        code, out, error = loop.run(words, lines)
        if code != 0:
            raise SystemExit(f"crash: the scene {self.name} cannot be set: {out} {error}")

    def find_states(self, loop, steps):
        trial = os.path.join(loop.folder, "trial")
        shutil.rmtree(trial, ignore_errors=True)
        shutil.copytree(self.template, trial)
        study = trial + "/study.draad"
        digest = lambda: loop.run(["-s", study, "info", "--digest"])[1].strip()
        self.states = [digest()]
        for step in steps:
            self.must(loop, ["-s", study, "run", "-"], step.replace("GIVEN", self.given))
            self.states.append(digest())

    def write_given(self):
        for folder in ["base", "more"]:
            os.makedirs(f"{self.given}/{folder}", exist_ok=True)
        for number in range(1, 4):
            open(f"{self.given}/base/s0{number}.txt", "w").write(interview(number))
        for number in range(4, 10):
            open(f"{self.given}/more/s0{number}.txt", "w").write(interview(number))
        open(f"{self.given}/codes.yaml", "w").write("codes:\n" + "".join(
            f"  - key: {key}\n    name: Naam {key}\n    definition: Wat {key} is.\n" for key in "ABC"))
        rows = "".join(f"s0{t},{at},B,Lies\n" for t in (1, 2, 3) for at in range(1, 50))
        open(f"{self.given}/codings.csv", "w").write("transcript,segment,code,coder\n" + rows)

    @staticmethod
    def make_older(study, version):
        """Puts the rows of a study into the tables of an earlier version."""
        source = open(SCHEMA).read()
        texts = {name: textwrap.dedent(text) for name, text in re.findall(r'static let (\w+) = """\n(.*?)"""', source, re.S)}
        names = re.search(r"static let migrations: \[String\] = \[(.*?)\]", source, re.S)[1].replace(",", " ").split()
        os.rename(study, study + ".new")
        with sqlite3.connect(study, isolation_level=None) as db:
            db.execute("PRAGMA application_id = 0x44524144")
            for name in names[:version]:
                db.executescript(texts[name].rstrip("\n"))
            db.execute("ATTACH ? AS new", (study + ".new",))
            tables = [row[0] for row in db.execute(
                "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT GLOB 'segment_index*'")]
            for table in tables:
                columns = ", ".join(row[1] for row in db.execute(f"PRAGMA main.table_info({table})"))
                db.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}")
            db.execute("INSERT INTO segment_index (segment_index) VALUES ('rebuild')")
            db.execute(f"PRAGMA user_version = {version}")
        db.close()
        os.unlink(study + ".new")
        os.chmod(study, 0o600)


IMPORTS = [f"import GIVEN/more/s0{number}.txt\n" for number in range(4, 10)]
SCENES = [
    dict(name="tag", steps=[f"tag s01:{at} A\n" for at in range(1, 9)], answer="Tagged", is_logged=True, stop_at=9),
    dict(name="import", words=["-s", "WORK/study.draad", "import", "GIVEN/more"], steps=IMPORTS, lines=" ",
         answer="never", stop_at=12),
    dict(name="copy of the day", since="2020-01-02T10:00:00Z", before=tags(1, 9), answer="Tagged", is_logged=True,
         steps=["tag s01:20 B\n", "tag s01:21 B\n"], is_whole_or_absent="study.backups"),
    dict(name="undo", before=tags(1, 13), answer="Undone", steps=["undo\n"] * 8),
    dict(name="redo", before=tags(1, 13) + "undo 10\n", answer="Redone", steps=["redo\n"] * 8),
    dict(name="undo an import", before="import GIVEN/more\n", answer="Undone", steps=["undo\n"]),
    dict(name="codings load", answer="Loaded", steps=["codings load GIVEN/codings.csv\n"]),
    dict(name="autocode", answer="Tagged", steps=["autocode C 'matching collega'\n"]),
    dict(name="remove", before=tags(1, 30), answer="Removed", steps=["remove s01\n"]),
    dict(name="merge", before=tags(1, 13) + "branch GIVEN/other.draad\n" + tags(13, 20) + "assign s01 --to Kim\n",
         other=tags(30, 50) + "untag s01:1 A\nimport GIVEN/more/s04.txt\ncode rename A Anders\nassign s02 --to Lies\n"
         + "memo s01:2 'Een gedachte.'\nremove s03\n", answer="Merged", steps=["merge GIVEN/other.draad\n"]),
    dict(name="memo", answer="never", steps=[f"memo s01:{at} 'Een gedachte.'\n" for at in range(1, 5)]),
    dict(name="migration", version=1, before=tags(1, 9), answer="never", lines="info\n",
         is_whole_or_absent="study.backups"),
    dict(name="backup", before=tags(1, 9), answer="Copied", lines="backup WORK/made.draad\n",
         is_whole_or_absent="made.draad"),
    dict(name="packed backup", before=tags(1, 9), answer="Copied", lines="backup WORK/made.draad.gz\n",
         is_whole_or_absent="made.draad.gz"),
    dict(name="new", words=["new", "WORK/study.draad"], answer="Made", is_new=True,
         is_whole_or_absent="study.draad"),
    dict(name="rescue", words=["rescue", "WORK/study.draad", "WORK/made.draad"], before=tags(1, 9), answer="Made",
         is_whole_or_absent="made.draad"),
]
