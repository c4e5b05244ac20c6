package dev.churnagent.junit;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Holds tests to the limits of their annotations, which bring it along: nothing else is needed to
 * register it. It stands directly around each test method, inside of what {@code @Timeout} and the
 * like do.
 *
 * <p>A test's own failure is told as it is, with a violated limit as a suppressed one.
 */
public final class ChurnExtension implements InvocationInterceptor {
  /** For JUnit. */
  public ChurnExtension() {}

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    hold(invocation, context, name(context));
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    hold(invocation, context, invocationName(context));
  }

  @Override
  public <T> T interceptTestFactoryMethod(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    return hold(invocation, context, name(context));
  }

  @Override
  public void interceptDynamicTest(
      Invocation<Void> invocation,
      DynamicTestInvocationContext invocationContext,
      ExtensionContext context)
      throws Throwable {
    hold(invocation, context, invocationName(context));
  }

  private static <T> T hold(Invocation<T> invocation, ExtensionContext context, String name)
      throws Throwable {
    TestLimits limits = TestLimits.of(context);
    return limits.isEmpty() ? invocation.proceed() : hold(invocation, limits, name);
  }

  private static <T> T hold(Invocation<T> invocation, TestLimits limits, String name)
      throws Throwable {
    Measuring measuring = Measuring.begin(limits);
    T result;
    try {
      result = invocation.proceed();
    } catch (Throwable failure) {
      String violation = measuring.end(name);
      if (violation != null && !(failure instanceof TestAbortedException)) {
        failure.addSuppressed(new AssertionFailedError(violation));
      }
      throw failure;
    }
    String violation = measuring.end(name);
    if (violation != null) {
      throw new AssertionFailedError(violation);
    }
    return result;
  }

  /** Class and method; a dynamic test has those of its factory. */
  private static String name(ExtensionContext context) {
    ExtensionContext at = context;
    while (at.getTestMethod().isEmpty() && at.getParent().isPresent()) {
      at = at.getParent().get();
    }
    String method = at.getTestMethod().isPresent() ? "." + at.getTestMethod().get().getName() : "";
    return at.getTestClass().isPresent()
        ? at.getTestClass().get().getName() + method
        : context.getDisplayName();
  }

  private static String invocationName(ExtensionContext context) {
    return name(context) + " (" + context.getDisplayName() + ")";
  }
}
