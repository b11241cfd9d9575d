/// The strong verbs of Dutch that are common in speech: from a past tense or participle to the infinitive.
enum DutchVerbs {
  /// Infinitive, then stem (where the dictionary cannot tell), past tenses and participle.
  ///
  /// A participle has its `ge` where without it the word would be another (*legen*). Forms that mean something else
  /// more often (*was*, *vroeg*) are absent.
  private static let table = """
    beginnen begon begonnen
    begrijpen begreep begrepen
    bewegen bewoog bewogen
    bieden bied bood
    bijten bijt beet
    binden bind gebonden
    verbinden verbond verbonden
    blijven bleef bleven
    blijken bleek bleken
    breken brak braken broken
    brengen bracht brachten
    buigen boog bogen
    denken dacht dachten
    doen doe doet deed deden daan
    dragen droeg droegen
    drinken dronk dronken
    drijven dreef dreven
    eten eet at aten geten
    gaan ga gaat ging gingen
    gelden geldt gold golden
    genieten geniet genoot genoten
    geven gaf gaven
    grijpen greep grepen
    hangen hing hingen
    hebben heb hebt heeft had hadden
    helpen hielp hielpen holpen
    houden houd houdt hou hield hielden
    kiezen koos kozen
    kijken keek keken
    klinken klonk klonken
    komen kom komt kwam kwamen
    kopen kocht kochten
    krijgen kreeg kregen
    kunnen kan kunt kon konden
    laten laat liet lieten
    lezen las lazen
    liggen lag gelegen
    lijden lijd leed
    lijken leek geleken
    vergelijken vergeleek vergeleken
    lopen liep liepen
    meten meet gemeten
    moeten moet moest moesten
    mogen mag mocht mochten
    nemen nam namen nomen
    onthouden onthoud onthoudt onthield onthielden
    rijden rijd reed reden
    roepen riep riepen
    schieten schiet schoot schoten
    schrijven schreef schreven
    schrikken schrok schrokken
    schuiven schoof schoven
    slaan sla slaat sloeg sloegen geslagen
    slapen sliep sliepen
    sluiten sluit sloot sloten
    snijden snijd sneed sneden
    spreken sprak spraken sproken
    springen sprong sprongen
    staan sta staat stond stonden
    stelen gestolen
    sterven stierf stierven storven
    stijgen steeg stegen
    strijden strijd streed streden
    treden treed trad traden
    treffen trof troffen
    trekken trok trokken
    vangen ving vingen
    vechten vecht vocht vochten
    vergeten vergeet vergat vergaten
    verliezen verloor verloren
    vinden vind vindt vond vonden
    vliegen vloog vlogen
    vragen vroegen
    vriezen vroor vroren
    wegen woog gewogen
    werpen wierp wierpen worpen
    werven wierf wierven worven
    weten weet wist wisten
    wijzen gewezen
    bewijzen bewees bewezen
    willen wil wilt wilde wilden wou
    winnen won wonnen
    worden word wordt werd werden
    zeggen zegt zei zeiden zegd
    zenden zend zond zonden
    zien zie ziet zag zagen
    zingen zong zongen
    zitten zit zat zaten zeten
    zoeken zocht zochten
    zullen zal zult zou zouden
    zwemmen zwom zwommen
    zwijgen zweeg zwegen
    """

  /// For each form its infinitives; an infinitive is a form of itself.
  private static let infinitives: [Substring: [String]] = {
    var result: [Substring: [String]] = [:]
    for line in table.split(separator: "\n") {
      let forms = line.split(separator: " ")
      for form in forms { result[form, default: []].append(String(forms[0])) }
    }
    return result
  }()

  /// The infinitives of a strong form, with its prefix: `besprak` gives `bespreken`, `aangenomen` gives `aannemen`.
  static func infinitives(of word: String) -> [String] {
    var found: [String] = []
    func look(_ rest: Substring, after prefix: String) {
      for infinitive in infinitives[rest] ?? [] where prefix + infinitive != word { found.append(prefix + infinitive) }
    }
    guard !DutchForms.noParticiples.contains(word) else { return [] }
    look(word[...], after: "")
    if word.hasPrefix("ge") { look(word.dropFirst(2), after: "") }
    for prefix in DutchPrefixes.fixed where prefix != "ge" && word.hasPrefix(prefix) {
      look(word.dropFirst(prefix.count), after: prefix)
    }
    for prefix in DutchPrefixes.separable where word.hasPrefix(prefix) {
      let rest = word.dropFirst(prefix.count)
      look(rest, after: prefix)
      if rest.hasPrefix("ge") { look(rest.dropFirst(2), after: prefix) }
    }
    return found
  }
}
