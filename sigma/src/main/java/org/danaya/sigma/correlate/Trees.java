package org.danaya.sigma.correlate;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in order, with how often each is there: binary trees whose nodes know how many numbers
 * are below them, balanced by secret random priorities (treaps). Every operation takes a time that
 * grows as the logarithm of the numbers. A node's number stays the same while its decimal is there.
 */
final class Trees {
    static final int NONE = 0;

    private static final int NODE_BYTES = 24;

    private final Room room;
    private final Mixer mixer;
    private long made;

    private @Nullable BigDecimal[] numbers = new BigDecimal[8];
    private int[] times = new int[8];

    /** How many numbers are in the tree from a node on down. */
    private int[] sizes = new int[8];

    private int[] priorities = new int[8];

    /** The nodes of smaller numbers; of a free node the next free one. */
    private int[] lefts = new int[8];

    private int[] rights = new int[8];
    private int used = 1;
    private int free = NONE;
    private int added = NONE;

    Trees(Room room, Mixer mixer) {
        this.room = room;
        this.mixer = mixer;
    }

    /** How many numbers a tree has. */
    int size(int root) {
        return sizes[root];
    }

    /** The number at a place of the order, from 0. */
    BigDecimal get(int root, int place) {
        int node = root;
        int rest = place;
        while (true) {
            int before = sizes[lefts[node]];
            if (rest < before) {
                node = lefts[node];
            } else if (rest < before + times[node]) {
                return number(node);
            } else {
                rest -= before + times[node];
                node = rights[node];
            }
        }
    }

    /** Adds a number to a tree; the tree's root from now on. */
    int add(int root, BigDecimal number) {
        if (root == NONE) {
            added = make(number);
            return added;
        }
        int order = number.compareTo(number(root));
        sizes[root]++;
        if (order == 0) {
            times[root]++;
            added = root;
            return root;
        }
        if (order < 0) {
            int left = add(lefts[root], number);
            lefts[root] = left;
            if (priorities[left] > priorities[root]) {
                lefts[root] = rights[left];
                rights[left] = root;
                return lifted(left, root);
            }
        } else {
            int right = add(rights[root], number);
            rights[root] = right;
            if (priorities[right] > priorities[root]) {
                rights[root] = lefts[right];
                lefts[right] = root;
                return lifted(right, root);
            }
        }
        return root;
    }

    /** The node that has the number that was added last. */
    int added() {
        return added;
    }

    /** Takes the number of a node away once; the tree's root from now on. */
    int remove(int root, int node) {
        if (root == node) {
            times[root]--;
            sizes[root]--;
            return times[root] > 0 ? root : release(root);
        }
        sizes[root]--;
        if (number(node).compareTo(number(root)) < 0) {
            lefts[root] = remove(lefts[root], node);
        } else {
            rights[root] = remove(rights[root], node);
        }
        return root;
    }

    private int lifted(int top, int below) {
        count(below);
        count(top);
        return top;
    }

    private void count(int node) {
        sizes[node] = sizes[lefts[node]] + times[node] + sizes[rights[node]];
    }

    /** A tree of two, all numbers of the one smaller than those of the other. */
    private int join(int smaller, int larger) {
        if (smaller == NONE || larger == NONE) {
            return smaller == NONE ? larger : smaller;
        }
        int top;
        if (priorities[smaller] > priorities[larger]) {
            rights[smaller] = join(rights[smaller], larger);
            top = smaller;
        } else {
            lefts[larger] = join(smaller, lefts[larger]);
            top = larger;
        }
        count(top);
        return top;
    }

    private int make(BigDecimal number) {
        int node = free;
        if (node == NONE) {
            node = used++;
            makePlace(node);
        } else {
            free = lefts[node];
        }
        numbers[node] = number;
        times[node] = 1;
        sizes[node] = 1;
        lefts[node] = NONE;
        rights[node] = NONE;
        priorities[node] = Mixer.end(mixer.begin(++made));
        room.bytes += NODE_BYTES + Adding.bytes(number);
        return node;
    }

    private int release(int node) {
        room.bytes -= NODE_BYTES + Adding.bytes(number(node));
        int rest = join(lefts[node], rights[node]);
        numbers[node] = null;
        lefts[node] = free;
        free = node;
        return rest;
    }

    private BigDecimal number(int node) {
        BigDecimal number = numbers[node];
        if (number == null) {
            throw new IllegalStateException("no number at node " + node);
        }
        return number;
    }

    private void makePlace(int node) {
        if (node >= times.length) {
            int length = Tally.larger(times.length, node);
            numbers = Arrays.copyOf(numbers, length);
            times = Arrays.copyOf(times, length);
            sizes = Arrays.copyOf(sizes, length);
            priorities = Arrays.copyOf(priorities, length);
            lefts = Arrays.copyOf(lefts, length);
            rights = Arrays.copyOf(rights, length);
        }
    }
}
