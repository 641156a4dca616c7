package org.danaya.form;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.danaya.base.Fault;

/**
 * The path of a page and the parameters in its address. A controller method may ask for one.
 *
 * @param parameters the first value of each, in the order of the address
 */
public record Query(String path, Map<String, String> parameters) {

    /** The text of a parameter, without space around it; empty if it isn't there. */
    public String text(String name) {
        return Typed.normal(parameters.getOrDefault(name, ""));
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

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
