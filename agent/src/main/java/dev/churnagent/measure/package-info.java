/**
 * Measures pieces of the running program for its own tests, by the analysis that reports are made
 * with: marks a piece in the journal as a scope, reads the run's own journal up to the piece's end,
 * and analyses what was recorded for it.
 *
 * <p>Loaded by the loader that {@code agent} is loaded by; nothing but {@code LiveMeasurements}
 * itself before the first measurement. Runs on the threads of tests, outside of everything that is
 * recorded, and never throws at them. Called through {@code hook.MeasurementHook} only.
 */
package dev.churnagent.measure;
