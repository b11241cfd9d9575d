#!/usr/bin/env python3
"""Writes one interview in every coat that transcripts come in; needs pandoc and LibreOffice."""

import html
import json
import os
import subprocess
import unicodedata
import zipfile

SOFT_HYPHEN = "\u00ad"
NAMES = ["Interviewer", "Anna"]

# The one source. {-a-} was deleted and {+a+} inserted while changes were tracked, {^a^} is a footnote.
SOURCE = [
    "Fijn dat u er bent, Anna. Hoe ging het dit jaar?",
    "Eén ding viel op: de coördinatie kostte veel tijd.",
    "Wat bedoelt u met “coördinatie”?",
    "De roosters, de ruimtes, en collega’s die ziek waren.",
    "Heeft u daar een voorbeeld van?",
    "In maart vielen drie leerkrachten uit; geen ouder begreep waarom, en ik hoorde het zelf ook pas laat in de week.",
    "En het geld{^Uit het Nationaal Programma Onderwijs.^} dat u kreeg?",
    "Daarvan kochten we {-veel-}{+vooral+} steun in de klas.",
    "Was dat genoeg?",
    f"Nee, de werk{SOFT_HYPHEN}druk bleef hoog.",
    "Dank u wel. Wilt u nog iets kwijt?",
    "Ja: ‘doorgaan’ is nu het woord – en dat geïnspireerd.",
]
STARTS = [5, 10, 20, 25, 35, 40, 55, 60, 75, 80, 90, 95]


def marked(text, deleted="", inserted="%", note=""):
    """Writes what stands between braces by these patterns, in which % stands for it."""
    for opening, closing, pattern in [("{-", "-}", deleted), ("{+", "+}", inserted), ("{^", "^}", note)]:
        while opening in text:
            head, rest = text.split(opening, 1)
            inside, tail = rest.split(closing, 1)
            text = head + pattern.replace("%", inside) + tail
    return text


TURNS = [(NAMES[i % 2], marked(words), start) for i, (words, start) in enumerate(zip(SOURCE, STARTS))]


def clock(seconds, mark="."):
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{mark}000"


def short(seconds):
    return f"{seconds // 60}:{seconds % 60:02}"


def write(name, text, encoding="utf-8"):
    with open(name, "wb") as file:
        file.write(text.encode(encoding))


def run(*words, given=None):
    subprocess.run(words, input=given, text=True, check=True, stdout=subprocess.DEVNULL)


def pandoc(name, markdown, *options):
    run("pandoc", "-f", "markdown-smart", "-s", "-o", name, "-M", "lang=nl", *options, given=markdown)


def office(kind, source, name):
    run("soffice", "--headless", "--convert-to", kind, source)
    made = os.path.splitext(source)[0] + "." + kind.split(":")[0]
    if made != name:
        os.replace(made, name)


def plain(end="\n"):
    return "".join(f"{name}: {words}{end}" for name, words, _ in TURNS)


def texts():
    write("utf8.txt", plain())
    write("bom.txt", "\ufeff" + plain("\r\n"))
    write("utf16le.txt", "\ufeff" + plain("\r\n"), "utf-16-le")
    write("utf16be.txt", "\ufeff" + plain("\n"), "utf-16-be")
    write("windows1252.txt", plain("\r\n"), "cp1252")
    write("crlf.txt", plain("\r\n"))
    write("cr.txt", plain("\r"))
    write("decomposed.txt", unicodedata.normalize("NFD", plain()))
    write("blank-lines.txt", plain("\n\n"))
    write("columns.txt", "".join(f"{clock(start)[:8]}\t{name}\t{words}\n" for name, words, start in TURNS))
    write("interview.md", "".join(f"**{name}:** {words}\n\n" for name, words, _ in TURNS))
    ends = STARTS[1:] + [100]
    write("f4.txt", "".join(f"{n}: {w} #{clock(e)[:8]}-0#\r\n" for (n, w, _), e in zip(TURNS, ends)), "cp1252")
    write("structured.txt", "#TEXTstructured\n#CODEJaar\n" + plain() + "#ENDCODE\n")


