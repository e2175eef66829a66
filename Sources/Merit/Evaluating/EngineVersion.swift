/// The version of the engine, as it stands in every run's `run.json`.
public let engineVersion = "0.1.0"
