/// What a setting or a variable has until somebody changes it.
struct SettingValue {
  let text: String
  /// The path of the file that has it; `nil` for a variable.
  var file: String?
}
