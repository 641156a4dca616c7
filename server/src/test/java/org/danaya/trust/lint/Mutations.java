package org.danaya.trust.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.danaya.trust.der.Der;
import org.danaya.trust.der.DerReader;

/** Certificates that are wrong in one way each, made of one that is right. */
final class Mutations {

    private static final List<String> EXTENSIONS =
            List.of(
                    Oids.AUTHORITY_KEY_IDENTIFIER,
                    Oids.SUBJECT_KEY_IDENTIFIER,
                    Oids.KEY_USAGE,
                    Oids.PURPOSES,
                    Oids.BASIC_CONSTRAINTS,
                    Oids.POLICIES,
                    Oids.ALTERNATIVE_NAMES,
                    Oids.CRL_POINTS,
                    Oids.ACCESS,
                    Oids.STATEMENTS,
                    Oids.NO_CHECK);

    private final List<byte[]> fields;
    private final Map<String, byte[]> made = new LinkedHashMap<>();

    private Mutations(byte[] tbs) {
        fields = elements(new DerReader(tbs).enter(Der.SEQUENCE));
    }

    /** By name. */
    static Map<String, byte[]> of(byte[] tbs) {
        Mutations mutations = new Mutations(tbs);
        mutations.form();
        mutations.subject();
        mutations.key();
        for (String oid : EXTENSIONS) {
            mutations.extension(oid);
        }
        mutations.values();
        List<byte[]> silent = mutations.extensions();
        silent.removeIf(e -> is(e, Oids.CRL_POINTS) || is(e, Oids.ACCESS));
        mutations.put("without addresses", mutations.with(silent));
        mutations.made.put("cut", Arrays.copyOf(tbs, tbs.length - 1));
        return mutations.made;
    }

    private void form() {
        field("version", 0, Der.of(0xa0, Der.of(Der.INTEGER, new byte[] {1})));
        field("serial negative", 1, Der.of(Der.INTEGER, new byte[] {-5, 1}));
        byte[] long21 = new byte[21];
        Arrays.fill(long21, (byte) 0x11);
        field("serial long", 1, Der.of(Der.INTEGER, long21));
        field("algorithm", 2, Der.of(Der.SEQUENCE, Der.oid("1.2.840.113549.1.1.5")));
        field("issuer empty", 3, Der.of(Der.SEQUENCE));
        field("issuer other", 3, name(attribute(Oids.ORGANIZATION, 0x0c, "Autre")));
        field("issuer as subject", 3, fields.get(5));
        field("subject as issuer", 5, fields.get(3));
        validity("backwards", Der.UTC_TIME, "301231235959Z", Der.UTC_TIME, "291231235959Z");
        validity("long", Der.UTC_TIME, "251231235959Z", Der.UTC_TIME, "491231235959Z");
        validity(
                "generalized",
                Der.GENERALIZED_TIME,
                "20261231235959Z",
                Der.GENERALIZED_TIME,
                "20270101000000Z");
        validity("offset", Der.UTC_TIME, "261231235959+0100", Der.UTC_TIME, "270101000000Z");
        List<byte[]> unique = new ArrayList<>(fields);
        unique.add(7, Der.of(0x81, new byte[] {0, 1}));
        put("unique id", unique);
        List<byte[]> extensions = extensions();
        extensions.add(extensions.getFirst());
        put("extension twice", with(extensions));
        addExtension("unknown critical", "1.2.3.4", true, new byte[] {5, 0});
        extensions = extensions();
        extensions.add(
                Der.of(
                        Der.SEQUENCE,
                        Der.oid("1.2.3.5"),
                        Der.of(Der.BOOLEAN, new byte[1]),
                        Der.of(Der.OCTET_STRING, new byte[] {5, 0})));
        put("default written", with(extensions));
    }

