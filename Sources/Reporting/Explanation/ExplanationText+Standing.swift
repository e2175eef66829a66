import Criteria
import FEEL
import Model
import Scoring
import Standing

extension ExplanationText {
  /// The rows of the levels that were looked at, caps, and the decision.
  mutating func tellLevel() {
    let levels = explanation.nodes.compactMap { node -> ExplainedLevel? in
      if case .level(let level) = node.kind { level } else { nil }
    }
    guard levels.contains(where: { !($0.scopes + $0.states + $0.rows).isEmpty }) else { return }
    heading(Words.howLevel)
    for level in levels {
      for rule in level.scopes { tell(rule, named: Words.scope[language]) }
      for rule in level.states + level.rows { tell(rule) }
      if !level.after.isEmpty {
        let names = level.after.map { name(ofRow: $0) }
        add(Words.notLookedAt.with(names.joined(separator: ", "))[language])
      }
      for cap in level.caps { tell(cap) }
      if let decision = level.decision {
        add("\(Words.levelDecided[language]): decisions/\(decision)")
      }
    }
  }

  private func name(ofRow id: String) -> String {
    let rows = world.pack.levels.flatMap(\.rule.rows)
    return rows.first { $0.head.id == id }.map { forms.label(ofLevel: $0.level)[language] } ?? id
  }

  mutating func tell(_ rule: ExplainedRule, named given: String? = nil) {
    let outcome =
      switch rule.tree.value {
      case .boolean(true): Words.holds
      case .boolean(false): Words.failsToHold
      default: Words.isOpen
      }
    let level = rule.gives.flatMap { gives in
      world.pack.schema.scales.first?.symbols.contains(gives) == true
        ? forms.label(ofLevel: gives)[language] : nil
    }
    let name = rule.head.label?[language] ?? given ?? level ?? rule.head.id
    add("\(name): \(formula.words(rule.tree)): \(outcome[language])\(cite(rule.head.cite))")
  }

  private mutating func tell(_ cap: ExplainedLevel.Cap) {
    let words = [cap.when, cap.most].compactMap(\.self).map { formula.words($0) }
    let outcome =
      cap.before == cap.after
      ? Words.notLowered[language]
      : Words.loweredFrom.with(forms.text(cap.before, language))[language]
        + " → \(forms.text(cap.after, language))"
    let name = cap.head.label?[language] ?? cap.head.id
    add("\(name): \(words.joined(separator: "; ")): \(outcome)\(cite(cap.head.cite))")
  }

  /// The quotas and the places in orders.
  mutating func tellShare() {
    let quotas = explanation.quotas.filter { $0.part != .outside }
    guard !quotas.isEmpty || !explanation.ranks.isEmpty else { return }
    heading(Words.shareAndOrder)
    for quota in quotas { tell(quota) }
    for rank in explanation.ranks { tell(rank) }
  }

  private mutating func tell(_ quota: ExplainedQuota) {
    let head = quota.rule.rule.head
    add("\(head.label?[language] ?? head.id)\(cite(head.cite)): \(outcome(quota))")
    guard quota.part == .candidate || quota.part == .pending else { return }
    for scope in quota.scopes where scope.isSubjects {
      let counted = scope.others.reduce(0) { $0 + $1.counted }
      let parts = [
        "\(Words.shareOfBase[language]) \(forms.text(scope.share, percent: true, language))",
        "\(Words.counted[language]): \(counted)",
        "\(Words.candidates[language]): \(scope.result.seats.candidates)",
        "\(Words.seatsOfBase[language]): \(scope.result.seats.seats)",
        "\(Words.given[language]): \(scope.result.seats.given)",
        "\(Words.reserved[language]): \(scope.result.seats.reserved)",
      ]
      let members = scope.names.compactMap {
        world.pack.layout.tables[quota.rule.table].member($0)
      }
      let group = formula.labels.group(scope.key, members, of: quota.rule.table, language)
      add("\(group): \(parts.joined(separator: "; "))", indent: 4)
    }
  }

  private func outcome(_ quota: ExplainedQuota) -> String {
    let ahead = quota.ahead.map { world.tables[quota.rule.table].names[$0] }
    switch quota.outcome {
    case .settled(.seated), .seated: return Words.candidateSeated[language]
    case .settled(.refused), .refused:
      return Words.candidateRefused.with(ahead.joined(separator: ", "))[language]
    case .settled(.tied), .settled(.waiting): return Words.tied[language]
    case .pending: return Words.seatPending[language]
    case nil: return (quota.part == .pending ? Words.seatPending : Words.noCandidate)[language]
    }
  }

  private mutating func tell(_ rank: ExplainedRank) {
    let members = rank.names.compactMap { world.pack.layout.tables[rank.table].member($0) }
    let group = formula.labels.group(rank.key, members, of: rank.table, language)
    let head = rank.rule.head
    let name = "\(head.label?[language] ?? head.id), \(group)"
    guard case .rank(let place) = rank.place else {
      add("\(name): \(Words.noRank[language])\(cite(head.cite))")
      return
    }
    let count = rank.ahead.count + rank.level.count + rank.behind + 1
    var words = "\(Words.rankOf[language]) \(place) \(Words.among[language]) \(count)"
    if !rank.level.isEmpty {
      let names = rank.level.map { world.tables[rank.table].names[$0.row] }
      words += "; " + Words.levelWith.with(names.joined(separator: ", "))[language]
    }
    add("\(name): \(words)\(cite(head.cite))")
  }

  /// The lists that the subject or one of its records is on, or was kept off.
  mutating func tellLists() {
    let told = explanation.lists.filter { list in
      list.outcome != .notListed || list.table == Int(record.type)
    }
    guard !told.isEmpty else { return }
    heading(Words.listsOf)
    for list in told { tell(list) }
  }

  private mutating func tell(_ list: ExplainedListing) {
    let isOwn = list.table == Int(record.type)
    let of = isOwn ? "" : " (\(explanation.name(list.table, list.row)))"
    var words: String
    switch list.outcome {
    case .listed: words = Words.isListed[language]
    case .heldBack: words = Words.heldBack[language]
    case .cannotBeEstablished: words = Words.cannotBeEstablished[language]
    case .notListed: words = Words.isNotListed[language]
    case .notMade: words = Words.listNotMade.with(unset(list))[language]
    }
    if let who = list.who { words += ": \(formula.words(who))" }
    add("\(list.rule.title[language])\(of): \(words)\(cite(list.rule.head.cite))")
    for rule in list.guards where rule.tree.value != .boolean(true) {
      add("\(message(of: rule, in: list)): \(formula.words(rule.tree))", indent: 4)
    }
    for rule in list.attention where rule.tree.value != .boolean(false) {
      add("\(Words.attention[language]): \(message(of: rule, in: list))", indent: 4)
    }
  }

  /// The policy values that are not set, by their labels.
  private func unset(_ list: ExplainedListing) -> String {
    list.unset.map { name in
      world.pack.pack.policies.first { $0.head.id == name }?.head.label?[language] ?? name
    }.joined(separator: ", ")
  }

  private func message(of rule: ExplainedRule, in list: ExplainedListing) -> String {
    (list.rule.guards + list.rule.attention).first { $0.head.id == rule.head.id }?
      .message[language] ?? rule.head.id
  }
}
