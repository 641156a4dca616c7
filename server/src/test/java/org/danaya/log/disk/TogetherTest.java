package org.danaya.log.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TogetherTest {

    @Test
    void oneFailureIsToldOnceAllHaveEnded() {
        Set<Integer> ended = ConcurrentHashMap.newKeySet();
        List<Integer> all = IntStream.range(0, 100).boxed().toList();
        assertThatThrownBy(
                        () ->
                                Together.each(
                                        all,
                                        number -> {
                                            ended.add(number);
                                            if (number == 41) {
                                                throw new IOException("No space left on device");
                                            }
                                        }))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
        assertThat(ended).containsExactlyInAnyOrderElementsOf(all);
    }
}
