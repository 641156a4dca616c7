package org.danaya.text.markdown;

/** Words so that Markdown reads them as words. */
final class Escape {

    /** What may be markup wherever it stands. */
    private static final String ANYWHERE = "\\`*_[]<>&#~|";

    /** What may be markup where a line begins. */
    private static final String BEGINNING = "-+=:";

    /** What may be markup after the call of a footnote. */
    private static final String AFTER_CALL = ":(";

    private static final String ADDRESS = "\\<>&";

    private Escape() {}

    /** Appends words to a line that is being written. */
    static void words(String text, StringBuilder line) {
        boolean begins = line.isEmpty() || line.charAt(line.length() - 1) == '\n';
        String marker = begins ? marker(text) : "";
        boolean called = !line.isEmpty() && line.charAt(line.length() - 1) == ']';
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            int next = i + Character.charCount(point);
            if (point == '|' || (point == ' ' && begins && i == 0)) {
                entity(point, line);
            } else if (!marker.isEmpty() && next == marker.length()) {
                entity(point, line);
            } else if (ANYWHERE.indexOf(point) >= 0
                    || (point == '!' && next == text.length())
                    || (called && i == 0 && AFTER_CALL.indexOf(point) >= 0)
                    || (begins && i == 0 && BEGINNING.indexOf(point) >= 0)) {
                line.append('\\').appendCodePoint(point);
            } else if (Character.isISOControl(point)) {
                line.append(' ');
            } else {
                line.appendCodePoint(point);
            }
            i = next;
        }
    }

    /** What would be read as the number of the line. */
    private static String marker(String text) {
        String label = Marker.label(text);
        String list = Marker.list(text);
        String longer = label.length() > list.length() ? label : list;
        return longer.length() == 1 && longer.charAt(0) < 0x80 ? "" : longer;
    }

    private static void entity(int point, StringBuilder line) {
        line.append("&#").append(point).append(';');
    }

    /** An address between angle brackets. */
    static String address(String href) {
        StringBuilder address = new StringBuilder();
        for (int i = 0; i < href.length(); i++) {
            char sign = href.charAt(i);
            if (ADDRESS.indexOf(sign) >= 0) {
                address.append('\\');
            }
            if (sign == '|') {
                entity(sign, address);
            } else {
                address.append(sign == '\n' || sign == '\r' ? ' ' : sign);
            }
        }
        return address.toString();
    }
}
