package org.danaya.text.docx;

import java.util.LinkedHashMap;
import java.util.Map;
import org.danaya.text.docx.part.Markup;

/** The addresses outside that one part leads to. */
final class Links {

    private final String prefix;
    private final Map<String, String> ids = new LinkedHashMap<>();

    /**
     * @param prefix that no other relation's id of the part begins with
     */
    Links(String prefix) {
        this.prefix = prefix;
    }

    /** The id of the relation to an address. */
    String id(String address) {
        return ids.computeIfAbsent(address, _ -> prefix + (ids.size() + 1));
    }

    /** The relations. */
    void write(Markup out) {
        ids.forEach(
                (address, id) ->
                        out.empty(
                                "Relationship",
                                "Id",
                                id,
                                "Type",
                                Markup.R + "/hyperlink",
                                "Target",
                                address,
                                "TargetMode",
                                "External"));
    }
}
