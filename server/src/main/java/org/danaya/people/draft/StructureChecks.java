package org.danaya.people.draft;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.danaya.people.PeopleFault;
import org.danaya.people.StructureDetails;
import org.danaya.people.StructureKind;
import org.jspecify.annotations.Nullable;

/** The rules that what was typed about a structure must meet by itself. */
public final class StructureChecks {

    /** How long an acronym may be, in characters. */
    private static final int ACRONYM = 40;

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");

    private StructureChecks() {}

    /** The identifier, in lower case. */
    public static String identifier(Checks checks, StructureDraft draft) {
        String field = StructureField.IDENTIFIER.code();
        String text =
                checks.needed(field, draft.get(StructureField.IDENTIFIER), Checks.NAME)
                        .toLowerCase(Locale.ROOT);
        if (!text.isEmpty() && !IDENTIFIER.matcher(text).matches()) {
            checks.refuse(field, PeopleFault.IDENTIFIER_WRONG, Checks.shown(text));
        }
        return text;
    }

    /** The attributes, without the parent, which only whoever knows the others can find. */
    public static StructureDetails details(Checks checks, StructureDraft draft, LocalDate today) {
        StructureKind kind = kind(checks, draft);
        String name = text(checks, draft, StructureField.NAME_FR, true, Checks.NAME);
        boolean planned =
                checks.yes(StructureField.PLANNED.code(), draft.get(StructureField.PLANNED));
        LocalDate from = date(checks, draft, StructureField.FROM);
        LocalDate until = date(checks, draft, StructureField.UNTIL);
        String untilField = StructureField.UNTIL.code();
        if (until != null && planned) {
            checks.refuse(untilField, PeopleFault.PLANNED_AND_ENDED);
        } else if (until != null && from != null && !until.isAfter(from)) {
            checks.refuse(untilField, PeopleFault.END_BEFORE_START, from);
        } else if (until != null && until.isAfter(today)) {
            checks.refuse(untilField, PeopleFault.EFFECTIVE_AHEAD);
        }
        return new StructureDetails(
                kind,
                name == null ? "" : name,
                text(checks, draft, StructureField.NAME_EN, false, Checks.NAME),
                text(checks, draft, StructureField.ACRONYM, false, ACRONYM),
                null,
                planned,
                from,
                until,
                text(checks, draft, StructureField.FOUNDING_ACT, false, Checks.REFERENCE),
                text(checks, draft, StructureField.ENDING_ACT, false, Checks.REFERENCE),
                text(checks, draft, StructureField.SOURCE, false, Checks.REFERENCE));
    }

    private static StructureKind kind(Checks checks, StructureDraft draft) {
        String field = StructureField.KIND.code();
        String typed = checks.needed(field, draft.get(StructureField.KIND), Checks.NAME);
        StructureKind kind = StructureKind.read(typed).orElse(null);
        if (kind == null && !typed.isEmpty()) {
            checks.refuse(field, PeopleFault.KIND_UNKNOWN, Checks.shown(typed), knownKinds());
        }
        return kind == null ? StructureKind.SERVICE : kind;
    }

    private static String knownKinds() {
        return Arrays.stream(StructureKind.values())
                .map(StructureKind::code)
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String text(
            Checks checks, StructureDraft draft, StructureField field, boolean needed, int most) {
        return needed
                ? checks.needed(field.code(), draft.get(field), most)
                : checks.optional(field.code(), draft.get(field), most);
    }

    private static @Nullable LocalDate date(
            Checks checks, StructureDraft draft, StructureField field) {
        return checks.date(field.code(), draft.get(field));
    }
}
