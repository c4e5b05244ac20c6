package dev.churnagent.instrument.method;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.function.Consumer;

/** Classes that were loaded before a transformer of ours came. */
public final class LoadedClasses {
  private final Instrumentation instrumentation;
  private final Consumer<String> troubles;

  /**
   * Creates it.
   *
   * @param troubles gets a line for each class that the JVM refuses
   */
  public LoadedClasses(Instrumentation instrumentation, Consumer<String> troubles) {
    this.instrumentation = instrumentation;
    this.troubles = troubles;
  }

  /** One by one: a class that is refused must not take the others along. Never throws. */
  public void retransform(Class<?> type) {
    try {
      if (instrumentation.isModifiableClass(type)) {
        instrumentation.retransformClasses(type);
      }
    } catch (UnmodifiableClassException | RuntimeException | LinkageError | InternalError e) {
      troubles.accept(type.getName() + ": the JVM refused the advice: " + e);
    }
  }
}
