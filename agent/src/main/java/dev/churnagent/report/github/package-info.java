/**
 * Workflow commands of GitHub Actions: violated limits as annotations. Called by {@code cli} only.
 */
package dev.churnagent.report.github;
