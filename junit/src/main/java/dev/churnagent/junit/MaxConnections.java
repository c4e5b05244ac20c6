package dev.churnagent.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The most connections that a test may open.
 *
 * <p>What counts is what the test method opens, on its own thread and on those it hands work to, up
 * to its end; not what {@code @BeforeEach} and the like do. On a class each of its tests is held to
 * it on its own, those of {@code @Nested} classes and of subclasses too; a method's own annotation
 * takes the place of its class's. Each invocation of a parameterized or repeated test, and each
 * dynamic test, is a test.
 *
 * <p>Needs the agent in the test's JVM; without it the test fails.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@ExtendWith(ChurnExtension.class)
public @interface MaxConnections {
  /** How many connections are allowed, at least 0. */
  int value();

  /**
   * Whether to leave out connections that were opened meanwhile on threads of which the agent does
   * not know whose work they do. By default the test fails where these alone decide whether the
   * limit held.
   */
  boolean ignoreElsewhere() default false;
}
