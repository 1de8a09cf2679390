/// One expression, statement or part of one, in sixteen bytes.
///
/// `first` and `second` are operands; what they hold (a node, a list, a symbol, a length) depends on the kind.
package struct Node: Sendable {
  package enum Kind: UInt8, Sendable {
    // Expressions.
    /// first: symbol. `None`, `True` and `False` are names too, as in Python 2.
    case name
    /// first: length of the literal.
    case number
    /// first: length of the literal with prefix and quotes; detail: prefix bits.
    case string
    /// Adjacent literals. second: list of `string` and `formatString`.
    case joinedStrings
    /// second: list of `string` (plain text, see `formatText`) and `replacement`.
    case formatString
    /// The text between the fields of a format string. first: length; detail: prefix bits.
    case formatText
    /// A field of a format string. first: expression; second: list of specification parts; detail: conversion byte.
    case replacement
    case ellipsis
    /// first: object; second: symbol.
    case attribute
    /// first: object; second: index.
    case `subscript`
    /// second: list of lower, upper, step, each possibly `none`.
    case slice
    /// first: callee; second: list of arguments.
    case call
    /// first: symbol; second: value.
    case keywordArgument
    /// first: value, after `*`.
    case starred
    /// first: value, after `**`.
    case doubleStarred
    /// first: operand; detail: `Operator`.
    case unary
    /// first, second: operands; detail: `Operator`.
    case binary
    /// second: list of test, value, alternative.
    case conditional
    /// first: list of parameters; second: expression.
    case lambda
    /// second: list of elements.
    case tuple, list, set
    /// second: list of key, value, key, value; the key of `**x` is `none`.
    case dictionary
    /// first: element; second: list of value (of a dictionary, else `none`), then for each `for`: target, iterable,
    /// list of conditions; detail: `Comprehension`.
    case comprehension
    case await, yield, yieldFrom, backquote
    /// first: name node; second: value. In the pattern of a `case`: `value as name`.
    case walrus

    // Statements; an expression stands for itself.
    /// first: value; second: list of targets.
    case assign
    /// first: target; second: value; detail: `Operator`.
    case augmentedAssign
    /// first: target; second: list of annotation, value or `none`.
    case annotatedAssign
    /// second: list of targets.
    case delete
    case pass, `break`, `continue`
    /// first: value or `none`.
    case `return`
    /// second: list of operands.
    case raise
    /// second: list of symbols.
    case global, nonlocal
    /// second: list of `alias`.
    case `import`
    /// first: list of symbols of the module's path; second: list of `alias`, empty for `*`; detail: leading dots.
    case importFrom
    /// first: list of symbols of a path; second: symbol of the name after `as`, or `none`.
    case alias
    /// first: condition; second: message or `none`.
    case assert
    /// second: list of operands.
    case exec, print
    /// second: list of test, block, test, block ...; the test of `else` is `none`.
    case `if`
    /// second: list of test, block, else block or `none`.
    case `while`
    /// second: list of target, iterable, block, else block or `none`.
    case `for`
    /// second: list of block, else block, finally block (each possibly `none`), then `handler` nodes.
    case `try`
    /// first: exception type or `none`; second: list of target or `none`, block.
    case handler
    /// second: list of block, then `withItem` nodes.
    case with
    /// first: context; second: target or `none`.
    case withItem
    /// first: symbol; second: list of list of parameters, block, list of decorators; detail: 1 when `async`.
    case function
    /// first: symbol or `none`; second: default or `none`; detail: `Parameter`.
    case parameter
    /// first: symbol; second: list of list of arguments, block, list of decorators.
    case classDefinition
    /// first: subject; second: list of `matchCase`.
    case match
    /// first: pattern; second: list of guard or `none`, block.
    case matchCase
    /// first: name node; second: value.
    case typeAlias
  }

  package enum Operator: UInt8, Sendable {
    case add, subtract, multiply, divide, floorDivide, modulo, matrixMultiply, power, leftShift, rightShift
    case bitAnd, bitOr, bitXor, invert, plus, minus, not, and, or
    case less, greater, lessEqual, greaterEqual, equal, notEqual, `in`, notIn, `is`, isNot
  }

  package enum Comprehension: UInt8, Sendable { case list, set, dictionary, generator }

  package enum Parameter: UInt8, Sendable {
    case ordinary
    /// `*args`; without a symbol the bare `*` before keyword-only parameters.
    case star
    case doubleStar
    /// The `/` after positional-only parameters.
    case slash
  }

  package var kind: Kind
  package var detail: UInt8 = 0
  /// The offset in the source.
  package var offset: UInt32
  package var first: UInt32 = .max
  package var second: UInt32 = .max

  /// The absence of an operand.
  package static let none = UInt32.max

  package var `operator`: Operator { Operator(rawValue: detail) ?? .add }
}
