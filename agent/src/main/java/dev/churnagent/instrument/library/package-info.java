/**
 * Weaves known methods of known libraries, such as Netty's native transports. Runs inside the
 * program's class loading, under the rules of {@link dev.churnagent.instrument.method}.
 *
 * <p>What is woven is one table, {@link dev.churnagent.instrument.library.LibraryHooks}: a line for
 * each method. A library's versions differ, so a method that is not there is no fault, unless the
 * table says that a class must have it. Advice is named, not referred to: a class of ours that is
 * not needed is not loaded.
 */
package dev.churnagent.instrument.library;
