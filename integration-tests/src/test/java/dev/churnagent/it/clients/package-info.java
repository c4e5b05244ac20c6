/**
 * Small programs that run under the agent in a JVM of their own. Each has a {@code main} and one
 * application method for each way to ask for a connection: the method is the expected call site.
 */
package dev.churnagent.it.clients;
