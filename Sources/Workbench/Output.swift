import Export
public import Model

/// How a result is to leave, as typed.
public struct OutputRequest: Equatable, Sendable {
  public var format: String?
  public var file: String?
  public var force: Bool
  /// The columns of the terminal; nil without one.
  public var width: Int?
  /// Whether a table that is wider stays in one piece, for a program that moves it sideways.
  public var movesSideways = false
  public var colour: Bool
  /// `en` or `nl`.
  public var labels: String
  /// Of percentages and other numbers, where people read them.
  public var decimals: Int?
  /// `half` or `largest-remainder`.
  public var round: String?
  /// What a picture shows; nil for what fits.
  public var picture: String?

  public init(
    format: String? = nil, file: String? = nil, force: Bool = false, width: Int? = nil, colour: Bool = false,
    labels: String = "en", decimals: Int? = nil, round: String? = nil, picture: String? = nil
  ) {
    self.format = format
    self.file = file
    self.force = force
    self.width = width
    self.colour = colour
    self.labels = labels
    self.decimals = decimals
    self.round = round
    self.picture = picture
  }
}

/// What of a table is kept in sight while its rows move.
public struct FrozenHead: Equatable, Sendable {
  /// Those above the rows, from the first.
  public var lines: Int
  /// Of the terminal, from the left.
  public var columns: Int
  /// The left edges of the other columns, ascending.
  public var stops: [Int]

  public init(lines: Int, columns: Int, stops: [Int] = []) {
    self.lines = lines
    self.columns = columns
    self.stops = stops
  }
}

/// A result as it is shown.
public struct Rendered: Equatable, Sendable {
  /// For standard output; nil when it went to a file.
  public var text: String?
  /// For standard error: what was counted, where the format has no place for it, or which file was written.
  public var note: String?
  /// The file it went to.
  public var file: String?
  /// Of a table as text.
  public var head: FrozenHead?
}

/// Gives results the format that was asked for, by its name or by the ending of the file.
public enum Output {
  /// How many columns of a terminal text takes.
  public static func width(of text: some StringProtocol) -> Int { displayWidth(of: String(text)) }

  /// The text with nothing in it that commands a terminal or turns its direction.
  public static func printable(_ text: String) -> String { printableText(of: text) }

  /// The text as lines that fit into so many columns, broken between words.
  public static func wrapped(_ text: String, width: Int) -> [String] { wrappedText(of: text, width: width) }

  /// Whether a person reads it, rather than a program.
  public static func isForReading(_ request: OutputRequest) -> Bool {
    guard let format = try? format(request) else { return true }
    return [.text, .md, .html, .tex, .docx].contains(format)
  }

  /// What can be typed for the format of a result, in the order of the help.
  public static var formatNames: [String] { ExportFormat.allCases.map(\.rawValue) + [PictureConverter.name] }

  /// What a picture can show.
  public static var pictureNames: [String] { PictureKind.allCases.map(\.rawValue) }

  public static func render(_ table: Table, _ request: OutputRequest) throws -> Rendered {
    let (format, options) = try (format(request), options(request))
    var rendered = try deliver(
      format, note: format.carriesNotes ? nil : noteText(for: table, options: options), request
    ) { try format.export(table, options: options) }
    if format == .text, request.file == nil, request.movesSideways {
      rendered.head = textHead(of: table, options: options).map {
        FrozenHead(lines: $0.lines, columns: $0.columns, stops: $0.stops)
      }
    }
    return rendered
  }

  public static func render(_ excerpts: Excerpts, _ request: OutputRequest) throws -> Rendered {
    let (format, options) = try (format(request), options(request))
    return try deliver(
      format, note: format.carriesNotes ? nil : noteText(for: excerpts, options: options), request
    ) { try format.export(excerpts, options: options) }
  }

  private static func format(_ request: OutputRequest) throws -> ExportFormat {
    if isPNG(request) { return .svg }
    if let name = request.format { return try ExportFormat(named: name) }
    return try request.file.map { try ExportFormat(ofFile: $0) } ?? .text
  }

  /// Pixels are made of the SVG afterwards, by another program.
  private static func isPNG(_ request: OutputRequest) -> Bool {
    if let name = request.format { return name.lowercased() == PictureConverter.name }
    return request.file?.lowercased().hasSuffix("." + PictureConverter.name) == true
  }

  private static func options(_ request: OutputRequest) throws -> ExportOptions {
    guard let labels = LabelLanguage(rawValue: request.labels) else {
      throw Problem("There are no labels in '\(request.labels)'.", hint: "Labels are en or nl.", kind: .usage)
    }
    guard (0...9).contains(request.decimals ?? 0) else {
      throw Problem(
        "A number cannot have \(request.decimals ?? 0) decimals.", hint: "Give 0 to 9: --decimals 1", kind: .usage)
    }
    let rounding = try request.round.map { try choice($0, Rounding.self, "way of rounding", "--round") }
    let picture = try request.picture.map { try choice($0, PictureKind.self, "picture", "--picture") }
    let toFile = request.file != nil
    var options = ExportOptions(
      width: toFile ? nil : request.width, colour: request.colour && !toFile, labels: labels,
      decimals: request.decimals, rounding: rounding ?? .halfAwayFromZero, picture: picture)
    options.movesSideways = request.movesSideways
    return options
  }

  private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ typed: String, _ type: Choice.Type, _ what: String, _ option: String
  ) throws -> Choice {
    guard let choice = Choice(rawValue: typed.lowercased()) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw Problem("'\(typed)' is no \(what).", hint: "After \(option) comes one of: \(known).", kind: .usage)
    }
    return choice
  }

  private static func deliver(
    _ format: ExportFormat, note: String?, _ request: OutputRequest, _ bytes: () throws -> [UInt8]
  ) throws -> Rendered {
    guard let file = request.file else {
      let name = isPNG(request) ? PictureConverter.name : format.rawValue
      guard format.isText, !isPNG(request) else {
        throw Problem(
          "A result as \(name) cannot be shown on the screen.", hint: "Write it into a file: --output result.\(name)",
          kind: .usage)
      }
      return Rendered(
        text: String(decoding: try bytes(), as: UTF8.self), note: note.flatMap { $0.isEmpty ? nil : $0.trimmed })
    }
    let written = try isPNG(request) ? PictureConverter.png(of: bytes()) : bytes()
    try WrittenFile.write(written, to: file, force: request.force)
    return Rendered(
      text: nil,
      note: [note?.trimmed, "Wrote \(file)."].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n"),
      file: file)
  }
}
