public import Model

/// The worked examples of the literature that the program carries, to show that it counts as they do.
public enum AgreementExamples {
  /// What was published, what this program gives, and how far they lie apart.
  ///
  /// - Returns: the table, and whether every figure is the published one as far as that was printed.
  public static func check() throws -> (table: Table, agrees: Bool) {
    var rows: [[Table.Cell]] = []
    var agrees = true
    for example in all {
      let figures = try example.figures()
      for (statistic, printed) in example.published {
        let computed = value(of: statistic, in: figures)
        let difference = Double(printed).flatMap { expected in computed.map { $0 - expected } }
        let isRounding = difference.map { abs($0) <= roundedBy(printed) } ?? false
        agrees = agrees && isRounding
        rows.append([
          .text("\(example.name): \(statistic)"), Double(printed).map { .number($0) } ?? .none,
          computed.map { .number($0) } ?? .none, difference.map { .number($0) } ?? .none, .text(example.source),
        ])
      }
    }
    let columns = [
      Table.Column("example", "Example", .text), Table.Column("expected", "Expected", .number),
      Table.Column("computed", "Computed", .number), Table.Column("difference", "Difference", .number),
      Table.Column("source", "Source", .text),
    ]
    let result =
      agrees
      ? "all \(rows.count) figures are the published ones, as far as those were printed"
      : "some figures are not the published ones"
    return (
      Table(title: "Worked examples of agreement", columns: columns, rows: rows, notes: [.init("Result", result)]),
      agrees
    )
  }

  /// Half of the last digit that was printed.
  private static func roundedBy(_ printed: String) -> Double {
    let digits = printed.split(separator: ".").last?.count ?? 0
    return (0..<digits).reduce(0.5) { part, _ in part / 10 } * (1 + 1e-9)
  }

  private static func value(of statistic: String, in figures: [AgreementFigure]) -> Double? {
    if statistic.hasSuffix("_se") {
      return figures.first { $0.statistic == statistic.dropLast(3) }?.samplingError
    }
    return figures.first { $0.statistic == statistic }?.value
  }

  static let all: [AgreementExample] = [
    AgreementExample(
      name: "two coders, two values", source: "Krippendorff (2011), section A",
      work: .lines(["0110010100", "1100000000"]), published: [("percent_pairwise", "0.6"), ("alpha_nominal", "0.095")]),
    AgreementExample(
      name: "two coders, five values", source: "Krippendorff (2011), section B",
      work: .lines(["aabbdcccedda", "babbbccceddd"]), published: [("alpha_nominal", "0.692")]),
    AgreementExample(
      name: "four coders, missing judgements", source: "Krippendorff (2011), sections C and E",
      work: .lines(fourCoders),
      published: [
        ("alpha_nominal", "0.743"), ("alpha_ordinal", "0.815"), ("alpha_interval", "0.849"), ("alpha_ratio", "0.797"),
      ]),
    AgreementExample(
      name: "four raters", source: "Gwet (2014)", work: .lines(fourCoders),
      published: [
        ("percent_pairwise", "0.8181818"), ("gwet_ac1", "0.77544"), ("gwet_ac1_se", "0.14295"),
        ("fleiss_kappa", "0.76117"), ("fleiss_kappa_se", "0.15302"), ("conger_kappa", "0.76282"),
        ("brennan_prediger", "0.77273"), ("brennan_prediger_se", "0.14472"), ("alpha_nominal", "0.74342"),
      ]),
    AgreementExample(
      name: "five observers, forty units", source: "Hayes & Krippendorff (2007), table 1",
      work: .lines([
        "112.001122.01311211000201001111223222221", "1130000.21102311121000302102111122222221",
        "203000222100221123001.30.1012202.2232.21", ".13....0.10022...31.103021122..122...12.",
        "2..0001.2....3112..0.0..2.0..20.2.2222.1",
      ]),
      published: [("alpha_ordinal", "0.7598")]),
    AgreementExample(
      name: "agreement below chance", source: "Cohen (1960), p. 37",
      work: .table([[25, 12, 3], [13, 2, 15], [12, 16, 2]]), published: [("percent_pairwise", "0.29")]),
    AgreementExample(
      name: "three categories", source: "Cohen (1960), p. 45",
      work: .table([[88, 14, 18], [10, 40, 10], [2, 6, 12]]),
      published: [("percent_pairwise", "0.70"), ("cohen_kappa", "0.492")]),
    AgreementExample(
      name: "six judgements of thirty patients", source: "Fleiss (1971), p. 379",
      work: .lines([
        "422521311511212311215221121215", "423521311542242311235421421235", "423523334544244311435444421435",
        "453543334544344341455454421435", "453543534544344351455454425435",
        "455543544544345552455454545435",
      ]),
      published: [("percent_pairwise", "0.5556"), ("fleiss_kappa", "0.43")]),
    AgreementExample(
      name: "a value that is nearly always given", source: "Gwet (2008)", work: .table([[118, 5], [2, 0]]),
      published: [("percent_pairwise", "0.944")]),
    AgreementExample(
      name: "free margins", source: "Brennan & Prediger (1981), p. 689",
      work: .table([[50, 0, 0], [10, 10, 10], [20, 0, 0]]),
      published: [("percent_pairwise", "0.6"), ("brennan_prediger", "0.4"), ("cohen_kappa", "0.27")]),
    AgreementExample(
      name: "three labels", source: "Artstein & Poesio (2008), p. 568",
      work: .table([[46, 0, 0], [6, 32, 6], [0, 0, 10]]),
      published: [
        ("cohen_kappa", "0.8013"), ("scott_pi", "0.7995"), ("brennan_prediger", "0.82"), ("alpha_nominal", "0.80"),
      ]),
    AgreementExample(
      name: "two abstractors", source: "Gwet (2014)", work: .table([[13, 0, 0], [0, 20, 7], [0, 4, 56]]),
      published: [
        ("percent_pairwise", "0.89"), ("cohen_kappa", "0.7964094"), ("scott_pi", "0.7962397"),
        ("gwet_ac1", "0.8493305"), ("brennan_prediger", "0.835"), ("alpha_nominal", "0.7972585"),
      ]),
    AgreementExample(
      name: "units of the coders' own", source: "Krippendorff (2019), figure 12.11; cuts of value 6 reconstructed",
      work: .spans(
        length: 60,
        coders: [
          [("1", 0, 7), ("2", 7, 13), ("5", 30, 32), ("6", 32, 37), ("6", 37, 44), ("7", 44, 60)],
          [("1", 0, 7), ("3", 7, 13), ("5", 13, 21), ("6", 32, 37), ("6", 37, 44)],
          [("1", 0, 7), ("4", 7, 13), ("5", 13, 21), ("6", 32, 41), ("6", 41, 44)],
        ]),
      published: [("u", "0.51"), ("bar_u", "0.413"), ("cu", "0.724")]),
  ]

  private static let fourCoders = ["123321412...", "1233224125..", ".33323422513", "12332441251."]
}
