package dev.churnagent.model;

/**
 * One frame of a recorded stack, named as the VM names it.
 *
 * @param origin the class; never null
 * @param method the method's name in the class file, e.g. {@code lambda$run$0}; never null
 * @param line the source line, or -1 if unknown; -2 for a native method
 */
public record Frame(CodeOrigin origin, String method, int line) {}
