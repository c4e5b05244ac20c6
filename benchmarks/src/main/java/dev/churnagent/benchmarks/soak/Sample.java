package dev.churnagent.benchmarks.soak;

import java.util.StringJoiner;

/**
 * What the client holds at one time, while it does nothing. What the system does not tell is -1.
 *
 * @param millis since the start
 * @param connections so far
 * @param heapBytes in use after a collection
 * @param metaspaceBytes in use
 * @param threads of Java
 * @param classes loaded
 * @param bufferBytes of direct and mapped buffers
 * @param journalBytes the file's length
 * @param residentBytes of the process
 * @param anonymousBytes of these not of files; the journal's mapped pages are of a file
 * @param mappings of the process
 * @param files open
 * @param timeWait sockets of the whole system in TIME_WAIT
 * @param cpuMillis of the process
 */
record Sample(
    long millis,
    long connections,
    long heapBytes,
    long metaspaceBytes,
    long threads,
    long classes,
    long bufferBytes,
    long journalBytes,
    long residentBytes,
    long anonymousBytes,
    long mappings,
    long files,
    long timeWait,
    long cpuMillis) {
  private static final String WORD = "sample";

  /** As one line; {@link #parse} reads it. */
  String line() {
    StringJoiner line = new StringJoiner(" ").add(WORD);
    for (long value :
        new long[] {
          millis,
          connections,
          heapBytes,
          metaspaceBytes,
          threads,
          classes,
          bufferBytes,
          journalBytes,
          residentBytes,
          anonymousBytes,
          mappings,
          files,
          timeWait,
          cpuMillis
        }) {
      line.add(Long.toString(value));
    }
    return line.toString();
  }

  /** Reads a line; null if it is another one. */
  static Sample parse(String line) {
    String[] words = line.split(" ");
    if (!words[0].equals(WORD)) {
      return null;
    }
    long[] v = new long[words.length - 1];
    for (int i = 0; i < v.length; i++) {
      v[i] = Long.parseLong(words[i + 1]);
    }
    return new Sample(
        v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10], v[11], v[12], v[13]);
  }
}
