#!/usr/bin/env python3
"""Makes respondents.csv and codings-anna.csv: invented school leaders whose answers add up to the published tables.

    python3 Corpus/monitor-2022/make.py

Reads published.csv (the counts that must come out) and answers.txt (the open answers, with their codes). The lot is
seeded: the same two files come out each time.
"""
import csv
import random
from pathlib import Path

HERE = Path(__file__).parent
LOT = random.Random(2022)
NONE_WELL = "Geen enkele interventie verloopt goed"
NONE_LESS = "Geen enkele interventie verloopt minder goed"
REGIONS = [("Noord", 12), ("Oost", 23), ("West", 43), ("Zuid", 22)]
URBAN = [("zeer sterk stedelijk", 18), ("sterk stedelijk", 28), ("matig stedelijk", 19), ("weinig stedelijk", 22),
         ("niet stedelijk", 13)]
# Chosen more often where many pupils are at a disadvantage (above 1), or less (below): a factor per quintile.
BY_QUINTILE = {"Voor- en vroegschoolse interventies": 1.5, "Ouderbetrokkenheid": 1.3, "Uitbreiding onderwijs": 1.3,
               "Gesprokentaalinterventies": 1.3, "Zomer- of lentescholen": 1.4, "Klassenverkleining": 1.1,
               "Metacognitie en zelfregulerend leren": 0.9, "Digitale technologie": 0.92}
# The published tables name the five that go well most; of the others this share of those who chose it says so.
WELL = {"Metacognitie en zelfregulerend leren": 0.45, "Feedback": 0.48,
        "Individuele instructie": 0.62, "Cultuureducatie": 0.49, "Digitale technologie": 0.58,
        "Technieken voor begrijpend lezen": 0.55, "Samenwerkend leren": 0.57, "Sportieve activiteiten": 0.64,
        "Leren van en met medeleerlingen": 0.52, "Ouderbetrokkenheid": 0.38, "Uitbreiding onderwijs": 0.6,
        "Voor- en vroegschoolse interventies": 0.61, "Beheersingsgericht leren": 0.5,
        "Gesprokentaalinterventies": 0.53, "Zomer- of lentescholen": 0.56}
# The published table names the five that go less well most; so many say it of the others.
LESS = {"Onderwijsassistenten/instructeurs": 131, "Interventies gericht op het welbevinden van leerlingen": 139,
        "Directe instructie": 84, "Klassenverkleining": 77, "Individuele instructie": 71, "Digitale technologie": 93,
        "Technieken voor begrijpend lezen": 118, "Samenwerkend leren": 88, "Sportieve activiteiten": 52,
        "Leren van en met medeleerlingen": 86, "Ouderbetrokkenheid": 133, "Uitbreiding onderwijs": 34,
        "Voor- en vroegschoolse interventies": 22, "Beheersingsgericht leren": 27, "Gesprokentaalinterventies": 17,
        "Zomer- of lentescholen": 15}


