/**
 * Programs that print everything an application can notice of a socket operation. What they print
 * must be the same with and without the agent.
 */
package dev.churnagent.it.program.host;
