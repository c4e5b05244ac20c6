/**
 * HTTP clients behind one interface, as a team's library would wrap them: not application code,
 * where a test says so with the {@code app} option.
 */
package dev.churnagent.it.fetch.client;
