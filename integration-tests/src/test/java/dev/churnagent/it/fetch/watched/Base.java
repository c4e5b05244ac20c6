package dev.churnagent.it.fetch.watched;

/** Watched as a superclass: every override, of which one asks super. */
abstract class Base {
  String load(String label) {
    return Network.ask("/" + label);
  }

  abstract String loadAbstract(String label);

  /** Uses what it inherits, and asks super. */
  static final class Sub extends Base {
    @Override
    String load(String label) {
      return super.load(label);
    }

    @Override
    String loadAbstract(String label) {
      return Network.ask("/" + label);
    }
  }

  /** Inherits. */
  static final class Heir extends Base {
    @Override
    String loadAbstract(String label) {
      return load(label);
    }
  }
}