    private void subject() {
        field("subject empty", 5, Der.of(Der.SEQUENCE));
        List<byte[]> rdns = elements(new DerReader(fields.get(5)).enter(Der.SEQUENCE));
        for (int i = 0; i < rdns.size(); i++) {
            List<byte[]> fewer = new ArrayList<>(rdns);
            fewer.remove(i);
            field("subject without " + i, 5, Der.of(Der.SEQUENCE, all(fewer)));
        }
        more(rdns, "country", attribute(Oids.COUNTRY, 0x13, "ml"));
        more(rdns, "number", attribute(Oids.SERIAL_NUMBER, 0x0c, "DA:ML-1"));
        more(rdns, "number semantics", attribute(Oids.SERIAL_NUMBER, 0x13, "12345"));
        more(rdns, "identifier", attribute(Oids.ORGANIZATION_IDENTIFIER, 0x0c, "12345"));
        more(rdns, "teletex", attribute(Oids.UNIT, 0x14, "x"));
        more(rdns, "printable", attribute(Oids.UNIT, 0x13, "a@b"));
        more(rdns, "long", attribute(Oids.UNIT, 0x0c, "x".repeat(65)));
        more(rdns, "blank", attribute(Oids.UNIT, 0x0c, " x"));
        more(rdns, "control", attribute(Oids.UNIT, 0x0c, "a\u202eb"));
        more(rdns, "mail", attribute(Oids.EMAIL_ADDRESS, 0x16, "a@example.ml"));
        more(rdns, "pseudonym", attribute(Oids.PSEUDONYM, 0x0c, "x"));
        more(rdns, "host", attribute(Oids.COMMON_NAME, 0x0c, "autre.example.ml"));
        more(rdns, "organization", attribute(Oids.ORGANIZATION, 0x0c, "Autre"));
        more(
                rdns,
                "bad utf8",
                Der.of(
                        Der.SET,
                        Der.of(
                                Der.SEQUENCE,
                                Der.oid(Oids.UNIT),
                                Der.of(0x0c, new byte[] {(byte) 0xc3, 0x28}))));
        byte[] country = new DerReader(attribute(Oids.COUNTRY, 0x13, "FR")).content(Der.SET);
        byte[] unit = new DerReader(attribute(Oids.UNIT, 0x0c, "x")).content(Der.SET);
        List<byte[]> other = new ArrayList<>(rdns);
        other.set(0, Der.of(Der.SET, country, unit));
        field("multi-valued", 5, Der.of(Der.SEQUENCE, all(other)));
    }

    private void key() {
        byte[] info = fields.get(6);
        DerReader reader = new DerReader(info).enter(Der.SEQUENCE);
        DerReader algorithm = reader.enter(Der.SEQUENCE);
        byte[] oid = algorithm.element();
        byte[] bits = reader.content(Der.BIT_STRING);
        key("explicit curve", Der.of(Der.SEQUENCE, oid, Der.of(Der.SEQUENCE)), bits);
        key("no parameters", Der.of(Der.SEQUENCE, oid), bits);
        key("null parameters", Der.of(Der.SEQUENCE, oid, Der.of(Der.NULL)), bits);
        byte[] whole = new DerReader(info).enter(Der.SEQUENCE).element();
        byte[] compressed = Arrays.copyOf(bits, 34);
        compressed[1] = 2;
        key("compressed", whole, compressed);
        key("short", whole, Arrays.copyOf(bits, 100));
        byte[] rsa = Der.of(Der.SEQUENCE, Der.oid(KeyView.RSA), Der.of(Der.NULL));
        key("rsa small", rsa, rsa(256, 1, new byte[] {1, 0, 1}));
        key("rsa even", rsa, rsa(384, 2, new byte[] {1, 0, 1}));
        key("rsa exponent", rsa, rsa(384, 1, new byte[] {3}));
    }

