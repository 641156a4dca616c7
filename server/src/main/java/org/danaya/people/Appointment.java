package org.danaya.people;

import java.util.UUID;

/**
 * What somebody typed to appoint a person, as typed.
 *
 * @param acting whether the person only stands in
 * @param form the code of a {@link Position.TitleForm}
 * @param from the first day
 * @param until the first day on which it doesn't hold any more; empty if no end is decided
 * @param act the reference of the act of appointment
 * @param replacing whether whoever holds the position then is to leave it on the first day
 */
public record Appointment(
        UUID position,
        UUID person,
        boolean acting,
        String form,
        String from,
        String until,
        String act,
        boolean replacing) {}
