package org.danaya.mandates.console;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.mandates.Amount;
import org.danaya.mandates.Limit;
import org.danaya.mandates.MandateKind;
import org.danaya.mandates.Objection;
import org.danaya.mandates.Period;
import org.danaya.mandates.Scope;
import org.danaya.mandates.Terms;
import org.danaya.mandates.Worth;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;

/** The fields in which the terms of a mandate, or the powers of an office, are typed. */
public final class DraftForm {

    /** Where its words stand. */
    public static final String WORDS = "mandates.draft";

    static final Field<String> GRANTOR = Field.text("grantor", 45).hidden();
    static final Field<String> PERSON = Field.text("person", 36).hidden();
    static final Field<String> CAPACITY = Field.text("capacity", 36).optional().hidden();
    static final Field<String> REPLACES = Field.text("replaces", 36).optional().hidden();
    static final Field<String> VERSION = Field.text("version", 9).optional().hidden();
    static final Field<String> KIND =
            Field.choice(
                            "kind",
                            Stream.of(MandateKind.MANDATE, MandateKind.SPOKESPERSON)
                                    .map(
                                            each ->
                                                    Option.worded(
                                                            each.code(),
                                                            "mandates.kind." + each.code()))
                                    .toList())
                    .radios();
    static final Field<String> FUNCTION = Field.text("function", 200);
    static final Field<Set<Power>> POWERS = Field.several("powers", Power.class, "mandates.power");
    static final Field<java.time.LocalDate> FROM = Field.date("from");
    static final Field<java.time.LocalDate> LAST = Field.date("last");
    static final Field<Long> DEPTH = Field.number("depth", 0, Terms.DEEPEST);

    /** The act that it rests on. */
    public static final Field<String> BASIS = Field.text("basis", Terms.LONGEST_BASIS);

    static final Field<Long> AMOUNT = Field.number("amount", 1, 999_999_999_999_999L).optional();
    static final Field<Limit> STRUCTURES = side(Scope.Side.STRUCTURES, _ -> true);

    private static final String CURRENCY = "XOF";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final Map<Scope.Side, Field<Limit>> SIDES =
            new EnumMap<>(
                    Map.of(
                            Scope.Side.MATTERS,
                            side(Scope.Side.MATTERS, _ -> true),
                            Scope.Side.TERRITORY,
                            side(
                                    Scope.Side.TERRITORY,
                                    code -> code.matches("[A-Z]{2}(-[A-Z0-9]{1,3})?")),
                            Scope.Side.EVENTS,
                            side(Scope.Side.EVENTS, _ -> true),
                            Scope.Side.TEXTS,
                            side(Scope.Side.TEXTS, _ -> true),
                            Scope.Side.STRUCTURES,
                            STRUCTURES));

    private DraftForm() {}

    /** The fields of a mandate. */
    public static List<Field<?>> ofMandate(boolean inCapacity, boolean ofDelegation) {
        List<Field<?>> fields =
                new ArrayList<>(List.of(GRANTOR, PERSON, CAPACITY, REPLACES, VERSION));
        if (!ofDelegation) {
            fields.add(KIND);
        }
        if (!inCapacity) {
            fields.add(FUNCTION);
        }
        fields.addAll(ofPowers());
        return fields;
    }

    /** What a mandate and an office have in common. */
    static List<Field<?>> ofPowers() {
        List<Field<?>> fields = new ArrayList<>(List.of(POWERS, FROM, LAST, BASIS));
        fields.addAll(SIDES.values());
        fields.add(AMOUNT);
        fields.add(DEPTH);
        return fields;
    }

    /** The same form with nothing of it shown. */
    static List<Field<?>> hidden(List<Field<?>> fields) {
        return fields.stream().<Field<?>>map(DraftForm::unshown).toList();
    }

    private static <T> Field<T> unshown(Field<T> field) {
        return field.hidden();
    }

    static Form with(
            Form form, Powers powers, Scope scope, Period period, int depth, String basis) {
        Form filled =
                form.with(POWERS, powers.toSet())
                        .with(FROM, period.from())
                        .with(LAST, period.last())
                        .with(BASIS, basis)
                        .with(DEPTH, (long) depth)
                        .with(AMOUNT, scope.most().map(Amount::units));
        for (Map.Entry<Scope.Side, Field<Limit>> side : SIDES.entrySet()) {
            Limit limit = scope.limit(side.getKey());
            if (limit instanceof Limit.Only) {
                filled = filled.with(side.getValue(), limit);
            }
        }
        return filled;
    }

