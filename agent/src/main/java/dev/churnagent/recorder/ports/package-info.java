/**
 * Looks at the operating system's own socket table now and then, and journals what it says of
 * TIME_WAIT sockets, of this machine's ports and of proxies on it.
 *
 * <p>Everything here runs on the daemon thread {@code churn-sockets}, which {@link
 * dev.churnagent.recorder.ports.SocketSampler} starts, and never on an application's. Loaded by the
 * bootstrap loader in a watched JVM. Nothing is allocated for a row of the table; no lock is taken
 * that an application thread waits for; a fault ends the looking, is told as a note, and harms
 * nothing else.
 */
package dev.churnagent.recorder.ports;
