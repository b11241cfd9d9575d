import CCrypto
import CZlib
import GRDB
import Model

/// The bytes of a file as it came in, kept so that an import can be proved and repeated.
public struct Original: Sendable {
  public let fileName: String
  public let bytes: [UInt8]
  /// SHA-256 in hexadecimal digits.
  public let sha256: String
  /// The bytes as they are kept, once they were compressed.
  private(set) var deflated: [UInt8]?

  public init(fileName: String, bytes: [UInt8]) {
    self.fileName = fileName
    self.bytes = bytes
    sha256 = Digest.sha256(bytes)
  }

  /// Keeps the name and the digest, and not the bytes: something stands in them that was erased.
  public mutating func withhold() { deflated = [] }

  /// Compresses the bytes beforehand, so that the study need not wait for it.
  public mutating func compress() { deflated = Deflate.deflated(bytes) }
}

public enum Digest {
  /// SHA-256 (FIPS 180-4) in hexadecimal digits.
  public static func sha256(_ bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    _ = SHA256(bytes, bytes.count, &digest)
    return hexadecimal(digest)
  }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// FNV-1a, 64 bits, of quoted words: tells that a position no longer fits.
  static func quote(_ bytes: some Sequence<UInt8>) -> Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int64(bitPattern: hash)
  }
}

/// zlib's deflate format (RFC 1950).
enum Deflate {
  static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var size = compressBound(uLong(bytes.count))
    var out = [UInt8](repeating: 0, count: Int(size))
    guard compress2(&out, &size, bytes, uLong(bytes.count), 1) == Z_OK else { return [] }
    return Array(out[0..<Int(size)])
  }

  /// nil when the bytes are not what was deflated.
  static func inflated(_ bytes: [UInt8], size: Int) -> [UInt8]? {
    // Deflate makes nothing smaller than one byte of 1032; a larger size is damage, not to be believed.
    guard size >= 0, size / 1032 <= bytes.count else { return nil }
    var length = uLong(size)
    var out = [UInt8](repeating: 0, count: max(size, 1))
    guard uncompress(&out, &length, bytes, uLong(bytes.count)) == Z_OK, Int(length) == size else { return nil }
    return Array(out[0..<size])
  }
}

extension StudyChange {
  /// Keeps a file's bytes, once; the number under which they stand.
  public func keep(_ original: Original) throws -> Int64 {
    let known = try Int64.fetchOne(
      db, sql: "SELECT original_id FROM originals WHERE sha256 = ?", arguments: [original.sha256])
    if let known { return known }
    wroteUnrecorded = true
    let insert = try RawStatement(
      db, "INSERT INTO originals (sha256, file_name, size, deflated, act_id) VALUES (?, ?, ?, ?, ?)")
    insert.bind(1, original.sha256)
    insert.bind(2, original.fileName)
    insert.bind(3, original.bytes.count)
    (original.deflated ?? Deflate.deflated(original.bytes)).withUnsafeBytes { insert.bindBlob(4, $0) }
    insert.bind(5, act)
    try insert.run()
    return db.lastInsertedRowID
  }
}

extension StudyChange {
  /// The transcripts that came from a file, those of another program that wrote a moment ago too.
  public func transcripts(fromOriginal sha256: String) throws -> [String] {
    try Original.transcripts(of: sha256, in: db)
  }
}

extension Original {
  fileprivate static func transcripts(of sha256: String, in db: Database) throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT t.name FROM transcripts t JOIN originals o USING (original_id) WHERE o.sha256 = ? ORDER BY 1",
      arguments: [sha256])
  }
}

extension StudyStore {
  /// The SHA-256 of every file that is kept.
  public func originalDigests() throws -> Set<String> {
    try read { db in try String.fetchSet(db, sql: "SELECT sha256 FROM originals") }
  }

  /// The transcripts that came from a file with these bytes; empty when it never came in.
  public func transcripts(fromOriginal sha256: String) throws -> [String] {
    try read { db in try Original.transcripts(of: sha256, in: db) }
  }
}
