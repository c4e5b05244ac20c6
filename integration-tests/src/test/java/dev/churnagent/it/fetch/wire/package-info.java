/** Programs that write HTTP, and what is not HTTP, themselves: byte by byte where they want to. */
package dev.churnagent.it.fetch.wire;
