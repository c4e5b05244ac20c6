/**
 * The automation's side of HTTP where it keeps a connection: one blocking connection, one thread at
 * a time. The short connections of the incident need no class: they stand in {@link
 * dev.churnagent.demo.flow.Device}.
 */
package dev.churnagent.demo.http;
