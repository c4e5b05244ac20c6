/**
 * The Maven plugin: gives test JVMs the agent, builds their report, and stops the build where a
 * limit is violated.
 *
 * <p>Runs in Maven's own JVM, in the plugin's class realm, where the agent's jar is an ordinary
 * library; nothing here is ever loaded in a watched JVM. Maven calls the goals ({@code *Mojo}) on
 * its builder threads, several modules at a time with {@code -T}: no class here has state of its
 * own. From the agent's jar only the command line ({@code Main}) and {@code Settings} are used.
 */
package dev.churnagent.maven;
