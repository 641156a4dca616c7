package org.danaya.consultation.observation.form;

import java.util.List;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Upload;
import org.danaya.page.Crumb;

/** What the templates of this package show. */
public final class FormSheets {

    /** The file that is sent. */
    public static final Field<Upload> FILE = Field.file("file", CommentForms.LARGEST);

    private FormSheets() {}

    /** An empty form for a file. */
    public static Form empty() {
        return Form.of("observation.form", FILE);
    }

    /**
     * A form is asked for, and handed out.
     *
     * @param intro the key of what it is about
     * @param up the pages above it
     * @param files where the form is handed out, without its ending; empty where it isn't
     */
    public record Asking(
            String intro,
            String structure,
            List<Crumb> up,
            Form form,
            String action,
            String cancel,
            String files) {}

    /** What was understood, to be taken. */
    public record Understood(FormPreview preview, List<Crumb> up, String action, String other) {}
}
