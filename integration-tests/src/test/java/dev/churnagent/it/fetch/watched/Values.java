package dev.churnagent.it.fetch.watched;

/** A watched method that takes anything. */
final class Values {
  String take(String label, Object value) {
    return label;
  }

  Object give(String label, Object result) {
    return result;
  }

  String takePrimitives(
      String label, boolean z, byte b, char c, short s, int i, long l, float f, double d) {
    return label;
  }
}
