package org.danaya.mandates.calendar;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.danaya.people.MailAddresses;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.Certificates.Standing;

/**
 * Where to write to people: the mail addresses in their own certificates that may be relied on. The
 * platform keeps no other address of anybody.
 */
final class HolderAddresses implements MailAddresses {

    /** The type of a mail address among alternative names: RFC 5280 §4.2.1.6, rfc822Name. */
    private static final int MAIL = 1;

    private final Function<UUID, List<UUID>> accounts;
    private final Function<UUID, List<Certificate>> certificates;
    private final Clock clock;

    /**
     * Addresses.
     *
     * @param accounts those of a person
     * @param certificates those that name an account
     */
    HolderAddresses(
            Function<UUID, List<UUID>> accounts,
            Function<UUID, List<Certificate>> certificates,
            Clock clock) {
        this.accounts = accounts;
        this.certificates = certificates;
        this.clock = clock;
    }

    @Override
    public Set<String> of(UUID person) {
        Instant now = clock.instant();
        Set<String> addresses = new LinkedHashSet<>();
        accounts.apply(person).stream()
                .flatMap(account -> certificates.apply(account).stream())
                .filter(each -> !each.notBefore().isAfter(now))
                .filter(
                        each ->
                                switch (Standing.of(each, now)) {
                                    case GOOD, EXPIRING -> true;
                                    case SUSPENDED, REVOKED, EXPIRED -> false;
                                })
                .forEach(each -> addresses.addAll(mails(each.der())));
        return addresses;
    }

    private static List<String> mails(byte[] der) {
        try {
            X509Certificate read =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(der));
            Collection<List<?>> names = read.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> Objects.equals(name.getFirst(), MAIL))
                            .map(name -> (String) name.get(1))
                            .toList();
        } catch (CertificateException e) {
            throw new IllegalStateException("A certificate of our own can't be read", e);
        }
    }
}
