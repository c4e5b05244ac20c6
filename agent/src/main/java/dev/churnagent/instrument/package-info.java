/**
 * Weaves the hooks into the JDK's classes with Byte Buddy's {@code Advice}. Runs before {@code
 * main} (and again, on whichever thread, if another agent retransforms one of our classes), never
 * on the path of a connect.
 *
 * <p>Advice is applied by a plain ASM visitor instead of Byte Buddy's type builder, which for eight
 * known JDK classes would mostly load code that is not needed here.
 */
package dev.churnagent.instrument;
