extension Parser {
  /// `import a.b as c, d`.
  mutating func parseImport() throws(Mismatch) -> UInt32 {
    let start = token.start
    advance()
    let mark = scratch.count
    repeat {
      let offset = token.start
      let path = try parsePath()
      let alias = accept(.as) ? try takeName() : Node.none
      scratch.append(add(.alias, at: offset, of: path, alias))
    } while accept(.comma)
    return add(.import, at: start, finishList(from: mark))
  }

  /// `from ..a.b import (c as d, e)` or `*`.
  mutating func parseImportFrom() throws(Mismatch) -> UInt32 {
    let start = token.start
    advance()
    var dots = 0
    while token.kind == .dot || token.kind == .ellipsis {
      dots += token.kind == .dot ? 1 : 3
      advance()
    }
    let path = dots > 0 && token.isKeyword(.import) ? makeList() : try parsePath()
    try expect(.import)
    let mark = scratch.count
    let isFuture = dots == 0 && list(path).count == 1 && names.text(lists[Int(path) + 1]) == "__future__"
    if isFuture, !allowsFuture {
      reject("from __future__ imports must occur at the beginning of the file", at: start, phase: .names)
    }
    if token.kind == .star, !context.isModule {
      reject("import * only allowed at module level", at: start, phase: .names, by: .python3)
    }
    if isFuture, token.kind == .star { reject("future feature * is not defined", at: start, phase: .names) }
    if accept(.star) { return add(.importFrom, at: start, of: path, makeList(), detail: UInt8(min(dots, 255))) }
    let isBracketed = accept(.leftParen)
    repeat {
      if isBracketed, token.kind == .rightParen, scratch.count > mark { break }
      if !isBracketed, scratch.count > mark, token.kind == .newline {
        throw mismatch("trailing comma not allowed without surrounding parentheses")
      }
      let offset = token.start
      let name = try takeName()
      if isFuture { checkFeature(name, at: start) }
      let alias = accept(.as) ? try takeName() : Node.none
      scratch.append(add(.alias, at: offset, of: makeList(name), alias))
    } while accept(.comma)
    if isBracketed { try expect(.rightParen) }
    return add(.importFrom, at: start, of: path, finishList(from: mark), detail: UInt8(min(dots, 255)))
  }

  private mutating func checkFeature(_ symbol: UInt32, at offset: Int) {
    let name = names.text(symbol)
    let old = [
      "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
      "unicode_literals",
    ]
    if old.contains(name) { return }
    let isNew = ["annotations", "generator_stop", "barry_as_FLUFL"].contains(name)
    reject(
      name == "braces" ? "not a chance" : "future feature \(name) is not defined", at: offset, phase: .names,
      by: isNew ? .python2 : .both)
  }

  /// No file system has folders for more names than this; what is asked of a module is asked of all above it, too.
  private static let pathLimit = 100

  private mutating func parsePath() throws(Mismatch) -> UInt32 {
    let mark = scratch.count
    repeat {
      guard scratch.count - mark < Self.pathLimit else { throw tooLarge("too many names with dots between them") }
      scratch.append(try takeName())
    } while accept(.dot)
    return finishList(from: mark)
  }
}
