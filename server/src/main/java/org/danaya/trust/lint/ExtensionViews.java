package org.danaya.trust.lint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.danaya.trust.der.Der;
import org.danaya.trust.der.DerReader;
import org.jspecify.annotations.Nullable;

/**
 * The extensions that rules look into, taken apart. Where one is absent its list is empty.
 *
 * @param usage the first byte of the bits; 0 where there is none
 * @param usageExact whether the bit string has no zero bits at its end (X.690 §11.2.2)
 * @param authority whether basic constraints say cA
 * @param pathLength -1 where there is none
 * @param authorityKey the key identifier
 * @param subjectKey the key identifier
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ExtensionViews(
        int usage,
        boolean usageExact,
        boolean authority,
        int pathLength,
        byte @Nullable [] authorityKey,
        byte @Nullable [] subjectKey,
        List<String> purposes,
        List<General> names,
        List<PolicyView> policies,
        List<General> crlPoints,
        boolean crlPointsWhole,
        List<Access> access,
        List<Statement> statements) {

    /** A GeneralName: the number of its tag, and its content. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record General(int number, byte[] content) {

        static final int EMAIL = 1;
        static final int DNS = 2;
        static final int URI = 6;
        static final int IP = 7;

        String text() {
            return new String(content, StandardCharsets.ISO_8859_1);
        }
    }

    /** A policy, and its qualifiers' identifiers and texts. */
    record PolicyView(String oid, List<Qualifier> qualifiers) {}

    /** A policy's qualifier. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Qualifier(String oid, byte[] element) {}

    /** An access description. */
    record Access(String method, General location) {}

    /** A QCStatement: its identifier and its information's element, empty where there is none. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Statement(String oid, byte[] information) {}

    private static final int TAG_NUMBER = 0x1f;

    static ExtensionViews of(Map<String, CertificateView.Extension> all) {
        byte[] usage = bits(all);
        DerReader constraints = sequence(all, Oids.BASIC_CONSTRAINTS);
        boolean authority =
                constraints != null && constraints.next(Der.BOOLEAN) && constraints.flag();
        int pathLength = constraints != null && constraints.more() ? constraints.smallNumber() : -1;
        if (constraints != null) {
            constraints.end();
        }
        DerReader issuerKey = sequence(all, Oids.AUTHORITY_KEY_IDENTIFIER);
        List<General> points = new ArrayList<>(2);
        boolean whole = points(all, points);
        return new ExtensionViews(
                usage.length < 2 ? 0 : usage[1] & 0xff,
                isExact(usage),
                authority,
                pathLength,
                issuerKey != null && issuerKey.next(Der.primitive(0))
                        ? issuerKey.content(Der.primitive(0))
                        : null,
                subjectKey(all),
                list(all, Oids.PURPOSES, item -> Oids.text(item.content(Der.OID))),
                list(all, Oids.ALTERNATIVE_NAMES, ExtensionViews::general),
                list(all, Oids.POLICIES, ExtensionViews::policy),
                points,
                whole,
                list(all, Oids.ACCESS, ExtensionViews::access),
                list(all, Oids.STATEMENTS, ExtensionViews::statement));
    }

    boolean hasUsage(int bit) {
        return (usage & bit) != 0;
    }

    private static byte[] bits(Map<String, CertificateView.Extension> all) {
        DerReader reader = reader(all, Oids.KEY_USAGE);
        return reader == null ? new byte[0] : reader.content(Der.BIT_STRING);
    }

    private static boolean isExact(byte[] usage) {
        if (usage.length == 0) {
            return true;
        }
        int last = usage[usage.length - 1] & 0xff;
        return usage.length > 1 && usage[0] == Integer.numberOfTrailingZeros(last) && last != 0;
    }

    private static byte @Nullable [] subjectKey(Map<String, CertificateView.Extension> all) {
        DerReader reader = reader(all, Oids.SUBJECT_KEY_IDENTIFIER);
        return reader == null ? null : reader.content(Der.OCTET_STRING);
    }

    private static General general(DerReader reader) {
        byte[] element = reader.element();
        int tag = element[0] & 0xff;
        return new General(tag & TAG_NUMBER, new DerReader(element).content(tag));
    }

    private static PolicyView policy(DerReader reader) {
        DerReader policy = reader.enter(Der.SEQUENCE);
        String oid = Oids.text(policy.content(Der.OID));
        List<Qualifier> qualifiers = new ArrayList<>(1);
        if (policy.more()) {
            DerReader all = policy.enter(Der.SEQUENCE);
            while (all.more()) {
                DerReader one = all.enter(Der.SEQUENCE);
                qualifiers.add(new Qualifier(Oids.text(one.content(Der.OID)), one.element()));
            }
        }
        policy.end();
        return new PolicyView(oid, qualifiers);
    }

    /** Whether every point has a name that is an address. */
    private static boolean points(
            Map<String, CertificateView.Extension> all, List<General> addresses) {
        DerReader points = sequence(all, Oids.CRL_POINTS);
        boolean whole = true;
        while (points != null && points.more()) {
            DerReader point = points.enter(Der.SEQUENCE);
            if (!point.next(Der.constructed(0))) {
                whole = false;
                continue;
            }
            DerReader name = point.enter(Der.constructed(0));
            if (!name.next(Der.constructed(0))) {
                whole = false;
                continue;
            }
            DerReader names = name.enter(Der.constructed(0));
            while (names.more()) {
                addresses.add(general(names));
            }
        }
        return whole;
    }

    private static Access access(DerReader reader) {
        DerReader one = reader.enter(Der.SEQUENCE);
        Access access = new Access(Oids.text(one.content(Der.OID)), general(one));
        one.end();
        return access;
    }

    private static Statement statement(DerReader reader) {
        DerReader one = reader.enter(Der.SEQUENCE);
        return new Statement(Oids.text(one.content(Der.OID)), one.rest());
    }

    private static <T> List<T> list(
            Map<String, CertificateView.Extension> all, String oid, Function<DerReader, T> item) {
        DerReader sequence = sequence(all, oid);
        if (sequence == null) {
            return List.of();
        }
        List<T> items = new ArrayList<>(4);
        while (sequence.more()) {
            items.add(item.apply(sequence));
        }
        return items;
    }

    private static @Nullable DerReader sequence(
            Map<String, CertificateView.Extension> all, String oid) {
        DerReader reader = reader(all, oid);
        if (reader == null) {
            return null;
        }
        DerReader inside = reader.enter(Der.SEQUENCE);
        reader.end();
        return inside;
    }

    private static @Nullable DerReader reader(
            Map<String, CertificateView.Extension> all, String oid) {
        CertificateView.Extension extension = all.get(oid);
        return extension == null ? null : new DerReader(extension.value());
    }
}
