/** What programs that fetch must be told, in tables, and how a report is compared with them. */
package dev.churnagent.it.fetch;
