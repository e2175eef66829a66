internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Work on several threads of the system, awaited together.
package enum Threads {
  /// How many processors the system offers.
  package static var available: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Runs `body` once on each of `count` threads and gives the results by thread number.
  ///
  /// The calling thread is one of them. Where the system refuses a thread, the calling thread does
  /// that part too, one after the other; so bodies must not wait for each other.
  package static func run<Result: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    guard count > 1 else { return [body(0)] }
    let results = Results<Result>()
    let others = (1..<count).map { number in
      JoinedThread { results.set(body(number), number) }
    }
    results.set(body(0), 0)
    for thread in others { thread.join() }
    return results.ordered()
  }

  /// Begins work on a thread of its own, which nobody waits for; nothing is done where the system
  /// refuses a thread.
  static func begin(_ body: @escaping @Sendable () -> Void) { _ = JoinedThread(body) }

  /// Makes something of each of `count` things and gives it in their order; whichever thread is free
  /// takes the next.
  package static func each<Made: Sendable>(
    _ count: Int, on threads: Int, _ make: @escaping @Sendable (Int) -> Made
  ) -> [Made] {
    guard count > 1, threads > 1 else { return (0..<count).map(make) }
    let next = NextPlace()
    let parts = run(min(count, threads)) { _ in
      var made: [(place: Int, made: Made)] = []
      while let place = next.take(below: count) { made.append((place, make(place))) }
      return made
    }
    var all = [Made?](repeating: nil, count: count)
    for one in parts.joined() { all[one.place] = one.made }
    return all.compactMap(\.self)
  }
}

extension Array {
  /// What several threads made, one after the other.
  package init(joining parts: [[Element]]) {
    var rest = parts
    self = rest.isEmpty ? [] : rest.removeFirst()
    reserveCapacity(rest.reduce(count) { $0 + $1.count })
    for part in rest { append(contentsOf: part) }
  }
}

/// Which of some things no thread has taken yet.
private final class NextPlace: Sendable {
  private let next = Atomic(0)

  func take(below count: Int) -> Int? {
    let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return place < count ? place : nil
  }
}

/// The results of threads, by number.
private final class Results<Value: Sendable>: Sendable {
  private let values = Mutex<[Int: Value]>([:])

  func set(_ value: Value, _ number: Int) { values.withLock { $0[number] = value } }

  func ordered() -> [Value] {
    values.withLock { values in values.keys.sorted().compactMap { values[$0] } }
  }
}

/// One thread of the system; what it runs is owned by this object until it has been joined.
private final class JoinedThread {
  private let thread: pthread_t
  private let work: Work
  private let hasStarted: Bool

  init(_ body: @escaping @Sendable () -> Void) {
    work = Work(body)
    // The object outlives the thread: it is retained here and released by the thread itself.
    let pointer = unsafe Unmanaged.passRetained(work).toOpaque()
    var handle = pthread_t()
    hasStarted = unsafe pthread_create(&handle, nil, { unsafe runWork($0) }, pointer) == 0
    thread = handle
    if !hasStarted { unsafe Unmanaged<Work>.fromOpaque(pointer).release() }
  }

  func join() {
    if hasStarted { _ = pthread_join(thread, nil) } else { work.body() }
  }
}

private final class Work: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

/// What a new thread does: it takes over the work that was retained for it.
private func runWork(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let pointer = unsafe pointer {
    unsafe Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
  }
  return nil
}
