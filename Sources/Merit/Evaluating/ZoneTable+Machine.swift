package import FEEL
private import Files

extension ZoneTable {
  /// The zones of the machine, for doors, which decide what an evaluation may see.
  package static func machine() -> ZoneTable { ZoneTable(files: ZoneFolder().bytes) }
}
