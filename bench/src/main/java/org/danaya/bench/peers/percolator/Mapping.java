package org.danaya.bench.peers.percolator;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.danaya.bench.peers.Fields;
import org.danaya.bench.peers.Peer;
import org.opensearch.common.xcontent.XContentFactory;
import org.opensearch.core.xcontent.XContentBuilder;

/**
 * How OpenSearch is to read events: each field a keyword, folded, and by its case where a query is
 * about that; every value also in one field for keywords.
 */
final class Mapping {

    private Mapping() {}

    static XContentBuilder of(Fields fields, String query) throws IOException {
        XContentBuilder mapping = XContentFactory.jsonBuilder();
        mapping.startObject();
        // Fields that no query names still hold words that keywords look for.
        boolean anywhere = fields.names().contains(Peer.ANYWHERE);
        mapping.field("dynamic", anywhere);
        mapping.field("date_detection", false);
        mapping.startArray("dynamic_templates")
                .startObject()
                .startObject("other")
                .field("match", "*");
        mapping.field("mapping", keyword(false, anywhere, false));
        mapping.endObject().endObject().endArray();
        mapping.startObject("properties");
        mapping.startObject(query).field("type", "percolator").endObject();
        for (String name : fields.names()) {
            mapping.field(
                    name,
                    name.equals(Peer.ANYWHERE)
                            ? keyword(false, false, true)
                            : keyword(fields.cased(name), anywhere, true));
        }
        return mapping.endObject().endObject();
    }

    private static Map<String, Object> keyword(boolean cased, boolean anywhere, boolean indexed) {
        Map<String, Object> keyword = new TreeMap<>();
        keyword.put("type", "keyword");
        keyword.put("normalizer", "lowercase");
        keyword.put("doc_values", false);
        keyword.put("index", indexed);
        if (anywhere) {
            keyword.put("copy_to", Peer.ANYWHERE);
        }
        if (cased) {
            keyword.put("fields", Map.of("cased", Map.of("type", "keyword", "doc_values", false)));
        }
        return keyword;
    }
}
