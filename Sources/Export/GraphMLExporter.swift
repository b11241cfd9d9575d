import Model

/// The network of codes that meet as GraphML, for Gephi, yEd, igraph and networkx.
struct GraphMLExporter: TextualExporter {
  func text(of result: ExportedResult, options: ExportOptions) throws(Problem) -> String {
    let (network, title) = try result.network
    let nodes = network.nodes.enumerated().map { place, node in
      let count = node.count.map { "<data key=\"count\">\(NumberText.exact($0) ?? "0")</data>" } ?? ""
      return "<node id=\"n\(place)\"><data key=\"label\">\(MarkupText.escaped(node.key))</data>\(count)</node>\n"
    }
    let edges = network.edges.enumerated().map { place, edge in
      "<edge id=\"e\(place)\" source=\"n\(edge.a)\" target=\"n\(edge.b)\">"
        + "<data key=\"weight\">\(NumberText.exact(edge.count) ?? "0")</data></edge>\n"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <desc>\(MarkupText.escaped(title))</desc>
      <key id="label" for="node" attr.name="label" attr.type="string"/>
      <key id="count" for="node" attr.name="count" attr.type="double"/>
      <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
      <graph id="codes" edgedefault="undirected">
      \(nodes.joined())\(edges.joined())</graph>
      </graphml>

      """
  }
}

extension ExportedResult {
  /// The codes that meet in it, and its title and notes in one text.
  var network: (network: CodeNetwork, title: String) {
    get throws(Problem) {
      guard case .table(let table) = self, let network = CodeNetwork(table) else {
        throw Problem(
          "This result is no network.", hint: "Write codes that meet: 'cooccurrence --output codes.graphml'",
          kind: .usage)
      }
      let notes = (table.notes + (table.recipe.map { [RecipeNote.note(of: $0, .en)] } ?? [])).map {
        "\($0.label): \($0.text)"
      }
      return (network, ([table.title] + notes).filter { !$0.isEmpty }.joined(separator: " · "))
    }
  }
}
