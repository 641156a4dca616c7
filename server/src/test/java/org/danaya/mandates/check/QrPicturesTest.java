package org.danaya.mandates.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading QR codes from what telephones and scanners make. About 10 seconds. */
class QrPicturesTest {

    /** As long as the longest seal. */
    private static final String SEAL = "DM1:" + "6BF+70790T9WJWG.FKY*4GO0".repeat(17) + "6BF+709";

    private static List<String> read(byte[] file) {
        return QrPictures.read(file) instanceof Sight.Picture(List<String> texts)
                ? texts
                : List.of();
    }

    @Test
    void aCodeIsReadTurnedScaledBlurredAndAsJpeg() {
        BufferedImage plain = Pictures.qr(SEAL);
        assertThat(read(Pictures.png(plain))).containsExactly(SEAL);
        for (int degrees : new int[] {7, 45, 90, 180, 203}) {
            assertThat(read(Pictures.jpeg(Pictures.turned(plain, degrees, 1.0))))
                    .as("turned by %d", degrees)
                    .containsExactly(SEAL);
        }
        for (double scale : new double[] {0.6, 2.5, 6}) {
            assertThat(read(Pictures.jpeg(Pictures.turned(plain, 3, scale))))
                    .as("scaled by %s", scale)
                    .containsExactly(SEAL);
        }
        assertThat(read(Pictures.jpeg(Pictures.blurred(plain, 5)))).containsExactly(SEAL);
    }

    @Test
    void severalCodesAreAllReadAndNoneIsSaidSo() {
        BufferedImage both = Pictures.besides(Pictures.qr(SEAL), Pictures.qr("BONJOUR"));
        assertThat(read(Pictures.png(both))).containsExactlyInAnyOrder(SEAL, "BONJOUR");
        assertThat(QrPictures.read(Pictures.jpeg(Pictures.blurred(Pictures.qr(SEAL), 25))))
                .isEqualTo(new Sight.Picture(List.of()));
    }

    @Test
    void whatIsBrokenOrHugeIsNoPicture() {
        byte[] png = Pictures.png(Pictures.qr(SEAL));
        assertThat(QrPictures.read(Arrays.copyOf(png, png.length / 3)))
                .isNotEqualTo(new Sight.Picture(List.of(SEAL)));
        assertThat(QrPictures.read(new byte[] {1, 2, 3})).isInstanceOf(Sight.Other.class);
        byte[] bomb = png.clone();
        // The width and the height of a PNG stand at bytes 16 and 20.
        for (int at : new int[] {17, 21}) {
            bomb[at] = 0x01;
        }
        // The checksum of the head is at byte 29.
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        sum.update(bomb, 12, 17);
        java.nio.ByteBuffer.wrap(bomb).putInt(29, (int) sum.getValue());
        assertThat(QrPictures.read(bomb)).isInstanceOf(Sight.TooLarge.class);
    }
}
