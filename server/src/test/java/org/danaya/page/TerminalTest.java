package org.danaya.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What comes from outside is shown, and does nothing. */
class TerminalTest {

    @Test
    void whatATerminalWouldObeyIsShownAsASign() {
        assertThat(Terminal.shown("a\u001b[2Jb\u009bc\u202ed\u2066e\rf\u0007"))
                .isEqualTo("a\ufffd[2Jb\ufffdc\ufffdd\ufffde\ufffdf\ufffd");
    }

    @Test
    void wantOfMemoryIsASentence() {
        String said;
        try (Heard heard = Heard.apart()) {
            Throwable problem = new IllegalStateException("x", new OutOfMemoryError("y"));
            assertThat(new Terminal(Words.load(), Language.ENGLISH).failure(problem))
                    .isEqualTo(Terminal.FAILURE);
            said = heard.err();
        }
        assertThat(said)
                .startsWith("Memory isn’t enough")
                .endsWith("[terminal.memory]\n")
                .hasLineCount(1);
    }

    @Test
    void whatPeopleWriteStaysAsItIs() {
        String text = "Ɲaɲa KƐITA :\té\r\n« ça » 日本 👩🏾‍💻";
        assertThat(Terminal.shown(text)).isEqualTo(text);
    }
}
