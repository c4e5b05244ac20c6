/**
 * The founding incident in small: a flow whose steps each ask a device for the same data over a
 * short connection, as it happened and as it was cured. {@link dev.churnagent.demo.Demo} is the
 * program to record; it needs nothing but the JDK.
 */
package dev.churnagent.demo;
