package dev.churnagent.it.fetch.watched;

/** Implementations of a watched interface. */
final class Sources {
  private Sources() {}

  /** Its method has a bridge. */
  static final class OfText implements Source<String> {
    @Override
    public String load(String label) {
      return Network.ask("/" + label);
    }
  }

  /** Its method has a bridge, too. */
  static final class OfNumbers implements Source<Integer> {
    @Override
    public String load(Integer label) {
      return Network.ask("/number-" + label);
    }

    @Override
    public String loadDefault(String label) {
      return Network.ask("/overridden-" + label);
    }
  }

  /** Calls itself through a decorator of the same interface: one call. */
  record Decorated(Source<String> inner) implements Source<String> {
    @Override
    public String load(String label) {
      return inner.load(label);
    }
  }
}
