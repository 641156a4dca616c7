package org.danaya.access;

import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.danaya.base.Fault;

/**
 * The persons behind accounts. Four eyes are those of persons: whoever had an account that was
 * closed, and has another since, is one.
 */
public final class AccountPersons {

    private final UnaryOperator<UUID> persons;

    /**
     * Persons as somebody knows them.
     *
     * @param persons the person of an account; a {@link Fault} where there is no such account
     */
    public AccountPersons(UnaryOperator<UUID> persons) {
        this.persons = persons;
    }

    /**
     * The person of an account.
     *
     * @throws Fault where there is no such account
     */
    public UUID get(UUID account) {
        return persons.apply(account);
    }

    /** The person of an account; nobody where it is none, as the id of a program. */
    public Optional<UUID> find(UUID account) {
        try {
            return Optional.of(persons.apply(account));
        } catch (Fault _) {
            return Optional.empty();
        }
    }

    /** Whether the same person is behind two accounts. */
    public boolean areSame(UUID account, UUID other) {
        return account.equals(other)
                || find(account).filter(each -> find(other).equals(Optional.of(each))).isPresent();
    }
}
