/**
 * What runs on application threads beside the hooks: takes the stack, interns it, stamps the time
 * and appends to the journal. Loaded by the bootstrap loader in a watched JVM, so that no
 * application class loader is ever asked for anything; imports {@code java.base} only.
 *
 * <p>Rules of this package: no lock on the path of a known stack and endpoint, no file I/O, no call
 * into application code, nothing kept that would keep an application's socket, class or class
 * loader alive. Whatever fails here is counted by {@link dev.churnagent.recorder.Faults} and leads
 * the report.
 */
package dev.churnagent.recorder;
