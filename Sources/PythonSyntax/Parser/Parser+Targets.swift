extension Parser {
  /// What an expression is to be bound by.
  enum TargetUse {
    /// The only target of an assignment, where `==` may have been meant.
    case assignment
    /// One of several, or of a `for`, a `with` or a comprehension.
    case target
    case deletion, augmented, annotated
  }

  /// Notes what nothing can be bound to ("Assignment statements", "The del statement").
  mutating func check(_ id: UInt32, as use: TargetUse) {
    let node = nodes[Int(id)]
    switch node.kind {
    case .subscript: return
    case .attribute: checkDebug(node.second, at: Int(node.offset))
    case .name:
      checkDebug(node.first, at: Int(node.offset), word: use == .deletion ? "delete" : "assign to")
      guard [Keyword.noneValue, .trueValue, .falseValue].contains(where: { $0.rawValue == node.first }) else { return }
      rejectTarget(id, use, by: node.first == Keyword.noneValue.rawValue ? .both : .python3)
    case .tuple, .list:
      guard use != .augmented, use != .annotated else { return rejectTarget(id, use) }
      if use != .deletion, list(node.second).count(where: { nodes[Int($0)].kind == .starred }) > 1 {
        reject("multiple starred expressions in assignment", at: Int(node.offset), phase: .code)
      }
      for member in list(node.second) {
        let isStarred = nodes[Int(member)].kind == .starred && use != .deletion
        check(isStarred ? nodes[Int(member)].first : member, as: use == .assignment ? .target : use)
      }
    case .starred where use == .assignment || use == .target:
      reject("starred assignment target must be in a list or tuple", at: Int(node.offset), phase: .code)
    default: rejectTarget(id, use)
    }
  }

  private mutating func rejectTarget(_ id: UInt32, _ use: TargetUse, by rejecting: SyntaxFault.Rejecting = .both) {
    let node = nodes[Int(id)]
    let name = expressionName(id)
    let message: String
    switch use {
    case .assignment:
      let isOperand =
        !["comparison", "conditional expression", "lambda", "None", "True", "False", "generator expression"].contains(
          name)
      let isPlain = isOperand && !isLogical(node)
      let isBare = node.kind == .yield && tokens.byte(Int(node.offset) - 1) != UInt8(ascii: "(")
      message =
        isBare
        ? "assignment to yield expression not possible"
        : "cannot assign to \(name)" + (isPlain ? " here. Maybe you meant '==' instead of '='?" : "")
    case .target: message = "cannot assign to \(name)"
    case .deletion: message = "cannot delete \(name)"
    case .augmented: message = "'\(name)' is an illegal expression for augmented assignment"
    case .annotated:
      message =
        node.kind == .tuple || node.kind == .list
        ? "only single target (not \(name)) can be annotated" : "illegal target for annotation"
    }
    reject(message, at: Int(node.offset), by: rejecting)
  }

  func isLogical(_ node: Node) -> Bool {
    (node.kind == .unary || node.kind == .binary) && [.not, .and, .or].contains(node.operator)
  }

  /// What CPython calls an expression.
  func expressionName(_ id: UInt32) -> String {
    let node = nodes[Int(id)]
    switch node.kind {
    case .name:
      return [Keyword.noneValue, .trueValue, .falseValue].first { $0.rawValue == node.first }?.word ?? "name"
    case .number, .string: return "literal"
    case .joinedStrings:
      return list(node.second).contains { nodes[Int($0)].kind == .formatString } ? "f-string expression" : "literal"
    case .formatString: return "f-string expression"
    case .ellipsis: return "ellipsis"
    case .attribute: return "attribute"
    case .subscript: return "subscript"
    case .call: return "function call"
    case .starred: return "starred"
    case .unary: return "expression"
    case .binary: return (Node.Operator.less.rawValue...).contains(node.detail) ? "comparison" : "expression"
    case .conditional: return "conditional expression"
    case .lambda: return "lambda"
    case .tuple: return "tuple"
    case .list: return "list"
    case .set: return "set display"
    case .dictionary: return "dict literal"
    case .comprehension:
      switch Node.Comprehension(rawValue: node.detail) {
      case .list: return "list comprehension"
      case .set: return "set comprehension"
      case .dictionary: return "dict comprehension"
      default: return "generator expression"
      }
    case .await: return "await expression"
    case .yield, .yieldFrom: return "yield expression"
    case .walrus: return "named expression"
    default: return "expression"
    }
  }
}
