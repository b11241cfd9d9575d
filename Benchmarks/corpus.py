#!/usr/bin/env python3
"""Makes a corpus of interviews that nobody gave, always the same for the same arguments.

    corpus.py FOLDER [--megabytes N] [--files N] [--codings N] [--seed N]

FOLDER/interviews holds the files (`Name: words` turns), FOLDER/codebook.yaml 200 codes, FOLDER/codings.csv the codings
(`transcript,start,end,code,coder`, code points, of whole sentences), FOLDER/vocabulary.txt how many words were made and how many
of them differ. Only the Python standard library is used.

Words: some hundred Dutch ones with their inflections, compounds of those, and names. How often each occurs follows Zipf's law
up to rank 5,000 and falls faster after it, as measured in large corpora (Ferrer i Cancho & Solé 2001), so that new words keep
coming in as the text grows: some 50 thousand in ten megabytes, 150 thousand in a hundred.
"""
import argparse
import itertools
import os
import random

FREQUENT = """de het een en van ik dat is in je die op we niet met te zijn ook voor maar dan er aan wat zo was naar ze hebben heb
heeft als bij om dus uit daar nog wel of hoe hier over toen gewoon eigenlijk heel meer veel goed door kan kunnen moet moeten wil
willen gaat gaan doen doet onze ons hun hem haar jullie zij hij mijn jouw waar wie welke deze dit omdat want nou ja nee oké hè eh
misschien altijd nooit soms vaak even weer al toch echt erg best best beetje iets niets iemand alles alle andere anders eerst
daarna straks vandaag gisteren morgen nu tijdens tussen tegen zonder onder boven achter""".split()
NOUNS = """school leraar leerling klas groep toets taal lezen rekening les uur dag week jaar ouder kind team plan doel geld werk
druk steun hulp tekort kans vraag antwoord probleem idee gesprek contact ruimte lokaal gebouw plein gang deur tafel stoel boek
schrift pen bord scherm laptop programma methode oefening opdracht taak cijfer niveau achterstand voorsprong begeleiding zorg
motivatie aandacht rust onrust sfeer gedrag regel afspraak verslag rapport onderzoek resultaat effect invloed verschil oorzaak
gevolg keuze besluit beleid bestuur directie coach assistent stagiair vakman instructie uitleg feedback lezing bijles zomer
winter lente herfst vakantie middag ochtend avond nacht sport muziek kunst dans theater tekening kleur spel beweging gezondheid
voeding slaap fiets bus trein weg straat wijk stad dorp buurt gemeente land wereld mens vriend vriendin broer zus moeder vader
opa oma familie gezin huis kamer tuin hond kat vogel boom bloem water lucht vuur aarde licht geluid stem woord zin verhaal
geschiedenis toekomst verleden moment periode fase stap begin einde midden kant lijn punt cirkel vorm maat getal som deel geheel
bron middel budget subsidie regeling aanvraag controle inspectie kwaliteit norm waarde belang wens behoefte verwachting
ervaring kennis vaardigheid houding talent interesse sollicitatie contract salaris functie rol positie netwerk platform systeem
proces structuur cultuur traject project aanpak strategie scholing training cursus studie opleiding diploma examen""".split()
VERBS = """werk maak praat vertel vraag antwoord leer oefen toets reken teken speel fiets wandel kook bak bel mail stuur plan
regel organiseer begeleid ondersteun help bespreek overleg vergader luister kijk wacht hoop verwacht merk herken ontdek onderzoek
meet tel deel verdeel combineer verbind ontwikkel verander verbeter versterk vergroot verklein start stop pak zet leg volg
gebruik bestel betaal huur koop verkoop zorg voed groei bouw schilder poets ruim open sluit draai duw trek""".split()
ADJECTIVES = """groot klein goed slecht nieuw oud jong snel langzaam sterk zwak hoog laag lang kort breed smal diep warm koud druk
rustig blij boos bang trots moe wakker ziek gezond arm rijk duur goedkoop moeilijk makkelijk simpel zwaar licht donker helder
duidelijk vaag belangrijk nodig mogelijk extra gewoon bijzonder normaal vreemd leuk saai spannend mooi lelijk schoon vies vol
leeg open dicht vroeg laat""".split()
ONSETS = "b d f g h j k l m n p r s t v w z br dr gr kl kr pl sch sl sn sp st tr vl".split()
NUCLEI = "a e i o u aa ee oo ui ei ij ie oe eu".split()
CODAS = ["", "", "", "k", "l", "m", "n", "p", "r", "s", "t", "ns", "rs", "nd", "st", "ck"]
SPEAKERS = "Anna Bram Cor Dana Elif Fatima Gijs Hanna Imran Joost Karin Lotte Mila Noor Omar Petra Quin Ruben Sanne Tarik".split()


def inflections():
    """The words of the lists with their forms."""
    for noun in NOUNS:
        yield noun
        yield noun + "s" if noun[-2:] in ("el", "er", "en") or noun[-1] in "aeiou" else noun + "en"
        yield noun + "je"
    for verb in VERBS:
        hard = verb[-1] in "tkfschp"
        yield from (verb, verb + "t", verb + "en", verb + ("te" if hard else "de"), verb + ("ten" if hard else "den"),
                    "ge" + verb + ("t" if hard else "d"))
    for adjective in ADJECTIVES:
        yield from (adjective, adjective + "e", adjective + "er", adjective + "ste")


