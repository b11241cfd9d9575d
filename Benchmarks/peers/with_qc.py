"""qualitative-coding (`qc`) by its own commands: see driver.py.

    with_qc.py OPERATION PROJECT [ARGUMENT...]

A command line is given to the function that `qc` itself calls. Interviews come in with `--importer verbatim`, for its own default
gives each to pandoc, a process for each document, which breaks the lines anew; a line is a turn here. `load` is no operation of
qc's: a coding is put with an editor, document by document, so the rows go into its tables in one commit; a code of one coder on
one line is one to qc, as in its own QCCorpus.update_coded_lines.
"""
import contextlib
import csv
import io
import json
import os

import driver
from qualitative_coding.cli import cli
from qualitative_coding.corpus import QCCorpus
from qualitative_coding.database import models
from sqlalchemy import insert, select

CODER = "mila"


def settings(project):
    return os.path.join(project, "settings.yaml")


def command(project, *words):
    """Work that is a command, and what it printed."""
    printed = io.StringIO()

    def work():
        with contextlib.redirect_stdout(printed):
            cli.main([*words, "--settings", settings(project)], standalone_mode=False)

    return work, printed


def start(project):
    work, _ = command(project, "codes", "list")
    return work, dict


def importing(project, corpus):
    project, interviews = os.path.abspath(project), os.path.abspath(os.path.join(corpus, "interviews"))
    os.mkdir(project)
    # A project that is being made has its log where one stands.
    os.chdir(project)
    command(project, "init")[0]()
    work, _ = command(project, "corpus", "import", interviews, "--recursive", "--importer", "verbatim")

    def answer():
        owner = QCCorpus(settings(project))
        with owner.session():
            return {"documents": len(owner.get_documents())}

    return work, answer


def load(project, corpus, table):
    """The codings, on the lines where they begin."""
    owner = QCCorpus(settings(project))
    lines = dict.fromkeys((name + ".txt", coding.line, coding.code) for name, codings in driver.codings(corpus, table)
                          for coding in codings)

    def work():
        with owner.session():
            session = owner.get_session()
            owner.get_or_create_coder(CODER)
            paragraphs = dict(session.execute(
                select(models.DocumentIndex.document_id, models.Location.id).join(models.Location.document_index)).all())
            session.execute(insert(models.Code), [dict(name=code) for code in sorted({code for _, _, code in lines})])
            session.execute(insert(models.CodedLine), [
                dict(id=number, line=line, coder_id=CODER, code_id=code)
                for number, (_, line, code) in enumerate(lines, start=1)])
            session.execute(insert(models.coded_line_location_association_table), [
                dict(coded_line_id=number, location_id=paragraphs[document])
                for number, (document, _, _) in enumerate(lines, start=1)])
            session.commit()
            owner.update_codebook()

    return work, dict


def quotes(project, code):
    """The lines with a code and nothing around them."""
    work, printed = command(project, "codes", "find", code, "--before", "0", "--after", "0", "--json")
    return work, (lambda: {code: len(json.loads(printed.getvalue()))})


def frequencies(project):
    path = os.path.join(project, "answer.csv")
    work, _ = command(project, "codes", "stats", "--outfile", path)

    def answer():
        with open(path, encoding="utf-8") as file:
            return driver.rows_of(file.read(), "Code", "Count")

    return work, answer


def cooccurrence(project, *codes):
    """The crosstab, whose cells count the lines that have both codes."""
    path = os.path.join(project, "answer.csv")
    work, _ = command(project, "codes", "crosstab", *codes, "--outfile", path)

    def answer():
        with open(path, encoding="utf-8", newline="") as file:
            (_, *names), *rows = csv.reader(file)
        return {f"{row[0]} {name}": int(cell) for row in rows for name, cell in zip(names, row[1:]) if row[0] < name}

    return work, answer


driver.tell({"start": start, "import": importing, "load": load, "quotes": quotes, "frequencies": frequencies,
             "cooccurrence": cooccurrence})
