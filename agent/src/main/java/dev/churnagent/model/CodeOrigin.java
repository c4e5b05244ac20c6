package dev.churnagent.model;

/**
 * A class that stood in a recorded stack, and where its code came from.
 *
 * @param className binary name as the VM knows it, e.g. {@code com.acme.Flow$Step}; never null
 * @param sourceFile the source file's simple name, or null if the class has none
 * @param location the code source as {@code protocol:path}, e.g. {@code file:/app/classes/} or
 *     {@code jar:nested:/app/app.jar/!BOOT-INF/classes/!/}, or null if it has none
 * @param module the named module, or null for the unnamed one
 * @param jdk whether the class belongs to the JDK itself
 */
public record CodeOrigin(
    String className, String sourceFile, String location, String module, boolean jdk) {}
