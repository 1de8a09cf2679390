import Toolbox

extension RunRecord {
  /// The programs' times, those of one program together, in the order of the first.
  var programTimes: [FleetAnswer.ProgramTime] {
    var times: [FleetAnswer.ProgramTime] = []
    for (name, time) in programs {
      if let index = times.firstIndex(where: { $0.name == name }) {
        times[index].seconds += time.inSeconds
      } else {
        times.append(FleetAnswer.ProgramTime(name: name, seconds: time.inSeconds))
      }
    }
    return times
  }
}
