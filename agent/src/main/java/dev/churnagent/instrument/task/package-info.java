/**
 * The advice that tells who hands a task to another thread and which thread begins it, in the JDK's
 * executors, threads and timers and in libraries' own queues; and which client a connection is
 * opened for. Rules as in {@link dev.churnagent.instrument.socket}; each makes one call to {@link
 * dev.churnagent.hook.TaskHook}.
 */
package dev.churnagent.instrument.task;