def documents():
    changes = 'author="Bo" date="2022-04-14T00:00:00Z"'
    talk = "".join(
        f"**{NAMES[i % 2]}:** "
        + marked(words, f"[%]{{.deletion {changes}}}", f"[%]{{.insertion {changes}}}", "^[%]")
        + "\n\n"
        for i, words in enumerate(SOURCE))
    final = "".join(f"**{NAMES[i % 2]}:** {marked(words, note='^[%]')}\n\n" for i, words in enumerate(SOURCE))
    pandoc("pandoc.docx", talk)
    pandoc("pandoc.rtf", final)
    web = "".join(f"**{NAMES[i % 2]}:** {marked(w, '~~%~~', '%', '^[%]')}\n\n" for i, w in enumerate(SOURCE))
    pandoc("pandoc.html", web, "-M", "pagetitle=Gesprek")
    rows = "".join(f"| {short(start)} | {name} | {words} |\n" for name, words, start in TURNS)
    pandoc("table.docx", "| Tijd | Spreker | Tekst |\n|--|----|----------|\n" + rows)
    pandoc("teams.docx", "".join(f"{name}   {short(start)}\\\n{words}\n\n" for name, words, start in TURNS))
    office("odt", "pandoc.docx", "libreoffice.odt")
    pandoc("pandoc.odt", final)
    office("rtf", "libreoffice.odt", "libreoffice.rtf")
    office("html", "libreoffice.odt", "libreoffice.html")
    office("docx", "libreoffice.odt", "libreoffice.docx")
    run("pandoc", "-f", "docx", "-t", "docx", "--track-changes=accept", "pandoc.docx", "-o", "accepted.docx")
    office("pdf", "accepted.docx", "libreoffice.pdf")
    os.remove("accepted.docx")
    f4 = "".join(
        f"{name}: {words} #{clock(end)[:8]}-0#\\par\r\n" for (name, words, _), end in zip(TURNS, STARTS[1:] + [100]))
    coded = "".join(
        "\\-" if c == SOFT_HYPHEN else c if ord(c) < 128 else f"\\'{c.encode('cp1252').hex()}" for c in f4)
    write("f4.rtf", "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}\r\n\\f0\\fs22 " + coded + "}", "ascii")


def captions():
    """Each turn is one caption, or two where it is long."""
    cues = []
    for name, words, start in TURNS:
        cut = words.find(" ", 50)
        parts = [words] if cut < 0 else [words[:cut], words[cut + 1:]]
        cues += [(name, part, start + 2 * i, start + 2 * i + 2, i) for i, part in enumerate(parts)]
    zoom = "".join(
        f"{n}\n{clock(a)} --> {clock(b)}\n{name if not i else ''}{': ' if not i else ''}{words}\n\n"
        for n, (name, words, a, b, i) in enumerate(cues, 1))
    write("zoom.vtt", "WEBVTT\n\n" + zoom)
    teams = "".join(
        f"{clock(a)} --> {clock(b)}\n<v {name}>{html.escape(words, quote=False)}</v>\n\n" for name, words, a, b, _ in cues)
    write("teams.vtt", "\ufeffWEBVTT\n\n" + teams)
    early = "".join(
        f"6cc2-40f5/{n}-0\n{a // 3600}:{a // 60 % 60}:{a % 60}.0 --> 0:{b // 60}:{b % 60}.580\n<v {name}>{words}\n\n"
        f"NOTE Confidence: 0.648\n\n" for n, (name, words, a, b, _) in enumerate(cues))
    write("teams-early.vtt", "WEBVTT\n\nNOTE duration:\"00:01:40.0000000\"\n\nNOTE language:nl-nl\n\n" + early)
    srt = "".join(
        f"{n}\r\n{clock(a, ',')} --> {clock(b, ',')}\r\n{name + ': ' if not i else ''}{words}\r\n\r\n"
        for n, (name, words, a, b, i) in enumerate(cues, 1))
    write("whisper.srt", "\ufeff" + srt)
    return cues


