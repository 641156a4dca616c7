package org.danaya.text.grammar;

import java.util.regex.Pattern;

/**
 * Whether a value is an address, as {@code anyURI} of XML Schema 1.0 takes it (RFC 2396 and 2732,
 * after letters that an address can't hold are escaped: nearly everything is one).
 */
final class Uris {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");
    private static final Pattern BRACKETED =
            Pattern.compile("([^@\\[\\]]*@)?\\[(?<host>[^\\[\\]]*)](:(?<port>\\+?[0-9]{1,9})?)?");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final Pattern IPV4 =
            Pattern.compile("((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})(\\.(?!$)|$)){4}");

    private Uris() {}

    static boolean isUri(String value) {
        int fragment = value.indexOf('#');
        if (fragment >= 0 && value.indexOf('#', fragment + 1) >= 0) {
            return false;
        }
        String whole = fragment < 0 ? value : value.substring(0, fragment);
        int query = whole.indexOf('?');
        String address = query < 0 ? whole : whole.substring(0, query);
        return escapesAreWhole(value) && isAddress(address, query >= 0, fragment >= 0);
    }

    /** What stands before the query and the fragment. */
    private static boolean isAddress(String address, boolean query, boolean fragment) {
        int colon = address.indexOf(':');
        int slash = address.indexOf('/');
        String path = address;
        boolean scheme = colon >= 0 && (slash < 0 || colon < slash);
        if (scheme) {
            path = address.substring(colon + 1);
            if (!SCHEME.matcher(address.substring(0, colon)).matches()) {
                return false;
            }
            if (path.isEmpty()) {
                return query;
            }
            if (!path.startsWith("/")) {
                return true;
            }
        }
        if (path.startsWith("//")) {
            int end = path.indexOf('/', 2);
            String authority = path.substring(2, end < 0 ? path.length() : end);
            if (authority.isEmpty() && end < 0) {
                return query || fragment;
            }
            if (isBracketed(authority)) {
                path = end < 0 ? "" : path.substring(end);
            }
        }
        return path.indexOf('[') < 0 && path.indexOf(']') < 0;
    }

    private static boolean escapesAreWhole(String value) {
        for (int at = value.indexOf('%'); at >= 0; at = value.indexOf('%', at + 1)) {
            if (at + 2 >= value.length()
                    || Character.digit(value.charAt(at + 1), 16) < 0
                    || Character.digit(value.charAt(at + 2), 16) < 0
                    || value.charAt(at + 1) > 'f'
                    || value.charAt(at + 2) > 'f') {
                return false;
            }
        }
        return true;
    }

    /** An authority that is an address of IP 6 in brackets. */
    private static boolean isBracketed(String authority) {
        var match = BRACKETED.matcher(authority);
        if (!match.matches()) {
            return false;
        }
        String port = match.group("port");
        return isIp6(match.group("host")) && (port == null || Integer.parseInt(port) <= 65_535);
    }

    private static boolean isIp6(String host) {
        int gap = host.indexOf("::");
        if (gap < 0) {
            return groups(host, true) == 8;
        }
        int before = groups(host.substring(0, gap), false);
        int after = groups(host.substring(gap + 2), true);
        return before >= 0 && after >= 0 && before + after <= 7;
    }

    /** How many groups of 16 bits these are; -1 where they are none. */
    private static int groups(String text, boolean ip4AtTheEnd) {
        if (text.isEmpty()) {
            return 0;
        }
        int count = 0;
        int from = 0;
        while (true) {
            int colon = text.indexOf(':', from);
            String group = colon < 0 ? text.substring(from) : text.substring(from, colon);
            if (colon < 0 && ip4AtTheEnd && IPV4.matcher(group).matches()) {
                return count + 2;
            }
            if (!GROUP.matcher(group).matches()) {
                return -1;
            }
            count++;
            if (colon < 0) {
                return count;
            }
            from = colon + 1;
        }
    }
}
