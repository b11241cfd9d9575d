@testable import Export
import Testing

struct JSONValueTests {
  @Test("Quotes, backslashes and control characters are escaped, other characters are not")
  func escapes() {
    #expect(
      JSONValue.document([("a\"", .string("b\\ \n\t\r\u{1}\u{1F} é😀"))])
        == "{\n  \"a\\\"\": \"b\\\\ \\n\\t\\r\\u0001\\u001f é😀\"\n}\n")
  }

  @Test("Arrays of objects stand on a line each, other values on one")
  func layout() {
    let item = JSONValue.object([("b", .null), ("c", .array([.number("1"), .array([])]))])
    #expect(
      JSONValue.document([("x", .array([item, item])), ("y", .array([])), ("z", .object([]))]) == """
        {
          "x": [
            {"b": null, "c": [1, []]},
            {"b": null, "c": [1, []]}
          ],
          "y": [],
          "z": {}
        }

        """)
  }
}
