"""Taguette by its own code, without its web server: see driver.py.

    with_taguette.py OPERATION PROJECT.sqlite3 [ARGUMENT...]

What is called is what the server calls for a request, with a commit where it commits. Interviews come in as HTML, a paragraph a
turn, since Taguette gives every other format to Calibre, a process of its own for each document. `load` is no operation of
Taguette's: its own path parses the whole document for each highlight and commits each, so the rows go into its tables in one
commit, one highlight with one tag for each coding, and without the rows of its log. `start` ends where the server would begin to
listen: the modules, the database, its projects; the server itself also asks for messages over the network.
"""
import asyncio
import html
import io

import driver
import taguette.main  # noqa: F401 (all that the program imports)
from taguette import convert, database, export

USER = "admin"


def opened(path):
    return database.connect("sqlite:///" + path)()


def the_project(session):
    return session.query(database.Project).one()


def start(path):
    session = opened(path)
    return (lambda: session.query(database.Project).all()), dict


def importing(path, corpus):
    """What DocumentAdd does for each file."""
    files = []
    for name, text in driver.texts(corpus):
        turns = "\n".join(f"<p>{html.escape(turn, quote=False)}</p>" for turn in text.splitlines())
        files.append((name, f"<html><body>{turns}</body></html>".encode()))
    session = opened(path)
    session.add_all([database.User(login=USER), database.Project(name="Peers", description="")])
    session.commit()
    project = the_project(session)

    async def work():
        for name, body in files:
            contents = await convert.to_html_chunks(body, "text/html", name + ".html", taguette.main.DEFAULT_CONFIG)
            document = database.Document(name=name, description="", filename=name + ".html", project=project, contents=contents,
                                         text_direction=database.TextDirection.LEFT_TO_RIGHT)
            session.add(document)
            session.flush()
            command = database.Command.document_add(USER, document)
            session.add(command)
            session.commit()
            session.refresh(command)

    return (lambda: asyncio.run(work())), (lambda: {"documents": session.query(database.Document).count()})


def load(path, corpus, table):
    """The codings; a highlight begins and ends at a byte of the text without its marks, line breaks counted."""
    session = opened(path)
    project = the_project(session)
    documents = {document.name: document.id for document in session.query(database.Document)}
    tags = {f"C{number:03}": number for number in range(1, 201)}
    highlights, links = [], []
    for name, codings in driver.codings(corpus, table):
        for coding in codings:
            number = len(highlights) + 1
            highlights.append(dict(id=number, document_id=documents[name], start_offset=coding.start_byte,
                                   end_offset=coding.end_byte, snippet=f"<p>{html.escape(coding.words, quote=False)}</p>"))
            links.append(dict(highlight_id=number, tag_id=tags[coding.code]))

    def work():
        rows = [dict(id=number, project_id=project.id, path=code, description="") for code, number in tags.items()]
        session.execute(database.Tag.__table__.insert(), rows)
        session.execute(database.Highlight.__table__.insert(), highlights)
        session.execute(database.highlight_tags.insert(), links)
        session.commit()

    return work, dict


def quotes(path, code):
    """The export of a tag's highlights as CSV."""
    session, file = opened(path), io.StringIO(newline="")
    project = the_project(session).id
    return (lambda: export.highlights_csv(session, project, code, file)), (lambda: {code: file.getvalue().count("\r\n") - 1})


def frequencies(path):
    """The export of the codebook as CSV, which says how many highlights and documents each tag has."""
    session, file = opened(path), io.StringIO(newline="")
    project = the_project(session)
    return ((lambda: export.codebook_csv(list(project.tags), file)),
            (lambda: driver.rows_of(file.getvalue(), "tag", "number of highlights")))


driver.tell({"start": start, "import": importing, "load": load, "quotes": quotes, "frequencies": frequencies})
