/**
 * The command line, {@code java -jar churn-agent.jar COMMAND}: one class for each command, streams
 * passed in, an {@link dev.churnagent.cli.ExitStatus} returned. Wires configuration, report and
 * gate; nobody uses it. Every mistake of a user is one line on stderr and status 2.
 *
 * <p>Runs in its own JVM, on its main thread, never in a watched one.
 */
package dev.churnagent.cli;
