package org.danaya.trust.trustlist.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.danaya.base.Sha256;

/** One of the marks by which a service's signatures are known (TS 119 612 §5.5.3). */
public sealed interface Identity {

    /** A certificate, DER. */
    @SuppressWarnings("ArrayRecordComponent") // equals is written out.
    record Certificate(byte[] der) implements Identity {

        @Override
        public boolean equals(Object other) {
            return other instanceof Certificate(byte[] its) && Arrays.equals(der, its);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(der);
        }

        @Override
        public String toString() {
            return "certificate " + HexFormat.of().formatHex(Sha256.of(der));
        }
    }

    /** The name of a certificate's subject (RFC 4514). */
    record Subject(String name) implements Identity {}

    /** The identifier of a key, in hexadecimal. */
    record KeyIdentifier(String hex) implements Identity {}

    /**
     * A key as XML, or another mark.
     *
     * @param xml the element {@code KeyValue} or {@code Other} as it came
     */
    record Kept(String xml) implements Identity {}

    /** The certificates of these. */
    static List<byte[]> certificates(List<Identity> all) {
        List<byte[]> found = new ArrayList<>();
        for (Identity each : all) {
            if (each instanceof Certificate(byte[] der)) {
                found.add(der);
            }
        }
        return found;
    }

    /** The identifier of the service's key; nothing where none of these has it. */
    static Optional<String> keyIdentifier(List<Identity> all) {
        return all.stream()
                .<Optional<String>>map(
                        each ->
                                switch (each) {
                                    case KeyIdentifier(String hex) -> Optional.of(hex);
                                    case Certificate(byte[] der) ->
                                            ServiceCertificate.read(der)
                                                    .map(ServiceCertificate::keyIdentifier);
                                    case Subject _, Kept _ -> Optional.empty();
                                })
                .flatMap(Optional::stream)
                .findFirst();
    }
}
