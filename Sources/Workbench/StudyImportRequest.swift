import Exchange
public import Model

/// How a project of another program is to be read.
public struct StudyImportRequest: Sendable {
  /// What a segment of a transcript that comes without segments is.
  public var segment: SegmentUnit
  /// Whether nothing is to come in where something would be lost.
  public var isStrict: Bool
  /// How its positions are counted, as typed; nil lets the file tell.
  public var positions: String?
  /// Whether nothing is to come in, and only told what would.
  public var isPreview: Bool
  /// Whether transcripts that were erased for good come in again.
  public var alsoErased = false

  public init(
    segment: SegmentUnit = .turn, isStrict: Bool = false, positions: String? = nil, isPreview: Bool = false
  ) {
    self.isPreview = isPreview
    self.segment = segment
    self.isStrict = isStrict
    self.positions = positions
  }

  /// The ways to count positions that can be typed.
  public static var positionNames: [String] { PositionForm.allCases.map(\.rawValue) }

  var form: PositionForm? {
    get throws {
      guard let positions else { return nil }
      if let form = PositionForm(rawValue: positions) { return form }
      throw Problem(
        "'\(positions)' is no way to count positions.",
        hint: "There are: " + Self.positionNames.joined(separator: ", ") + ".", kind: .usage)
    }
  }
}
