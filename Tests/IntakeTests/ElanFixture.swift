/// ELAN files built for a test.
enum ElanFixture {
  /// A conversation of two persons, one of whom is translated.
  static let talk = document(
    slots: [
      ("ts1", "390"), ("ts2", "1500"), ("ts3", "1500"), ("ts4", nil), ("ts5", nil), ("ts6", "4500"), ("ts7", "6000"),
    ],
    tiers: tier(
      "K-spraak", participant: "Karim",
      [("a2", "ts3", "ts6", "Goed, één keer"), ("a3", "ts6", "ts7", "per\nweek &amp; meer.")])
      + tier("Anna", [("a1", "ts1", "ts2", "Hoe ging het?"), ("a4", "ts4", "ts5", "Hm."), ("a5", "ts6", "ts7", "")])
      + "<TIER TIER_ID=\"K-en\" PARENT_REF=\"K-spraak\" PARTICIPANT=\"Karim\" LINGUISTIC_TYPE_REF=\"tr\">"
      + reference("r2", of: "a3", "a week and more.") + reference("r1", of: "a2", "Fine, once") + "</TIER>")

  static func document(slots: [(String, String?)], tiers: String) -> String {
    let order = slots.map { id, value in
      "<TIME_SLOT TIME_SLOT_ID=\"\(id)\"\(value.map { " TIME_VALUE=\"\($0)\"" } ?? "")/>\n"
    }
    return #"<?xml version="1.0" encoding="UTF-8"?>"#
      + "\n<ANNOTATION_DOCUMENT AUTHOR=\"\" FORMAT=\"3.0\" VERSION=\"3.0\">"
      + "<HEADER MEDIA_FILE=\"\" TIME_UNITS=\"milliseconds\"><PROPERTY NAME=\"x\">5</PROPERTY></HEADER>"
      + "<TIME_ORDER>\(order.joined())</TIME_ORDER>\(tiers)<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID=\"tr\"/></ANNOTATION_DOCUMENT>"
  }

  static func tier(_ name: String, participant: String? = nil, _ annotations: [(String, String, String, String)])
    -> String
  {
    let participant = participant.map { " PARTICIPANT=\"\($0)\"" } ?? ""
    let values = annotations.map { id, from, to, words in
      "<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID=\"\(id)\" TIME_SLOT_REF1=\"\(from)\" TIME_SLOT_REF2=\"\(to)\">"
        + "<ANNOTATION_VALUE>\(words)</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>"
    }
    return "<TIER TIER_ID=\"\(name)\" LINGUISTIC_TYPE_REF=\"default-lt\"\(participant)>\(values.joined())</TIER>"
  }

  static func reference(_ id: String, of parent: String, _ words: String) -> String {
    "<ANNOTATION><REF_ANNOTATION ANNOTATION_ID=\"\(id)\" ANNOTATION_REF=\"\(parent)\"><ANNOTATION_VALUE>\(words)"
      + "</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>"
  }
}