    private void extension(String oid) {
        byte[] found = extensions().stream().filter(e -> is(e, oid)).findFirst().orElse(null);
        List<byte[]> without = new ArrayList<>(extensions());
        without.removeIf(e -> is(e, oid));
        put("without " + oid, with(without));
        if (found != null) {
            byte[] value = value(found);
            boolean critical = isCritical(found);
            without.add(Der.extension(Der.oid(oid), !critical, value));
            put("other criticality " + oid, with(without));
        }
        addExtension("empty " + oid, oid, false, Der.of(Der.SEQUENCE));
        addExtension("empty critical " + oid, oid, true, Der.of(Der.SEQUENCE));
    }

    private void values() {
        for (int bits = 1; bits < 256; bits <<= 1) {
            addExtension("usage " + bits, Oids.KEY_USAGE, true, usage(0, bits));
        }
        addExtension("usage all", Oids.KEY_USAGE, true, usage(0, 0xff));
        addExtension("usage padded", Oids.KEY_USAGE, true, usage(0, 0xc0));
        for (String purpose : List.of("1", "2", "8", "9", "36")) {
            byte[] oid = Der.oid("1.3.6.1.5.5.7.3." + purpose);
            addExtension("purpose " + purpose, Oids.PURPOSES, false, Der.of(Der.SEQUENCE, oid));
            addExtension(
                    "purpose twice " + purpose,
                    Oids.PURPOSES,
                    true,
                    Der.of(Der.SEQUENCE, oid, oid));
        }
        addExtension(
                "purpose any",
                Oids.PURPOSES,
                false,
                Der.of(Der.SEQUENCE, Der.oid(Oids.ANY_PURPOSE)));
        addExtension("ca", Oids.BASIC_CONSTRAINTS, true, constraints(new byte[] {-1}));
        addExtension(
                "path length without ca",
                Oids.BASIC_CONSTRAINTS,
                true,
                Der.of(Der.SEQUENCE, Der.of(Der.INTEGER, new byte[] {3})));
        addExtension(
                "other key",
                Oids.AUTHORITY_KEY_IDENTIFIER,
                false,
                Der.of(Der.SEQUENCE, Der.of(0x80, new byte[20])));
        byte[] any = Der.of(Der.SEQUENCE, Der.oid(Oids.ANY_POLICY));
        addExtension("policy any twice", Oids.POLICIES, false, Der.of(Der.SEQUENCE, any, any));
        byte[] notice =
                Der.of(
                        Der.SEQUENCE,
                        Der.oid("1.2.3"),
                        Der.of(
                                Der.SEQUENCE,
                                Der.of(
                                        Der.SEQUENCE,
                                        Der.oid("1.3.6.1.5.5.7.2.2"),
                                        Der.of(Der.SEQUENCE))));
        addExtension("notice", Oids.POLICIES, false, Der.of(Der.SEQUENCE, notice));
        byte[] ldap = Der.of(0x86, ascii("ldap://example.ml/x"));
        addExtension(
                "ldap list",
                Oids.CRL_POINTS,
                false,
                Der.of(Der.SEQUENCE, Der.of(Der.SEQUENCE, Der.of(0xa0, Der.of(0xa0, ldap)))));
        addExtension(
                "access",
                Oids.ACCESS,
                false,
                Der.of(Der.SEQUENCE, Der.of(Der.SEQUENCE, Der.oid("1.2.3"), ldap)));
        names();
        StatementMutations.values().forEach((n, v) -> addExtension(n, Oids.STATEMENTS, false, v));
    }

    private void names() {
        name("host", 0x82, ascii("a_b.example.ml"));
        name("wildcard", 0x82, ascii("a.*.example.ml"));
        name("mailbox", 0x81, ascii("a b"));
        name("address", 0x87, new byte[5]);
        name("uri", 0x86, ascii("/x"));
        byte[] host = Der.of(0x82, ascii("x.example.ml"));
        addExtension(
                "names twice", Oids.ALTERNATIVE_NAMES, false, Der.of(Der.SEQUENCE, host, host));
    }

    private void name(String what, int tag, byte[] content) {
        addExtension(
                "name " + what,
                Oids.ALTERNATIVE_NAMES,
                false,
                Der.of(Der.SEQUENCE, Der.of(tag, content)));
    }

