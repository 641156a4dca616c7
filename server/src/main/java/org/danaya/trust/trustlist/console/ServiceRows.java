package org.danaya.trust.trustlist.console;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.danaya.form.Field;
import org.danaya.form.Option;
import org.danaya.form.Query;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.table.Cell;
import org.danaya.table.Column;
import org.danaya.table.Table;
import org.danaya.table.TableView;
import org.danaya.trust.trustlist.model.ServiceState;
import org.danaya.trust.trustlist.model.ServiceType;
import org.danaya.trust.trustlist.model.TrustedList;
import org.danaya.trust.trustlist.model.TrustedList.Listed;

/** The services of a list as a table; a list has hundreds at most, so it is sorted in memory. */
final class ServiceRows {

    private static final Field<String> TEXT = Field.text("q", 100).optional();
    private static final Field<String> TYPE =
            Field.choice(
                            "type",
                            Arrays.stream(ServiceType.values())
                                    .map(each -> Option.worded(each.code(), words(each)))
                                    .toList())
                    .optional();
    private static final Field<String> STATE =
            Field.choice(
                            "state",
                            List.of(
                                            "granted",
                                            "withdrawn",
                                            "recognisedatnationallevel",
                                            "deprecatedatnationallevel",
                                            "other")
                                    .stream()
                                    .map(each -> Option.worded(each, "trustlist.state." + each))
                                    .toList())
                    .optional();

    private final Table<Listed> table;

    /**
     * @param base what stands before a service's key in the address of its page
     */
    ServiceRows(String words, String base) {
        this.table =
                Table.of(
                                words,
                                List.of(
                                        Column.<Listed>link(
                                                        "service",
                                                        ServiceRows::service,
                                                        each -> base + each.service().key())
                                                .sortedBy("service"),
                                        Column.<Listed>text("provider", ServiceRows::provider)
                                                .sortedBy("provider"),
                                        new Column<Listed>("type", ServiceRows::type, "type"),
                                        Column.<Listed>tag(
                                                        "state",
                                                        each -> tag(each.service().state()))
                                                .sortedBy("state"),
                                        Column.<Listed>time("since", ServiceRows::since)
                                                .sortedBy("since")))
                        .filteredBy(TEXT, TYPE, STATE)
                        .startingWith("provider");
    }

    Table.Asked asked(Query query) {
        return table.asked(query);
    }

    List<Listed> rows(TrustedList list, Table.Asked asked) {
        String text = asked.filters().find(TEXT).orElse("").toLowerCase(Locale.ROOT);
        Optional<String> type = asked.filters().find(TYPE);
        Optional<String> state = asked.filters().find(STATE);
        Comparator<Listed> order =
                switch (asked.sort().replaceFirst("^-", "")) {
                    case "service" -> Comparator.comparing(ServiceRows::service);
                    case "type" -> Comparator.comparing(each -> each.service().type());
                    case "state" -> Comparator.comparing(each -> each.service().state().code());
                    case "since" -> Comparator.comparing(ServiceRows::since);
                    case String _ -> Comparator.comparing(ServiceRows::provider);
                };
        return list.services().stream()
                .filter(each -> matches(each, text))
                .filter(
                        each ->
                                type.isEmpty()
                                        || ServiceType.of(each.service().type())
                                                .filter(it -> it.code().equals(type.get()))
                                                .isPresent())
                .filter(
                        each ->
                                state.isEmpty()
                                        || each.service().state().code().equals(state.get()))
                .sorted(asked.sort().startsWith("-") ? order.reversed() : order)
                .toList();
    }

    TableView show(TrustedList list, Table.Asked asked) {
        List<Listed> all = rows(list, asked);
        return table.show(
                asked, all.stream().skip(asked.offset()).limit(asked.limit()).toList(), all.size());
    }

    Table<Listed> table() {
        return table;
    }

    /** Whether a text is in a name, an identifier or an address. */
    static boolean matches(Listed each, String text) {
        return text.isEmpty()
                || (String.valueOf(each.service().name())
                                + each.service().formerNames()
                                + each.provider().name()
                                + each.provider().tradeNames())
                        .toLowerCase(Locale.ROOT)
                        .contains(text);
    }

    static Tag tag(ServiceState state) {
        return new Tag(
                "trustlist.state." + state.code(),
                switch (state) {
                    case ServiceState.Granted _, ServiceState.Recognised _ -> Tone.SUCCESS;
                    case ServiceState.Withdrawn _, ServiceState.Unrecognised _ -> Tone.DANGER;
                    case ServiceState.Other _ -> Tone.NEUTRAL;
                });
    }

    static String words(ServiceType type) {
        return "trustlist.type." + type.code();
    }

    private static String service(Listed each) {
        return each.service().name().best(Locale.FRENCH);
    }

    private static String provider(Listed each) {
        return each.provider().name().best(Locale.FRENCH);
    }

    private static Instant since(Listed each) {
        return each.service().standings().getLast().since();
    }

    private static Cell type(Listed each) {
        return ServiceType.of(each.service().type())
                .<Cell>map(type -> new Cell.Words(words(type)))
                .orElseGet(() -> new Cell.Code(each.service().type()));
    }
}
