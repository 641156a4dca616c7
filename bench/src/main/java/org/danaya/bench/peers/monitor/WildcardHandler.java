package org.danaya.bench.peers.monitor;

import java.util.function.BiConsumer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.CustomQueryHandler;
import org.apache.lucene.monitor.QueryTree;
import org.apache.lucene.monitor.RegexpQueryHandler;
import org.apache.lucene.monitor.TermWeightor;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.danaya.bench.peers.Peer;
import org.jspecify.annotations.Nullable;

/**
 * Picks wildcards by the longest text in them, among the pieces of values that Lucene's {@link
 * RegexpQueryHandler} makes for regular expressions.
 */
final class WildcardHandler implements CustomQueryHandler {

    private final RegexpQueryHandler pieces;

    /** Values longer than that aren't cut: all wildcards of their field may match. */
    WildcardHandler(int longest) {
        pieces = new RegexpQueryHandler(longest);
    }

    @Override
    public TokenStream wrapTermStream(String field, TokenStream in) {
        return field.equals(LuceneQueries.PRESENT) || field.endsWith(Peer.CASED)
                ? in
                : pieces.wrapTermStream(field, in);
    }

    @Override
    public @Nullable QueryTree handleQuery(Query query, TermWeightor weightor) {
        String field;
        String longest;
        switch (query) {
            case WildcardQuery wildcard -> {
                field = wildcard.getField();
                longest = longest(wildcard.getTerm().text());
            }
            case PrefixQuery prefix -> {
                field = prefix.getField();
                longest = prefix.getPrefix().text();
            }
            default -> {
                return null;
            }
        }
        if (longest.isEmpty() || field.endsWith(Peer.CASED)) {
            return null;
        }
        Term term = new Term(field, longest + RegexpQueryHandler.DEFAULT_NGRAM_SUFFIX);
        return new Gram(term, weightor.applyAsDouble(term));
    }

    private static String longest(String pattern) {
        String longest = "";
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '*' || c == '?') {
                longest = piece.length() > longest.length() ? piece.toString() : longest;
                piece.setLength(0);
            } else {
                if (c == '\\') {
                    i++;
                }
                piece.append(pattern.charAt(i));
            }
        }
        return piece.length() > longest.length() ? piece.toString() : longest;
    }

    /** A piece of a value, or a value that was too long. */
    private static final class Gram extends QueryTree {

        private final Term term;
        private final double weight;

        Gram(Term term, double weight) {
            this.term = term;
            this.weight = weight;
        }

        @Override
        public double weight() {
            return weight;
        }

        @Override
        public void collectTerms(BiConsumer<String, BytesRef> collector) {
            collector.accept(term.field(), term.bytes());
            collector.accept(term.field(), new BytesRef(RegexpQueryHandler.DEFAULT_WILDCARD_TOKEN));
        }

        @Override
        public boolean advancePhase(double least) {
            return false;
        }

        @Override
        public String toString(int depth) {
            return space(depth) + term + "^" + weight;
        }
    }
}
