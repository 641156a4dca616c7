package org.danaya.bench.peers.monitor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.automaton.RegExp;
import org.danaya.bench.peers.PeerQuery;
import org.danaya.bench.peers.Wildcards;
import org.danaya.sigma.rule.Part;

/** Queries as Lucene's. */
final class LuceneQueries {

    /** The field whose values are the names of the fields that have one. */
    static final String PRESENT = "danaya_present";

    /** What several rules ask is made once: an automaton takes 100 kB and more. */
    private final Map<PeerQuery, Query> leaves = new HashMap<>();

    Query of(PeerQuery query) {
        return switch (query) {
            case PeerQuery.All all -> all(all.positive(), all.negative());
            case PeerQuery.Not(PeerQuery part) -> all(List.of(), List.of(part));
            case PeerQuery.Any(List<PeerQuery> parts) -> {
                BooleanQuery.Builder builder = new BooleanQuery.Builder();
                parts.forEach(part -> builder.add(of(part), Occur.SHOULD));
                yield builder.build();
            }
            default -> leaves.computeIfAbsent(query, LuceneQueries::leaf);
        };
    }

    private static Query leaf(PeerQuery query) {
        return switch (query) {
            case PeerQuery.Pattern(String field, List<Part> parts) -> pattern(field, parts);
            case PeerQuery.Expression(String field, String expression) ->
                    new RegexpQuery(new Term(field, expression), RegExp.NONE);
            case PeerQuery.Present(String field) -> new TermQuery(new Term(PRESENT, field));
            default -> throw new IllegalArgumentException("no leaf: " + query);
        };
    }

    /** Lucene 10.3 has no other constructor yet than the one that 10.5 deprecates. */
    @SuppressWarnings("deprecation")
    private Query all(List<PeerQuery> positive, List<PeerQuery> negative) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        positive.forEach(part -> builder.add(of(part), Occur.FILTER));
        if (positive.isEmpty()) {
            builder.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        negative.forEach(part -> builder.add(of(part), Occur.MUST_NOT));
        return builder.build();
    }

    private static Query pattern(String field, List<Part> parts) {
        return switch (Wildcards.of(parts)) {
            case Wildcards.Whole(String text) -> new TermQuery(new Term(field, text));
            case Wildcards.Start(String text) -> new PrefixQuery(new Term(field, text));
            case Wildcards.Wild(String pattern) -> new WildcardQuery(new Term(field, pattern));
        };
    }
}
