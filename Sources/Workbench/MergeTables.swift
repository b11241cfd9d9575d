import Coding
import Model

extension Workbench {
  private static let kinds: [(StudyCell.Kind, String)] = [
    (.transcript, "Transcripts"), (.speaker, "Speakers"), (.aCase, "Cases"), (.coder, "Coders"), (.code, "Codes"),
    (.memo, "Memos"), (.unplaced, "Codings without a place"), (.attachment, "Attachments"),
    (.fact, "Title, language and queries"),
  ]

  /// What a merge does, a line for each kind of thing.
  static func table(of tally: MergeTally, _ other: String) -> Table {
    // Few studies have these.
    let rare = [(StudyCell.Kind.assignment, "Assignments"), (.blind, "Coders who code blind")]
      .filter { tally.lines[$0.0] != nil }
    let lines: [(String, MergeTally.Line)] =
      (kinds + rare).map { ($0.1, tally.lines[$0.0] ?? .init()) } + [("Codings", tally.codings)]
    let rows: [[Table.Cell]] = lines.map { name, line in
      [
        .text(name), .count(line.same), .count(line.newThere), .count(line.changedThere), .count(line.removedThere),
        .count(line.newHere), .count(line.changedHere), .count(line.removedHere), .count(line.conflicts),
      ]
    }
    return Table(
      title: "Merging \(other)",
      columns: [
        .init("what", "What", .text), .init("same", "Same", .count), .init("new_there", "New there", .count),
        .init("changed_there", "Changed there", .count), .init("removed_there", "Gone there", .count),
        .init("new_here", "New here", .count), .init("changed_here", "Changed here", .count),
        .init("removed_here", "Gone here", .count), .init("both", "Changed in both", .count),
      ], rows: rows,
      notes: [
        .init("There", "what the other study has; it comes in, and what is gone there goes here"),
        .init("Here", "what stays as it is in this study"),
      ])
  }

  static func table(of differences: [StudyDifference], _ other: String) -> Table {
    Table(
      title: "Differences from \(other)",
      columns: [
        .init("what", "What", .text), .init("which", "Which", .text), .init("respect", "In what", .text),
        .init("here", "Here", .text), .init("there", "There", .text), .init("state", "State", .text),
      ],
      rows: differences.map { line in
        [
          .text(line.what), .text(line.which), .text(line.respect), line.here.map { .text($0) } ?? .none,
          line.there.map { .text($0) } ?? .none, .text(line.state),
        ]
      })
  }

  /// What came in, for the log: `2 transcripts and 14 codings new, 1 code changed`.
  static func summary(_ merge: StudyMerge) -> String {
    let nouns: [(StudyCell.Kind, String)] = [
      (.transcript, "transcript"), (.aCase, "case"), (.coder, "coder"), (.code, "code"),
      (.memo, "memo"), (.assignment, "assignment"),
    ]
    let lines: [(String, MergeTally.Line)] =
      nouns.map { ($0.1, merge.tally.lines[$0.0] ?? .init()) } + [("coding", merge.tally.codings)]
    let parts = [
      ("new", lines.map { ($0.0, $0.1.newThere) }), ("changed", lines.map { ($0.0, $0.1.changedThere) }),
      ("taken away", lines.map { ($0.0, $0.1.removedThere) }),
    ].compactMap { verb, counts -> String? in
      let named = counts.filter { $0.1 > 0 }.map { counted($0.1, $0.0) }
      return named.isEmpty ? nil : named.joined(separator: ", ") + " " + verb
    }
    let conflicts = merge.conflicts.isEmpty ? [] : ["\(merge.conflicts.count) changed in both"]
    let all = parts + conflicts
    return all.isEmpty ? "nothing new" : all.joined(separator: "; ")
  }
}
