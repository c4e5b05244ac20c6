package dev.churnagent.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The highest rate at which a test may open connections, over all its call sites, in any window of
 * that length. What counts and where it holds is as for {@link MaxConnections}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@ExtendWith(ChurnExtension.class)
public @interface MaxConnectionRate {
  /** For instance {@code 5/s}, {@code 300/min} or {@code 5/s over 10s}. */
  String value();

  /** As {@link MaxConnections#ignoreElsewhere()}. */
  boolean ignoreElsewhere() default false;
}
