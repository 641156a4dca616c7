package org.danaya.sigma.engine;

import java.math.BigDecimal;
import java.util.OptionalInt;
import org.danaya.sigma.rule.Dates;
import org.danaya.sigma.rule.Network;
import org.danaya.sigma.rule.Order;
import org.danaya.sigma.rule.ValueTest;

/** Tests of a value that no literal finds. */
final class Judges {

    private Judges() {}

    static Table.Judge of(ValueTest test) {
        return switch (test) {
            case ValueTest.Regex regex -> new Expression(regex);
            case ValueTest.Cidr(Network network) -> text -> contains(network, text);
            case ValueTest.Compare(Order order, BigDecimal value) ->
                    text -> {
                        BigDecimal number = text.numeric();
                        return number != null && order.holds(number, value);
                    };
            case ValueTest.TimePart(ValueTest.TimePart.Unit unit, Order order, BigDecimal number) ->
                    text -> {
                        OptionalInt part = part(text, unit);
                        return part.isPresent()
                                && order.holds(BigDecimal.valueOf(part.getAsInt()), number);
                    };
            case ValueTest.Glob(var parts, boolean cased) -> new Wild(parts, cased)::fits;
            case ValueTest.Empty empty -> text -> text.plainLength() == 0;
            case ValueTest.NumberEqual(BigDecimal value) ->
                    text -> {
                        BigDecimal number = text.numeric();
                        return number != null && number.compareTo(value) == 0;
                    };
            case ValueTest.Null unused -> text -> false;
            case ValueTest.Exists unused -> throw notOfAValue(test);
            case ValueTest.Not unused -> throw notOfAValue(test);
            case ValueTest.FieldRef unused -> throw notOfAValue(test);
        };
    }

    private static boolean contains(Network network, Text text) {
        byte[] address = text.address();
        return address != null && network.contains(address);
    }

    private static OptionalInt part(Text text, ValueTest.TimePart.Unit unit) {
        if (!text.isNumber()) {
            return Dates.part(text.string(), unit);
        }
        BigDecimal seconds = text.numeric();
        return seconds == null ? OptionalInt.empty() : Dates.part(seconds, unit);
    }

    private static IllegalArgumentException notOfAValue(ValueTest test) {
        return new IllegalArgumentException("Not a test of one value: " + test);
    }
}
