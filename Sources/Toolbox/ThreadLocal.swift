import Glibc

/// A value that holds for what a thread does within a call. `TaskLocal` does this too, but brings all that tasks need, which no
/// tool has, into each tool.
package final class ThreadLocal<Value: Sendable>: Sendable {
  private final class Box: Sendable {
    let value: Value?
    init(_ value: Value?) { self.value = value }
  }

  private let key: pthread_key_t

  package init() {
    var key = pthread_key_t()
    precondition(pthread_key_create(&key, nil) == 0, "there are no keys left for values of threads")
    self.key = key
  }

  package var value: Value? {
    pthread_getspecific(key).flatMap { Unmanaged<Box>.fromOpaque($0).takeUnretainedValue().value }
  }

  /// Runs a body within which the value is another.
  package func with<Result, Problem: Error>(
    _ value: Value?, _ body: () throws(Problem) -> Result
  ) throws(Problem) -> Result {
    let (box, former) = (Box(value), pthread_getspecific(key))
    pthread_setspecific(key, Unmanaged.passUnretained(box).toOpaque())
    defer {
      pthread_setspecific(key, former)
      withExtendedLifetime(box) {}
    }
    return try body()
  }
}
