package dev.churnagent.model;

/**
 * The far end of connections, as one program addressed it.
 *
 * @param transport never null
 * @param address {@code 127.0.0.1:27015}, {@code [::1]:80} or {@code unix:/run/usbmuxd}; for an
 *     unresolved name the name and port, e.g. {@code nohost.invalid:80}; never null
 * @param host the name that was asked for, or null if the program used a numeric address
 * @param localAddress our numeric IP address without port, or null if unknown
 */
public record Endpoint(Transport transport, String address, String host, String localAddress) {}
