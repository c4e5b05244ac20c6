/**
 * {@code report.html}: the report for people, in one file that needs no network.
 *
 * <p>The page itself (HTML, style sheet, scripts) lies in {@code src/main/page} and can be opened
 * and designed in a browser; uPlot, which draws its charts, comes from a Maven artifact at build
 * time. This package only puts them into one file, together with the report as packed JSON; all
 * else happens in the browser, where texts of the report get in as text nodes only.
 *
 * <p>Runs when the watched JVM ends and on the command line; called by {@code ReportFiles} and
 * {@code cli}.
 */
package dev.churnagent.report.html;
