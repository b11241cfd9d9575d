import Model

/// What stands above the quotes of a code.
struct SectionText {
  let heading: String
  /// The paragraphs of the definition.
  let definition: [String]
  /// How often the code is there; nil for one that only has codes below it.
  let counts: String?
  /// The paragraphs of what was noted down about the code.
  let memos: [String]

  init(_ section: ExcerptSection, _ labels: LabelLanguage) {
    heading = DisplayWidth.printable("\(section.code) \(section.name)")
    definition = (section.definition ?? "").split(whereSeparator: \.isNewline).map {
      DisplayWidth.printable(String($0))
    }
    counts = section.quotes == 0 ? nil : Self.counts(section, labels)
    memos = section.memos.flatMap(\.paragraphs)
  }

  private static func counts(_ section: ExcerptSection, _ labels: LabelLanguage) -> String {
    func counted(_ number: Int, _ one: String, _ more: String) -> String {
      "\(NumberText.whole(number, labels)) \(number == 1 ? one : more)"
    }
    let left = section.quotes - section.shown
    switch labels {
    case .en:
      let all =
        "\(counted(section.quotes, "quote", "quotes")) in \(counted(section.transcripts, "transcript", "transcripts")) of "
        + counted(section.cases, "case", "cases")
      return left > 0 ? "\(all); \(section.shown) shown" : all
    case .nl:
      let all =
        "\(counted(section.quotes, "citaat", "citaten")) in \(counted(section.transcripts, "transcript", "transcripten")) van "
        + counted(section.cases, "casus", "casussen")
      return left > 0 ? "\(all); \(section.shown) getoond" : all
    }
  }
}
