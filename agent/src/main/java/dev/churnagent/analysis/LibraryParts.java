package dev.churnagent.analysis;

/** Which libraries stand between the application and a connection. */
final class LibraryParts {
  static final LibraryParts NONE = new LibraryParts(null, null);

  /** The one that the application talks to, or null if none is known. */
  final Library library;

  /** The one that opens the socket, or null if it is the same or not known. */
  final Library transport;

  LibraryParts(Library library, Library transport) {
    this.library = library;
    this.transport = transport;
  }

  /** What makes two of them the same. */
  String key() {
    return key(library) + '\n' + key(transport);
  }

  private static String key(Library library) {
    return library == null ? "" : library.name() + '\t' + library.version();
  }
}
