import Model

/// The network of codes that meet as GEXF 1.3, for Gephi.
struct GEXFExporter: TextualExporter {
  func text(of result: ExportedResult, options: ExportOptions) throws(Problem) -> String {
    let (network, title) = try result.network
    let nodes = network.nodes.enumerated().map { place, node in
      let count =
        node.count.map {
          "<attvalues><attvalue for=\"count\" value=\"\(NumberText.exact($0) ?? "0")\"/></attvalues>"
        } ?? ""
      return "<node id=\"n\(place)\" label=\"\(MarkupText.escaped(node.key))\">\(count)</node>\n"
    }
    let edges = network.edges.enumerated().map { place, edge in
      "<edge id=\"e\(place)\" source=\"n\(edge.a)\" target=\"n\(edge.b)\" "
        + "weight=\"\(NumberText.exact(edge.count) ?? "0")\"/>\n"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" version="1.3">
      <meta><creator>Draad</creator><description>\(MarkupText.escaped(title))</description></meta>
      <graph mode="static" defaultedgetype="undirected">
      <attributes class="node"><attribute id="count" title="count" type="double"/></attributes>
      <nodes>
      \(nodes.joined())</nodes>
      <edges>
      \(edges.joined())</edges>
      </graph>
      </gexf>

      """
  }
}
