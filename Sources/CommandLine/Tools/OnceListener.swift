import Diagnostics
import Synchronization
import Toolbox

/// Tells each thing once, for what is true of two formats is found twice, and keeps it.
final class OnceListener: BuildListener {
  private let listener: any BuildListener
  private let heard = Mutex(OrderedSet<Diagnostic>())

  init(_ listener: any BuildListener) { self.listener = listener }

  var told: [Diagnostic] { heard.withLock { $0.elements } }

  func tell(_ diagnostic: Diagnostic) {
    if heard.withLock({ $0.append(diagnostic) }) { listener.tell(diagnostic) }
  }

  func progress(_ text: String) { listener.progress(text) }
}
