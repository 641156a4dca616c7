package org.danaya.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a policy line by line (C2SP tlog-policy, "Policy file syntax and structure"). Names are
 * octets there: they are held as ISO 8859-1, which keeps every octet apart.
 */
final class PolicyParser {

    /** An item of a line and where it begins, from 1. */
    private record Item(String text, int column) {}

    /** The first thing that is wrong. */
    private record Wrong(Reason reason, int line, int column, String detail) {}

    private static final String NONE = "none";

    private final List<Policy.Log> logs = new ArrayList<>();
    private final List<Policy.Witness> witnesses = new ArrayList<>();
    private final Map<String, Quorum> named = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private int groups;
    private int line;
    private @Nullable Quorum quorum;
    private @Nullable Wrong wrong;

    private PolicyParser() {}

    static Parsed<Policy> parse(byte[] file) {
        if (file.length > Policy.MAX_BYTES) {
            return Parsed.malformed(Reason.TOO_LARGE, "more than " + Policy.MAX_BYTES + " bytes");
        }
        return new PolicyParser().read(new String(file, StandardCharsets.ISO_8859_1));
    }

    private Parsed<Policy> read(String text) {
        int start = 0;
        while (start < text.length() && wrong == null) {
            line++;
            int end = text.indexOf('\n', start);
            if (end < 0) {
                // A line that was cut off could define a weaker quorum than was written.
                refuse(Reason.TRUNCATED, text.length() - start + 1, "the last line has no newline");
                break;
            }
            readLine(text.substring(start, end));
            start = end + 1;
        }
        if (wrong == null && quorum == null) {
            line++;
            refuse(Reason.POLICY_QUORUM, 0, "no quorum line");
        }
        Wrong first = wrong;
        Quorum rule = quorum;
        if (first != null || rule == null) {
            return first == null
                    ? Parsed.malformed(Reason.POLICY_QUORUM, "no quorum line")
                    : new Parsed.Malformed<>(first.reason, first.line, first.column, first.detail);
        }
        return Parsed.ok(new Policy(logs, witnesses, rule));
    }

