/**
 * What a user may set: options, patterns, limits, the configuration file. Parsing here is strict:
 * every mistake becomes a {@link dev.churnagent.config.ConfigurationException} with one line that
 * names the key, the value, what is allowed and, for a slip, the nearest known key.
 *
 * <p>Runs before {@code main} inside the agent and in the command line, on one thread, never on an
 * application thread. Must stay cheap to load: no Jackson, no picocli; YAML only if a file exists.
 */
package dev.churnagent.config;
