package org.danaya.trust.lint;

import java.util.LinkedHashMap;
import java.util.Map;
import org.danaya.trust.der.Der;

/** Statements about qualified certificates that are wrong in one way each. */
final class StatementMutations {

    private StatementMutations() {}

    /** The values of the extension, by name. */
    static Map<String, byte[]> values() {
        Map<String, byte[]> values = new LinkedHashMap<>();
        byte[] compliance = statement("0.4.0.1862.1.1");
        values.put("compliance", Der.of(Der.SEQUENCE, compliance));
        values.put("compliance twice", Der.of(Der.SEQUENCE, compliance, compliance));
        values.put("device", Der.of(Der.SEQUENCE, statement("0.4.0.1862.1.4")));
        values.put(
                "web",
                Der.of(
                        Der.SEQUENCE,
                        statement(
                                "0.4.0.1862.1.6",
                                Der.of(Der.SEQUENCE, Der.oid("0.4.0.1862.1.6.3")))));
        values.put(
                "retention",
                Der.of(
                        Der.SEQUENCE,
                        statement("0.4.0.1862.1.3", Der.of(Der.INTEGER, new byte[] {-2}))));
        values.put(
                "disclosure",
                Der.of(
                        Der.SEQUENCE,
                        statement(
                                "0.4.0.1862.1.5",
                                Der.of(
                                        Der.SEQUENCE,
                                        Der.of(
                                                Der.SEQUENCE,
                                                Der.of(0x16, Mutations.ascii("http://example.ml")),
                                                Der.of(0x13, Mutations.ascii("fr")))))));
        return values;
    }

    private static byte[] statement(String oid, byte[]... information) {
        byte[] rest = information.length == 0 ? new byte[0] : information[0];
        return Der.of(Der.SEQUENCE, Der.oid(oid), rest);
    }
}
