package org.danaya.trust.lint;

import java.net.URI;
import java.net.URISyntaxException;

/** The forms of hosts, mailboxes and addresses in certificates. */
final class Hosts {

    private static final int HOST_LIMIT = 253;
    private static final int LABEL_LIMIT = 63;
    private static final int URI_LIMIT = 2_048;

    private Hosts() {}

    /** Labels of letters, digits and hyphens, at least two, perhaps behind a wildcard. */
    static boolean isHost(String host) {
        String labels = host.startsWith("*.") ? host.substring(2) : host;
        if (labels.isEmpty() || labels.length() > HOST_LIMIT) {
            return false;
        }
        int begin = 0;
        int count = 0;
        for (int at = 0; at <= labels.length(); at++) {
            if (at == labels.length() || labels.charAt(at) == '.') {
                if (!isLabel(labels, begin, at)) {
                    return false;
                }
                count++;
                begin = at + 1;
            }
        }
        return count > 1;
    }

    static boolean isMailbox(String mailbox) {
        int at = mailbox.indexOf('@');
        return at > 0
                && mailbox.indexOf('@', at + 1) < 0
                && isAscii(mailbox)
                && isHost(mailbox.substring(at + 1))
                && mailbox.charAt(at + 1) != '*';
    }

    static boolean isUri(String text) {
        if (text.length() > URI_LIMIT || !isAscii(text)) {
            return false;
        }
        try {
            URI uri = new URI(text);
            return uri.isAbsolute() && uri.getHost() != null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static boolean isLabel(String labels, int begin, int end) {
        if (begin == end
                || end - begin > LABEL_LIMIT
                || labels.charAt(begin) == '-'
                || labels.charAt(end - 1) == '-') {
            return false;
        }
        for (int at = begin; at < end; at++) {
            char c = labels.charAt(at);
            boolean allowed =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || c == '-';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) <= 0x20 || text.charAt(at) > 0x7e) {
                return false;
            }
        }
        return true;
    }
}
