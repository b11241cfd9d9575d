import Retrieval

/// "Did you mean", for the front that parses commands.
public enum Names {
  /// At most three, the best first.
  public static func nearest(_ typed: String, _ known: [String]) -> [String] { Nearest.names(to: typed, among: known) }

  /// Lower case, without accents: names that fold to the same are taken for the same.
  public static func folded(_ name: String) -> String { Folding.fold(name) }
}
