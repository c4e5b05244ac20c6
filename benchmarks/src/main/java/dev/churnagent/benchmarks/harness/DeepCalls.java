package dev.churnagent.benchmarks.harness;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The source of a class whose calls go through distinct methods, each on a line of its own: a
 * recursion would be one compiled method again and again, which no program's stack is.
 */
public final class DeepCalls {
  /** {@code main}, {@code measure}, {@code batch}, the entry, and what is called in the end. */
  static final int OTHER_FRAMES = 5;

  private final Class<?> entry;
  private final Method method;
  private final String last;

  /**
   * Creates it.
   *
   * @param entry the interface to implement, with one method that returns nothing
   * @param last what is called in the end, with the names of the entry's parameters in it
   */
  public DeepCalls(Class<?> entry, String last) {
    this.entry = entry;
    this.method = entry.getDeclaredMethods()[0];
    this.last = last;
  }

  /** The full name of the class of a depth. */
  public String name(int depth) {
    return entry.getPackageName() + ".Depth" + depth;
  }

  /**
   * The source.
   *
   * @param depth frames with {@code main} and what is called in the end; at least 6
   */
  public String source(int depth) {
    int methods = depth - OTHER_FRAMES;
    if (methods < 1) {
      throw new IllegalArgumentException("a depth of " + depth + " is too small");
    }
    Parameter[] declared = method.getParameters();
    String arguments =
        Arrays.stream(declared).map(Parameter::getName).collect(Collectors.joining(", "));
    String parameters =
        Arrays.stream(declared)
            .map(parameter -> parameter.getType().getName() + " " + parameter.getName())
            .collect(Collectors.joining(", ", "(", ") throws java.io.IOException {\n"));
    StringBuilder text = new StringBuilder();
    text.append("package ").append(entry.getPackageName()).append(";\n");
    text.append("public final class Depth").append(depth);
    text.append(" implements ").append(entry.getName()).append(" {\n");
    text.append("public void ").append(method.getName()).append(parameters);
    text.append("step1(").append(arguments).append(");\n}\n");
    for (int i = 1; i <= methods; i++) {
      text.append("private static void step").append(i).append(parameters);
      text.append(i == methods ? last : "step" + (i + 1) + "(" + arguments + ")");
      text.append(";\n}\n");
    }
    return text.append("}\n").toString();
  }
}
