import Merit

let arguments = Array(CommandLine.arguments.dropFirst())
do {
  let library = PackLibrary(folders: ["criteria"])
  switch arguments.first {
  case "check":
    for name in arguments.dropFirst() { print(try library.load(name).check().text) }
  case "score":
    let result = try Evaluation(
      dataset: .path(arguments[1]), pack: try library.load(arguments[2]),
      options: .init(period: arguments[3]))
    print(result.debugText)
  default: print("merit")
  }
} catch {
  print(error)
}
