/// A kind of device that an application may use, and who may on the target (udev's rules of Debian and Fedora).
struct DeviceKind: Sendable {
  /// How a path in /dev begins.
  let prefix: String
  /// The kind by its name in /proc/devices, where a device may come later or go by another name; else its path is named.
  let name: String?
  /// The group that may use it.
  let group: String?
  /// Whether every system has that group: a unit does not start with one that is not there.
  let isEverywhere: Bool

  private init(_ prefix: String, _ name: String?, group: String?, everywhere: Bool = false) {
    (self.prefix, self.name, self.group, isEverywhere) = (prefix, name, group, everywhere)
  }

  /// The kind of a path below /dev, without that.
  static func of(_ path: String) -> DeviceKind {
    kinds.first { path.hasPrefix($0.prefix) } ?? DeviceKind(path, nil, group: nil)
  }

  static let serialLines = kinds.filter { ["ttyUSB", "ttyACM", "ttyS"].contains($0.prefix) }

  private static let kinds = [
    DeviceKind("ttyUSB", "char-ttyUSB", group: "dialout", everywhere: true),
    DeviceKind("ttyACM", "char-ttyACM", group: "dialout", everywhere: true),
    DeviceKind("ttyAMA", "char-ttyAMA", group: "dialout", everywhere: true),
    DeviceKind("ttyS", "char-ttyS", group: "dialout", everywhere: true),
    DeviceKind("snd/", "char-alsa", group: "audio", everywhere: true),
    DeviceKind("video", "char-video4linux", group: "video", everywhere: true),
    DeviceKind("dri/card", "char-drm", group: "video", everywhere: true),
    DeviceKind("dri/", "char-drm", group: "render"),
    DeviceKind("gpiochip", "char-gpiochip", group: "gpio"), DeviceKind("gpiomem", nil, group: "gpio"),
    DeviceKind("hidraw", "char-hidraw", group: nil), DeviceKind("i2c-", "char-i2c", group: "i2c"),
    DeviceKind("input/", "char-input", group: "input"), DeviceKind("kvm", nil, group: "kvm"),
    DeviceKind("lp", "char-lp", group: "lp"), DeviceKind("spidev", "char-spi", group: "spi"),
    DeviceKind("bus/usb/", "char-usb_device", group: nil),
  ]

  /// Devices that modules of others use, by their paths below /dev.
  static let ofModules: [Substring: [String]] = [
    "RPi": ["gpiomem"], "gpiozero": ["gpiomem", "gpiochip0"], "gpiod": ["gpiochip0"], "lgpio": ["gpiochip0"],
    "smbus": ["i2c-1"], "smbus2": ["i2c-1"], "spidev": ["spidev0.0"], "evdev": ["input/event0"],
    "usb": ["bus/usb/001/001"], "usb1": ["bus/usb/001/001"], "pyftdi": ["bus/usb/001/001"], "hid": ["hidraw0"],
    "alsaaudio": ["snd/controlC0"], "pyaudio": ["snd/controlC0"], "sounddevice": ["snd/controlC0"],
    "picamera": ["video0"], "picamera2": ["video0"], "v4l2": ["video0"],
  ]

  /// What everyone may open (udev's 50-udev-default.rules).
  static let ofEveryone: Set<String> = ["fuse", "net/tun"]
}
