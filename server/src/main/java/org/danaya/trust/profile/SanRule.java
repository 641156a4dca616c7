package org.danaya.trust.profile;

/**
 * How many alternative names of a type a certificate holds.
 *
 * @param wildcards whether a host name may begin with {@code *.}
 */
public record SanRule(AlternativeName.Type type, int least, int most, boolean wildcards) {}
