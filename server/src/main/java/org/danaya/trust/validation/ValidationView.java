package org.danaya.trust.validation;

import java.util.List;
import java.util.Optional;
import org.danaya.form.Form;

/**
 * What the page shows.
 *
 * @param told the verdict, after a check
 * @param file the name of the file that was checked
 * @param reports where the reports are; empty where there are none
 * @param anchors what is trusted here
 * @param most the largest file, in bytes
 */
public record ValidationView(
        Form form,
        Optional<Told> told,
        String file,
        String reports,
        List<Told.Anchors> anchors,
        long most) {}
