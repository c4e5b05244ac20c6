/** Programs that tests run in JVMs of their own, with woven classes. */
package dev.churnagent.programs;
