/**
 * The journal: what was recorded, in a memory-mapped, append-only file that survives {@code kill
 * -9}. {@link dev.churnagent.journal.JournalWriter} appends on application threads without locks
 * and without file I/O; its own daemon thread makes room ahead. {@link
 * dev.churnagent.journal.JournalReader} reads in constant memory, on any thread.
 *
 * <p>{@link dev.churnagent.journal.JournalLayout} draws the bytes. Loaded by the bootstrap loader
 * in a watched JVM, so it imports {@code java.base} only.
 */
package dev.churnagent.journal;
