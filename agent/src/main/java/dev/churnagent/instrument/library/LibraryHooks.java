package dev.churnagent.instrument.library;

import java.util.ArrayList;
import java.util.List;

/**
 * Which methods of which libraries are hooked: a line for each. Strings only, because this is made
 * before main and most programs have few of these classes or none.
 */
final class LibraryHooks {
  private LibraryHooks() {}

  /** Every class that is hooked. */
  static List<LibraryClass> all() {
    return new ArrayList<>();
  }
}
