package org.danaya.trust.authority;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.danaya.base.Fault;
import org.danaya.crypto.Token;
import org.danaya.crypto.TokenKey;
import org.danaya.trust.lint.Linter;
import org.danaya.trust.profile.IssuerInfo;
import org.danaya.trust.profile.TbsCertificates;

/** The keys of authorities, found once, and what each authority puts into what it signs. */
public final class AuthorityKeys {

    private final Token token;
    private final URI address;
    private final Map<Integer, Signer> signers = new ConcurrentHashMap<>();

    AuthorityKeys(Token token, URI address) {
        this.token = token;
        this.address = address;
    }

    /**
     * The key that signs an authority's revocation lists; nothing where it is offline.
     *
     * @throws Fault {@link org.danaya.crypto.CryptoFault#TOKEN_AWAY}
     */
    public Optional<TokenKey> listKey(Authority authority) {
        return authority.keyLabel().isEmpty() ? Optional.empty() : Optional.of(of(authority).key());
    }

    /** The address of a part of an authority's revocation list, as certificates tell it. */
    public String listAddress(Authority authority, String part) {
        return AuthoritySettings.addresses(address, authority.code()).crl(part);
    }

    /** An authority that can sign. */
    record Signer(
            Authority authority, TokenKey key, IssuerInfo info, Map<Integer, Prepared> prepared) {

        /** What it makes under a profile. */
        Prepared under(KnownProfile known) {
            return prepared.computeIfAbsent(
                    known.number(),
                    _ ->
                            new Prepared(
                                    new TbsCertificates(known.profile(), info),
                                    Linter.of(known.profile(), info)));
        }
    }

    /** What is the same in all certificates of one profile from one authority. */
    record Prepared(TbsCertificates certificates, Linter linter) {}

    /**
     * The signer of an authority.
     *
     * @throws Fault {@link AuthorityFault#KEY_OFFLINE}, {@link
     *     org.danaya.crypto.CryptoFault#TOKEN_AWAY}
     */
    Signer of(Authority authority) {
        Signer known = signers.get(authority.id());
        if (known != null) {
            return known;
        }
        TokenKey key =
                authority
                        .keyLabel()
                        .flatMap(token::find)
                        .orElseThrow(() -> new Fault(AuthorityFault.KEY_OFFLINE, authority.code()));
        Signer signer = new Signer(authority, key, info(authority, key), new ConcurrentHashMap<>());
        Signer first = signers.putIfAbsent(authority.id(), signer);
        return first == null ? signer : first;
    }

    private IssuerInfo info(Authority authority, TokenKey key) {
        try {
            Certificate certificate = Certificate.getInstance(authority.certificate());
            if (!certificate
                    .getSubjectPublicKeyInfo()
                    .equals(
                            org.bouncycastle.asn1.x509.SubjectPublicKeyInfo.getInstance(
                                    key.publicKey().getEncoded()))) {
                throw new Fault(AuthorityFault.KEY_OFFLINE, authority.code());
            }
            return new IssuerInfo(
                    authority.kind(),
                    certificate.getSubject().getEncoded("DER"),
                    ASN1OctetString.getInstance(
                                    certificate
                                            .getTBSCertificate()
                                            .getExtensions()
                                            .getExtensionParsedValue(
                                                    Extension.subjectKeyIdentifier))
                            .getOctets(),
                    key.algorithm(),
                    authority.notAfter(),
                    AuthoritySettings.addresses(address, authority.code()));
        } catch (IOException e) {
            throw new Fault(e, AuthorityFault.NOT_AN_AUTHORITY, String.valueOf(e.getMessage()));
        }
    }
}