    private void readLine(String octets) {
        for (int i = 0; i < octets.length(); i++) {
            char c = octets.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7f) {
                refuse(Reason.CONTROL_CHARACTER, i + 1, "a control character");
                return;
            }
        }
        List<Item> items = items(octets);
        if (items.isEmpty() || items.getFirst().text.startsWith("#")) {
            return;
        }
        Item keyword = items.getFirst();
        switch (keyword.text) {
            case "log" -> log(items);
            case "witness" -> witness(items);
            case "group" -> group(items);
            case "quorum" -> quorum(items);
            default ->
                    refuse(
                            Reason.POLICY_KEYWORD,
                            keyword.column,
                            "a line begins with log, witness, group or quorum");
        }
    }

    private static List<Item> items(String octets) {
        List<Item> items = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= octets.length(); i++) {
            boolean space =
                    i == octets.length() || octets.charAt(i) == ' ' || octets.charAt(i) == '\t';
            if (space && start >= 0) {
                items.add(new Item(octets.substring(start, i), start + 1));
                start = -1;
            } else if (!space && start < 0) {
                start = i;
            }
        }
        return items;
    }

    private void log(List<Item> items) {
        if (refusesCount(items, 2, 3, "log <vkey> [<url>]")) {
            return;
        }
        VerifierKey key = key(items.get(1));
        if (key == null) {
            return;
        }
        if (logs.stream().anyMatch(log -> log.key().samePublicKey(key))) {
            refuse(Reason.POLICY_DUPLICATE_KEY, items.get(1).column, "a log's key again");
        } else if (logs.size() == Policy.MAX_EACH) {
            refuse(Reason.POLICY_TOO_MANY, 0, "more than " + Policy.MAX_EACH + " logs");
        } else {
            logs.add(new Policy.Log(key, url(items, 2)));
        }
    }

    private void witness(List<Item> items) {
        if (refusesCount(items, 3, 4, "witness <name> <vkey> [<url>]")
                || refusesNewName(items.get(1))) {
            return;
        }
        VerifierKey key = key(items.get(2));
        if (key == null) {
            return;
        }
        if (key.type() == SignatureType.ED25519) {
            refuse(
                    Reason.KEY_TYPE,
                    items.get(2).column,
                    "a witness cosigns with type 4 or 6 of tlog-cosignature");
        } else if (witnesses.stream().anyMatch(other -> other.key().samePublicKey(key))) {
            refuse(Reason.POLICY_DUPLICATE_KEY, items.get(2).column, "a witness's key again");
        } else if (witnesses.size() == Policy.MAX_EACH) {
            refuse(Reason.POLICY_TOO_MANY, 0, "more than " + Policy.MAX_EACH + " witnesses");
        } else {
            var witness = new Policy.Witness(shown(items.get(1).text), key, url(items, 3));
            witnesses.add(witness);
            named.put(items.get(1).text, new Quorum.One(witness));
        }
    }

    private void group(List<Item> items) {
        if (refusesCount(items, 4, Integer.MAX_VALUE, "group <name> all|any|<k> <name>...")
                || refusesNewName(items.get(1))) {
            return;
        }
        List<Quorum> parts = new ArrayList<>();
        for (Item item : items.subList(3, items.size())) {
            Quorum part = named.get(item.text);
            if (part == null) {
                refuse(Reason.POLICY_UNKNOWN_NAME, item.column, "no preceding line defines it");
                return;
            }
            if (!members.add(item.text)) {
                refuse(Reason.POLICY_MEMBER_TWICE, item.column, "a member of a group already");
                return;
            }
            parts.add(part);
        }
        Item rule = items.get(2);
        long threshold =
                switch (rule.text) {
                    case "all" -> parts.size();
                    case "any" -> 1;
                    default -> Strict.decimal(rule.text);
                };
        if (threshold < 1 || threshold > parts.size()) {
            refuse(
                    Reason.POLICY_THRESHOLD,
                    rule.column,
                    "all, any, or a number from 1 to " + parts.size());
        } else if (++groups > Policy.MAX_EACH) {
            refuse(Reason.POLICY_TOO_MANY, 0, "more than " + Policy.MAX_EACH + " groups");
        } else {
            String name = items.get(1).text;
            named.put(name, new Quorum.Group(shown(name), (int) threshold, parts));
        }
    }

    private void quorum(List<Item> items) {
        if (refusesCount(items, 2, 2, "quorum <name>")) {
            return;
        }
        if (quorum != null) {
            refuse(Reason.POLICY_QUORUM, items.getFirst().column, "a second quorum line");
            return;
        }
        Item name = items.get(1);
        quorum = name.text.equals(NONE) ? new Quorum.None() : named.get(name.text);
        if (quorum == null) {
            refuse(Reason.POLICY_UNKNOWN_NAME, name.column, "no preceding line defines it");
        }
    }

    private boolean refusesCount(List<Item> items, int least, int most, String form) {
        if (items.size() >= least && items.size() <= most) {
            return false;
        }
        int column = items.size() > most ? items.get(most).column : 0;
        refuse(Reason.POLICY_ITEMS, column, form);
        return true;
    }

    private boolean refusesNewName(Item name) {
        if (!name.text.equals(NONE) && !named.containsKey(name.text)) {
            return false;
        }
        refuse(Reason.POLICY_DUPLICATE_NAME, name.column, "the name is taken");
        return true;
    }

    private @Nullable VerifierKey key(Item item) {
        String text = Strict.utf8(item.text.getBytes(StandardCharsets.ISO_8859_1));
        if (text == null) {
            refuse(Reason.NOT_UTF8, item.column, "a key name that is not UTF-8");
            return null;
        }
        return switch (VerifierKey.parse(text)) {
            case Parsed.Ok<VerifierKey>(VerifierKey key) -> key;
            case Parsed.Malformed<VerifierKey> malformed -> {
                refuse(malformed.reason(), item.column, malformed.detail());
                yield null;
            }
        };
    }

    private static String url(List<Item> items, int position) {
        return position < items.size() ? shown(items.get(position).text) : "";
    }

    private static String shown(String octets) {
        String utf8 = Strict.utf8(octets.getBytes(StandardCharsets.ISO_8859_1));
        return utf8 == null ? octets : utf8;
    }

    private void refuse(Reason reason, int column, String detail) {
        if (wrong == null) {
            wrong = new Wrong(reason, line, column, detail);
        }
    }
}