def lexicon(choose, size):
    """`size` different words, the more frequent first."""
    inflected = list(dict.fromkeys(inflections()))
    choose.shuffle(inflected)
    pairs = [(a, b) for a in NOUNS for b in NOUNS if a != b]
    choose.shuffle(pairs)
    known = {}

    def rare():
        used = 0
        while True:
            kind = choose.random()
            if kind < 0.5 and used < len(pairs):
                a, b = pairs[used]
                used += 1
                link = "s" if choose.random() < 0.3 else ""
                yield a + link + b
                if choose.random() < 0.5:
                    yield a + link + b + "en"
            elif kind < 0.6:
                a, b, c = choose.choices(NOUNS, k=3)
                yield a + b + c
            else:
                name = "".join(choose.choice(ONSETS) + choose.choice(NUCLEI) + choose.choice(CODAS)
                               for _ in range(choose.choice((2, 2, 3))))
                yield name.capitalize()

    for word in itertools.chain(FREQUENT, inflected, rare()):
        known.setdefault(word, None)
        if len(known) == size:
            return list(known)


def weights(size):
    """How often the word of each rank occurs, added up."""
    knee = 5000
    return list(itertools.accumulate(
        (2 if rank <= len(FREQUENT) else 1) / (rank + 1.7) if rank <= knee else (knee / rank) ** 1.9 / (knee + 1.7)
        for rank in range(1, size + 1)))


class Interviews:
    """Writes the files one by one, and keeps where the sentences are that get a coding."""

    def __init__(self, arguments):
        self.choose = random.Random(arguments.seed)
        size = 1_000_000 if arguments.megabytes > 20 else 300_000
        self.words = lexicon(self.choose, size)
        self.weights = weights(len(self.words))
        self.arguments = arguments
        self.supply = iter(())
        self.count = 0
        self.seen = set()

    def take(self, count):
        words = list(itertools.islice(self.supply, count))
        while len(words) < count:
            drawn = self.choose.choices(self.words, cum_weights=self.weights, k=200_000)
            self.seen.update(drawn)
            self.supply = iter(drawn)
            words += itertools.islice(self.supply, count - len(words))
        self.count += count
        return words

    def sentence(self):
        words = self.take(self.choose.randint(5, 24))
        if len(words) > 12:
            words[6] += ","
        text = " ".join(words)
        return text[0].upper() + text[1:] + self.choose.choice("....?!")

    def interview(self, size):
        """The text of about `size` characters, and the spans of its sentences."""
        names = self.choose.sample(SPEAKERS, self.choose.choice((2, 2, 2, 3)))
        parts, spans, position = [], [], 0
        while position < size:
            label = self.choose.choice(names) + ": "
            parts.append(label)
            position += len(label)
            for number in range(self.choose.randint(1, 5)):
                if number:
                    parts.append(" ")
                    position += 1
                sentence = self.sentence()
                spans.append((position, position + len(sentence)))
                parts.append(sentence)
                position += len(sentence)
            parts.append("\n")
            position += 1
        return "".join(parts), spans

    def write(self, folder):
        os.makedirs(folder + "/interviews", exist_ok=True)
        files = self.arguments.files
        size = self.arguments.megabytes * 1_000_000 // files
        per_file = -(-self.arguments.codings // files)
        left = self.arguments.codings
        with open(folder + "/codings.csv", "w", encoding="utf-8") as codings:
            codings.write("transcript,start,end,code,coder\n")
            for number in range(1, files + 1):
                name = f"interview-{number:05}"
                text, spans = self.interview(size)
                with open(f"{folder}/interviews/{name}.txt", "w", encoding="utf-8") as file:
                    file.write(text)
                count = min(left, per_file)
                left -= count
                codings.writelines(self.rows(name, spans, count))
        with open(folder + "/vocabulary.txt", "w", encoding="utf-8") as file:
            file.write(f"{self.count} words, {len(self.seen)} of them different\n")

    def rows(self, name, spans, count):
        """Distinct codings of a file, in its order."""
        wanted = set()
        while len(wanted) < count:
            start, end = self.choose.choice(spans)
            # Some codes are used a hundred times as often as others.
            code = int(200 * self.choose.random() ** 2)
            wanted.add((start, end, code, self.choose.choice(("mila", "joost"))))
        return (f"{name},{start},{end},C{code + 1:03},{coder}\n" for start, end, code, coder in sorted(wanted))


def write_codebook(folder):
    """Twenty codes with nine children each."""
    with open(folder + "/codebook.yaml", "w", encoding="utf-8") as file:
        file.write("title: Two hundred codes\nlanguage: nl\ncodes:\n")
        for parent in range(20):
            number = parent * 10 + 1
            file.write(f"  - key: C{number:03}\n    name: Code {number}\n    children:\n")
            for child in range(number + 1, number + 10):
                file.write(f"      - key: C{child:03}\n        name: Code {child}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("--megabytes", type=int, default=10)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--codings", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    os.makedirs(arguments.folder, exist_ok=True)
    write_codebook(arguments.folder)
    Interviews(arguments).write(arguments.folder)


if __name__ == "__main__":
    main()
