/**
 * What happened when: counts and levels of a whole report in a bounded number of steps of time, for
 * its charts.
 *
 * <p>The first pass counts connections in {@link
 * dev.churnagent.analysis.timeline.ConnectionTimeline}, whose steps grow while the end is not
 * known; their {@link dev.churnagent.analysis.timeline.TimeAxis} is then that of everything else.
 * Used by {@code analysis} and its port model. Pure and single-threaded; memory does not grow with
 * events or time. Loaded and run like {@code analysis}: never on an application thread.
 */
package dev.churnagent.analysis.timeline;
