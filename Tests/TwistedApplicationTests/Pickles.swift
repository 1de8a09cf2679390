import Diagnostics

import ApplicationFacts
@testable import SavedObjects
@testable import TwistedApplication

/// Small pickles written out by hand.
enum Pickles {
  static func bytes(_ text: String) -> [UInt8] {
    Array(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
  }

  /// A protocol 2 application with these services, each given as opcodes.
  static func application(services: String = "", extra: String = "") -> [UInt8] {
    bytes(
      "\u{80}\u{02}ctwisted.python.components\nComponentized\n)\u{81}}U\u{0D}_adapterCache}(U."
        + "twisted.application.service.IServiceCollectionctwisted.application.service\nMultiService\n)\u{81}}(U\u{08}"
        + "services](\(services)eU\u{04}nameU\u{03}appub\(extra)usb.")
  }

  static func failure(_ bytes: [UInt8]) -> Failure? {
    do {
      _ = try ApplicationReader.read(bytes, file: "x.tap", declared: .tap)
      return nil
    } catch {
      return error
    }
  }

  /// The failure of the machine alone, whatever the bytes look like.
  static func machineFailure(_ bytes: [UInt8]) -> String? {
    do {
      _ = try PickleMachine.read(bytes, file: "x.tap")
      return nil
    } catch {
      return error.diagnostics.first?.message
    }
  }
}
