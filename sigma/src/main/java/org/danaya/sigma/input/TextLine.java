package org.danaya.sigma.input;

/**
 * Makes an event of a line that is no JSON: syslog, CEF, one in the other, JSON in syslog, or any
 * text. For one thread.
 */
final class TextLine {

    private final JsonOut out = new JsonOut();

    /**
     * Gives out the event of a line.
     *
     * @param line all of it
     * @param from where it begins, behind blanks
     */
    void write(byte[] bytes, Slice line, int from, EventSink sink) {
        int to = line.to();
        Syslog syslog = Syslog.of(bytes, from, to);
        int body = syslog == null ? from : syslog.message();
        Cef cef = Cef.of(bytes, body, to);
        int object = syslog == null ? -1 : WholeObject.end(bytes, body, to);
        out.begin();
        if (syslog != null) {
            write(syslog, cef != null || object >= 0, bytes);
        }
        if (cef != null) {
            cef.write(bytes, out);
        }
        if (object >= 0) {
            out.members(bytes, new Slice(body + 1, object - 1));
        } else {
            out.name("message");
            out.text(bytes, line);
        }
        out.give(sink);
    }

    /**
     * Writes what surrounds a message.
     *
     * @param apart whether the message has names of its own
     */
    private void write(Syslog syslog, boolean apart, byte[] bytes) {
        if (!apart) {
            syslog.write(bytes, out);
            return;
        }
        out.name("syslog");
        out.open();
        syslog.write(bytes, out);
        out.close();
    }
}
