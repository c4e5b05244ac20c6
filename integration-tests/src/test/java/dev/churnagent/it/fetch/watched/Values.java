package dev.churnagent.it.fetch.watched;

/** Watched methods that take anything. All ask the same, so that only arguments differ. */
final class Values {
  String take(String label, Object value) {
    return Network.ask("/value");
  }

  Object give(String label, Object result) {
    return result;
  }

  String takePrimitives(
      String label, boolean z, byte b, char c, short s, int i, long l, float f, double d) {
    return Network.ask("/value");
  }
}
