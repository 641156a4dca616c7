package org.danaya.sigma.lint;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.danaya.sigma.yaml.Yaml;
import org.jspecify.annotations.Nullable;

/** What documents say about themselves. */
final class MetadataChecks {
    static final List<Check> ALL =
            List.of(
                    new TitleMissing(),
                    new TitleLong(),
                    new IdMissing(),
                    new IdForm(),
                    new IdVersion(),
                    new StatusUnknown(),
                    new LevelMissing(),
                    new LevelUnknown(),
                    new AuthorMissing(),
                    new DescriptionMissing(),
                    new DescriptionLong(),
                    new DateForm(),
                    new ModifiedBeforeDate());

    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern RANDOM_UUID = Pattern.compile("(?i).{14}4.{4}[89ab].*");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Set<String> STATUS =
            Set.of("stable", "test", "experimental", "deprecated", "unsupported");
    private static final Set<String> LEVELS =
            Set.of("informational", "low", "medium", "high", "critical");

    private MetadataChecks() {}

    private static @Nullable LocalDate date(Yaml.Scalar text) {
        if (!DATE.matcher(text.text()).matches()) {
            return null;
        }
        try {
            return LocalDate.parse(text.text());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static final class TitleMissing extends Check {
        TitleMissing() {
            super("title.missing", Severity.ERROR, "rules, Title", "There is no title");
        }

        @Override
        void look(View view, Findings findings) {
            if (view.text("title") == null) {
                findings.at(1);
            }
        }
    }

    private static final class TitleLong extends Check {
        TitleLong() {
            super(
                    "title.too-long",
                    Severity.ERROR,
                    "rules, Title",
                    "The title has {0} characters; 256 are allowed");
        }

        @Override
        void look(View view, Findings findings) {
            Yaml.Scalar title = view.text("title");
            if (title != null && title.text().length() > 256) {
                findings.at(title.line(), title.text().length());
            }
        }
    }

    private static final class IdMissing extends Check {
        IdMissing() {
            super(
                    "id.missing",
                    Severity.WARNING,
                    "rules, Identification",
                    "There is no id: nothing can refer to this document");
        }

        @Override
        void look(View view, Findings findings) {
            if (view.text("id") == null) {
                findings.at(1);
            }
        }
    }

    private static final class IdForm extends Check {
        IdForm() {
            super("id.form", Severity.WARNING, "rules, Identification", "The id «{0}» is no UUID");
        }

        @Override
        void look(View view, Findings findings) {
            Yaml.Scalar id = view.text("id");
            if (id != null && !UUID.matcher(id.text()).matches()) {
                findings.at(id.line(), id.text());
            }
        }
    }

    private static final class IdVersion extends Check {
        IdVersion() {
            super(
                    "id.version",
                    Severity.NOTE,
                    "rules, Identification",
                    "The UUID {0} isn't of version 4, the random one that the specification advises");
        }

        @Override
        void look(View view, Findings findings) {
            Yaml.Scalar id = view.text("id");
            if (id != null
                    && UUID.matcher(id.text()).matches()
                    && !RANDOM_UUID.matcher(id.text()).matches()) {
                findings.at(id.line(), id.text());
            }
        }
    }

    private static final class StatusUnknown extends Check {
        StatusUnknown() {
            super(
                    "status.unknown",
                    Severity.ERROR,
                    "rules, Status",
                    "The status «{0}» is none of stable, test, experimental, deprecated, unsupported");
        }

        @Override
        void look(View view, Findings findings) {
            Yaml.Scalar status = view.text("status");
            if (status != null && !STATUS.contains(status.text())) {
                findings.at(status.line(), status.text());
            }
        }
    }

    private static final class LevelMissing extends Check {
        LevelMissing() {
            super(
                    "level.missing",
                    Severity.WARNING,
                    "rules, Level",
                    "There is no level: a match can't be ranked");
        }

        @Override
        void look(View view, Findings findings) {
            if (view.isRule() && view.text("level") == null) {
                findings.at(1);
            }
        }
    }

    private static final class LevelUnknown extends Check {
        LevelUnknown() {
            super(
                    "level.unknown",
                    Severity.ERROR,
                    "rules, Level",
                    "The level «{0}» is none of informational, low, medium, high, critical");
        }

        @Override
        void look(View view, Findings findings) {
            Yaml.Scalar level = view.text("level");
            if (level != null && !LEVELS.contains(level.text())) {
                findings.at(level.line(), level.text());
            }
        }
    }

    private static final class AuthorMissing extends Check {
        AuthorMissing() {
            super(
                    "author.missing",
                    Severity.WARNING,
                    "rules, Author",
                    "There is no author; licences of rules demand one with every match");
        }

        @Override
        void look(View view, Findings findings) {
            if (view.isRule() && view.text("author") == null) {
                findings.at(1);
            }
        }
    }

    private static final class DescriptionMissing extends Check {
        DescriptionMissing() {
            super(
                    "description.missing",
                    Severity.NOTE,
                    "rules, Description",
                    "There is no description");
        }

        @Override
        void look(View view, Findings findings) {
            if (view.isRule() && view.text("description") == null) {
                findings.at(1);
            }
        }
    }

    private static final class DescriptionLong extends Check {
        DescriptionLong() {
            super(
                    "description.too-long",
                    Severity.ERROR,
                    "rules, Description",
                    "The description has {0} characters; 65,535 are allowed");
        }

        @Override
        void look(View view, Findings findings) {
            Yaml.Scalar description = view.text("description");
            if (description != null && description.text().length() > 65_535) {
                findings.at(description.line(), description.text().length());
            }
        }
    }

    private static final class DateForm extends Check {
        DateForm() {
            super(
                    "date.form",
                    Severity.ERROR,
                    "rules, Date; rules, Modified",
                    "{0}: «{1}» is no date written YYYY-MM-DD");
        }

        @Override
        void look(View view, Findings findings) {
            for (String attribute : List.of("date", "modified")) {
                Yaml.Scalar date = view.text(attribute);
                if (date != null && date(date) == null) {
                    findings.at(date.line(), attribute, date.text());
                }
            }
        }
    }

    private static final class ModifiedBeforeDate extends Check {
        ModifiedBeforeDate() {
            super(
                    "date.modified-before",
                    Severity.WARNING,
                    "rules, Modified",
                    "Modified on {0}, before its date {1}");
        }

        @Override
        void look(View view, Findings findings) {
            Yaml.Scalar date = view.text("date");
            Yaml.Scalar modified = view.text("modified");
            LocalDate first = date == null ? null : date(date);
            LocalDate last = modified == null ? null : date(modified);
            if (modified != null && first != null && last != null && last.isBefore(first)) {
                findings.at(modified.line(), last, first);
            }
        }
    }
}
