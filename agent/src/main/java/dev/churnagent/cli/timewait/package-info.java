/**
 * What {@code timewait} watches and shows: looks at the machine's table, remembers owners, asks
 * journals for call sites, and writes the result as text or JSON. Runs in the command line's own
 * JVM, on its main thread; used by {@link dev.churnagent.cli} alone.
 */
package dev.churnagent.cli.timewait;
