import Retrieval

/// "Did you mean", for the front that parses commands.
public enum Names {
  /// At most three, the best first.
  public static func nearest(_ typed: String, _ known: [String]) -> [String] { Nearest.names(to: typed, among: known) }
}
