package org.danaya.sigma.explain;

/** What of a text was found: from a character to the one behind the last. */
record Place(int from, int to) {

    private static final String CUT = "…";

    /** The text, or what is around this place of a long one. */
    String shown(String text) {
        if (text.length() <= Reason.LONGEST) {
            return text;
        }
        int room = Reason.LONGEST - 2 * CUT.length();
        int before = Math.max(0, (room - (to - from)) / 2);
        int begin = Math.clamp(from - before, 0, text.length() - room);
        int end = begin + room;
        if (Character.isLowSurrogate(text.charAt(begin))) {
            begin++;
        }
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return (begin > 0 ? CUT : "")
                + text.substring(begin, end)
                + (end < text.length() ? CUT : "");
    }
}
