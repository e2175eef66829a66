extension PendingWorld {
  /// What is certain under every completion of a crossing family with one pending person.
  ///
  /// All places in the order are tried, since where scopes cross a rival ahead may also help: who
  /// takes a seat from one leaves free another's. To stand level with a class is nothing new: an
  /// outcome in which the person is seated also comes about with the person ahead of that class, and
  /// any other with the person behind.
  func placings(of person: Int, _ classes: [TieClass]) -> [[SeatVerdict]] {
    func seats(ahead: Int, counted: Int, below: Int) -> [Int] {
      let own = Set(map.chains[person])
      return bases.indices.map { scope in
        let here = own.contains(scope) ? 1 : 0
        return bases[scope].seats(
          candidates: candidates[scope], ahead: ahead * here, counted: counted * here,
          below: below * here)
      }
    }
    let new = TieClass(place: -1, members: [person])
    var completions = [
      fill(classes, seats(ahead: 0, counted: 0, below: 1)),
      fill(classes, seats(ahead: 0, counted: 1, below: 0)),
    ]
    let seatsOfCandidate = seats(ahead: 1, counted: 0, below: 0)
    for place in 0...classes.count {
      completions.append(fill(classes[..<place] + [new] + classes[place...], seatsOfCandidate))
    }
    return completions
  }

  /// What is certain once everyone's place is known.
  private func fill(_ classes: some Collection<TieClass>, _ seats: [Int]) -> [SeatVerdict] {
    var book = SeatBook(seats: seats, map: map)
    book.fillCrossing(Array(classes))
    return places.indices.map { candidate in
      switch book.outcomes[candidate] {
      case .seated: SeatVerdict(isSeated: true)
      case .refused: SeatVerdict(isRefused: true)
      case .tied, .waiting: SeatVerdict()
      }
    }
  }

  /// What is certain under all completions of a crossing family, whoever is pending.
  ///
  /// For each scope the most seats that can have been taken (everyone pending and everyone ahead
  /// who is not refused) and the least, `min(seats, sure)`, are carried from class to class; see
  /// ``SeatRequest/sure(of:)`` for why a candidate with room in all other scopes is sure in one.
  func crossingBounds(_ classes: [TieClass]) -> [SeatVerdict] {
    let seats = seatRanges
    var taken = [Int](repeating: 0, count: bases.count)
    for person in unknown { for scope in map.chains[person] { taken[scope] += 1 } }
    var sure = [Int](repeating: 0, count: bases.count)
    var verdicts = [SeatVerdict](repeating: SeatVerdict(), count: places.count)
    for tieClass in classes {
      for candidate in tieClass.members {
        verdicts[candidate].isRefused = map.chains[candidate].contains {
          sure[$0] >= seats[$0].upperBound
        }
      }
      let open = tieClass.members.filter { !verdicts[$0].isRefused }
      let request = SeatRequest(open, chains: map.chains) { seats[$0].lowerBound - taken[$0] }
      for candidate in request.safe { verdicts[candidate].isSeated = true }
      for (scope, number) in request.sure(of: open) { sure[scope] += number }
      for candidate in open { for scope in map.chains[candidate] { taken[scope] += 1 } }
    }
    return verdicts
  }
}
