/// The words that an option takes, which are listed only where somebody is to choose: a table of licences is not read in each
/// run.
package struct WordChoice: Sendable, Equatable {
  private let list: @Sendable () -> [String]

  init(_ list: @escaping @Sendable () -> [String]) { self.list = list }

  package var all: [String] { list() }

  package static func == (left: Self, right: Self) -> Bool { left.all == right.all }
}
