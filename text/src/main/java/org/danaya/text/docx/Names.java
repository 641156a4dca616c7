package org.danaya.text.docx;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.danaya.text.docx.part.Tag;
import org.danaya.text.flow.Place;
import org.jspecify.annotations.Nullable;

/**
 * What the bookmarks of a file stand for: a custom part ({@code customXml/item1.xml}) that Word and
 * LibreOffice hand on unseen.
 *
 * <pre>{@code
 * <text xmlns="urn:danaya:text:docx" language="fr">
 *   <part bookmark="art_3" tag="article" eId="art_3" wId="art_3"
 *         formerTag="article" formerEId="art_2" formerWId="art_3"/>
 *   <table bookmark="akn_7" …/>
 *   <link bookmark="akn_1f0c2a55d1e6b7a8" href="/akn/ml/act/2019/56"/>
 *   <picture alternative="Carte" source="carte.png"/>
 * </text>
 * }</pre>
 *
 * <p>A bookmark's name has at most 40 letters, digits and low lines and begins with a letter: an
 * eId that is such a name is its own bookmark, any other has a name that is made of its digest.
 *
 * @param known whether the file has the part
 * @param language of the text
 * @param parts places of lines, by bookmark
 * @param tables places of tables, by bookmark
 * @param links addresses, by bookmark
 * @param pictures addresses of pictures, by what they show
 */
record Names(
        boolean known,
        String language,
        Map<String, Both> parts,
        Map<String, Both> tables,
        Map<String, String> links,
        Map<String, String> pictures) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");
    private static final String MADE = "akn_";

    /**
     * A place in both versions of a text.
     *
     * @param after in the later, or null where it isn't there
     * @param before in the former, or null where it wasn't there
     */
    record Both(@Nullable Place after, @Nullable Place before) {

        Optional<Place> in(Reading reading) {
            return Optional.ofNullable(
                    switch (reading) {
                        case ACCEPTED -> after;
                        case REJECTED -> before;
                    });
        }
    }

    static final Names NONE = new Names(false, "", Map.of(), Map.of(), Map.of(), Map.of());

    /** Whether a name can be a bookmark's as it is. */
    static boolean usable(String name) {
        return NAME.matcher(name).matches() && !name.startsWith(MADE);
    }

    /** The bookmark of an eId or an address. */
    static String bookmark(String address) {
        if (usable(address)) {
            return address;
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(address.getBytes(StandardCharsets.UTF_8));
            return MADE + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bookmark of a place that can't have one of its own name. */
    static String counted(int count) {
        return MADE + count;
    }

    /** Reads the part. */
    static Names read(Tag root) {
        Map<String, Both> parts = new HashMap<>();
        Map<String, Both> tables = new HashMap<>();
        Map<String, String> links = new HashMap<>();
        Map<String, String> pictures = new HashMap<>();
        for (Tag tag : root.children()) {
            String bookmark = tag.get("bookmark");
            switch (tag.name()) {
                case "akn:part" -> parts.put(bookmark, both(tag));
                case "akn:table" -> tables.put(bookmark, both(tag));
                case "akn:link" -> links.put(bookmark, tag.get("href"));
                case "akn:picture" ->
                        pictures.putIfAbsent(tag.get("alternative"), tag.get("source"));
                default -> {}
            }
        }
        return new Names(true, root.get("language"), parts, tables, links, pictures);
    }

    private static Both both(Tag tag) {
        Place after = new Place(tag.get("tag"), tag.get("eId"), tag.get("wId"));
        if (tag.get("is").equals("new")) {
            return new Both(after, null);
        }
        Place before = new Place(tag.get("formerTag"), tag.get("formerEId"), tag.get("formerWId"));
        return switch (tag.get("is")) {
            case "gone" -> new Both(null, before);
            case "changed" -> new Both(after, before);
            default -> new Both(after, after);
        };
    }
}
