internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension TemporaryFolder {
  /// Lets a program that the terminal or the system tells to end remove its temporary folders first.
  ///
  /// To be called once, before threads are made: a thread of its own waits for the signals, which no
  /// other gets from then on. A signal that is ignored stays so.
  package static func removeOnInterrupt() {
    var signals = sigset_t()
    // The set lives for the length of each call.
    _ = unsafe sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
      _ = unsafe sigaddset(&signals, number)
    }
    _ = unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    let awaited = signals
    Threads.begin {
      var awaited = awaited
      var number: Int32 = 0
      guard unsafe sigwait(&awaited, &number) == 0 else { return }
      for path in open.withLock({ $0 }).sorted() {
        // The program is about to end; nobody is left who could be told.
        try? Place(path).remove()
      }
      _ = unsafe pthread_sigmask(SIG_UNBLOCK, &awaited, nil)
      _ = kill(getpid(), number)
    }
  }

  /// Whether the program was started so that it does not get a signal, as one in the background.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    // The action lives for the length of the call, which only fills it.
    guard unsafe sigaction(number, nil, &action) == 0 else { return false }
    #if canImport(Glibc)
      let handler = unsafe action.__sigaction_handler.sa_handler
    #else
      let handler = unsafe action.__sigaction_u.__sa_handler
    #endif
    // Handlers are compared by their addresses; none is called.
    return unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
