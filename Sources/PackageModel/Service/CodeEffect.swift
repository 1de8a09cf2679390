import Diagnostics

/// Something that a source of the application does by its looks, whether or not the way there was followed.
package struct CodeEffect: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// A call that makes, changes or removes a file.
    case writes
    /// A call that starts another program.
    case starts
    /// Text that is run as code, or a module whose name is not told.
    case runsUnknown
    /// A call that asks for the network's interfaces.
    case listsInterfaces
    /// A call that asks for the load of the whole system.
    case readsSystem
    /// A call that sets priorities, or which processors are used.
    case schedules
    /// A socket of a kind that is neither of the internet nor of this machine: `AF_CAN`.
    case opens(String)
    /// A raw socket.
    case opensRaw
    /// A call by which root becomes another user, or the like.
    case switchesUser(String)
  }

  package let kind: Kind
  package let location: SourceLocation

  package init(_ kind: Kind, at location: SourceLocation) { (self.kind, self.location) = (kind, location) }
}
