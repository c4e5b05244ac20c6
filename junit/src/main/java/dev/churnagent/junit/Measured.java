package dev.churnagent.junit;

/**
 * A result and what it took to get it.
 *
 * @param result may be null
 * @param figures never null
 * @param <T> of the result
 */
public record Measured<T>(T result, ChurnFigures figures) {}
