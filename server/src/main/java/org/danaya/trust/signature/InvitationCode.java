package org.danaya.trust.signature;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import org.danaya.base.Sha256;

/**
 * What lets one person join a request: 16 letters and digits that nobody confuses, 78 bits. Only
 * its hash is kept.
 */
record InvitationCode(String text) {

    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;

    static InvitationCode made(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new InvitationCode(code.toString());
    }

    /** As people type it. */
    static InvitationCode read(String typed) {
        return new InvitationCode(typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", ""));
    }

    /** As people read it. */
    String shown() {
        return text.replaceAll("(.{4})(?!$)", "$1-");
    }

    byte[] sha256() {
        return Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
