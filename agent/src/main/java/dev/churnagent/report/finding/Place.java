package dev.churnagent.report.finding;

import dev.churnagent.report.source.SourceNames;

/**
 * Where in the code a finding is.
 *
 * @param className binary name; never null
 * @param method as a person wrote it, or null if unknown
 * @param line source line, or null if unknown
 * @param path the source file below the project's root, with slashes; null if it was not found
 * @param file simple name of the source file, or null if unknown
 */
public record Place(String className, String method, Integer line, String path, String file) {

  /** {@code com.acme.StepA.run}. */
  public String qualifiedName() {
    return method == null ? className : className + "." + method;
  }

  /** The file below the project's root or, if it was not found, below some source folder. */
  public String pathOrName() {
    return path != null ? path : SourceNames.onClassPath(className, file);
  }
}
