package org.danaya.form;

import java.util.List;

/** What came out of reading a field. */
sealed interface Reading<T> {

    /** It means this. */
    record Value<T>(T value) implements Reading<T> {}

    /** It is wrong: the key of the sentence, and what fills its places after the label. */
    record Wrong<T>(String key, List<Object> facts) implements Reading<T> {

        Wrong(String key, Object... facts) {
            this(key, List.of(facts));
        }
    }

    /** Nothing was sent. */
    record Nothing<T>() implements Reading<T> {}
}
