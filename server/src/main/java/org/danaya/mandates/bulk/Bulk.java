package org.danaya.mandates.bulk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Reach;
import org.danaya.base.SearchText;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.mandates.DraftOutcome;
import org.danaya.mandates.Drafts;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.MandateKind;
import org.danaya.mandates.MandateSearch;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.Office;
import org.danaya.mandates.Terms;
import org.danaya.mandates.bulk.BulkFile.Column;
import org.danaya.mandates.console.DraftForm;
import org.danaya.mandates.console.Grantors;
import org.danaya.people.Incumbencies;
import org.danaya.people.Incumbency;
import org.danaya.people.Person;
import org.danaya.people.Persons;
import org.danaya.people.Positions;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.store.Moments;
import org.danaya.verify.mandate.Power;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns a list into drafts: says of each line what is wrong, and drafts all of them or none. */
@Component
class Bulk {

    private static final Pattern BETWEEN_POWERS = Pattern.compile("[+,;|\\s]+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LOOKED_AT = 200;

    private final Mandates mandates;
    private final BulkTable table;
    private final Persons persons;
    private final Positions positions;
    private final Structures structures;
    private final Incumbencies incumbencies;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    Bulk(
            Mandates mandates,
            BulkTable table,
            Persons persons,
            Positions positions,
            Structures structures,
            Incumbencies incumbencies,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.mandates = mandates;
        this.table = table;
        this.persons = persons;
        this.positions = positions;
        this.structures = structures;
        this.incumbencies = incumbencies;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A line, read.
     *
     * @param form with all that is wrong with it
     * @param wish what would be drafted; empty where something is wrong
     */
    record Entry(int number, String name, Form form, Optional<Drafts.Wish> wish) {}

    /** All lines of a list, each with what is wrong with it now. */
    List<Entry> read(Office office, List<BulkFile.Line> lines) {
        List<Entry> entries = new ArrayList<>();
        Map<List<Object>, Integer> seen = new HashMap<>();
        for (BulkFile.Line line : lines) {
            Entry entry = read(office, line);
            if (entry.wish().isPresent()) {
                Terms terms = entry.wish().get().terms();
                Integer before = seen.putIfAbsent(key(terms), line.number());
                if (before != null) {
                    entry = wrong(entry, "mandates.bulk.twice", before);
                } else {
                    Optional<Long> same = same(terms);
                    if (same.isPresent()) {
                        entry = wrong(entry, "mandates.bulk.exists", "M-" + same.get());
                    }
                }
            }
            entries.add(entry);
        }
        return entries;
    }

    /**
     * Drafts all of them, or none.
     *
     * @return the batch
     * @throws Fault {@link MandateFault#BEYOND} where something is wrong meanwhile; {@link
     *     MandateFault#UNKNOWN} where the list was sent already
     */
    UUID draft(BulkTable.Kept kept, Office office, List<BulkFile.Line> lines) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            if (!table.delete(kept.id())) {
                                throw new Fault(MandateFault.UNKNOWN);
                            }
                            List<UUID> drafted = new ArrayList<>();
                            for (Entry each : read(office, lines)) {
                                drafted.add(
                                        drafted(
                                                kept.account(),
                                                each.wish()
                                                        .orElseThrow(
                                                                () ->
                                                                        new Fault(
                                                                                MandateFault
                                                                                        .BEYOND))));
                            }
                            UUID batch = ids.next();
                            table.insert(
                                    new BulkTable.Batch(
                                            batch,
                                            kept.account(),
                                            kept.office(),
                                            kept.name(),
                                            Moments.now(clock)),
                                    drafted);
                            return batch;
                        }));
    }

    private UUID drafted(UUID account, Drafts.Wish wish) {
        return switch (mandates.drafts().draft(account, wish)) {
            case DraftOutcome.Drafted(Mandate.Head head) -> head.id();
            case DraftOutcome.Refused _ -> throw new Fault(MandateFault.BEYOND);
        };
    }

    private Entry read(Office office, BulkFile.Line line) {
        Form blank = Form.of(DraftForm.WORDS, DraftForm.ofMandate(false, false));
        String typed = line.cell(Column.PERSON);
        Optional<Structure> home =
                Optional.of(line.cell(Column.STRUCTURE))
                        .filter(code -> !code.isEmpty())
                        .flatMap(structures::find);
        if (home.isEmpty() && !line.cell(Column.STRUCTURE).isEmpty()) {
            return wrong(line, blank, "mandates.bulk.structure", line.cell(Column.STRUCTURE));
        }
        List<Person> found = persons(typed, home);
        if (typed.isEmpty()) {
            return wrong(line, blank, "mandates.bulk.person.missing");
        }
        if (found.isEmpty()) {
            return home.isPresent()
                    ? wrong(
                            line,
                            blank,
                            "mandates.bulk.person.elsewhere",
                            typed,
                            home.get().identifier())
                    : wrong(line, blank, "mandates.bulk.person.unknown", typed);
        }
        if (found.size() > 1) {
            return wrong(line, blank, "mandates.bulk.person.several", typed, found.size());
        }
        Person person = found.getFirst();
        List<Incumbency> held =
                line.cell(Column.FUNCTION).isEmpty() ? held(person, home).toList() : List.of();
        if (line.cell(Column.FUNCTION).isEmpty() && held.size() != 1) {
            return wrong(line, blank, "mandates.bulk.function", person.name(), held.size());
        }
        return read(office, line, person, home, held.stream().findFirst());
    }

    private Entry read(
            Office office,
            BulkFile.Line line,
            Person person,
            Optional<Structure> home,
            Optional<Incumbency> capacity) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        put(sent, "grantor", Grantors.name(office.id()));
        put(sent, "person", person.id().toString());
        put(sent, "kind", kind(line.cell(Column.KIND)));
        put(sent, "function", line.cell(Column.FUNCTION));
        put(sent, "from", line.cell(Column.FROM));
        put(sent, "last", line.cell(Column.LAST));
        put(sent, "basis", line.cell(Column.BASIS));
        put(sent, "territory", line.cell(Column.TERRITORY).replace(',', ';'));
        put(sent, "matters", line.cell(Column.MATTERS));
        put(sent, "events", line.cell(Column.EVENTS));
        put(sent, "texts", line.cell(Column.TEXTS));
        put(sent, "structures", line.cell(Column.TOWARDS).replace(',', ';'));
        put(sent, "amount", line.cell(Column.AMOUNT));
        put(sent, "depth", line.cell(Column.DEPTH).isEmpty() ? "0" : line.cell(Column.DEPTH));
        List<String> unknown = new ArrayList<>();
        List<String> powers = new ArrayList<>();
        BETWEEN_POWERS
                .splitAsStream(line.cell(Column.POWERS))
                .filter(each -> !each.isEmpty())
                .forEach(
                        each ->
                                power(each)
                                        .ifPresentOrElse(
                                                power -> powers.add(spelled(power)),
                                                () -> unknown.add(each)));
        sent.put("powers", powers);
        Form form =
                DraftForm.checked(
                        Form.of(DraftForm.WORDS, DraftForm.ofMandate(capacity.isPresent(), false))
                                .read(new Submission(sent, Map.of())),
                        code -> structures.find(code).isPresent());
        if (!unknown.isEmpty()) {
            form = form.refuse("mandates.bulk.power", String.join(", ", unknown));
        }
        if (form.wrong()) {
            return new Entry(line.number(), person.name(), form, Optional.empty());
        }
        Drafts.Wish wish =
                new Drafts.Wish(
                        new Terms(
                                MandateKind.SPOKESPERSON.code().equals(kind(line.cell(Column.KIND)))
                                        ? MandateKind.SPOKESPERSON
                                        : MandateKind.MANDATE,
                                office.structure(),
                                new Grantor.OfOffice(office.id()),
                                person.id(),
                                capacity.map(Incumbency::id),
                                DraftForm.powers(form),
                                DraftForm.scope(form),
                                DraftForm.period(form),
                                DraftForm.depth(form),
                                form.get(DraftForm.BASIS),
                                Optional.empty(),
                                Optional.empty()),
                        line.cell(Column.FUNCTION),
                        home.map(Structure::id));
        form = DraftForm.refused(form, mandates.drafts().check(wish));
        return new Entry(
                line.number(),
                person.name(),
                form,
                form.wrong() ? Optional.empty() : Optional.of(wish));
    }

    /** By id, or by exact name; then only those who hold a position in the structure. */
    private List<Person> persons(String typed, Optional<Structure> home) {
        Optional<UUID> id = Ids.read(typed.toLowerCase(Locale.ROOT));
        if (id.isPresent()) {
            return persons.find(id.get()).stream().toList();
        }
        List<String> words = words(typed);
        return persons.list(typed, 0, LOOKED_AT).stream()
                .filter(each -> words(each.name()).equals(words))
                .filter(each -> home.isEmpty() || held(each, home).findAny().isPresent())
                .toList();
    }

    private Stream<Incumbency> held(Person person, Optional<Structure> home) {
        LocalDate today = mandates.register().today();
        return incumbencies.ofPerson(person.id()).stream()
                .filter(each -> each.holds(today))
                .filter(
                        each ->
                                home.isEmpty()
                                        || positions
                                                .find(each.position())
                                                .filter(
                                                        position ->
                                                                position.structure()
                                                                        .equals(home.get().id()))
                                                .isPresent());
    }

    /** A mandate of the same terms that isn't over. */
    private Optional<Long> same(Terms terms) {
        return mandates
                .register()
                .list(
                        MandateSearch.of(new Reach.Everywhere()).heldBy(terms.person()),
                        "",
                        0,
                        LOOKED_AT)
                .stream()
                .filter(
                        each ->
                                List.of("draft", "approved", "signed", "in-force", "suspended")
                                        .contains(each.state()))
                .map(MandateSearch.Found::head)
                .filter(head -> key(head.terms()).equals(key(terms)))
                .map(Mandate.Head::number)
                .findFirst();
    }

    private static List<Object> key(Terms terms) {
        return List.of(
                terms.person(), terms.grantor(), terms.powers(), terms.scope(), terms.period());
    }

    private static Entry wrong(BulkFile.Line line, Form form, String key, Object... facts) {
        return new Entry(
                line.number(), line.cell(Column.PERSON), form.refuse(key, facts), Optional.empty());
    }

    private static Entry wrong(Entry entry, String key, Object... facts) {
        return new Entry(
                entry.number(), entry.name(), entry.form().refuse(key, facts), Optional.empty());
    }

    private static void put(Map<String, List<String>> sent, String field, String value) {
        if (!value.isEmpty()) {
            sent.put(field, List.of(value));
        }
    }

    private static String kind(String typed) {
        String plain = SearchText.plain(typed).replace('-', ' ').strip();
        return plain.isEmpty() || plain.equals("mandat") || plain.equals("mandate")
                ? MandateKind.MANDATE.code()
                : plain.equals("porte parole") || plain.equals("spokesperson")
                        ? MandateKind.SPOKESPERSON.code()
                        : typed;
    }

    private static Optional<Power> power(String typed) {
        String plain = SearchText.plain(typed).toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Power.values())
                .filter(each -> each.code().equals(plain) || each.name().equals(plain))
                .findFirst();
    }

    private static String spelled(Power power) {
        return power.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> words(String name) {
        return NO_WORD.splitAsStream(SearchText.plain(name))
                .filter(word -> !word.isEmpty())
                .sorted()
                .toList();
    }
}
