package org.danaya.bench.peers.monitor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.danaya.bench.peers.Fields;
import org.danaya.bench.peers.Peer;
import org.danaya.sigma.rule.Fold;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Events as documents of those fields that queries ask for, each value one term. */
final class Documents {

    private final JsonFactory json = new JsonFactory();
    private final Map<String, Wanted> wanted = new HashMap<>();
    private final boolean anywhere;

    /** What becomes of a field's values. */
    private record Wanted(String name, boolean cased, boolean present) {}

    Documents(Fields fields) {
        fields.names()
                .forEach(
                        name ->
                                wanted.put(
                                        name,
                                        new Wanted(
                                                name, fields.cased(name), fields.present(name))));
        anywhere = wanted.remove(Peer.ANYWHERE) != null;
        if (fields.cased(Peer.ANYWHERE)) {
            throw new IllegalArgumentException("keywords by their case");
        }
    }

    /** The document of an object of JSON. */
    Document read(byte[] bytes, int from, int to) {
        Document document = new Document();
        try (JsonParser parser =
                json.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            Deque<String> outer = new ArrayDeque<>();
            String prefix = "";
            String name = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case PROPERTY_NAME -> {
                        String key = parser.currentName();
                        name = prefix.isEmpty() ? key : prefix + key;
                    }
                    case START_OBJECT -> {
                        outer.push(prefix);
                        prefix = name.isEmpty() ? "" : name + ".";
                    }
                    case END_OBJECT -> {
                        name = prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
                        prefix = outer.pop();
                    }
                    case VALUE_STRING,
                            VALUE_NUMBER_INT,
                            VALUE_NUMBER_FLOAT,
                            VALUE_TRUE,
                            VALUE_FALSE ->
                            add(document, name, parser);
                    default -> {}
                }
            }
        }
        return document;
    }

    private void add(Document document, String name, JsonParser parser) {
        Wanted field = wanted.get(name);
        if (field == null && !anywhere) {
            return;
        }
        String text = parser.getString();
        String folded = Fold.fold(text);
        if (anywhere) {
            document.add(new StringField(Peer.ANYWHERE, folded, Field.Store.NO));
        }
        if (field != null) {
            document.add(new StringField(field.name, folded, Field.Store.NO));
            if (field.cased) {
                document.add(new StringField(field.name + Peer.CASED, text, Field.Store.NO));
            }
            if (field.present) {
                document.add(new StringField(LuceneQueries.PRESENT, field.name, Field.Store.NO));
            }
        }
    }
}
