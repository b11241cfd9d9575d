/// What Dutch puts in front of a verb.
enum DutchPrefixes {
  /// Part from the verb in a sentence, and take `ge` between: uitbreiden, uitgebreid.
  static let separable = [
    "achter", "binnen", "bijeen", "samen", "tegen", "terug", "tegemoet", "tekort", "terecht", "tevreden", "aan", "deel",
    "door", "goed", "klaar", "kwijt", "langs", "les", "los", "mee", "neer", "onder", "over", "plaats", "rond", "thuis",
    "toe", "uit", "vast", "voor", "vol", "vrij", "weer", "weg", "af", "bij", "in", "na", "om", "op",
  ]

  /// Stay with the verb and take no `ge`: bespreken, besproken.
  static let fixed = ["onder", "over", "door", "voor", "weer", "her", "mis", "ont", "ver", "be", "er", "ge", "om"]
}