    /** The form with what can be told without asking a service. */
    public static Form checked(Form form, Predicate<String> isStructure) {
        Form all = form;
        if (all.find(FROM).isPresent()
                && all.find(LAST).isPresent()
                && all.get(LAST).isBefore(all.get(FROM))) {
            all = all.refuse(LAST, "mandates.refused.order");
        }
        List<String> unknown =
                all.find(STRUCTURES).stream()
                        .flatMap(limit -> limit.codes().stream())
                        .filter(isStructure.negate())
                        .toList();
        return unknown.isEmpty()
                ? all
                : all.refuse(STRUCTURES, "mandates.refused.structure", String.join(", ", unknown));
    }

    /** The powers that were ticked. */
    public static Powers powers(Form form) {
        return Powers.of(form.get(POWERS));
    }

    /** The days that were typed. */
    public static Period period(Form form) {
        return new Period(form.get(FROM), form.get(LAST).plusDays(1));
    }

    /** How often it may be passed on. */
    public static int depth(Form form) {
        return Math.toIntExact(form.get(DEPTH));
    }

    private static Field<Limit> side(Scope.Side side) {
        return Objects.requireNonNull(SIDES.get(side));
    }

    /** The limits that were typed. */
    public static Scope scope(Form form) {
        Map<Scope.Side, Limit> limits = new EnumMap<>(Scope.Side.class);
        SIDES.forEach(
                (side, field) -> form.find(field).ifPresent(limit -> limits.put(side, limit)));
        return new Scope(limits, form.find(AMOUNT).map(units -> new Amount(units, CURRENCY)));
    }

    /** The form with what stands against the terms, next to the fields that say it. */
    public static Form refused(Form form, List<Objection> objections) {
        Form all = form;
        for (Objection objection : objections) {
            all =
                    switch (objection) {
                        case Objection.NotHeld(Worth.Hold hold) ->
                                all.refuse(
                                        "mandates.objection.not-held."
                                                + hold.name().toLowerCase(Locale.ROOT));
                        case Objection.OfPower(Power power) ->
                                all.refuse(
                                        POWERS, "mandates.refused.power." + Shown.spelled(power));
                        case Objection.OfScope(Scope.Side side) ->
                                all.refuse(side(side), "mandates.refused.scope");
                        case Objection.OfAmount() -> all.refuse(AMOUNT, "mandates.refused.amount");
                        case Objection.OfPeriod(Period period) ->
                                all.refuse(
                                        form.get(FROM).isBefore(period.from()) ? FROM : LAST,
                                        "mandates.refused.period",
                                        DAY.format(period.from()),
                                        DAY.format(period.last()));
                        case Objection.OfDepth(int most) ->
                                all.refuse(DEPTH, "mandates.refused.depth", most);
                        case Objection.OfSilence() ->
                                all.refuse(POWERS, "mandates.objection.of-silence");
                        case Objection.OfPast() -> all.refuse(LAST, "mandates.refused.past");
                        case Objection.OfStructure _, Objection.OfSelf _, Objection.OfCapacity _ ->
                                all.refuse("mandates.objection." + objection.code());
                    };
        }
        return all;
    }

    /** Codes between semicolons, on one line. */
    private static Field<Limit> side(Scope.Side side, Predicate<String> isCode) {
        return Field.text(side.code(), Limit.MOST * (Limit.LONGEST + 2))
                .optional()
                .as(
                        text -> limit(text, isCode),
                        limit -> String.join("; ", limit.codes()),
                        "mandates.refused.codes");
    }

    private static Limit limit(String text, Predicate<String> isCode) {
        List<String> codes =
                Arrays.stream(text.split(";", -1))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .toList();
        if (!codes.stream().allMatch(isCode)) {
            throw new IllegalArgumentException("Not codes: " + text);
        }
        return Limit.of(codes);
    }

    /** A field that a form may not have. */
    public static Optional<String> typed(Form form, String name) {
        return form.inputs().stream()
                .filter(input -> input.name().equals(name))
                .map(org.danaya.form.Input::value)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
