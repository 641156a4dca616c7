/**
 * Structures in files, as spreadsheets write and read them.
 *
 * <p>A file is read whole or not at all ({@link org.danaya.people.files.CsvOutcome}); what it would
 * do is shown line by line; nothing is written before that is confirmed, and then all of what was
 * accepted or nothing.
 */
@NullMarked
package org.danaya.people.files;

import org.jspecify.annotations.NullMarked;
