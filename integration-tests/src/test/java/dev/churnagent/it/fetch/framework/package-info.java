/**
 * Tests of three frameworks, which fetch; each method is a unit of work. Run by {@link
 * dev.churnagent.it.fetch.framework.Frameworks} in a JVM of its own, never as tests of ours.
 */
package dev.churnagent.it.fetch.framework;
