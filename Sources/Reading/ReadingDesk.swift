import Model
public import Workbench

/// Carries out on the study what a reader wishes, at once: each coding is an act before the next key is read.
public struct ReadingDesk {
  private let workbench: Workbench

  public init(_ workbench: Workbench) { self.workbench = workbench }

  /// Nil for the wish to leave, which is no matter of the study.
  public func carryOut(_ wish: Reader.Wish, for copy: ReadingCopy) -> Reader.Answer? {
    do {
      return try workbench.request { try answer(to: wish, copy) }
    } catch let problem as Problem {
      return .failed(problem)
    } catch {
      return .failed(Problem("That could not be done: \(error)."))
    }
  }

  private func answer(to wish: Reader.Wish, _ copy: ReadingCopy) throws -> Reader.Answer? {
    switch wish {
    case .put(let code, let place):
      return .changed(try workbench.put(copy.codebook.codes[code].key, on: place, of: copy), code: code)
    case .take(let code, let spans, let place):
      return .changed(try workbench.take(copy.codebook.codes[code].key, spans, off: place, of: copy), code: code)
    case .undo(let act): return .undone(try workbench.undo(act: act))
    case .redo: return .redone(try workbench.redo(1).joined(separator: " "))
    case .find(let typed): return .found(try workbench.hits(typed, in: copy))
    case .memo(let text, let place):
      let (act, memo) = try workbench.note(text, on: place, of: copy)
      return .noted(act, memo)
    case .reread:
      var copy = copy
      try workbench.reread(&copy)
      return .reread(copy)
    case .leave: return nil
    }
  }
}
