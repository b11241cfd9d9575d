import Coding
import Model
import Retrieval
import Store

extension Workbench {
  /// Puts a code on every passage a query finds, as the present coder; a sentence about what was or would be done.
  public func autocode(_ typed: String, _ text: String, _ filter: FilterRequest, dryRun: Bool) throws -> String {
    let coder = try requireCoder()
    let key = try code(typed).key
    try requireInUse([key])
    let query = try query(text)
    let search = try search(query, typed: text, filter)
    let matcher = search.expansion?.matcher
    let passages = try passages(search, limit: nil).passages
    let spans = try store.spans(of: passages, in: search.selection.scope) { matcher?.matches($0) ?? true }
    var added: [CodeAssignment] = []
    var present = 0
    for (name, spans) in spans {
      let existing = Set(try store.codings(of: name).filter { $0.code == key && $0.coder == coder }.map(\.span))
      present += spans.filter(existing.contains).count
      added += spans.filter { !existing.contains($0) }.map {
        CodeAssignment(transcript: name, span: $0, code: key, coder: coder)
      }
    }
    let summary = CodingSummary.Autocoding(
      code: key, query: query.description, coder: coder, segments: added.count + present, transcripts: spans.count,
      added: added.count, present: present)
    guard !dryRun else { return summary.rehearsed }
    guard !spans.isEmpty else { throw try nothingFound(search) }
    return try store.perform(act()) { change in
      if !added.isEmpty {
        try change.ensureCoder(coder)
        _ = try change.add(Self.batch(added))
      }
      return summary.done
    }.summary
  }
}
