package org.danaya.bench.peers.percolator;

import java.util.List;
import org.danaya.bench.peers.Peer;
import org.danaya.bench.peers.PeerQuery;
import org.danaya.bench.peers.Wildcards;
import org.danaya.sigma.rule.Part;
import org.opensearch.index.query.BoolQueryBuilder;
import org.opensearch.index.query.QueryBuilder;
import org.opensearch.index.query.QueryBuilders;
import org.opensearch.index.query.RegexpFlag;

/** Queries as OpenSearch's. */
final class PercolatorQueries {

    private PercolatorQueries() {}

    static QueryBuilder of(PeerQuery query) {
        return switch (query) {
            case PeerQuery.All all -> {
                BoolQueryBuilder builder = QueryBuilders.boolQuery();
                all.positive().forEach(part -> builder.filter(of(part)));
                all.negative().forEach(part -> builder.mustNot(of(part)));
                yield builder;
            }
            case PeerQuery.Not(PeerQuery part) -> QueryBuilders.boolQuery().mustNot(of(part));
            case PeerQuery.Any(List<PeerQuery> parts) -> {
                BoolQueryBuilder builder = QueryBuilders.boolQuery();
                parts.forEach(part -> builder.should(of(part)));
                yield builder.minimumShouldMatch(1);
            }
            case PeerQuery.Pattern(String field, List<Part> parts) -> pattern(name(field), parts);
            case PeerQuery.Expression(String field, String expression) ->
                    QueryBuilders.regexpQuery(name(field), expression).flags(RegexpFlag.NONE);
            case PeerQuery.Present(String field) -> QueryBuilders.existsQuery(field);
        };
    }

    /** The cased values of a field are a field below it. */
    static String name(String field) {
        return field.endsWith(Peer.CASED)
                ? field.substring(0, field.length() - Peer.CASED.length()) + ".cased"
                : field;
    }

    private static QueryBuilder pattern(String field, List<Part> parts) {
        return switch (Wildcards.of(parts)) {
            case Wildcards.Whole(String text) -> QueryBuilders.termQuery(field, text);
            case Wildcards.Start(String text) -> QueryBuilders.prefixQuery(field, text);
            case Wildcards.Wild(String pattern) -> QueryBuilders.wildcardQuery(field, pattern);
        };
    }
}
