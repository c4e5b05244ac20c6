/**
 * The advice itself: what is copied into the JDK's socket classes, one class for each hooked method
 * shape. Static methods without helpers or constants, because the code runs inside another class;
 * each makes one call to {@link dev.churnagent.hook.ChurnHook}. {@code This} is taken as an Object
 * and cast: Byte Buddy would look through the class's whole ancestry to see that the narrower type
 * fits.
 */
package dev.churnagent.instrument.socket;
