package dev.churnagent.instrument;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One class of the JDK and what is hooked in it. What became of it may be told by several threads:
 * the last one counts.
 */
final class HookedClass {
  private final String internalName;
  private final boolean late;
  private final List<Hook> hooks = new ArrayList<>();
  private volatile String fault;
  private volatile boolean woven;

  private HookedClass(String internalName, boolean late) {
    this.internalName = internalName;
    this.late = late;
  }

  /** A class that nearly every connecting program uses: loaded and woven before main. */
  static HookedClass early(String internalName) {
    return new HookedClass(internalName, false);
  }

  /**
   * A class that many programs never load: woven when it is first loaded, or before main if it is
   * loaded by then. By that time nearly all that weaving needs has been used once already, for the
   * early classes, so that nothing of ours is initialised inside the program's class loading.
   */
  static HookedClass late(String internalName) {
    return new HookedClass(internalName, true);
  }

  /** Those of the late classes that were not woven so far, by the name that a loaded one has. */
  static Map<String, HookedClass> unwovenLate(Collection<HookedClass> all) {
    Map<String, HookedClass> unwoven = new HashMap<>();
    for (HookedClass one : all) {
      if (one.late && !one.woven) {
        unwoven.put(one.name(), one);
      }
    }
    return unwoven;
  }

  HookedClass with(String method, String descriptor, Class<?> advice) {
    hooks.add(new Hook(method, descriptor, advice, null));
    return this;
  }

  HookedClass with(String method, String descriptor, WireCall wireCall) {
    hooks.add(new Hook(method, descriptor, null, wireCall));
    return this;
  }

  String internalName() {
    return internalName;
  }

  String name() {
    return internalName.replace('/', '.');
  }

  boolean isLate() {
    return late;
  }

  List<Hook> hooks() {
    return hooks;
  }

  /** Whether any of its hooks is an advice. */
  boolean hasAdvice() {
    for (Hook hook : hooks) {
      if (hook.advice() != null) {
        return true;
      }
    }
    return false;
  }

  boolean isWoven() {
    return woven;
  }

  void woven() {
    woven = true;
    fault = null;
  }

  void failed(String why) {
    fault = why;
  }

  /** A line for each method that is not hooked; empty if all are. */
  List<String> troubles() {
    List<String> troubles = new ArrayList<>();
    for (Hook hook : hooks) {
      String trouble = fault != null ? fault : hook.trouble();
      if (trouble != null) {
        troubles.add(name() + "." + hook.method() + ": " + trouble);
      }
    }
    return troubles;
  }
}
