/**
 * The port model: replays connections in order of time against the port range and the TIME_WAIT of
 * an operating system, this machine's or another, and says how many ports were taken, when they
 * would have run out, who held them then, and what each remedy would change. {@code docs/ports.md}
 * explains it with its assumptions.
 *
 * <p>The way in is {@link dev.churnagent.analysis.ports.PortReplay}, one for each {@link
 * dev.churnagent.analysis.ports.PortProfile}; {@code analysis} feeds it. Pure and single-threaded;
 * memory grows with destinations and call sites, and with the connections closed within one
 * TIME_WAIT. Loaded and run like {@code analysis}: never on an application thread.
 */
package dev.churnagent.analysis.ports;
