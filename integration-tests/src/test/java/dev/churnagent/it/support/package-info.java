/**
 * Starts real JVMs and the servers they connect to; runs in the test's JVM. Programs under test
 * live in packages of their own and use nothing from here.
 */
package dev.churnagent.it.support;
