// Begins with the first file of the room.
