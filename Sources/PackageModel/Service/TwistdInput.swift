import ApplicationFacts

/// The kinds of application files that today's twistd runs, by the option that names each.
package enum TwistdInput: String, Sendable, Equatable {
  case python, file, source

  /// - Returns: `nil` for marmalade, whose option twistd lost in 2008, and for what is no application file.
  package init?(_ format: ApplicationFormat) {
    switch format {
    case .tac: self = .python
    case .tap: self = .file
    case .tas: self = .source
    case .tax, .plugin, .program, .axiom: return nil
    }
  }

  package var option: String { "--\(rawValue)" }
}
