package dev.churnagent.instrument.library;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the advice's parameter that becomes the result of a method of the woven class, without
 * parameters and public: for getters of the library's own, which can do no harm. The parameter's
 * type is the method's.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Getter {
  /** The method's name. */
  String value();
}
