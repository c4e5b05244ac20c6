package dev.churnagent.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes lists for a map; a lambda here would cost the first lambda of the JVM before main. */
final class HookList implements Function<String, List<Hook>> {
  static final HookList NEW = new HookList();

  private HookList() {}

  @Override
  public List<Hook> apply(String type) {
    return new ArrayList<>();
  }
}
