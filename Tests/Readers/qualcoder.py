"""QualCoder's own code without its windows: its tables, its reading and writing of REFI-QDA, and the words its window marks.

Taken from a checkout as they stand: `refi.py` and what it imports, the tables that `new_project` makes, and the methods of
`App` named below. Put in their place: windows that ask for a file or tell that it is done (helpers.Message), and `App` itself.
"""

import ast
import builtins
import contextlib
import datetime
import importlib
import io
import logging
import os
import sqlite3
import sys
import types
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from PyQt6 import QtGui, QtWidgets  # noqa: E402

builtins._ = lambda words: words
METHODS = ["get_annotations", "update_coder_names", "get_last_project_coder"]


class Message:
    def __init__(self, *words):
        pass

    def exec(self):
        pass


class QualCoder:
    def __init__(self, checkout, home):
        self.folder = next(
            (place for place in [Path(checkout, "src", "qualcoder"), Path(checkout, "qualcoder"), Path(checkout)]
             if (place / "refi.py").exists()), None)
        if self.folder is None:
            sys.exit(f"FAILED: no refi.py in {checkout}; QUALCODER is to be a checkout of github.com/ccbogel/QualCoder")
        os.environ["HOME"] = str(home)
        Path(home, ".qualcoder").mkdir(parents=True, exist_ok=True)
        self.application = QtWidgets.QApplication([])
        package, helpers = types.ModuleType("qualcoder"), types.ModuleType("qualcoder.helpers")
        package.__path__, helpers.Message = [str(self.folder)], Message
        sys.modules.update({"qualcoder": package, "qualcoder.helpers": helpers})
        with contextlib.redirect_stdout(io.StringIO()):
            self.refi = importlib.import_module("qualcoder.refi")
        self.has_long_line_ends = False
        self.refi.RefiLineEndings.exec = lambda dialog: dialog.ui.radioButton_maxqda.setChecked(self.has_long_line_ends)
        trees = [ast.parse((self.folder / name).read_text(encoding="utf-8"))
                 for name in ["app.py", "__main__.py"] if (self.folder / name).exists()]
        nodes = [node for tree in trees for node in ast.walk(tree)]
        words = [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        self.version = next((text for text in words if text.startswith("QualCoder ") and text[10:11].isdigit()), "QualCoder")
        self.tables = [
            inner.value for node in nodes if isinstance(node, ast.FunctionDef) and node.name == "new_project"
            for inner in ast.walk(node) if isinstance(inner, ast.Constant) and str(inner.value).startswith("CREATE TABLE")]
        if not any("supercid" in table for table in self.tables):
            sys.exit(f"FAILED: {self.version} has no codes below codes; the check needs QualCoder 4.0 or later")
        self.methods = self.own_methods(nodes)

    def own_methods(self, nodes):
        context = {"sqlite3": sqlite3, "logger": logging.getLogger("qualcoder"), "speaker_coder_name": "speakers"}
        found = {}
        for node in nodes:
            if isinstance(node, ast.FunctionDef) and node.name in METHODS and node.name not in found:
                exec(compile(ast.Module([node], []), node.name, "exec"), context)
                found[node.name] = context[node.name]
        return found

    def project(self, path, coder="mila"):
        """A new project: its folders and its own tables."""
        for name in ["images", "audio", "video", "documents"]:
            Path(path, name).mkdir(parents=True)
        app = type("App", (), self.methods)()
        app.project_path, app.project_name, app.version = str(path), Path(path).name, self.version
        app.settings = {"codername": coder, "directory": str(Path(path).parent), "ai_enable": "False", "fontsize": 10, "font": "Sans"}
        app.ai_models, app.delete_backup, app.write_config_ini = [], False, lambda *words: None
        app.conn = sqlite3.connect(Path(path, "data.qda"))
        app.conn.execute("pragma synchronous = off")
        for table in self.tables:
            app.conn.execute(table)
        app.conn.execute(
            "insert into project (databaseversion, date, memo, about, codername) values (?, ?, '', ?, ?)",
            ("v0", datetime.datetime.now().strftime("%Y-%m-%d %H:%M:%S"), self.version, coder))
        app.conn.commit()
        self.update(app)
        return app

    def update(self, app):
        app.conn.commit()
        if "update_coder_names" in self.methods:
            app.update_coder_names()

    def read(self, app, file, kind="qde"):
        QtWidgets.QFileDialog.getOpenFileName = lambda *words, **names: (str(file), "all")
        with contextlib.redirect_stdout(io.StringIO()):
            self.refi.RefiImport(app, [], kind)

    def write(self, app, folder, kind="project"):
        QtWidgets.QFileDialog.getExistingDirectory = lambda *words, **names: str(folder)
        with contextlib.redirect_stdout(io.StringIO()):
            self.refi.RefiExport(app, [], kind)


def marked(text, start, end):
    """What its window keeps of words that are marked: the positions and the words of Qt, which counts units of UTF-16."""
    document = QtGui.QTextDocument()
    document.setPlainText(text)
    cursor = QtGui.QTextCursor(document)
    cursor.setPosition(len(text[:start].encode("utf-16-le")) // 2)
    cursor.setPosition(len(text[:end].encode("utf-16-le")) // 2, QtGui.QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectionStart(), cursor.selectionEnd(), cursor.selectedText()
