import Model

/// Roles that a label tells by itself: `Leerkracht 2` is a leerkracht, `I` an interviewer.
enum RoleWord {
  /// The role of a label that is nothing but a word for one, with a number or a letter behind it perhaps.
  static func role(of label: String) -> String? {
    let key = SpeakerName.key(withoutLetter(label))
    let bare = withoutNumber(key)
    if let role = short[bare] { return role }
    if words.contains(key) { return key }
    return words.contains(bare) ? bare : nil
  }

  /// `leerkracht 2`, `r1`, `p-03`, `speaker_00` and `ouder a` without what follows the word.
  static func withoutNumber(_ key: String) -> String {
    var bare = key[...]
    while let last = bare.last, last.isNumber { bare.removeLast() }
    if bare.count == key.count, bare.dropLast().last == " ", bare.last?.isLetter == true { bare = bare.dropLast(2) }
    while let last = bare.last, last == " " || last == "-" || last == "_" || last == "." { bare.removeLast() }
    return bare.isEmpty ? key : String(bare)
  }

  /// `Interviewer (M)` without its letter.
  private static func withoutLetter(_ label: String) -> String {
    guard label.hasSuffix(")"), label.dropLast(2).last == "(" else { return label }
    return label.dropLast(3).trimmed
  }

  /// Labels of one or a few letters, and words for the two sides of an interview.
  private static let short: [String: String] = [
    "i": "interviewer", "int": "interviewer", "iv": "interviewer", "itv": "interviewer", "q": "interviewer",
    "interviewster": "interviewer", "r": "respondent", "resp": "respondent", "p": "respondent", "b": "respondent",
    "respondente": "respondent", "interviewee": "respondent", "geïnterviewde": "respondent",
    "geinterviewde": "respondent",
  ]

  private static let words: Set<String> = [
    "interviewer", "respondent", "onderzoeker", "researcher", "moderator", "gespreksleider", "facilitator", "notulist",
    "deelnemer", "deelneemster", "participant", "observator", "observer", "tolk", "interpreter",
    "schoolleider", "directeur", "directrice", "adjunct-directeur", "rector", "conrector", "bestuurder", "teamleider",
    "afdelingsleider", "locatieleider", "locatiedirecteur", "bouwcoördinator", "coördinator", "coordinator",
    "zorgcoördinator", "kwaliteitscoördinator", "decaan", "mentor", "leerkracht", "leraar", "lerares", "docent",
    "docente",
    "vakleerkracht", "ib'er", "intern begeleider", "onderwijsassistent", "leraarondersteuner", "conciërge",
    "begeleider",
    "orthopedagoog", "psycholoog", "logopedist", "ouder", "moeder", "vader", "leerling", "student", "studente", "kind",
    "mr-lid", "mr-voorzitter", "mr-ouder", "voorzitter", "wethouder", "ambtenaar", "beleidsmedewerker", "medewerker",
    "principal", "headteacher", "head teacher", "head", "deputy head", "teacher", "teaching assistant", "parent",
    "mother",
    "father", "pupil", "counsellor", "counselor", "school leader", "governor", "manager", "employee", "director",
    "arts", "huisarts", "verpleegkundige", "patiënt", "cliënt", "mantelzorger", "doctor", "nurse", "patient", "client",
  ]
}
