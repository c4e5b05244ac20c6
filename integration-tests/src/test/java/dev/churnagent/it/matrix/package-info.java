/**
 * Client libraries against servers that count: the programs, one for each client, are in {@code
 * src/test/matrix} and are compiled when the test runs, against each version that it asks for. All
 * of this runs in the test's JVM, the programs in JVMs of their own.
 */
package dev.churnagent.it.matrix;
