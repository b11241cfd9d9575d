/// Heads and note labels in Dutch, by the English label in small letters.
enum DutchLabels {
  static let words: [String: String] = [
    // Heads.
    "a only": "alleen A", "attribute": "kenmerk", "b only": "alleen B", "both": "beide", "case": "casus",
    "cases": "casussen", "code": "code", "code a": "code A", "code b": "code B", "codes": "codes", "coder": "codeur",
    "coders": "codeurs", "coding": "codering", "codings": "coderingen", "codings a": "coderingen A",
    "codings b": "coderingen B", "count": "aantal", "cumulative": "cumulatief", "date": "datum",
    "definition": "definitie",
    "end": "einde", "expected": "verwacht", "format": "vorm", "frequency ratio": "frequentieverhouding",
    "missing": "ontbreekt", "name": "naam", "neither": "geen van beide", "new": "nieuw", "new codes": "nieuwe codes",
    "odds ratio": "kansverhouding", "pairs": "paren", "percent": "percentage", "percentage": "percentage",
    "reason": "reden", "role": "rol", "segment": "segment", "segments": "segmenten", "speaker": "spreker",
    "speakers": "sprekers", "start": "begin", "statistic": "maat", "text": "tekst", "time": "tijd", "total": "totaal",
    "transcript": "transcript", "transcripts": "transcripten", "turn": "beurt", "turns": "beurten", "value": "waarde",
    "with": "met", "word": "woord", "words": "woorden",
    // Note labels.
    "base": "basis", "command": "opdracht", "diagonal": "diagonaal", "filter": "filter", "left out": "weggelaten",
    "level": "niveau", "limit": "grens", "multiple response": "meer antwoorden mogelijk", "note": "noot",
    "order": "volgorde", "parents": "hoofdcodes", "rounding": "afronding", "source": "bron", "study": "onderzoek",
    "unit": "eenheid", "weight": "weging",
  ]
}
