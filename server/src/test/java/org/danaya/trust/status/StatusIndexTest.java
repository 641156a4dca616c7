package org.danaya.trust.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StatusIndexTest {

    @Test
    void itKnowsWhatAMapKnows() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        Random random = new Random(seed);
        StatusIndex index = new StatusIndex();
        Map<String, Long> map = new TreeMap<>();
        for (int i = 0; i < 50_000; i++) {
            byte[] serial = new byte[1 + random.nextInt(StatusIndex.SERIAL_BYTES)];
            random.nextBytes(serial);
            serial[0] = (byte) (1 + random.nextInt(100));
            if (serial.length > 2 && random.nextBoolean()) {
                serial[1] = 0;
            }
            int authority = random.nextInt(3);
            long word = StatusWord.revoked(random.nextInt(1 << 30), random.nextInt(11), false);
            index.put(authority, serial, authority + 1, i, word, 0);
            map.put(authority + " " + HexFormat.of().formatHex(serial), word);
        }
        assertThat(index.size()).as("seed %d", seed).isEqualTo(map.size());
        map.forEach(
                (key, word) -> {
                    byte[] serial = HexFormat.of().parseHex(key.substring(2));
                    int authority = key.charAt(0) - '0';
                    int entry = index.find(authority, serial, 0, serial.length);
                    assertThat(index.word(entry)).as("seed %d, %s", seed, key).isEqualTo(word);
                    assertThat(index.authority(entry)).isEqualTo(authority);
                    assertThat(index.profile(entry)).isEqualTo(authority + 1);
                    byte[] whole = new byte[StatusIndex.SERIAL_BYTES];
                    index.serial(entry, whole);
                    assertThat(HexFormat.of().formatHex(whole))
                            .matches("(00)*" + HexFormat.of().formatHex(serial));
                    serial[0]++;
                    int other = index.find(authority + 3, serial, 0, serial.length);
                    assertThat(other).isEqualTo(StatusIndex.NONE);
                });
    }
}
