package org.danaya.form;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.danaya.base.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The path of a page and the parameters in its address. A controller method may ask for one.
 *
 * @param parameters the first value of each, in the order of the address
 */
public record Query(String path, Map<String, String> parameters) {

    /** The most parameters that are read. */
    private static final int MOST = 100;

    /**
     * Reads an address. What isn't well formed in its query is left out.
     *
     * @param path the path
     * @param query what stands after the question mark, as it was sent; null if there was none
     */
    public static Query of(String path, @Nullable String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&", MOST)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                decoded(pair.substring(0, equals))
                        .ifPresent(
                                name ->
                                        decoded(pair.substring(equals + 1))
                                                .ifPresent(v -> parameters.putIfAbsent(name, v)));
            }
        }
        return new Query(path, Collections.unmodifiableMap(parameters));
    }

    /** The same address without a parameter. */
    public Query without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(parameters);
        fewer.remove(name);
        return new Query(path, Collections.unmodifiableMap(fewer));
    }

    /** The text of a parameter, without space around it; empty if it isn't there. */
    public String text(String name) {
        return Typed.normal(parameters.getOrDefault(name, ""));
    }

    /** The text of a parameter, without space around it; nothing if it is empty or isn't there. */
    public Optional<String> given(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    /**
     * The whole number of a parameter.
     *
     * @throws Fault if it is no number from {@code least} to {@code most}
     */
    public int number(String name, int least, int most, int absent) {
        String text = text(name);
        if (text.isEmpty()) {
            return absent;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw new Fault(FormFault.WRONG_PARAMETER, name);
        }
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw new Fault(FormFault.WRONG_PARAMETER, name);
        }
        return number;
    }

    /** The address with one parameter changed; an empty value takes it away. */
    public String with(String name, String value) {
        return changed(Map.of(name, value));
    }

    /** The address with some parameters changed; empty values take them away. */
    public String changed(Map<String, String> changes) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.putAll(changes);
        String query =
                all.entrySet().stream()
                        .filter(each -> !each.getValue().isEmpty())
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
