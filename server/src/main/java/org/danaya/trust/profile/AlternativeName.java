package org.danaya.trust.profile;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.danaya.trust.der.Der;

/** One subject alternative name (RFC 5280 §4.2.1.6), already in the form of the certificate. */
public sealed interface AlternativeName {

    /** What it is. */
    Type type();

    /** Its value as people write it. */
    String text();

    /** The DER of the GeneralName. */
    byte[] encoded();

    /** The types that profiles may allow. */
    enum Type {
        EMAIL,
        DNS,
        IP,
        URI;

        /** The name in profiles. */
        public String code() {
            return Section.spelled(this);
        }
    }

    /** A mailbox in ASCII, the domain of an internationalised one in its A-labels. */
    record Email(String text) implements AlternativeName {

        @Override
        public Type type() {
            return Type.EMAIL;
        }

        @Override
        public byte[] encoded() {
            return Der.of(0x81, text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** A host name in lower case and A-labels. */
    record Dns(String text) implements AlternativeName {

        @Override
        public Type type() {
            return Type.DNS;
        }

        @Override
        public byte[] encoded() {
            return Der.of(0x82, text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** An absolute address. */
    record Uri(String text) implements AlternativeName {

        @Override
        public Type type() {
            return Type.URI;
        }

        @Override
        public byte[] encoded() {
            return Der.of(0x86, text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** An address of IPv4 or IPv6, as Java writes it. */
    record Ip(String text) implements AlternativeName {

        @Override
        public Type type() {
            return Type.IP;
        }

        @Override
        public byte[] encoded() {
            return Der.of(0x87, InetAddress.ofLiteral(text).getAddress());
        }
    }
}
