package org.danaya.bench.peers.percolator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.danaya.bench.peers.Fields;
import org.danaya.bench.peers.Peer;
import org.danaya.bench.peers.PeerQuery;
import org.opensearch.action.bulk.BulkRequestBuilder;
import org.opensearch.action.bulk.BulkResponse;
import org.opensearch.action.search.SearchResponse;
import org.opensearch.common.document.DocumentField;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.xcontent.XContentFactory;
import org.opensearch.common.xcontent.XContentType;
import org.opensearch.core.common.bytes.BytesArray;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.core.xcontent.ToXContent;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.index.query.QueryBuilders;
import org.opensearch.percolator.PercolateQueryBuilder;
import org.opensearch.search.SearchHit;
import org.opensearch.search.builder.SearchSourceBuilder;
import org.opensearch.transport.client.Client;

/** The percolator, asked about several events with one search, which its query allows. */
public final class PercolatorPeer implements Peer {

    private static final String INDEX = "rules";
    private static final String QUERY = "danaya_query";
    private static final String SLOTS = "_percolator_document_slot";

    private final Path home;
    private final LocalNode node;
    private final Client client;
    private final int queries;
    private final int batch;

    /**
     * Starts a node and indexes the queries, in one segment.
     *
     * @param batch events at once
     */
    public PercolatorPeer(List<PeerQuery> queries, int batch) throws IOException {
        this.queries = queries.size();
        this.batch = batch;
        home = Files.createTempDirectory("opensearch");
        node = LocalNode.start(home);
        client = node.client();
        client.admin()
                .indices()
                .prepareCreate(INDEX)
                .setSettings(
                        Settings.builder()
                                .put("index.number_of_shards", 1)
                                .put("index.number_of_replicas", 0)
                                .put("index.refresh_interval", "-1")
                                .put("index.mapping.total_fields.limit", 100_000))
                .setMapping(Mapping.of(new Fields(queries), QUERY))
                .get();
        index(queries);
    }

    private void index(List<PeerQuery> all) throws IOException {
        BulkRequestBuilder bulk = client.prepareBulk();
        for (int i = 0; i < all.size(); i++) {
            try (XContentBuilder source = XContentFactory.jsonBuilder()) {
                source.startObject().field(QUERY);
                PercolatorQueries.of(all.get(i)).toXContent(source, ToXContent.EMPTY_PARAMS);
                source.endObject();
                bulk.add(client.prepareIndex(INDEX).setId(String.valueOf(i)).setSource(source));
            }
        }
        BulkResponse indexed = bulk.get();
        if (indexed.hasFailures()) {
            throw new IllegalStateException(indexed.buildFailureMessage());
        }
        client.admin().indices().prepareForceMerge(INDEX).setMaxNumSegments(1).get();
        client.admin().indices().prepareRefresh(INDEX).get();
    }

    @Override
    public void evaluate(byte[] bytes, int[] starts, Sink sink) {
        int count = starts.length - 1;
        for (int from = 0; from < count; from += batch) {
            List<BytesReference> some = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + batch); i++) {
                some.add(new BytesArray(bytes, starts[i], starts[i + 1] - starts[i]));
            }
            PercolateQueryBuilder percolate =
                    new PercolateQueryBuilder(QUERY, some, XContentType.JSON);
            SearchResponse found =
                    client.prepareSearch(INDEX)
                            .setSource(
                                    new SearchSourceBuilder()
                                            .query(QueryBuilders.constantScoreQuery(percolate))
                                            .fetchSource(false)
                                            .trackTotalHits(false)
                                            .size(queries))
                            .get();
            if (found.getFailedShards() > 0) {
                throw new IllegalStateException(found.toString());
            }
            for (SearchHit hit : found.getHits()) {
                int query = Integer.parseInt(hit.getId());
                DocumentField slots = hit.field(SLOTS);
                for (Object slot : slots == null ? List.of() : slots.getValues()) {
                    sink.match(from + (Integer) slot, query);
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            node.close();
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
