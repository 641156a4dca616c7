package org.danaya.trust.profile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.danaya.base.Sha256;

/**
 * What a certificate of one kind holds. It stands by itself: the country's data are already in it.
 *
 * @param id a–z, 0–9 and hyphens, at most 40 characters
 * @param version raised with every change that matters
 * @param issuedBy the kinds of authority that issue it
 * @param partition the part of the revocation list that its certificates are in
 * @param approvals how many other officers approve each certificate; 0 where a standing approval
 *     was given
 * @param subject the fields of the subject's name, in order
 * @param names the rules for alternative names; a type without a rule isn't allowed
 * @param pathLength how many authorities may follow; only for authorities
 * @param keyIdentifier whether the subject key identifier is there
 * @param noCheck whether its own status isn't to be asked for (RFC 6960 §4.2.2.2.1)
 */
public record Profile(
        String id,
        int version,
        ProfileKind kind,
        Names title,
        Set<AuthorityKind> issuedBy,
        String partition,
        int approvals,
        List<SubjectField> subject,
        List<SanRule> names,
        KeyRules keys,
        Lifetime lifetime,
        Set<KeyUsage> usages,
        Set<ExtendedKeyUsage> purposes,
        boolean purposesCritical,
        Optional<Integer> pathLength,
        List<Policy> policies,
        List<QcStatement> statements,
        Pointers pointers,
        boolean keyIdentifier,
        boolean noCheck) {

    /** The rule for a type of alternative names, if there is one. */
    public Optional<SanRule> names(AlternativeName.Type type) {
        return names.stream().filter(rule -> rule.type() == type).findFirst();
    }

    /**
     * The whole profile as one text that depends on nothing but its values: each record as {@code
     * Name{field=value,…}}, lists and sets in brackets, texts in quotation marks.
     */
    public String canonical() {
        return Canonical.of(this);
    }

    /** SHA-256 of {@link #canonical()} in UTF-8; approvals are bound to it. */
    public byte[] digest() {
        return Sha256.of(canonical().getBytes(StandardCharsets.UTF_8));
    }
}
