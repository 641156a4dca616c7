package org.danaya.trust.profile;

/** How deep foreign DER goes, found without following it: a look before a parser may. */
final class DerDepth {

    private static final int CONSTRUCTED = 0x20;

    private DerDepth() {}

    /**
     * Whether no constructed value lies deeper than a limit. Lengths that aren't definite or pass
     * their container's end give false.
     */
    static boolean isWithin(byte[] der, int limit) {
        int[] ends = new int[limit + 1];
        int depth = 0;
        ends[0] = der.length;
        int at = 0;
        while (at < der.length) {
            while (depth > 0 && at == ends[depth]) {
                depth--;
            }
            int tag = der[at++] & 0xff;
            if ((tag & 0x1f) == 0x1f || at >= ends[depth]) {
                return false;
            }
            int length = der[at++] & 0xff;
            if (length > 0x7f) {
                int bytes = length & 0x7f;
                if (bytes < 1 || bytes > 3 || at + bytes > ends[depth]) {
                    return false;
                }
                length = 0;
                for (int i = 0; i < bytes; i++) {
                    length = (length << 8) | (der[at++] & 0xff);
                }
            }
            if (at + length > ends[depth]) {
                return false;
            }
            if ((tag & CONSTRUCTED) == 0) {
                at += length;
            } else if (depth == limit) {
                return false;
            } else {
                ends[++depth] = at + length;
            }
        }
        return true;
    }
}
