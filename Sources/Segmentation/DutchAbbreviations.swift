/// Dutch abbreviations that carry a point, small and without their last point.
///
/// Single letters with points between them (`m.b.t.`, `o.a.`) are known by their shape and listed only where they may end a sentence.
enum DutchAbbreviations {
  /// In bytes; a word fits in a `UInt64`.
  static let longest = 8

  static let goOn = """
    afd alg bijv burg bv ca cf chr dhr dr drs ds evt excl gem incl ing ir joh mej mevr mgr mr mw nr nrs ong ph plm plv \
    prof resp st th vgl vs weth zgn
    """
  static let beforeNumber = """
    aant afb apr art aug bijl blz dec dl feb fig h hfst hst jan jrg jul jun lid max min mrt nov okt p pag par pp \
    sec sep sept tab tel
    """
  static let mayEnd = """
    a.s a.u.b c.s e.a e.d e.v enz etc i.d jl jr n.chr n.v.t o.i.d p.j p.m p.p p.u p.w s.v.p sr t.z.t v.chr z.s.m
    """

  /// By the bytes of the word.
  static let kinds: [UInt64: WordBeforePoint] = {
    var kinds: [UInt64: WordBeforePoint] = [:]
    for (words, kind) in [
      (goOn, WordBeforePoint.abbreviation), (beforeNumber, .abbreviationBeforeNumber),
      (mayEnd, .abbreviationThatMayEnd),
    ] {
      for word in words.split(separator: " ") { kinds[word.utf8.reduce(0) { $0 << 8 | UInt64($1) }] = kind }
    }
    return kinds
  }()
}
