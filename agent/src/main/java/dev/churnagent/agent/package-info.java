/**
 * Starts and ends a run inside the watched JVM: options, run folder, weaving, recorder, and the
 * report at the JVM's end. Runs on the thread that runs {@code premain} (or the attach thread), and
 * at the end on the thread that shuts the JVM down. Wires everything; nobody uses it.
 *
 * <p>With {@code -javaagent:churn-agent.jar} every class of ours comes from the bootstrap loader,
 * by the manifest's {@code Boot-Class-Path}. With a renamed jar, or by attach, only what
 * application threads run is put there ({@link dev.churnagent.agent.BootClasses}).
 */
package dev.churnagent.agent;
