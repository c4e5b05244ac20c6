package dev.churnagent.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test must not fetch what it has fetched before: no call is avoidable, as reports say it. A
 * fetch is an HTTP/1.x request or a call of a method that the agent's option {@code watch} names;
 * repeats that {@code ignore} accepts don't count. What counts and where it holds is as for {@link
 * MaxConnections}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@ExtendWith(ChurnExtension.class)
public @interface NoRedundantCalls {
  /** As {@link MaxConnections#ignoreElsewhere()}, of fetches. */
  boolean ignoreElsewhere() default false;
}
