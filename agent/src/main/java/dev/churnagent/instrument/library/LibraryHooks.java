package dev.churnagent.instrument.library;

import java.util.ArrayList;
import java.util.List;

/**
 * Which methods of which libraries are hooked: a line for each. Strings only, because this is made
 * before main and most programs have few of these classes or none.
 */
final class LibraryHooks {
  private LibraryHooks() {}

  /**
   * Every class that is hooked.
   *
   * @param following whether to follow work through the libraries' own event loops and queues
   */
  static List<LibraryClass> all(boolean following) {
    List<LibraryClass> classes = new ArrayList<>();
    TransportHooks.addTo(classes);
    ClientHooks.addTo(classes);
    if (following) {
      QueueHooks.addTo(classes);
      RequestHooks.addTo(classes);
    }
    return classes;
  }
}
