package org.danaya.sigma.yaml;

/**
 * No tabs, carriage returns or characters that YAML doesn't allow or breaks lines at (YAML 1.2.2
 * §5.1, §5.4).
 */
final class PlainCharacters {
    private PlainCharacters() {}

    static boolean are(char[] text) {
        for (char c : text) {
            if (c >= 0x7f ? !isPlainBeyondAscii(c) : c < ' ' && c != '\n') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlainBeyondAscii(char c) {
        return (c > 0x9f && c != 0x2028 && c != 0x2029 && c < 0xfeff)
                || (c >= 0xff00 && c < 0xfffe);
    }
}
