package dev.churnagent.analysis;

/**
 * Thrown by a handler of ours to end a reading that is no longer wanted; never leaves the package.
 */
final class ReadingCancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReadingCancelledException() {
    super("reading cancelled", null, false, false);
  }
}
