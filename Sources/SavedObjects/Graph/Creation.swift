/// How a pickle makes an instance before it gives it a state.
package enum Creation: UInt8, Sendable {
  /// The format does not say.
  case unknown
  /// OBJ or INST: an instance of a class of the old style, by its arguments.
  case classic
  /// NEWOBJ: `class.__new__(class, …)`.
  case new
  /// `copy_reg._reconstructor(class, base, value)`, and these are the arguments.
  case reconstructor
  /// `copy_reg.__newobj__(class, …)`, and these are the arguments.
  case newFunction
}
