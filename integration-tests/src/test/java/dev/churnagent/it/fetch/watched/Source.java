package dev.churnagent.it.fetch.watched;

/** Watched as an interface: every implementation. */
interface Source<T> {
  String load(T label);

  /** Inherited by one of them. */
  default String loadDefault(String label) {
    return Network.ask("/" + label);
  }
}
