/// A ZIP archive of files that are not compressed (PKWARE's APPNOTE 6.3.3, sections 4.3.7 to 4.3.16).
public enum StoredZip {
  public static func archive(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in files {
      let offset = archive.count
      // Names in UTF-8, stored, the first moment MS-DOS knows.
      let common = little(0x0800, 2) + little(0, 2) + little(0, 2) + little(0x21, 2) + little(checksum(bytes), 4)
      let sizes = little(bytes.count, 4) + little(bytes.count, 4) + little(name.utf8.count, 2) + little(0, 2)
      archive += little(0x0403_4B50, 4) + little(20, 2) + common + sizes + Array(name.utf8) + bytes
      directory += little(0x0201_4B50, 4) + little(20, 2) + little(20, 2) + common + sizes
      directory += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(offset, 4) + Array(name.utf8)
    }
    let end = little(files.count, 2) + little(files.count, 2) + little(directory.count, 4) + little(archive.count, 4)
    return archive + directory + little(0x0605_4B50, 4) + little(0, 4) + end + little(0, 2)
  }

  private static func little(_ value: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-32 as ISO 3309 has it.
  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = .max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}
