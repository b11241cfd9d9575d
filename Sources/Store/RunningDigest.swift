import CCrypto
import GRDB

/// SHA-256 (FIPS 180-4) of numbers and texts that come one after the other, each so that it can be told where it ends.
///
/// A number is 8 bytes, the lowest first, two's complement. A text is the number of its bytes and its UTF-8; a text that is
/// not there is -1. A list is its items and then -1, which no item begins with.
final class RunningDigest {
  private let context = EVP_MD_CTX_new()
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 8)
  private var used = 0

  /// What stands for a text that is not there, and after a list.
  static let nothing: Int64 = -1

  init() { EVP_DigestInit_ex(context, EVP_sha256(), nil) }

  deinit {
    EVP_MD_CTX_free(context)
    buffer.deallocate()
  }

  func add(_ number: Int64) {
    if used + 8 > buffer.count { flush() }
    buffer.storeBytes(of: number.littleEndian, toByteOffset: used, as: Int64.self)
    used += 8
  }

  func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    add(Int64(bytes.count))
    flush()
    EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
  }

  func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  /// Adds a text of a row, or that it has none.
  func add(_ column: Int32, of row: borrowing RawStatement) {
    if row.isNull(column) { add(Self.nothing) } else { row.withBytes(column) { add($0) } }
  }

  func endList() { add(Self.nothing) }

  /// The digest in hexadecimal digits; nothing can be added after it.
  func finished() -> String {
    flush()
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    EVP_DigestFinal_ex(context, &digest, nil)
    return Digest.hexadecimal(digest)
  }

  private func flush() {
    EVP_DigestUpdate(context, buffer.baseAddress, used)
    used = 0
  }
}
