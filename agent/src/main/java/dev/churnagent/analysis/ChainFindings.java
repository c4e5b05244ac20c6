package dev.churnagent.analysis;

import java.util.List;

/**
 * Repeats of one request within one scope (or, without scopes, one thread and window), folded with
 * all others of the same shape, root, steps and target.
 *
 * @param id stable: the same shape, root, steps and target have it in every run
 * @param shape never null
 * @param root the lowest common caller: where one fetch would do
 * @param steps what the root calls and what fetches, in order of time, each once
 * @param stepCalls for each step how many of the calls came by it; a call that was answered by a
 *     cache on a way of its own came by none
 * @param requestId the {@link RequestFindings} that is repeated (of several, the one called most)
 * @param target of that request
 * @param arguments of that request
 * @param occurrences how often the chain was seen
 * @param calls the repeated calls, the first of each occurrence included
 * @param distinctResults different known answers in them
 * @param avoidableCalls calls that one fetch for each occurrence could have spared; 0: information
 * @param avoidableConnections connections that would not have been opened
 * @param distinctArguments 1, or of an N+1 loop how many different arguments there were
 */
public record ChainFindings(
    String id,
    Shape shape,
    Step root,
    List<Step> steps,
    List<Long> stepCalls,
    String requestId,
    String target,
    String arguments,
    long occurrences,
    long calls,
    long distinctResults,
    long avoidableCalls,
    long avoidableConnections,
    long distinctArguments) {

  /** How the steps lie to each other. */
  public enum Shape {
    /** One caller runs several steps one after the other, and each fetches. */
    SEQUENCE("sequence"),
    /** A calls B calls C, and each fetches. */
    NESTED("nested"),
    /** One step again and again. */
    LOOP("loop"),
    /** Steps on other threads. */
    FAN_OUT("fan-out");

    private final String word;

    Shape(String word) {
      this.word = word;
    }

    /** The word in reports. */
    public String word() {
      return word;
    }
  }

  /**
   * A method of the chain.
   *
   * @param className as a person wrote it
   * @param method as a person wrote it
   * @param file source file, or null
   * @param line of a step: the line in the root that leads to it; of the root: -1
   */
  public record Step(String className, String method, String file, int line) {
    /** {@code com.acme.StepA#run}. */
    public String name() {
      return className + "#" + method;
    }
  }
}
