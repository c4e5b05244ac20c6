/**
 * Records watched calls and scopes: who is inside which, what a call's arguments and result are by
 * value; how work goes from thread to thread; and which clients were built.
 *
 * <p>Loaded by the bootstrap loader, runs on application threads, calls none of the application's
 * code and keeps none of its objects.
 */
package dev.churnagent.recorder.call;