def published():
    tables = {}
    with open(HERE / "published.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            tables.setdefault(row["table"], {})[row["row"]] = (int(row["count"]), int(row["n"]))
    return tables


def base(table):
    return next(iter(table.values()))[1]


def drawn(people, count, weight=lambda person: 1.0):
    """So many people, each with a chance by weight, without putting back (Efraimidis and Spirakis, 2006)."""
    people = list(people)
    assert count <= len(people)
    return set(sorted(people, key=lambda person: LOT.random() ** (1 / weight(person)))[len(people) - count:])


def leave_nobody_out(members, must, may):
    """Swaps until each of `must` is in a set: someone who is in several gives a place away; the sizes stay."""
    has = {}
    for value, people in members.items():
        for person in people:
            has.setdefault(person, set()).add(value)
    for person in sorted(must):
        if has.get(person):
            continue
        for value in LOT.sample(sorted(may(person)), len(may(person))):
            givers = [other for other in sorted(members[value]) if len(has[other]) > 1]
            if givers:
                giver = LOT.choice(givers)
                members[value].remove(giver)
                has[giver].remove(value)
                members[value].add(person)
                has[person] = {value}
                break
        assert has.get(person), person


def multiple_response(table, people, weight, all_answer=True):
    """For each value of a question exactly as many people as the table counts."""
    members = {value: drawn(people, count, lambda person: weight(person, value)) for value, (count, _) in table.items()}
    leave_nobody_out(members, people, lambda person: set(members))
    return members


def spread(weights, count):
    """`count` values in the proportions of the weights."""
    values = [value for value, _ in weights]
    return LOT.choices(values, [weight for _, weight in weights], k=count)


def going_well(table, table_b, chosen, people):
    """Who says of an intervention they chose that it goes well; those of whom none does say nothing else."""
    none = drawn(people, table[NONE_WELL][0])
    well = {}
    for value, users in chosen.items():
        may = users & people - none
        count = table[value][0] if value in table else None
        if count is None:
            count = round(WELL[value] * len(users)) if value in WELL else table_b[value][0]
        well[value] = drawn(may, count)
    leave_nobody_out(well, people - none, lambda person: {v for v in chosen if person in chosen[v]})
    return well, none


def going_less_well(table, chosen, well, people):
    """The same for less well, of those they did not say it goes well of; exactly so many people say anything."""
    less = {}
    for value, users in chosen.items():
        count = table[value][0] if value in table else LESS[value]
        less[value] = drawn(users - well[value] & people, count)
    wanted = base(table) - table[NONE_LESS][0]
    has = {}
    for value, people_ in less.items():
        for person in people_:
            has.setdefault(person, set()).add(value)
    # More people than there should be: one with a single answer gives it to one who has answers already.
    for person in LOT.sample(sorted(has), len(has)):
        if len(has) == wanted:
            break
        if len(has[person]) > 1:
            continue
        (value,) = has[person]
        takers = [other for other in sorted(has) if other != person and value not in has[other]
                  and other in chosen[value] and other not in well[value]]
        if not takers:
            continue
        taker = LOT.choice(takers)
        less[value].remove(person)
        less[value].add(taker)
        has[taker].add(value)
        del has[person]
    assert len(has) == wanted, (len(has), wanted)
    return less, drawn(people - set(has), table[NONE_LESS][0])


def open_answers():
    """(question, intervention, codes, words) for each line of answers.txt."""
    answers = []
    question = intervention = None
    for line in (HERE / "answers.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            question = line.strip("[]")
        elif line.startswith("== "):
            intervention = line[3:]
        else:
            codes, words = line.split(": ", 1)
            answers.append((question, intervention, codes.replace("-", "").split(), words.replace("\\n", "\n")))
    return answers


def given(answers, members):
    """Each answer to one who says this of the intervention; nobody answers a question twice."""
    taken = {}
    for question, intervention, codes, words in answers:
        pool = members[question][intervention] if intervention != "*" else set().union(*members[question].values())
        person = LOT.choice(sorted(pool - {p for q, p in taken if q == question}))
        taken[question, person] = (codes, words)
    return taken


def main():
    tables = published()
    people = set(range(base(tables["2.1"])))
    quintile = spread([(q, 20) for q in range(1, 6)], len(people))
    region = spread(REGIONS, len(people))
    urban = [spread([(name, weight * (1.0 + (0.25 * (quintile[p] - 3)) * (1 - i / 2)))
                     for i, (name, weight) in enumerate(URBAN)], 1)[0] for p in sorted(people)]
    eager = [LOT.lognormvariate(0, 0.45) for _ in people]

    def choosing(person, value):
        return eager[person] * BY_QUINTILE.get(value, 1.0) ** (quintile[person] - 3)

    involved = multiple_response(tables["2.1"], people, lambda person, value: 1.0)
    choosers = drawn(people, base(tables["2.4"]))
    chosen = multiple_response(tables["2.4"], choosers, choosing)
    judges = drawn(choosers, base(tables["2.6a"]))
    well, none_well = going_well(tables["2.6a"], tables["2.6b"], chosen, judges)
    less, none_less = going_less_well(tables["2.7a"], chosen, well, judges)
    hirers = drawn(people, base(tables["2.8"]))
    services = multiple_response(tables["2.8"], hirers, lambda person, value: eager[person])
    taken = given(open_answers(), {"why-well": well, "why-less-well": less})

    def cell(members, person):
        return "|".join(value for value in members if person in members[value])

    questions = ["why-well", "why-less-well"]
    with open(HERE / "respondents.csv", "w", newline="", encoding="utf-8") as file:
        sheet = csv.writer(file, lineterminator="\n")
        sheet.writerow(["respondent", "sector", "region", "urbanisation", "quintile", "involved", "chosen",
                        "goes-well", "goes-less-well", "external-services"] + questions)
        for person in sorted(people):
            sheet.writerow([
                f"po{person + 1:04}", "po", region[person], urban[person], quintile[person], cell(involved, person),
                cell(chosen, person), cell({**well, NONE_WELL: none_well}, person),
                cell({**less, NONE_LESS: none_less}, person), cell(services, person)
            ] + [taken.get((question, person), ("", ""))[1] for question in questions])
    with open(HERE / "codings-anna.csv", "w", newline="", encoding="utf-8") as file:
        sheet = csv.writer(file, lineterminator="\n")
        sheet.writerow(["transcript", "segment", "code", "coder"])
        for person in sorted(people):
            for question in questions:
                for code in taken.get((question, person), ([], ""))[0]:
                    sheet.writerow([f"po{person + 1:04}-{question}", 1, code, "Anna"])


if __name__ == "__main__":
    main()
