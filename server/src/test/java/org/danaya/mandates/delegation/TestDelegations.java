package org.danaya.mandates.delegation;

import java.security.SecureRandom;
import java.time.Clock;
import org.danaya.base.Ids;
import org.danaya.mandates.TestMandates;

/** Delegations on the database of a kit. */
public final class TestDelegations {

    public final Delegations delegations;

    public TestDelegations(TestMandates kit) {
        delegations =
                new Delegations(
                        kit.people.jdbc,
                        kit.mandates,
                        kit.people.transactions,
                        kit.people.told::add,
                        new Ids(Clock.systemUTC(), new SecureRandom()),
                        kit.clock);
    }
}
