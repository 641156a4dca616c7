package org.danaya.trust.lint;

import org.danaya.trust.der.MalformedDer;

/** Object identifiers, as their text. */
final class Oids {

    static final String COMMON_NAME = "2.5.4.3";
    static final String SURNAME = "2.5.4.4";
    static final String SERIAL_NUMBER = "2.5.4.5";
    static final String COUNTRY = "2.5.4.6";
    static final String LOCALITY = "2.5.4.7";
    static final String STATE = "2.5.4.8";
    static final String ORGANIZATION = "2.5.4.10";
    static final String UNIT = "2.5.4.11";
    static final String GIVEN_NAME = "2.5.4.42";
    static final String PSEUDONYM = "2.5.4.65";
    static final String ORGANIZATION_IDENTIFIER = "2.5.4.97";
    static final String EMAIL_ADDRESS = "1.2.840.113549.1.9.1";

    static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
    static final String KEY_USAGE = "2.5.29.15";
    static final String ALTERNATIVE_NAMES = "2.5.29.17";
    static final String BASIC_CONSTRAINTS = "2.5.29.19";
    static final String CRL_POINTS = "2.5.29.31";
    static final String POLICIES = "2.5.29.32";
    static final String ANY_POLICY = "2.5.29.32.0";
    static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
    static final String PURPOSES = "2.5.29.37";
    static final String ANY_PURPOSE = "2.5.29.37.0";
    static final String ACCESS = "1.3.6.1.5.5.7.1.1";
    static final String STATEMENTS = "1.3.6.1.5.5.7.1.3";
    static final String ACCESS_OCSP = "1.3.6.1.5.5.7.48.1";
    static final String NO_CHECK = "1.3.6.1.5.5.7.48.1.5";
    static final String ACCESS_ISSUERS = "1.3.6.1.5.5.7.48.2";
    static final String STATEMENT_ADDRESS = "1.3.6.1.5.5.7.2.1";

    private static final int CONTENT_LIMIT = 64;

    private Oids() {}

    /** The dotted text of an OBJECT IDENTIFIER's content. */
    static String text(byte[] content) {
        if (content.length == 0
                || content.length > CONTENT_LIMIT
                || content[content.length - 1] < 0) {
            throw new MalformedDer("an object identifier");
        }
        StringBuilder text = new StringBuilder(content.length * 3);
        long arc = 0;
        boolean first = true;
        boolean begins = true;
        for (byte part : content) {
            if ((begins && part == (byte) 0x80) || arc > Long.MAX_VALUE >> 7) {
                throw new MalformedDer("an object identifier");
            }
            arc = arc << 7 | (part & 0x7f);
            begins = part >= 0;
            if (!begins) {
                continue;
            }
            if (first) {
                long root = Math.min(arc / 40, 2);
                text.append(root);
                arc -= root * 40;
                first = false;
            }
            text.append('.').append(arc);
            arc = 0;
        }
        return text.toString();
    }
}
