/** Benchmarks of the parse of HTTP. */
package dev.churnagent.http;
