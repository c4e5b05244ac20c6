/**
 * What was recorded, as immutable values: stacks, endpoints, failures, closes. Used by the recorder
 * (which defines them once each), the journal (which stores them) and the analysis (which reads
 * them back). No behaviour beyond what the values themselves mean, no I/O, any thread.
 *
 * <p>Numbers that stand in journals ({@code code()}) are never used again for another meaning.
 */
package dev.churnagent.model;
