package dev.churnagent.model;

/**
 * What makes two fetches the same request.
 *
 * @param kind never null
 * @param methodId the watched method, or -1 for HTTP
 * @param target {@code com.acme.Device#getNecessaryData} (as the user's pattern or the declaring
 *     class names it) or {@code GET http://127.0.0.1:8100/status}: method and absolute URL without
 *     the query; never null
 * @param arguments what else belongs to the key, fit for a report: secrets are redacted; never null
 * @param basis what the identity rests on; never null
 * @param fingerprint a hash of the whole key with the secrets, salted with a number of this run
 *     where there are secrets, so equal only if the requests are the same
 */
public record RequestKey(
    RequestKind kind,
    int methodId,
    String target,
    String arguments,
    KeyBasis basis,
    long fingerprint) {}
