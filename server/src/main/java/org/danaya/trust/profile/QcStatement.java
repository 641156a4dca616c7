package org.danaya.trust.profile;

import java.net.URI;
import java.util.List;

/** A statement about qualified certificates (RFC 3739 §3.2.6, ETSI EN 319 412-5). */
public sealed interface QcStatement {

    /** Qualified by the law of {@link Legislation} (EN 319 412-5 §4.2.1). */
    record Compliance() implements QcStatement {}

    /** The countries under whose law it is qualified (EN 319 412-5 §4.2.4). */
    record Legislation(List<String> countries) implements QcStatement {}

    /** The private key lives in a qualified signature creation device (EN 319 412-5 §4.2.2). */
    record Device() implements QcStatement {}

    /** What it is made for (EN 319 412-5 §4.2.3). */
    record Purpose(QcPurpose purpose) implements QcStatement {}

    /** Where the disclosure statements are (EN 319 412-5 §4.3.4). */
    record Disclosure(List<Location> locations) implements QcStatement {}

    /** Years for which the records are kept after the end (EN 319 412-5 §4.3.3). */
    record Retention(int years) implements QcStatement {}

    /** How the subject's identifier is to be read (EN 319 412-1 §5.1.2). */
    record Semantics(Kind kind) implements QcStatement {}

    /** A disclosure statement in a language of ISO 639-1. */
    record Location(URI uri, String language) {}

    /** Whose identifier it is. */
    enum Kind {
        NATURAL("0.4.0.194121.1.1"),
        LEGAL("0.4.0.194121.1.2");

        private final String oid;

        Kind(String oid) {
            this.oid = oid;
        }

        /** Its object identifier. */
        public String oid() {
            return oid;
        }
    }

    /** What a certificate is made for. */
    enum QcPurpose {
        ESIGN("0.4.0.1862.1.6.1"),
        ESEAL("0.4.0.1862.1.6.2"),
        WEB("0.4.0.1862.1.6.3");

        private final String oid;

        QcPurpose(String oid) {
            this.oid = oid;
        }

        /** Its object identifier. */
        public String oid() {
            return oid;
        }
    }
}
