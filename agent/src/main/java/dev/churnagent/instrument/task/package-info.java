/**
 * The advice in the JDK's executors, threads and timers: who hands a task to another thread, and
 * which thread begins it. Rules as in {@link dev.churnagent.instrument.socket}; each makes one call
 * to {@link dev.churnagent.hook.CallHook}.
 */
package dev.churnagent.instrument.task;
