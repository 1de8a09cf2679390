import Diagnostics

/// Twisted's reactors, by the names that twistd and twist know them by.
package enum Reactor: String, Sendable, Equatable, CaseIterable {
  case asyncio, `default`, epoll, poll, select
  case gi, glib2, gtk3

  /// The module that it cannot do without and that does not come with Python or Twisted.
  package var module: String? {
    switch self {
    case .asyncio, .default, .epoll, .poll, .select: nil
    case .gi, .glib2, .gtk3: "gi"
    }
  }

  /// - Throws: A usage failure for a name that runs on no Linux of today, or on none at all.
  package init(option text: String) throws(Failure) {
    if let reactor = Self(rawValue: text) {
      self = reactor
      return
    }
    let isElsewhere = ["cf", "iocp", "kqueue", "win32", "wx", "gtk2"].contains(text)
    throw Failure.usage(
      .optionValue,
      isElsewhere ? "the reactor \(text) does not run on today's Linux" : "there is no reactor \(quoted(text))",
      remedy:
        "give \(Self.allCases.map(\.rawValue).joined(separator: ", ")); another is installed by the application itself")
  }
}
