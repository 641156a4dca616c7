package org.danaya.consultation.console;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.danaya.text.flow.Flow;
import org.danaya.text.form.Legend;
import org.danaya.text.html.Html;
import org.danaya.text.plain.PlainText;

/** The forms in which a text is taken away beside Akoma Ntoso. */
enum TextForm {
    /** A page of its own. */
    HTML("text/html; charset=utf-8"),
    /** Words alone. */
    TXT("text/plain; charset=utf-8");

    private final String type;

    TextForm(String type) {
        this.type = type;
    }

    /** The media type. */
    String type() {
        return type;
    }

    byte[] write(Flow flow) {
        String written =
                switch (this) {
                    case HTML -> Html.document(flow, Legend.of(flow.language()));
                    case TXT -> PlainText.of(flow);
                };
        return written.getBytes(StandardCharsets.UTF_8);
    }

    static Optional<TextForm> of(String code) {
        return Arrays.stream(values())
                .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst();
    }

    /** The endings of all forms. */
    static List<String> codes() {
        return Stream.concat(
                        Stream.of("akn"),
                        Arrays.stream(values()).map(form -> form.name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
