/**
 * Reads the application's objects by value: a 64-bit digest to compare them by, and a short text
 * for people.
 *
 * <p>Loaded by the bootstrap loader, runs on application threads. Fields are read straight from
 * memory; of the JDK's own classes, known exactly, such methods are called as call none of the
 * application's. Nothing of the application is run, changed or kept: its {@code toString}, {@code
 * hashCode}, {@code equals} and iterators may throw, block or fetch.
 *
 * <p>One thing of the application's can still run: to know a class's fields, the JVM loads the
 * classes of their types, once, by that class's own loader.
 */
package dev.churnagent.values;
