package dev.churnagent.instrument.library;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the advice's parameter that becomes {@code intValue()} of the woven class: Netty's sockets
 * tell the number of their descriptor by it. The call is the library's own getter of a final field.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface DescriptorNumber {}
