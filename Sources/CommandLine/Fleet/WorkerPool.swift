import Diagnostics
import Glibc
import Text
import Toolbox

/// Runs of the tool side by side, each of which makes one package after another.
struct WorkerPool {
  fileprivate struct Worker {
    var process: pid_t
    /// Where it is asked, and where it answers.
    var question: Int32
    var answer: Int32
    var received: [UInt8] = []
    /// What it is at.
    var job: Int?
  }

  private let tool: String
  private let environment: [String: String]
  private let interruption: Interruption
  private var workers: [Worker] = []

  /// - Parameter environment: Its `TMPDIR` is the workspace of this run, which takes all that is left with it.
  init(_ tool: String, environment: [String: String], _ interruption: Interruption) {
    (self.tool, self.environment, self.interruption) = (tool, environment, interruption)
  }

  /// Has jobs done.
  ///
  /// - Parameters:
  ///   - count: How many at once.
  ///   - isRecorded: Whether the answers say what the packages depend on.
  ///   - tick: Called now and then with the jobs that are being done.
  ///   - done: Called with each answer, in the order in which they come.
  /// - Returns: Once no job is left, or `done` says that it is enough and those begun are done.
  /// - Throws: A build failure where the system starts no worker.
  mutating func run(
    _ jobs: [(index: Int, words: [String])], count: Int, isRecorded: Bool, tick: (_ running: [Int]) -> Void,
    done: (_ index: Int, _ answer: FleetAnswer) throws(Failure) -> Bool
  ) throws(Failure) {
    defer { end() }
    var (next, goesOn) = (0, true)
    while true {
      while goesOn, next < jobs.count, workers.count(where: { $0.job != nil }) < count {
        let place = try idleWorker()
        let job = jobs[next]
        next += 1
        workers[place].job = job.index
        // One that is gone already answers with the end of its pipe.
        _ = Message.write(Message(job.words, isRecorded: isRecorded).bytes, to: workers[place].question)
      }
      let running = workers.compactMap(\.job)
      tick(running)
      if running.isEmpty { return }
      for (index, answer) in receive() {
        if try !done(index, answer) { goesOn = false }
      }
    }
  }

  private mutating func idleWorker() throws(Failure) -> Int {
    if let idle = workers.firstIndex(where: { $0.job == nil }) { return idle }
    workers.append(try start())
    return workers.count - 1
  }

  /// Waits for answers, for a moment.
  private mutating func receive() -> [(index: Int, answer: FleetAnswer)] {
    var requests = workers.map { pollfd(fd: $0.answer, events: Int16(POLLIN), revents: 0) }
    guard poll(&requests, nfds_t(requests.count), 200) > 0 else { return [] }
    var answers: [(Int, FleetAnswer)] = []
    var gone: [Int] = []
    for place in workers.indices where requests[place].revents != 0 {
      var piece = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(workers[place].answer, &piece, piece.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        let end = collect(workers[place])
        if let job = workers[place].job { answers.append((job, end)) }
        gone.append(place)
        continue
      }
      workers[place].received += piece[..<count]
      if let answer = workers[place].takeAnswer(), let job = workers[place].job {
        answers.append((job, answer))
        workers[place].job = nil
      }
    }
    for place in gone.reversed() { workers.remove(at: place) }
    return answers
  }

  private func start() throws(Failure) -> Worker {
    var (question, answer): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&question) == 0, pipe(&answer) == 0 else { throw SystemError().failure(.build, to: "run", tool) }
    for end in question + answer { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // Where there is no /proc, the tool is found as the shell finds it.
    let program = access("/proc/self/exe", X_OK) == 0 ? "/proc/self/exe" : tool
    let started = interruption.shield { () -> Result<pid_t, SystemError> in
      let started = Program.startBeside(
        program, [tool, "--work"], environment: environment, input: question[0], output: answer[1])
      if case .success(let process) = started { interruption.add(helper: process) }
      return started
    }
    close(question[0])
    close(answer[1])
    do throws(SystemError) {
      return Worker(process: try started.get(), question: question[1], answer: answer[0])
    } catch {
      throw error.failure(.build, to: "run", tool)
    }
  }

  /// Sees a worker gone.
  ///
  /// - Returns: What it means for the package that it was at.
  private func collect(_ worker: Worker) -> FleetAnswer {
    close(worker.question)
    close(worker.answer)
    var status: Int32 = 0
    while waitpid(worker.process, &status, 0) < 0 && errno == EINTR {}
    interruption.remove(helper: worker.process)
    let how =
      status & 0x7F != 0 ? "was ended by signal \(status & 0x7F)" : "ended with exit status \(status >> 8 & 0xFF)"
    return FleetAnswer(
      Failure.build(
        .programFailed, "the run of \(tool) that made it \(how)", remedy: "make it alone to see what is wrong"))
  }

  private mutating func end() {
    for worker in workers { _ = collect(worker) }
    workers = []
  }
}

extension WorkerPool.Worker {
  /// An answer that has come as a whole.
  fileprivate mutating func takeAnswer() -> FleetAnswer? {
    guard received.count >= 4 else { return nil }
    let end = 4 + Message.length(received[..<4])
    guard received.count >= end else { return nil }
    let body = received[4..<end]
    received.removeFirst(end)
    return (try? JSONReader.value(of: Array(body)).decoded(as: FleetAnswer.self))
      ?? FleetAnswer(Failure.build(.programFailed, "a run of the tool gave no answer"))
  }
}
