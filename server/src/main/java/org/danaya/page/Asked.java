package org.danaya.page;

import java.util.List;
import org.danaya.form.Form;

/**
 * A page of the console with one form.
 *
 * @param title the key of its title
 * @param name what it is about, for the places of the title and the intro; may be empty
 * @param intro the key of what stands above the form
 * @param submit the key of the button's words
 * @param cancel where whoever doesn't want to goes back to
 * @param danger whether what the button does can't be undone
 */
public record Asked(
        String title,
        String name,
        String intro,
        List<Above> up,
        Form form,
        String action,
        String submit,
        String cancel,
        boolean danger) {

    /** The page. */
    public Page page(int status) {
        return Page.of("page/ask", this).status(status);
    }
}
