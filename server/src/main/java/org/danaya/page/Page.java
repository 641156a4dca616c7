package org.danaya.page;

import org.jspecify.annotations.Nullable;

/**
 * A page made from a template.
 *
 * <p>The template declares a parameter {@code view} of type {@link View} and, where there is a
 * model, a parameter {@code model} of the model's type.
 *
 * @param template the template's path without its ending, such as {@code people/structures}
 * @param model what the template shows: a public record
 * @param status the HTTP status
 * @param secret whether it shows or takes a secret, so that no browser may keep it
 */
public record Page(String template, @Nullable Object model, int status, boolean secret)
        implements Answer {

    /** A page without a model. */
    public static Page of(String template) {
        return new Page(template, null, 200, false);
    }

    /** A page that shows a model. */
    public static Page of(String template, Object model) {
        return new Page(template, model, 200, false);
    }

    /** The same page with another status: 400 or 422 for a form to correct, 404, … */
    public Page status(int other) {
        return new Page(template, model, other, secret);
    }

    /** The same page, which no browser may keep. */
    public Page unkept() {
        return new Page(template, model, status, true);
    }
}