def speech(cues):
    marks = {name: f"spk{i + 1}" for i, name in enumerate(NAMES)}
    segments = [
        {"start": a + 0.0, "end": b + 0.0, "text": " " + words, "speaker": name,
         "words": [{"word": w, "start": a + 0.0, "end": b + 0.0, "score": 0.9, "speaker": name} for w in words.split()]}
        for name, words, a, b, _ in cues]
    write("whisperx.json", json.dumps({"segments": segments, "language": "nl"}))
    amber = [
        {"speaker": marks[name], "words": [
            {"start": a + 0.0, "end": b + 0.0, "duration": 0.5, "text": w, "conf": 1.0, "pristine": True}
            for w in words.split()]} for name, words, a, b, _ in cues]
    persons = [{"spkid": mark, "name": name} for name, mark in marks.items()]
    write("amberscript.json",
          "\ufeff" + json.dumps({"speakers": persons, "segments": amber, "highlights": []}, ensure_ascii=False, indent=1))
    lines = "".join(
        f'<p><span class="timestamp" data-timestamp="{start}.0">{short(start)}</span> <b>{name}</b>:&nbsp;'
        f"{html.escape(words)}</p>" for name, words, start in TURNS)
    write("otranscribe.otr", json.dumps({"text": lines, "media": "gesprek.mp3", "media-time": 100.0}))


def elan():
    times = sorted({t for start in STARTS for t in (start, start + 4)})
    slots = "".join(f'<TIME_SLOT TIME_SLOT_ID="ts{t}" TIME_VALUE="{t}000"/>\n' for t in times)
    tiers = ""
    for name in NAMES:
        spoken = "".join(
            f'<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a{start}" TIME_SLOT_REF1="ts{start}"'
            f' TIME_SLOT_REF2="ts{start + 4}"><ANNOTATION_VALUE>{words}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION>'
            "</ANNOTATION>\n" for who, words, start in TURNS if who == name)
        tiers += f'<TIER LINGUISTIC_TYPE_REF="spraak" PARTICIPANT="{name}" TIER_ID="{name[0]}-spraak">\n{spoken}</TIER>\n'
    translated = "".join(
        f'<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="t{start}" ANNOTATION_REF="a{start}"><ANNOTATION_VALUE>Translated.'
        "</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>\n" for who, _, start in TURNS if who == "Anna")
    tiers += (
        '<TIER LINGUISTIC_TYPE_REF="vertaling" PARENT_REF="A-spraak" PARTICIPANT="Anna" TIER_ID="A-engels">\n'
        f"{translated}</TIER>\n")
    write("elan.eaf", '<?xml version="1.0" encoding="UTF-8"?>\n<ANNOTATION_DOCUMENT AUTHOR="" DATE="2022-04-14T00:00:00+01:00"'
          ' FORMAT="3.0" VERSION="3.0">\n<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"/>\n'
          f"<TIME_ORDER>\n{slots}</TIME_ORDER>\n{tiers}"
          '<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="spraak" TIME_ALIGNABLE="true"/>\n'
          '<LINGUISTIC_TYPE CONSTRAINTS="Symbolic_Association" LINGUISTIC_TYPE_ID="vertaling" TIME_ALIGNABLE="false"/>\n'
          "</ANNOTATION_DOCUMENT>\n")


def archive():
    names = ["pandoc.docx", "libreoffice.odt", "windows1252.txt", "zoom.vtt", "elan.eaf"]
    with zipfile.ZipFile("coats.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for name in names:
            packed.write(name, "school-01/" + name)


if __name__ == "__main__":
    os.chdir(os.path.dirname(os.path.abspath(__file__)))
    os.environ["SOURCE_DATE_EPOCH"] = "1649894400"
    texts()
    documents()
    speech(captions())
    elan()
    archive()
