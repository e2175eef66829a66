extension Semantics {
  /// Functions of lists that need no function value.
  ///
  /// Source: DMN 1.5, 10.3.4.4.
  func onLists(_ builtin: Builtin, _ arguments: [Value]) -> Value? {
    guard let first = arguments.first else { return nil }
    let items = arguments.count == 1 ? first.asList : arguments
    if self == .standard, arguments.count == 1, first.isNull, builtin != .append { return nil }
    switch builtin {
    case .count: return count(first.asList)
    case .sum: return sum(items)
    case .mean: return mean(items)
    case .product: return product(items)
    case .min: return minimum(items)
    case .max: return maximum(items)
    case .all: return all(items)
    case .any: return any(items)
    case .median: return median(items)
    case .mode: return mode(items)
    case .stddev: return deviation(items)
    case .concatenate: return list(arguments.flatMap(\.asList))
    case .append: return list(first.asList + arguments.dropFirst())
    case .union: return list(distinct(arguments.flatMap(\.asList)))
    case .distinctValues: return list(distinct(first.asList))
    case .reverse: return .list(first.asList.reversed())
    case .flatten: return flattened(first)
    case .listContains where arguments.count == 2: return holds(first.asList, arguments[1])
    case .indexOf where arguments.count == 2:
      let places = first.asList.indices.filter { same(first.asList[$0], arguments[1]) }
      return .list(places.map { .number(Number($0 + 1)) })
    case .sublist: return sublist(first.asList, arguments)
    case .remove, .insertBefore, .listReplace: return changed(builtin, first.asList, arguments)
    default: return nil
    }
  }

  /// A list, if it is not too long.
  func list(_ items: [Value]) -> Value {
    items.count <= Limits.list ? .list(items) : Limits.tooLong(self)
  }

  private func same(_ left: Value, _ right: Value) -> Bool {
    if case .boolean(true) = comparable(left, right) { return true }
    return false
  }

  private func holds(_ items: [Value], _ element: Value) -> Value {
    items.reduce(.boolean(false)) { found, item in
      guard case .perhaps(let value, let unknown) = item else {
        return or(found, comparable(item, element))
      }
      return or(found, same(value, element) ? .unknown(unknown) : comparable(value, element))
    }
  }

  private func distinct(_ items: [Value]) -> [Value] {
    var seen: Set<Value> = []
    var result: [Value] = []
    for item in items {
      guard seen.insert(item).inserted else { continue }
      let isPlain: Bool
      switch item {
      case .number, .string, .boolean, .date, .record, .symbol: isPlain = true
      default: isPlain = false
      }
      if isPlain || !result.contains(where: { same($0, item) }) { result.append(item) }
    }
    return result
  }

  private func flattened(_ value: Value) -> Value {
    var result: [Value] = []
    var rest = [value]
    while let next = rest.popLast() {
      if case .list(let items) = next {
        rest.append(contentsOf: items.reversed())
      } else {
        result.append(next)
      }
      guard result.count + rest.count <= Limits.list else { return Limits.tooLong(self) }
    }
    return .list(result)
  }

  /// The place that a position from 1, or from -1 at the end, means; nil outside the list.
  func place(_ position: Value, in count: Int) -> Int? {
    guard case .number(let position) = position, let position = whole(position),
      position != 0, position.magnitude <= count
    else { return nil }
    return position > 0 ? position - 1 : count + position
  }

  private func sublist(_ items: [Value], _ arguments: [Value]) -> Value? {
    guard arguments.count > 1 else { return nil }
    guard let start = place(arguments[1], in: items.count) else { return failure("no such place") }
    guard arguments.count > 2, !arguments[2].isNull else { return .list(Array(items[start...])) }
    guard case .number(let length) = arguments[2], let length = whole(length), length > 0,
      length <= items.count - start
    else { return failure("no such length") }
    return .list(Array(items[start..<start + length]))
  }

  private func changed(_ builtin: Builtin, _ items: [Value], _ arguments: [Value]) -> Value? {
    guard arguments.count > 1 else { return nil }
    guard let place = place(arguments[1], in: items.count) else { return failure("no such place") }
    var items = items
    switch builtin {
    case .remove: items.remove(at: place)
    case .insertBefore where arguments.count > 2: items.insert(arguments[2], at: place)
    case .listReplace where arguments.count > 2: items[place] = arguments[2]
    default: return nil
    }
    return list(items)
  }

  private func numbers(_ items: [Value]) -> [Number]? {
    var numbers: [Number] = []
    for item in items {
      guard case .number(let number) = item else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  private func median(_ items: [Value]) -> Value? {
    if items.isEmpty { return failure("the median of no values") }
    guard let sorted = numbers(items)?.sorted() else { return nil }
    let middle = sorted.count / 2
    if sorted.count % 2 == 1 { return .number(sorted[middle]) }
    return (sorted[middle - 1] + sorted[middle]).divided(by: 2).map(number)
  }

  private func mode(_ items: [Value]) -> Value? {
    guard let numbers = numbers(items) else { return nil }
    var counts: [Number: Int] = [:]
    for number in numbers { counts[number, default: 0] += 1 }
    let most = counts.values.max()
    let modes = counts.filter { $0.value == most }.map(\.key).sorted()
    return .list(modes.map(Value.number))
  }

  private func deviation(_ items: [Value]) -> Value? {
    guard self == .standard, let numbers = numbers(items), numbers.count > 1 else { return nil }
    let total = numbers.reduce(.zero, +)
    guard let mean = total.divided(by: Number(numbers.count)) else { return nil }
    let squares = numbers.map { ($0 - mean) * ($0 - mean) }.reduce(.zero, +)
    return squares.divided(by: Number(numbers.count - 1))?.squareRoot().map(number)
  }
}
