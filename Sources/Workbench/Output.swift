import Export
public import Model

/// How a result is to leave, as typed.
public struct OutputRequest: Equatable, Sendable {
  public var format: String?
  public var file: String?
  public var force: Bool
  /// The columns of the terminal; nil without one.
  public var width: Int?
  public var colour: Bool
  /// `en` or `nl`.
  public var labels: String

  public init(
    format: String? = nil, file: String? = nil, force: Bool = false, width: Int? = nil, colour: Bool = false,
    labels: String = "en"
  ) {
    self.format = format
    self.file = file
    self.force = force
    self.width = width
    self.colour = colour
    self.labels = labels
  }
}

/// A result as it is shown.
public struct Rendered: Equatable, Sendable {
  /// For standard output; nil when it went to a file.
  public var text: String?
  /// For standard error: what was counted, where the format has no place for it, or which file was written.
  public var note: String?
}

/// Gives results the format that was asked for, by its name or by the ending of the file.
public enum Output {
  /// How many columns of a terminal text takes.
  public static func width(of text: some StringProtocol) -> Int { displayWidth(of: String(text)) }

  /// Whether a person reads it, rather than a program.
  public static func isForReading(_ request: OutputRequest) -> Bool {
    guard let format = try? format(request) else { return true }
    return format == .text || format == .md
  }

  public static func render(_ table: Table, _ request: OutputRequest) throws -> Rendered {
    let (format, options) = try (format(request), options(request))
    return try deliver(
      format.export(table, options: options), note: format.carriesNotes ? nil : noteText(for: table, options: options),
      request)
  }

  public static func render(_ excerpts: Excerpts, _ request: OutputRequest) throws -> Rendered {
    let (format, options) = try (format(request), options(request))
    return try deliver(
      format.export(excerpts, options: options),
      note: format.carriesNotes ? nil : noteText(for: excerpts, options: options), request)
  }

  private static func format(_ request: OutputRequest) throws -> ExportFormat {
    if let name = request.format { return try ExportFormat(named: name) }
    return try request.file.map { try ExportFormat(ofFile: $0) } ?? .text
  }

  private static func options(_ request: OutputRequest) throws -> ExportOptions {
    guard let labels = LabelLanguage(rawValue: request.labels) else {
      throw Problem("There are no labels in '\(request.labels)'.", hint: "Labels are en or nl.", kind: .usage)
    }
    let toFile = request.file != nil
    return ExportOptions(width: toFile ? nil : request.width, colour: request.colour && !toFile, labels: labels)
  }

  private static func deliver(_ text: String, note: String?, _ request: OutputRequest) throws -> Rendered {
    guard let file = request.file else {
      return Rendered(text: text, note: note.flatMap { $0.isEmpty ? nil : $0.trimmed })
    }
    try WrittenFile.write(Array(text.utf8), to: file, force: request.force)
    return Rendered(text: nil, note: [note?.trimmed, "Wrote \(file)."].compactMap { $0 }.joined(separator: "\n"))
  }
}
