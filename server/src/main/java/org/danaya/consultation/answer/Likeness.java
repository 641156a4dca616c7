package org.danaya.consultation.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.danaya.base.SearchText;

/** Finds observations about the same part that say nearly the same. It proposes, people decide. */
public final class Likeness {

    /** Of all the words of two, so many are in both. */
    private static final double SHARED = 0.6;

    /** Words that more observations on a part share than this don't lead from one to the other. */
    private static final int COMMON = 60;

    private static final Pattern NOT_WORD = Pattern.compile("[^a-z0-9]+");

    private Likeness() {}

    /**
     * Groups, the first number first in each.
     *
     * @param entries those that aren't duplicates by now, in the order of their numbers
     */
    public static List<List<Entry>> groups(List<Entry> entries) {
        Map<String, List<Entry>> parts =
                entries.stream()
                        .filter(each -> each.words().isPresent())
                        .collect(Collectors.groupingBy(Entry::part));
        List<List<Entry>> groups = new ArrayList<>();
        for (List<Entry> part : parts.values()) {
            grouped(part, groups);
        }
        groups.sort((one, other) -> one.getFirst().number() - other.getFirst().number());
        return groups;
    }

    private static void grouped(List<Entry> part, List<List<Entry>> groups) {
        List<Set<String>> words = part.stream().map(Likeness::words).toList();
        Map<String, List<Integer>> where = new HashMap<>();
        for (int at = 0; at < words.size(); at++) {
            for (String word : words.get(at)) {
                where.computeIfAbsent(word, _ -> new ArrayList<>()).add(at);
            }
        }
        Set<Integer> taken = new HashSet<>();
        for (int at = 0; at < part.size(); at++) {
            if (taken.contains(at)) {
                continue;
            }
            List<Entry> group = new ArrayList<>();
            group.add(part.get(at));
            for (int other : near(words.get(at), at, where)) {
                if (!taken.contains(other) && alike(words.get(at), words.get(other))) {
                    group.add(part.get(other));
                    taken.add(other);
                }
            }
            if (group.size() > 1) {
                groups.add(group);
            }
        }
    }

    /** Later ones that share a word with one, and that word with few. */
    private static List<Integer> near(Set<String> words, int at, Map<String, List<Integer>> where) {
        Set<Integer> near = new HashSet<>();
        for (String word : words) {
            List<Integer> others = where.getOrDefault(word, List.of());
            if (others.size() <= COMMON) {
                others.stream().filter(each -> each > at).forEach(near::add);
            }
        }
        return near.stream().sorted().toList();
    }

    private static boolean alike(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        int all = one.size() + other.size() - both.size();
        return all > 0 && both.size() >= SHARED * all;
    }

    private static Set<String> words(Entry entry) {
        return entry.words().stream()
                .flatMap(
                        words ->
                                NOT_WORD.splitAsStream(
                                        SearchText.plain(
                                                words.comment()
                                                        + " "
                                                        + words.proposal().orElse(""))))
                .filter(word -> word.length() > 1)
                .collect(Collectors.toSet());
    }
}
