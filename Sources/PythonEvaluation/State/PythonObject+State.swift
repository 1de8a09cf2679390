package extension PythonObject {
  /// The number of members that are compared when ways are joined.
  var size: Int {
    switch kind {
    case .list(let content): content.items.count / 4
    case .dictionary(let content): content.entries.count
    default: 0
    }
  }

  /// Joins what the thing is on another way; tells whether that changed it.
  mutating func join(_ other: PythonObject, isWidening: Bool) -> Bool {
    var hasChanged = attributes.join(other.attributes, isWidening: isWidening)
    switch (kind, other.kind) {
    case (.list(var mine), .list(let theirs)):
      if mine.join(theirs, isWidening: isWidening) {
        kind = .list(mine)
        hasChanged = true
      }
    case (.dictionary(var mine), .dictionary(let theirs)):
      if mine.join(theirs, isWidening: isWidening) {
        kind = .dictionary(mine)
        hasChanged = true
      }
    case (.generator(var mine), .generator(let theirs)):
      if !mine.isDisturbed,
        theirs.isDisturbed || mine.position != theirs.position || mine.isStarted != theirs.isStarted
      {
        mine.isStarted = true
        mine.isDisturbed = true
        kind = .generator(mine)
        hasChanged = true
      }
    case (.instance(let mine), .instance(let theirs)) where !mine.isSame(as: theirs):
      let both = PythonValue.merge([mine, theirs])
      if !both.isSame(as: mine) {
        kind = .instance(of: both)
        hasChanged = true
      }
    case (.function(var mine), .function(let theirs)):
      for (parameter, value) in theirs.defaults {
        var own = mine.defaults[parameter] ?? .absent
        if own.join(value, isWidening: isWidening) {
          mine.defaults[parameter] = own
          kind = .function(mine)
          hasChanged = true
        }
      }
    default: break
    }
    hasChanged = parent.join(other.parent, isWidening: isWidening) || hasChanged
    if other.escaped, !escaped {
      escaped = true
      hasChanged = true
    }
    if listening.count < other.listening.count { listening = other.listening }
    return hasChanged
  }
}
