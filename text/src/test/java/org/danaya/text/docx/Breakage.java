package org.danaya.text.docx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks files at random, in their bytes or in what their parts say. */
final class Breakage {

    private static final Pattern TAG = Pattern.compile("</?([a-zA-Z]+:[a-zA-Z]+)");
    private static final Pattern VALUE = Pattern.compile("\"([^\"]*)\"");

    private static final List<String> VALUES =
            List.of("", "0", "-1", "999999999", "2147483648", "1e9", "true", "rId1", "A", "%1.%9.");

    private Breakage() {}

    /** Bytes changed, taken out, put in or doubled, up to five times. */
    static byte[] bytes(Random random, byte[] whole) {
        byte[] bytes = whole.clone();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            if (bytes.length == 0) {
                return bytes;
            }
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + 1 + random.nextInt(40));
            switch (random.nextInt(5)) {
                case 0 -> bytes[from] = (byte) random.nextInt(256);
                case 1 -> bytes[from] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = joined(bytes, 0, from, bytes, to, bytes.length);
                case 3 -> bytes = joined(bytes, 0, to, bytes, from, bytes.length);
                default -> bytes = Arrays.copyOf(bytes, random.nextInt(8) == 0 ? from : to);
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] one, int from, int to, byte[] two, int start, int end) {
        byte[] both = Arrays.copyOf(Arrays.copyOfRange(one, from, to), to - from + end - start);
        System.arraycopy(two, start, both, to - from, end - start);
        return both;
    }

    /** One part or two broken: its bytes, its names, its values, its order; or gone. */
    static Map<String, byte[]> parts(Random random, Map<String, byte[]> whole) {
        Map<String, byte[]> parts = new TreeMap<>(whole);
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            List<String> names = new ArrayList<>(parts.keySet());
            String name =
                    random.nextInt(3) == 0
                            ? names.get(random.nextInt(names.size()))
                            : "word/document.xml";
            byte[] part = parts.get(name);
            if (part == null) {
                continue;
            }
            switch (random.nextInt(10)) {
                case 0 -> parts.remove(name);
                case 1 -> parts.put(name, bytes(random, part));
                case 2 -> parts.put(name, parts.get(names.get(random.nextInt(names.size()))));
                default -> parts.put(name, markup(random, part));
            }
        }
        return parts;
    }

    private static byte[] markup(Random random, byte[] part) {
        String text = new String(part, StandardCharsets.UTF_8);
        for (int i = 1 + random.nextInt(20); i > 0; i--) {
            text =
                    switch (random.nextInt(4)) {
                        case 0 -> renamed(random, text);
                        case 1, 2 -> changed(random, text);
                        default -> moved(random, text);
                    };
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Every element of a name gets that of another. */
    private static String renamed(Random random, String text) {
        List<String> names = TAG.matcher(text).results().map(found -> found.group(1)).toList();
        if (names.isEmpty()) {
            return text;
        }
        String from = names.get(random.nextInt(names.size()));
        String to = names.get(random.nextInt(names.size()));
        return text.replaceAll("(</?)" + from + "(?=[ />])", "$1" + to);
    }

    private static String changed(Random random, String text) {
        Matcher value = VALUE.matcher(text);
        return value.find(random.nextInt(text.length() + 1))
                ? text.substring(0, value.start(1))
                        + VALUES.get(random.nextInt(VALUES.size()))
                        + text.substring(value.end(1))
                : text;
    }

    /** A whole element, with what is in it, also stands elsewhere. */
    private static String moved(Random random, String text) {
        Matcher tag = Pattern.compile("<(w:[a-zA-Z]+)[ />]").matcher(text);
        if (!tag.find(random.nextInt(text.length() + 1))) {
            return text;
        }
        int end = text.indexOf("</" + tag.group(1) + ">", tag.start());
        int there = text.indexOf("><", random.nextInt(text.length()));
        if (end < 0 || there < 0 || end - tag.start() > 20_000 || text.length() > 400_000) {
            return text;
        }
        String element = text.substring(tag.start(), end + tag.group(1).length() + 3);
        return text.substring(0, there + 1) + element + text.substring(there + 1);
    }
}
