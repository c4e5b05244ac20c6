/** The programs under test: run in JVMs of their own and use nothing but the JDK. */
package dev.churnagent.it.program;
