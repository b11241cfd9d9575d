public import Model

/// What there is to know of a study for merging: that its cells have their values, and that its codings were put.
public enum StudyFacts {
  /// All that a copy knows and all that is in it now.
  public static func all(
    of side: StudySide, codings: (String) throws -> [MarkedCoding]
  ) rethrows -> KnownFacts {
    var marks = side.marks
    for transcript in Set(side.stands.keys.filter { $0.kind == .transcript }.map(\.owner)) {
      FactMark.add(try codings(transcript), in: transcript, to: &marks)
    }
    return side.known(from: []).union(KnownFacts(marks))
  }

  /// What is to be known of a transcript that got another text: from now on all of it goes by that text.
  ///
  /// - Parameter name: that of the transcript; one that is not there is told nothing of.
  public static func ofReplaced(
    _ name: String, in side: StudySide, codings: (String) throws -> [MarkedCoding]
  ) rethrows -> KnownFacts {
    let found = side.stands.first { cell, value in
      cell.kind == .transcript && cell.field == "name" && value == CellValue(name)
    }
    guard let transcript = found?.key.owner else { return KnownFacts() }
    var marks = [FactMark.ofReplacing(transcript)]
    for (cell, value) in side.cells {
      switch cell.kind {
      case .transcript, .speaker, .assignment: guard cell.owner.hasPrefix(transcript) else { continue }
      case .memo, .unplaced, .attachment: break
      case .fact, .spelling, .coder, .aCase, .code, .blind: continue
      }
      marks += [FactMark.of(cell, value), FactMark.ofAny(cell)]
    }
    FactMark.add(try codings(transcript), in: transcript, to: &marks)
    return KnownFacts(marks)
  }
}

extension FactMark {
  /// Adds the marks of codings, on their words and on whatever words.
  static func add(_ codings: [MarkedCoding], in transcript: String, to marks: inout [UInt64]) {
    for coding in codings {
      marks.append(of(coding, in: transcript))
      marks.append(ofAnywhere(coding))
    }
  }
}
