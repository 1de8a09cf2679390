extension Service {
  /// Whether a password is among the arguments of a plugin or a program: then they stand in the environment file alone.
  package var hasSecretArguments: Bool { SecretText.isIn(command.ownArguments) }

  /// Whether the environment file is for the service's group alone: what stands in it, or will, is secret.
  package var hasSecretEnvironment: Bool {
    hasSecretArguments || settings.contains(where: \.isSecret) || given.contains(where: \.isSecret)
  }

  package var environmentMode: UInt32 { hasSecretEnvironment ? 0o640 : 0o644 }

  /// The group of the files that only it may read.
  package var privateGroup: String { account.group.description }

  /// The same for a format that knows groups by their names only: of a number the group is set when it is installed.
  package var privateGroupName: String { hasNumberedGroup ? "root" : privateGroup }

  package var hasNumberedGroup: Bool { Int(privateGroup) != nil }
}
