/**
 * {@code report.json}, the contract's section 5: the source of truth for scripts. Writing happens
 * also when the watched JVM ends and therefore uses Jackson's streaming core only; reading belongs
 * to the command line.
 */
package dev.churnagent.report.json;
