package org.danaya.page;

import java.io.Serializable;
import java.util.List;

/**
 * A sentence at the top of a page.
 *
 * @param tone how serious it is
 * @param key the key of its words
 * @param facts what fills the places of the words: words, and numbers that they are chosen by
 */
public record Notice(Tone tone, String key, List<Serializable> facts) implements Serializable {

    /**
     * What every page of the console says at its top for as long as it is so, such as that nothing
     * can be written. A module gives a bean; it is asked at each page, so it answers from memory.
     */
    @FunctionalInterface
    public interface Standing {

        /** What there is to say now. */
        List<Notice> notices();
    }

    /** Something was done. */
    public static Notice done(String key, Serializable... facts) {
        return new Notice(Tone.SUCCESS, key, List.of(facts));
    }

    /** Something to know. */
    public static Notice info(String key, Serializable... facts) {
        return new Notice(Tone.INFO, key, List.of(facts));
    }

    /** Something to look at. */
    public static Notice warning(String key, Serializable... facts) {
        return new Notice(Tone.WARNING, key, List.of(facts));
    }

    /** Something went wrong. */
    public static Notice danger(String key, Serializable... facts) {
        return new Notice(Tone.DANGER, key, List.of(facts));
    }
}
