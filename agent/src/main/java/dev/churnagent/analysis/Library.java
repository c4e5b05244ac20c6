package dev.churnagent.analysis;

/**
 * A library, or a part of the JDK, that opens connections for those who use it.
 *
 * @param name as its users call it, e.g. {@code OkHttp}; never null
 * @param version as its jar has it, e.g. {@code 5.5.1}; null if that can't be known
 */
public record Library(String name, String version) {
  /** Name and version, e.g. {@code OkHttp 5.5.1}. */
  public String describe() {
    return version == null ? name : name + " " + version;
  }
}
