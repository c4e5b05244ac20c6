/**
 * Finds and weaves methods of the application: those that {@code watch} and {@code scope} name, and
 * test methods. Runs inside the program's class loading, so: no application class is loaded or
 * initialised, no lock is held, nothing is thrown, and a class that matches nothing costs one look
 * at its constant pool.
 *
 * <p>The hierarchy is read from class files: that of the class which is being loaded, and of its
 * ancestors where a pattern could mean one of its methods.
 */
package dev.churnagent.instrument.method;
