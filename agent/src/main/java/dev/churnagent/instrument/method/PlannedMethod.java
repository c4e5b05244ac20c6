package dev.churnagent.instrument.method;

import net.bytebuddy.description.type.TypeDescription;

/** A method that is to be woven, with its numbers. */
final class PlannedMethod {
  private static final int NONE = -1;

  private final MethodOutline method;
  private int watchedId = NONE;
  private int scopeId = NONE;

  PlannedMethod(MethodOutline method) {
    this.method = method;
  }

  void setWatched(int id) {
    watchedId = id;
  }

  void setScope(int id) {
    scopeId = id;
  }

  boolean is(String name, String descriptor) {
    return method.name().equals(name) && method.descriptor().equals(descriptor);
  }

  boolean isWatched() {
    return watchedId != NONE;
  }

  boolean isScope() {
    return scopeId != NONE;
  }

  WovenMethod watched(TypeDescription type) {
    return woven(type, watchedId);
  }

  WovenMethod scope(TypeDescription type) {
    return woven(type, scopeId);
  }

  private WovenMethod woven(TypeDescription type, int id) {
    return WovenMethod.of(type, method.access(), method.name(), method.descriptor(), id);
  }
}
