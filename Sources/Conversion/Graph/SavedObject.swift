/// An instance or the result of a call, and what is done to it afterwards.
package struct SavedObject: Sendable {
  /// The class, or what is called.
  package var target: SavedGraph.ID
  /// A tuple that is not empty.
  package var arguments: SavedGraph.ID?
  package var state: SavedGraph.ID?
  /// What is appended to it, and what is set in it as keys and values: subclasses of `list` and `dict` have such.
  package var elements: [SavedGraph.ID] = []
  package var pairs: [SavedGraph.ID] = []
  /// Whether the class is known to be of the new style, in Python 2.
  package var isNewStyle = false

  package init(
    target: SavedGraph.ID, arguments: SavedGraph.ID? = nil, state: SavedGraph.ID? = nil, elements: [SavedGraph.ID] = [],
    pairs: [SavedGraph.ID] = [], isNewStyle: Bool = false
  ) {
    self.target = target
    self.arguments = arguments
    self.state = state
    self.elements = elements
    self.pairs = pairs
    self.isNewStyle = isNewStyle
  }

  /// Whether class and state say it all.
  var isPlain: Bool { arguments == nil && elements.isEmpty && pairs.isEmpty }
}
