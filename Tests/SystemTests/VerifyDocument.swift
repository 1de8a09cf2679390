/// What `--verify --json` prints.
struct VerifyDocument: Decodable {
  struct Verdict: Decodable { var cells: [Cell] }
  struct Cell: Decodable {
    var place: String
    var check: String
    var outcome: String
    var detail: String
    var findings: [Finding]
  }
  struct Finding: Decodable {
    var cause: String
    var message: String
    var remedy: String?
  }
  var status: Int
  var verify: [Verdict]
}
