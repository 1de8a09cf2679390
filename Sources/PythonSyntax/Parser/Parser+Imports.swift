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
      scratch.append(add(.alias, at: offset, path, alias))
    } while accept(.comma)
    return add(.import, at: start, Node.none, finishList(from: mark))
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
    if accept(.star) { return add(.importFrom, at: start, path, makeList(), detail: UInt8(min(dots, 255))) }
    let isBracketed = accept(.leftParen)
    repeat {
      if isBracketed, token.kind == .rightParen { break }
      let offset = token.start
      let name = try takeName()
      let alias = accept(.as) ? try takeName() : Node.none
      scratch.append(add(.alias, at: offset, makeList(name), alias))
    } while accept(.comma)
    if isBracketed { try expect(.rightParen) }
    return add(.importFrom, at: start, path, finishList(from: mark), detail: UInt8(min(dots, 255)))
  }

  private mutating func parsePath() throws(Mismatch) -> UInt32 {
    let mark = scratch.count
    repeat { scratch.append(try takeName()) } while accept(.dot)
    return finishList(from: mark)
  }
}
