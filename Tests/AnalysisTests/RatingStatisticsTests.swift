import Model
import TestSupport
import Testing

@testable import Analysis

@Suite("Agreement: statistics of values")
struct RatingStatisticsTests {
  private func values(_ judgements: Judgements) throws -> [String: Double] {
    let figures = try JudgementAgreement(judgements).figures().figures
    return Dictionary(figures.compactMap { figure in figure.value.map { (figure.statistic, $0) } }) { first, _ in first
    }
  }

  private func expectClose(_ found: [String: Double], _ expected: [String: Double]) {
    for (name, value) in expected { #expect(abs((found[name] ?? .nan) - value) < 1e-10, "\(name)") }
  }

  @Test("Every statistic is what its definition gives, with judgements missing", arguments: 1...12)
  func definitions(seed: UInt64) throws {
    let judgements = Judgements.random(
      seed: seed, coders: 3 + Int(seed % 4), values: 2 + Int(seed % 5), units: 40 + Int(seed))
    let slow = SlowAgreement(judgements)
    expectClose(
      try values(judgements),
      [
        "alpha_nominal": slow.nominal, "alpha_ordinal": slow.ordinal, "alpha_interval": slow.interval,
        "alpha_ratio": slow.ratio, "percent_pairwise": slow.pairwise, "fleiss_kappa": slow.fleiss,
        "gwet_ac1": slow.gwet, "brennan_prediger": slow.brennanPrediger, "conger_kappa": slow.conger,
        "cohen_kappa_pairwise_mean": slow.light, "holsti": slow.holsti,
      ])
  }

  @Test("Weighted kappas of two coders are what their definitions give", arguments: 1...6)
  func weighted(seed: UInt64) throws {
    let judgements = Judgements.random(seed: seed, coders: 2, values: 2 + Int(seed), units: 60)
    let slow = SlowAgreement(judgements)
    expectClose(
      try values(judgements),
      [
        "cohen_kappa": slow.kappa(0, 1) { $0 == $1 ? 0 : 1 },
        "cohen_kappa_linear": slow.kappa(0, 1) { Double(abs($0 - $1)) },
        "cohen_kappa_quadratic": slow.kappa(0, 1) { Double(($0 - $1) * ($0 - $1)) },
      ])
  }

  @Test("The order of units, of coders and the names of values change nothing", arguments: 1...5)
  func permutations(seed: UInt64) throws {
    let judgements = Judgements.random(seed: seed, coders: 4, values: 4, units: 50)
    var generator = SeededGenerator(seed: seed)
    let shuffled = Judgements(units: judgements.units.shuffled(using: &generator), like: judgements)
    try expectClose(values(shuffled), values(judgements))
    let coders = (0..<4).shuffled(using: &generator)
    let recoded = Judgements(
      units: judgements.units.map { $0.map { (coders[$0.coder], $0.value) } }, like: judgements)
    expectClose(
      try values(recoded).filter { $0.key != "cohen_kappa" }, try values(judgements).filter { $0.key != "cohen_kappa" })
    let labels = (0..<4).shuffled(using: &generator)
    let renamed = Judgements(
      units: judgements.units.map { $0.map { ($0.coder, labels[$0.value]) } }, like: judgements)
    let ordered: Set = ["alpha_ordinal", "alpha_interval", "alpha_ratio"]
    expectClose(
      try values(renamed).filter { !ordered.contains($0.key) },
      try values(judgements).filter { !ordered.contains($0.key) })
  }

  @Test("Coders who judge alike have 1 wherever there is a value")
  func identical() throws {
    let random = Judgements.random(seed: 3, coders: 1, values: 3, units: 30)
    let same = Judgements(
      units: random.units.map { unit in unit.flatMap { judgement in (0..<3).map { ($0, judgement.value) } } },
      like: Judgements(coders: ["A", "B", "C"], values: random.values, isDeclared: true))
    for (name, value) in try values(same) { #expect(abs(value - 1) < 1e-12, "\(name)") }
  }

  @Test("What has no value says why, with the counts")
  func reasons() throws {
    func reason(_ statistic: String, _ rows: [[String]], _ values: [String]? = nil) throws -> String? {
      let figures = try JudgementAgreement(Judgements(rows: rows, values: values)).figures().figures
      return figures.first { $0.statistic == statistic }?.reason
    }
    let same = [["1", "A", "yes"], ["1", "B", "yes"], ["2", "A", "yes"], ["2", "B", "yes"]]
    #expect(try reason("alpha_nominal", same) == "All 4 judgements have the value 'yes', so chance agreement is 1.")
    #expect(
      try reason("cohen_kappa", same) == "A and B both gave all 2 units the value 'yes', so chance agreement is 1.")
    #expect(try reason("gwet_ac1", same)?.contains("--values") == true)
    #expect(try reason("gwet_ac1", same, ["yes", "no"]) == "")
    #expect(try reason("alpha_interval", [["1", "A", "a"], ["1", "B", "b"]]) == "The value 'a' is not a number.")
    #expect(try reason("alpha_ordinal", [["1", "A", "a"], ["1", "B", "b"]])?.contains("--values") == true)
    #expect(try reason("alpha_ratio", [["1", "A", "-1"], ["1", "B", "1"]])?.contains("'-1' is below 0") == true)
    let apart = [["1", "A", "a"], ["2", "B", "b"]]
    #expect(try reason("percent_pairwise", apart) == "None of the 2 units was judged by two coders.")
    #expect(try reason("cohen_kappa", apart) == "No unit was judged by both A and B.")
    #expect(try reason("percent_all", apart) == "No unit was judged by all 2 coders.")
    #expect(try reason("holsti", [["1", "A", "a"]]) == "There is one coder; agreement takes two.")
    #expect(try reason("fleiss_kappa", []) == "Nobody judged anything.")
  }

  @Test("The indices of prevalence and of bias stand beside kappa where there are two values")
  func indices() throws {
    let judgements = Judgements(rows: [
      ["1", "A", "0"], ["1", "B", "1"], ["2", "A", "1"], ["2", "B", "1"], ["3", "A", "1"], ["3", "B", "1"],
      ["4", "A", "0"], ["4", "B", "0"],
    ])
    let found = try values(judgements)
    #expect(found["prevalence_index"] == 0.25)
    #expect(found["bias_index"] == -0.25)
  }
}
