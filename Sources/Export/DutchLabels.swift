/// Heads and note labels in Dutch, by the English label in small letters.
enum DutchLabels {
  static let words: [String: String] = [
    // Heads.
    "attribution": "herkomst", "computed %": "berekend %", "part": "deel", "printed": "gedrukt", "remark": "opmerking",
    "allowed": "toegestaan", "found": "gevonden", "read": "gelezen", "row": "rij", "verdict": "oordeel",
    "a only": "alleen A", "attribute": "kenmerk", "b only": "alleen B", "both": "beide", "case": "casus",
    "cases": "casussen", "code": "code", "code a": "code A", "code b": "code B", "codes": "codes", "coder": "codeur",
    "coders": "codeurs", "coding": "codering", "codings": "coderingen", "codings a": "coderingen A",
    "codings b": "coderingen B", "count": "aantal", "cumulative": "cumulatief", "date": "datum",
    "definition": "definitie",
    "end": "einde", "expected": "verwacht", "format": "vorm", "frequency ratio": "frequentieverhouding",
    "missing": "ontbreekt", "name": "naam", "neither": "geen van beide", "new": "nieuw", "new codes": "nieuwe codes",
    "odds ratio": "kansverhouding", "pairs": "paren", "percent": "percentage", "percentage": "percentage",
    "reason": "reden", "role": "rol", "segment": "segment", "segments": "segmenten", "speaker": "spreker",
    "speakers": "sprekers", "start": "begin", "statistic": "maat", "text": "tekst", "time": "tijd", "title": "titel",
    "total": "totaal",
    "transcript": "transcript", "transcripts": "transcripten", "turn": "beurt", "turns": "beurten", "value": "waarde",
    "with": "met", "word": "woord", "words": "woorden",
    // Heads of crosstabs, closed questions, comparisons and saturation.
    "% by equal cases": "% bij gelijke casussen", "% by equal transcripts": "% bij gelijke transcripten",
    "% of responses": "% van de antwoorden", "95% from": "95% van", "95% to": "95% tot",
    "adjusted residual": "aangepast residu", "cases at saturation": "casussen bij verzadiging",
    "cases coded": "casussen gecodeerd", "chi-square": "chi-kwadraat", "codes in base": "codes in basis",
    "column %": "kolom-%", "cramér's v": "Cramérs V", "difference": "verschil", "from": "van",
    "in one case": "in één casus", "in one transcript": "in één transcript", "in two cases": "in twee casussen",
    "in two transcripts": "in twee transcripten", "left": "links", "left %": "links %", "left n": "links n",
    "new information": "nieuwe informatie", "notation": "notatie", "observed": "waargenomen",
    "per 1,000 words": "per 1.000 woorden", "percentage by case": "percentage per casus", "rank": "plaats",
    "right": "rechts", "right %": "rechts %", "right n": "rechts n", "row %": "rij-%", "run": "reeks",
    "shared": "gedeeld", "threshold": "drempel", "to": "tot", "total %": "totaal-%",
    "transcripts at saturation": "transcripten bij verzadiging", "transcripts coded": "transcripten gecodeerd",
    // Note labels.
    "adjusted": "aangepast", "cells": "cellen", "empty": "leeg", "exact": "exact", "in both": "in beide",
    "interval": "interval", "nothing": "niets", "tests": "toetsen", "uncoded": "zonder code",
    "base": "basis", "command": "opdracht", "content": "inhoud", "data": "gegevens", "diagonal": "diagonaal",
    "filter": "filter", "left out": "weggelaten",
    "coded": "gecodeerd", "compared as text": "vergeleken als tekst", "read as numbers": "gelezen als getal",
    // Words of documents and pictures.
    "cut": "afgekort", "recipe": "recept", "result": "resultaat",
    "last change": "laatste wijziging", "level": "niveau", "limit": "grens", "made by": "gemaakt met",
    "multiple response": "meer antwoorden mogelijk", "note": "noot",
    "order": "volgorde", "others": "overige", "parents": "hoofdcodes", "rounding": "afronding", "source": "bron",
    "study": "onderzoek",
    "unit": "eenheid", "version": "versie", "weight": "weging",
  ]
}
