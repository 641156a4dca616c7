package org.danaya.bench.peers.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultiMatchingQueries;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.IndexSearcher;
import org.danaya.bench.peers.Fields;
import org.danaya.bench.peers.Peer;
import org.danaya.bench.peers.PeerQuery;

/** Lucene Monitor, asked about several events at once, as its {@code match} allows. */
public final class MonitorPeer implements Peer {

    /** No rule of the corpus has as many values. */
    private static final int CLAUSES = 100_000;

    private final Monitor monitor;
    private final Documents documents;
    private final int batch;

    /**
     * Registers the queries.
     *
     * @param presearcher one of {@link Presearchers}
     * @param batch events at once
     */
    public MonitorPeer(List<PeerQuery> queries, String presearcher, int batch) throws IOException {
        IndexSearcher.setMaxClauseCount(CLAUSES);
        this.batch = batch;
        documents = new Documents(new Fields(queries));
        monitor = new Monitor(new KeywordAnalyzer(), Presearchers.of(presearcher));
        LuceneQueries lucene = new LuceneQueries();
        List<MonitorQuery> all = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            all.add(new MonitorQuery(String.valueOf(i), lucene.of(queries.get(i)), null, Map.of()));
        }
        monitor.register(all);
    }

    @Override
    public void evaluate(byte[] bytes, int[] starts, Sink sink) {
        try {
            int count = starts.length - 1;
            for (int from = 0; from < count; from += batch) {
                Document[] some = new Document[Math.min(batch, count - from)];
                for (int i = 0; i < some.length; i++) {
                    some[i] = documents.read(bytes, starts[from + i], starts[from + i + 1]);
                }
                MultiMatchingQueries<QueryMatch> found =
                        monitor.match(some, QueryMatch.SIMPLE_MATCHER);
                if (!found.getErrors().isEmpty()) {
                    throw new IllegalStateException(found.getErrors().toString());
                }
                for (int i = 0; i < some.length; i++) {
                    for (QueryMatch match : found.getMatches(i)) {
                        sink.match(from + i, Integer.parseInt(match.getQueryId()));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
