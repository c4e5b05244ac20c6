package dev.churnagent.instrument.library;

import java.util.Set;
import java.util.stream.Collectors;

/** The advice that libraries' classes get. */
public final class LibraryAdvice {
  private LibraryAdvice() {}

  /** Names of classes. */
  public static Set<String> names() {
    return LibraryHooks.all(true).stream()
        .flatMap(one -> one.hooks().stream())
        .map(LibraryHook::advice)
        .filter(name -> name.contains(".task."))
        .collect(Collectors.toSet());
  }
}
