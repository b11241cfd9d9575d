import Dispatch
import Synchronization
import Testing

@testable import Workbench

@Suite struct ReadAheadTests {
  @Test("Values come in order, whatever their sizes", arguments: [1, 10, 1000])
  func order(limit: Int) throws {
    let sizes = (0..<200).map { $0 * 7919 % 31 }
    let ahead = ReadAhead(sizes: sizes, limit: limit) { "value \($0)" }
    #expect(try sizes.indices.map { try ahead.take($0) } == sizes.indices.map { "value \($0)" })
  }

  @Test("No more is made than may wait")
  func bound() throws {
    let made = Mutex(0)
    let ahead = ReadAhead(sizes: Array(repeating: 3, count: 50), limit: 10) { place in
      made.withLock { $0 += 1 }
      return place
    }
    for place in 0..<50 {
      #expect(try ahead.take(place) == place)
      #expect(made.withLock { $0 } <= place + 5)
    }
  }

  @Test("Who stops it need not take the rest")
  func stopped() throws {
    let ahead = ReadAhead(sizes: [1, 1, 1, 1], limit: 2) { $0 }
    #expect(try ahead.take(0) == 0)
    ahead.stop()
  }

  @Test("Who gives up waits no longer for a value that is not made yet")
  func givenUp() {
    let isWanted = DispatchSemaphore(value: 0)
    let ahead = ReadAhead(sizes: [1], limit: 1) { place in
      isWanted.wait()
      return place
    }
    var asked = 0
    #expect(throws: CancellationError.self) {
      try ahead.take(0) {
        asked += 1
        if asked == 2 { throw CancellationError() }
      }
    }
    #expect(asked == 2)
    ahead.stop()
    isWanted.signal()
  }
}
