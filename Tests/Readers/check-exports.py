"""Opens workbooks, documents and networks with other people's readers and compares them with the CSV of the same result."""

import csv
import sys
from pathlib import Path

import docx
import networkx
import openpyxl

folder = Path(sys.argv[1])


def rows(name):
    with open(folder / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def same(cell, text):
    """Whether a cell of a workbook holds what the CSV says; percentages are parts of one in a workbook."""
    if cell.value is None:
        return text == ""
    if isinstance(cell.value, (int, float)):
        value = cell.value * 100 if "%" in cell.number_format else cell.value
        return abs(value - float(text)) < 1e-9
    # A spreadsheet's guard against formulas is not needed where cells have kinds.
    return str(cell.value) in (text, text.removeprefix("'"))


for name in ["frequencies", "sectors", "meetings", "quotes"]:
    book = openpyxl.load_workbook(folder / f"{name}.xlsx")
    assert len(book.sheetnames) == 2, name
    sheet = book.worksheets[0]
    assert sheet.freeze_panes is not None, name
    expected = rows(name)
    assert sheet.max_row == len(expected), name
    for line, (cells, texts) in enumerate(zip(sheet.iter_rows(), expected)):
        for cell, text in zip(cells, texts):
            assert cell.data_type != "f", f"{name}: {cell.coordinate} is a formula"
            assert line == 0 or same(cell, text), f"{name}: {cell.coordinate}: {cell.value!r} is not {text!r}"
print(f"{'XLSX':28} equal to the CSV: openpyxl {openpyxl.__version__}")

for name in ["frequencies", "sectors", "meetings"]:
    table = docx.Document(str(folder / f"{name}.docx")).tables[0]
    expected = rows(name)
    heads = len(table.rows) - len(expected) + 1
    assert heads in (1, 2), name
    for cells, texts in zip(table.rows[heads:], expected[1:]):
        assert cells.cells[0].text == texts[0].removeprefix("'"), name
quotes = docx.Document(str(folder / "quotes.docx")).paragraphs
sources = [paragraph for paragraph in quotes if paragraph.style.name == "Quote Source"]
assert len(sources) == len(rows("quotes")) - 1
print(f"{'DOCX':28} rows and quotes of the CSV: python-docx")

matrix = rows("meetings")
keys = matrix[0][1:]
# networkx reads GEXF up to 1.2; the elements used here are the same in 1.3.
old = folder / "meetings-1.2.gexf"
text = (folder / "meetings.gexf").read_text(encoding="utf-8")
old.write_text(
    text.replace('http://gexf.net/1.3" version="1.3', 'http://www.gexf.net/1.2draft" version="1.2'), encoding="utf-8")
graphs = {"GraphML": networkx.read_graphml(folder / "meetings.graphml"), "GEXF": networkx.read_gexf(old)}
for ending, graph in graphs.items():
    labels = {node: data["label"] for node, data in graph.nodes(data=True)}
    assert list(labels.values()) == keys, ending
    expected = {
        frozenset((row[0], key)): float(count)
        for row in matrix[1:] for key, count in zip(keys, row[1:]) if key != row[0] and float(count) > 0}
    found = {frozenset((labels[a], labels[b])): data["weight"] for a, b, data in graph.edges(data=True)}
    assert found == expected, ending
print(f"{'GraphML, GEXF':28} equal to the matrix: networkx {networkx.__version__}")
