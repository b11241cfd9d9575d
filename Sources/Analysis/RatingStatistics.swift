import Model

/// Every statistic of judgements with one value each, in a fixed order.
struct RatingStatistics {
  /// More pairs than those of ten coders are not shown one by one.
  static let mostCodersByPair = 10

  enum Scale: Equatable {
    case values(ValueOrder)
    /// A code was applied (value 1) or not (value 0).
    case applied
  }

  /// The name of a statistic, and the pair of coders where it is of one.
  struct Name: Equatable {
    var statistic: String
    var pair: Int?

    init(_ statistic: String, pair: Int? = nil) {
      self.statistic = statistic
      self.pair = pair
    }
  }

  /// What came out for one set of weights.
  struct Evaluation {
    var coefficients: [Coefficient]
    var pairs: CoderPairs
    var tally: RatingTally
  }

  let patterns: UnitPatterns
  let scale: Scale
  private let pairCount: Int

  init(_ patterns: UnitPatterns, scale: Scale) {
    self.patterns = patterns
    self.scale = scale
    let coders = patterns.coderCount
    pairCount = coders > 2 && coders <= Self.mostCodersByPair ? coders * (coders - 1) / 2 : 0
  }

  private var isPair: Bool { patterns.coderCount <= 2 }

  var names: [Name] {
    var names = [Name("percent_pairwise"), Name("percent_all")]
    names += scale == .applied ? [Name("positive_agreement"), Name("jaccard_agreement")] : [Name("holsti")]
    if isPair {
      names.append(Name("cohen_kappa", pair: 0))
      if scale != .applied {
        names += [Name("cohen_kappa_linear", pair: 0), Name("cohen_kappa_quadratic", pair: 0)]
      }
      names.append(Name("scott_pi", pair: 0))
      if patterns.valueCount == 2 { names += [Name("prevalence_index", pair: 0), Name("bias_index", pair: 0)] }
    } else {
      names += (0..<pairCount).map { Name("cohen_kappa", pair: $0) }
    }
    names += ["cohen_kappa_pairwise_mean", "conger_kappa", "fleiss_kappa", "gwet_ac1", "brennan_prediger"].map {
      Name($0)
    }
    names.append(Name("alpha_nominal"))
    if scale != .applied { names += ["alpha_ordinal", "alpha_interval", "alpha_ratio"].map { Name($0) } }
    return names
  }

  /// The coefficients in the order of `names`.
  func evaluate(_ weights: [Double]) -> Evaluation {
    let tally = RatingTally(patterns, weights: weights)
    let pairs = CoderPairs(patterns, weights: weights)
    var found = [tally.percentPairwise, tally.percentAll]
    found += scale == .applied ? [tally.positiveAgreement, tally.jaccardAgreement] : [pairs.holsti]
    found += ofPairs(pairs)
    found.append(pairs.cohenMean)
    found.append(CongerKappa(patterns, weights: weights, tally: tally).coefficient)
    found += [fleiss(tally), gwet(tally), brennanPrediger(tally)]
    found.append(KrippendorffAlpha.nominal(tally))
    if case .values(let order) = scale {
      found += [
        KrippendorffAlpha.ordinal(patterns, weights: weights, tally, ranks: order.ranks),
        KrippendorffAlpha.interval(patterns, weights: weights, tally, numbers: order.numbers),
        KrippendorffAlpha.ratio(patterns, weights: weights, tally, numbers: order.numbers),
      ]
    }
    return Evaluation(coefficients: found, pairs: pairs, tally: tally)
  }

  private func ofPairs(_ pairs: CoderPairs) -> [Coefficient] {
    guard isPair else { return (0..<pairCount).map { CohenKappa.nominal(pairs, $0) } }
    var found = [CohenKappa.nominal(pairs, 0)]
    if case .values(let order) = scale {
      found +=
        order.ranks == nil
        ? Array(repeating: .undefined(pairs.refusal(of: 0) ?? .noOrder, n: pairs.pairable), count: 2)
        : [CohenKappa.linear(pairs, 0), CohenKappa.quadratic(pairs, 0)]
    }
    found.append(CohenKappa.scottPi(pairs, 0))
    if patterns.valueCount == 2 { found += [CohenKappa.prevalenceIndex(pairs, 0), CohenKappa.biasIndex(pairs, 0)] }
    return found
  }

  private func fleiss(_ tally: RatingTally) -> Coefficient {
    if tally.unpairable == nil, let value = tally.onlyValue {
      return .undefined(.onlyOneValue(judgements: Int(tally.judgements), value: value), n: tally.pairable)
    }
    return ChanceCorrection.fleiss(tally).coefficient(tally)
  }

  private func gwet(_ tally: RatingTally) -> Coefficient {
    if tally.unpairable == nil, patterns.valueCount < 2 { return schemeTooSmall(tally) }
    return ChanceCorrection.gwet(tally).coefficient(tally)
  }

  private func brennanPrediger(_ tally: RatingTally) -> Coefficient {
    if tally.unpairable == nil, patterns.valueCount < 2 { return schemeTooSmall(tally) }
    return ChanceCorrection.brennanPrediger(tally).coefficient(tally)
  }

  private func schemeTooSmall(_ tally: RatingTally) -> Coefficient {
    .undefined(.schemeOfOneValue(patterns.valueCount), n: tally.pairable)
  }

  /// Gwet's standard errors in the order of `names`, nil for statistics without one.
  func standardErrors(_ evaluation: Evaluation) -> [Double?] {
    let tally = evaluation.tally
    return zip(names, evaluation.coefficients).map { name, coefficient in
      guard coefficient.value != nil else { return nil }
      return switch name.statistic {
      case "fleiss_kappa": ChanceCorrection.fleiss(tally).samplingError(patterns, tally)
      case "gwet_ac1": ChanceCorrection.gwet(tally).samplingError(patterns, tally)
      case "brennan_prediger": ChanceCorrection.brennanPrediger(tally).samplingError(patterns, tally)
      case "conger_kappa":
        CongerKappa(patterns, weights: patterns.weights, tally: tally).samplingError(patterns)
      case "alpha_nominal": KrippendorffAlpha.samplingError(patterns, tally)
      default: nil
      }
    }
  }
}
