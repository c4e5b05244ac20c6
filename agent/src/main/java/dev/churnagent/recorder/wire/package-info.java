/**
 * Records HTTP/1.x requests as they go over the program's outgoing connections: who asked, what
 * for, and a digest of the answer. Bodies, headers and secrets never reach the journal.
 *
 * <p>Loaded by the bootstrap loader, runs on the application's threads inside its reads and writes.
 * Each connection has a short lock of its own, under which no application code runs and nothing
 * waits for the network.
 */
package dev.churnagent.recorder.wire;
