Terminal.begin()
Terminal.exit(Door.open(Array(Swift.CommandLine.arguments.dropFirst())).rawValue)
