/**
 * The advice itself: what is copied into the JDK's socket classes, one class for each hooked method
 * shape. Static methods without helpers or constants, because the code runs inside another class;
 * each makes one call to {@link dev.churnagent.hook.ChurnHook}.
 */
package dev.churnagent.instrument.socket;
