package dev.churnagent.instrument.library;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the advice's parameter that becomes the number of a Netty channel's descriptor, {@code
 * fd().intValue()}. The woven class is the channel's, or the inner class that works for it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface ChannelNumber {}
