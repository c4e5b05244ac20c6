/**
 * The automation of the incident: a flow A-B-C-D-E, whose five steps were written by five people,
 * each in a style of their own, and each asking the device for its necessary data again. Everything
 * runs on the thread that calls {@link dev.churnagent.demo.flow.DeviceFlow}.
 */
package dev.churnagent.demo.flow;
