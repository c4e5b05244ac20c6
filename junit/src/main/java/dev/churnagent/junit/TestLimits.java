package dev.churnagent.junit;

import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The limits of one test: of each kind the nearest, from its method over its class to the classes
 * around that.
 *
 * @param connections null if there is none, as for each of these
 */
record TestLimits(
    MaxConnections connections, MaxConnectionRate rate, NoRedundantCalls redundantCalls) {

  static TestLimits of(ExtensionContext context) {
    return new TestLimits(
        nearest(context, MaxConnections.class),
        nearest(context, MaxConnectionRate.class),
        nearest(context, NoRedundantCalls.class));
  }

  /**
   * The contexts around a test are those of its factory or template, its class, the class around.
   */
  private static <A extends Annotation> A nearest(ExtensionContext context, Class<A> type) {
    for (ExtensionContext at = context; at != null; at = at.getParent().orElse(null)) {
      Optional<A> found =
          at.getTestMethod().flatMap(method -> AnnotationSupport.findAnnotation(method, type));
      if (found.isEmpty()) {
        found = at.getTestClass().flatMap(owner -> AnnotationSupport.findAnnotation(owner, type));
      }
      if (found.isPresent()) {
        return found.get();
      }
    }
    return null;
  }

  boolean isEmpty() {
    return connections == null && rate == null && redundantCalls == null;
  }

  /** What the agent must know before the test. */
  Map<String, Object> options() {
    Map<String, Object> options = new HashMap<>();
    // A test that JUnit runs on a thread which waits in another test is not part of that one.
    options.put("alone", true);
    if (rate != null) {
      options.put("rates", List.of(rate.value()));
    }
    return options;
  }
}
