/// A number for one fact of a study, that a cell had a value or that a coding was there: the same in every copy.
///
/// FNV-1a (Fowler, Noll and Vo), 64 bits, its bits mixed once more (Appleby's finalizer of MurmurHash3).
public enum FactMark {
  /// The fact that the cell had the value.
  public static func of(_ cell: StudyCell, _ value: CellValue) -> UInt64 {
    var hash = Hash(cell)
    hash.mix(value.text == nil ? 0 : 1)
    hash.add(value.text ?? "")
    return hash.mixed
  }

  /// The fact that the cell had any value.
  public static func ofAny(_ cell: StudyCell) -> UInt64 {
    var hash = Hash(cell)
    hash.mix(2)
    return hash.mixed
  }

  /// The fact that a coding was put.
  public static func of(_ coding: MarkedCoding, in transcript: String) -> UInt64 {
    var hash = Hash()
    hash.mix(3)
    hash.add(transcript)
    for number in [UInt64(bitPattern: Int64(coding.span.start)), UInt64(bitPattern: Int64(coding.span.end))] {
      hash.add(number)
    }
    hash.add(coding.code)
    hash.add(coding.coder)
    hash.add(coding.guid.high)
    hash.add(coding.guid.low)
    return hash.mixed
  }

  /// The fact that a coding was put, on whatever words: these become others when a text is replaced.
  public static func ofAnywhere(_ guid: MarkedCoding.GUID, code: String, coder: String) -> UInt64 {
    var hash = Hash()
    hash.mix(4)
    hash.add(code)
    hash.add(coder)
    hash.add(guid.high)
    hash.add(guid.low)
    return hash.mixed
  }

  public static func ofAnywhere(_ coding: MarkedCoding) -> UInt64 {
    ofAnywhere(coding.guid, code: coding.code, coder: coding.coder)
  }

  /// The fact that a transcript got its text in the place of another.
  public static func ofReplacing(_ transcript: String) -> UInt64 {
    var hash = Hash()
    hash.mix(5)
    hash.add(StudyCell.digest(ofText: transcript))
    return hash.mixed
  }

  /// The fact that a copy was where it was after one of its acts.
  public static func of(act: Int, mark: UInt64, of copy: String) -> UInt64 {
    var hash = Hash()
    hash.mix(6)
    hash.add(copy)
    hash.add(UInt64(bitPattern: Int64(act)))
    hash.add(mark)
    return hash.mixed
  }

  /// Any texts, each so that it can be told where it ends.
  public static func of(_ texts: [String]) -> UInt64 {
    var hash = Hash()
    for text in texts { hash.add(text) }
    return hash.mixed
  }

  private struct Hash {
    private var value: UInt64 = 0xcbf2_9ce4_8422_2325

    init() {}

    init(_ cell: StudyCell) {
      add(cell.kind.rawValue)
      add(cell.owner)
      add(cell.field)
    }

    mutating func mix(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

    mutating func add(_ number: UInt64) {
      for shift in stride(from: 0, to: 64, by: 8) { mix(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
    }

    mutating func add(_ text: String) {
      for byte in text.utf8 { mix(byte) }
      mix(0xFF)
    }

    var mixed: UInt64 {
      var mixed = value
      mixed = (mixed ^ (mixed >> 33)) &* 0xff51_afd7_ed55_8ccd
      mixed = (mixed ^ (mixed >> 33)) &* 0xc4ce_b9fe_1a85_ec53
      return mixed ^ (mixed >> 33)
    }
  }
}
