/**
 * The interactive tool: connections held, closed and counted by hand, the way the incident was
 * reproduced. One thread.
 */
package dev.churnagent.demo.hand;
