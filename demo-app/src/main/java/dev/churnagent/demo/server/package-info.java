/**
 * The servers of the incident: the device behind its multiplexer and the reverse proxy in front of
 * it. They run in a JVM of their own without the agent ({@link
 * dev.churnagent.demo.server.DemoServers}), so that the recorded JVM is the automation's alone; the
 * automation starts and asks them by {@link dev.churnagent.demo.server.ServersProcess}.
 *
 * <p>Each server is one selector thread, because a connection that is held by hand must cost no
 * thread. All of them listen on 127.0.0.1 only.
 */
package dev.churnagent.demo.server;
