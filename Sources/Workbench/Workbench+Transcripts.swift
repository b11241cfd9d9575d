public import Model
import Segmentation
import Store

extension Workbench {
  /// Cuts a transcript into other segments; its codings stay on their words.
  public func segment(_ name: String, by unit: SegmentUnit) throws -> Act {
    guard let stored = try store.transcript(named: name) else { throw try unknownTranscript(name) }
    let segments = unit.segmenter.segments(of: stored.transcript)
    return try store.perform(act()) { change in
      try change.resegment(name, segments: segments, unit: unit)
      return
        "Cut '\(name)' by \(unit.rawValue): \(counted(segments.count, "segment")), formerly \(stored.segments.count)."
    }
  }

  /// Removes a transcript with its codings; undo brings both back.
  public func remove(_ name: String) throws -> Act {
    guard try store.transcriptNames().contains(name) else { throw try unknownTranscript(name) }
    let codings = try store.codings(of: name).count
    return try store.perform(act()) { change in
      try change.remove(name)
      return "Removed '\(name)' and the \(counted(codings, "coding")) on it."
    }
  }
}
