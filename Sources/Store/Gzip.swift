import CZlib
import Foundation
import Model

/// Files in the format of gzip (RFC 1952), so that a copy can be unpacked without Draad.
enum Gzip {
  private static let pieceSize = 1 << 17

  /// Packs a file into another that is being made, with a remark at its beginning that whoever unpacks it does not see.
  ///
  /// - Parameter goingOn: asked for each piece; what it throws ends the work.
  static func pack(
    _ source: String, into file: NewFile, comment: String? = nil, goingOn: () throws -> Void = {}
  ) throws {
    guard let input = FileHandle(forReadingAtPath: source) else { throw unreadable(source) }
    defer { try? input.close() }
    var stream = z_stream()
    // 15 is the largest window, 16 more asks for the head and end of gzip. The lowest level: text shrinks to a third with it.
    guard
      deflateInit2_(
        &stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        == Z_OK
    else { throw unreadable(source) }
    defer { deflateEnd(&stream) }
    let remark = Remark(comment ?? "")
    if comment != nil { deflateSetHeader(&stream, remark.header) }
    var out = [UInt8](repeating: 0, count: pieceSize)
    var isAtEnd = false
    while !isAtEnd {
      try goingOn()
      var piece = try read(input, source)
      isAtEnd = piece.isEmpty
      try piece.withUnsafeMutableBufferPointer { bytes in
        stream.next_in = bytes.baseAddress
        stream.avail_in = UInt32(bytes.count)
        repeat {
          let made = out.withUnsafeMutableBufferPointer { room in
            stream.next_out = room.baseAddress
            stream.avail_out = UInt32(room.count)
            _ = deflate(&stream, isAtEnd ? Z_FINISH : Z_NO_FLUSH)
            return room.count - Int(stream.avail_out)
          }
          try out.withUnsafeBytes { try file.write(UnsafeRawBufferPointer(rebasing: $0[..<made])) }
        } while stream.avail_out == 0
      }
    }
  }

  /// What zlib writes at the beginning; it must stay where it is until the first bytes are out.
  private final class Remark {
    let header = UnsafeMutablePointer<gz_header>.allocate(capacity: 1)
    private let bytes: UnsafeMutableBufferPointer<UInt8>

    init(_ text: String) {
      bytes = .allocate(capacity: text.utf8.count + 1)
      _ = bytes.initialize(from: text.utf8.filter { $0 != 0 } + [0])
      header.initialize(to: gz_header())
      header.pointee.comment = bytes.baseAddress
      // Unknown, so that the same bytes come of the same file.
      header.pointee.os = 255
    }

    deinit {
      header.deallocate()
      bytes.deallocate()
    }
  }

  /// The remark at the beginning of a packed file (RFC 1952, 2.3); nil where there is none in its first 8192 bytes.
  static func comment(of path: String) -> String? {
    guard let input = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? input.close() }
    let head = [UInt8]((try? input.read(upToCount: 8192)) ?? Data())
    guard head.count > 12, head.starts(with: [0x1F, 0x8B, 8]) else { return nil }
    var at = 10
    if head[3] & 4 != 0 { at += 2 + Int(head[10]) + Int(head[11]) << 8 }
    func end(of start: Int) -> Int? { start < head.count ? head[start...].firstIndex(of: 0) : nil }
    if head[3] & 8 != 0 {
      guard let end = end(of: at) else { return nil }
      at = end + 1
    }
    guard head[3] & 16 != 0, let end = end(of: at) else { return nil }
    return String(decoding: head[at..<end], as: UTF8.self)
  }

  /// Gives the bytes of a packed file, piece by piece; throws where it is not whole.
  static func unpack(_ path: String, _ take: (UnsafeRawBufferPointer) throws -> Void) throws {
    guard let input = FileHandle(forReadingAtPath: path) else { throw unreadable(path) }
    defer { try? input.close() }
    var stream = z_stream()
    guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw unreadable(path)
    }
    defer { inflateEnd(&stream) }
    var out = [UInt8](repeating: 0, count: pieceSize)
    var state = Z_OK
    while state != Z_STREAM_END {
      var piece = try read(input, path)
      guard !piece.isEmpty else { throw damaged(path) }
      try piece.withUnsafeMutableBufferPointer { bytes in
        stream.next_in = bytes.baseAddress
        stream.avail_in = UInt32(bytes.count)
        repeat {
          let made = out.withUnsafeMutableBufferPointer { room in
            stream.next_out = room.baseAddress
            stream.avail_out = UInt32(room.count)
            state = inflate(&stream, Z_NO_FLUSH)
            return room.count - Int(stream.avail_out)
          }
          guard [Z_OK, Z_STREAM_END, Z_BUF_ERROR].contains(state) else { throw damaged(path) }
          try out.withUnsafeBytes { try take(UnsafeRawBufferPointer(rebasing: $0[..<made])) }
        } while stream.avail_out == 0 && state != Z_STREAM_END
      }
    }
  }

  /// Whether a packed file holds the bytes of another, read back from where they were written.
  static func holds(_ packed: String, bytesOf plain: String, goingOn: () throws -> Void = {}) throws -> Bool {
    guard let input = FileHandle(forReadingAtPath: plain) else { throw unreadable(plain) }
    defer { try? input.close() }
    var isSame = true
    try unpack(packed) { piece in
      try goingOn()
      let other = (try? input.read(upToCount: piece.count)) ?? Data()
      isSame = isSame && other.elementsEqual(piece)
    }
    return try isSame && read(input, plain).isEmpty
  }

  private static func read(_ input: FileHandle, _ path: String) throws -> [UInt8] {
    do { return [UInt8](try input.read(upToCount: pieceSize) ?? Data()) } catch { throw unreadable(path) }
  }

  private static func unreadable(_ path: String) -> Problem {
    Problem("The file '\((path as NSString).lastPathComponent)' cannot be read.", file: path)
  }

  private static func damaged(_ path: String) -> Problem {
    Problem(
      "The copy '\((path as NSString).lastPathComponent)' is damaged.", file: path, hint: "Take another: backups")
  }
}
