package org.danaya.mandates;

/**
 * The most that may be engaged at once.
 *
 * @param units whole units of the currency, 1 or more
 * @param currency ISO 4217, such as {@code XOF}
 */
public record Amount(long units, String currency) {

    /** Checks both. */
    public Amount {
        if (units < 1 || !currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("Not an amount: " + units + " " + currency);
        }
    }

    /** Whether it is no more than another; amounts of two currencies are never compared. */
    boolean within(Amount most) {
        return currency.equals(most.currency) && units <= most.units;
    }

    @Override
    public String toString() {
        return units + " " + currency;
    }
}
