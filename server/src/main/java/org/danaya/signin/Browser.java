package org.danaya.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The family of a browser, as far as its owner needs it to know a session again. */
final class Browser {

    /** What a family says in {@code User-Agent}, the most telling first, and its name. */
    private static final List<List<String>> FAMILIES =
            List.of(
                    List.of("Edg", "Edge"),
                    List.of("OPR", "Opera"),
                    List.of("SamsungBrowser", "Samsung Internet"),
                    List.of("Firefox", "Firefox"),
                    List.of("Chrome", "Chrome"),
                    List.of("CriOS", "Chrome"),
                    List.of("Safari", "Safari"));

    private static final List<List<String>> SYSTEMS =
            List.of(
                    List.of("Android", "Android"),
                    List.of("iPhone", "iPhone"),
                    List.of("iPad", "iPad"),
                    List.of("Windows", "Windows"),
                    List.of("Mac OS", "macOS"),
                    List.of("Linux", "Linux"));

    private Browser() {}

    /** A short name such as {@code Firefox · Android}; empty where nothing is known. */
    static String family(@Nullable String agent) {
        String text = agent == null ? "" : agent;
        String family = named(FAMILIES, text);
        String system = named(SYSTEMS, text);
        return family.isEmpty() || system.isEmpty() ? family + system : family + " · " + system;
    }

    private static String named(List<List<String>> known, String text) {
        return known.stream()
                .filter(each -> text.contains(each.getFirst()))
                .map(List::getLast)
                .findFirst()
                .orElse("");
    }
}
