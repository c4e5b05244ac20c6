/**
 * What the woven JDK classes call. Lives in the bootstrap class loader, imports {@code java.base}
 * only, and does nothing until a sink is set. Called on the application's own threads, from inside
 * JDK socket code: nothing here may block, throw or call application code.
 */
package dev.churnagent.hook;
