package org.danaya.doctor;

import java.time.Clock;
import java.util.Optional;
import org.danaya.base.Settings;
import org.danaya.store.DatabaseAddress;
import org.danaya.store.Home;

/**
 * What is looked at.
 *
 * @param home the installation's folder; need not exist
 * @param settings the configuration
 * @param database where the database is, if it answers
 * @param runningPid the process id of the program that runs on the home, if one does
 * @param clock the machine's clock
 */
public record Patient(
        Home home,
        Settings settings,
        Optional<DatabaseAddress> database,
        Optional<Long> runningPid,
        Clock clock) {}