    private void more(List<byte[]> rdns, String what, byte[] rdn) {
        List<byte[]> more = new ArrayList<>(rdns);
        more.add(rdn);
        field("subject " + what, 5, Der.of(Der.SEQUENCE, all(more)));
    }

    private void key(String what, byte[] algorithm, byte[] bits) {
        field("key " + what, 6, Der.of(Der.SEQUENCE, algorithm, Der.of(Der.BIT_STRING, bits)));
    }

    private void validity(String what, int tag, String from, int otherTag, String to) {
        field(
                "validity " + what,
                4,
                Der.of(Der.SEQUENCE, Der.of(tag, ascii(from)), Der.of(otherTag, ascii(to))));
    }

    private void addExtension(String what, String oid, boolean critical, byte[] value) {
        List<byte[]> extensions = extensions();
        extensions.removeIf(e -> is(e, oid));
        extensions.add(Der.extension(Der.oid(oid), critical, value));
        put(what, with(extensions));
    }

    private void field(String what, int index, byte[] element) {
        List<byte[]> changed = new ArrayList<>(fields);
        changed.set(index, element);
        put(what, changed);
    }

    private void put(String what, List<byte[]> changed) {
        made.put(what, Der.of(Der.SEQUENCE, all(changed)));
    }

    private List<byte[]> extensions() {
        return elements(new DerReader(fields.get(7)).enter(Der.constructed(3)).enter(Der.SEQUENCE));
    }

    private List<byte[]> with(List<byte[]> extensions) {
        List<byte[]> changed = new ArrayList<>(fields);
        changed.set(7, Der.of(Der.constructed(3), Der.of(Der.SEQUENCE, all(extensions))));
        return changed;
    }

    private static boolean is(byte[] extension, String oid) {
        return new DerReader(extension).enter(Der.SEQUENCE).takes(Der.oid(oid));
    }

    private static byte[] value(byte[] extension) {
        DerReader reader = new DerReader(extension).enter(Der.SEQUENCE);
        reader.skip();
        if (reader.next(Der.BOOLEAN)) {
            reader.skip();
        }
        return reader.content(Der.OCTET_STRING);
    }

    private static boolean isCritical(byte[] extension) {
        DerReader reader = new DerReader(extension).enter(Der.SEQUENCE);
        reader.skip();
        return reader.next(Der.BOOLEAN);
    }

    private static byte[] usage(int unused, int bits) {
        return Der.of(Der.BIT_STRING, new byte[] {(byte) unused, (byte) bits});
    }

    private static byte[] constraints(byte[] flag) {
        return Der.of(Der.SEQUENCE, Der.of(Der.BOOLEAN, flag));
    }

    private static byte[] rsa(int bytes, int last, byte[] exponent) {
        byte[] modulus = new byte[bytes + 1];
        Arrays.fill(modulus, 1, bytes + 1, (byte) 0xf3);
        modulus[bytes] = (byte) last;
        byte[] key =
                Der.of(Der.SEQUENCE, Der.of(Der.INTEGER, modulus), Der.of(Der.INTEGER, exponent));
        byte[] bits = new byte[key.length + 1];
        System.arraycopy(key, 0, bits, 1, key.length);
        return bits;
    }

    static byte[] name(byte[] rdn) {
        return Der.of(Der.SEQUENCE, rdn);
    }

    private static byte[] attribute(String oid, int tag, String value) {
        return Der.of(
                Der.SET,
                Der.of(
                        Der.SEQUENCE,
                        Der.oid(oid),
                        Der.of(tag, value.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }

    static byte[] ascii(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static List<byte[]> elements(DerReader reader) {
        List<byte[]> elements = new ArrayList<>();
        while (reader.more()) {
            elements.add(reader.element());
        }
        return elements;
    }

    private static byte[][] all(List<byte[]> parts) {
        return parts.toArray(byte[][]::new);
    }

    @Override
    public String toString() {
        return fields.stream().map(HexFormat.of()::formatHex).toList().toString();
    }
}
