package org.danaya.doctor;

import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.danaya.base.Fault;
import org.danaya.base.Settings;
import org.danaya.base.SettingsRefused;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.store.Home;
import org.danaya.store.HomeLock;
import org.danaya.store.StoreSettings;
import org.danaya.store.Visit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Says what is wrong with an installation, why, and what to do. */
@Command(name = "doctor", mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {

    private static final List<DoctorCheck> OURS =
            List.of(
                    new JavaCheck(),
                    new DiskCheck(),
                    new KeysCheck(),
                    new ClockCheck(),
                    new PortsCheck());

    @Option(names = "--json", descriptionKey = "json")
    private boolean asJson;

    @Mixin private HomeOption home = new HomeOption();

    private final Invocation invocation;

    DoctorCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    /**
     * 0 where all is well, 1 where something is wrong, 3 where something could not be looked at.
     */
    @Override
    public Integer call() {
        List<Finding> findings;
        try {
            findings = examine(invocation.settings(home));
        } catch (SettingsRefused e) {
            invocation.terminal().failure(e);
            findings = List.of(Finding.wrong("configuration", e.problems().size()));
        }
        findings.forEach(this::say);
        if (findings.stream().anyMatch(finding -> finding instanceof Finding.Wrong)) {
            return Terminal.NEGATIVE;
        }
        return findings.stream().anyMatch(finding -> finding instanceof Finding.Unseen)
                ? Terminal.FAILURE
                : Terminal.DONE;
    }

    private static List<Finding> examine(Settings settings) {
        Home home = Home.at(settings.get(StoreSettings.HOME));
        List<Finding> findings = new ArrayList<>();
        // The folder is looked at before the database, whose start would mend what it can.
        Patient asleep =
                new Patient(home, settings, Optional.empty(), running(home), Clock.systemUTC());
        OURS.forEach(check -> findings.addAll(look(check, asleep)));
        if (Files.isDirectory(home.data())) {
            findings.addAll(database(settings, asleep));
        }
        return findings;
    }

    private static List<Finding> database(Settings settings, Patient asleep) {
        try (Visit visit = Visit.begin(settings)) {
            Patient patient =
                    new Patient(
                            asleep.home(),
                            settings,
                            Optional.of(visit.address()),
                            asleep.runningPid(),
                            asleep.clock());
            List<Finding> findings = new ArrayList<>(look(new DatabaseCheck(), patient));
            ServiceLoader.load(DoctorCheck.class)
                    .forEach(check -> findings.addAll(look(check, patient)));
            return findings;
        } catch (Fault e) {
            return List.of(Finding.wrong("database-fault", e));
        }
    }

    private static List<Finding> look(DoctorCheck check, Patient patient) {
        try {
            return check.look(patient);
        } catch (RuntimeException e) {
            return List.of(
                    Finding.unseen("check-failed", check.getClass().getSimpleName(), e.toString()));
        }
    }

    private static Optional<Long> running(Home home) {
        if (!Files.exists(home.path().resolve("lock"))) {
            return Optional.empty();
        }
        try {
            Optional<HomeLock> lock = HomeLock.tryTake(home);
            if (lock.isPresent()) {
                lock.get().close();
                return Optional.empty();
            }
            return Optional.of(Long.parseLong(HomeLock.holder(home)));
        } catch (Fault | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void say(Finding finding) {
        String state =
                switch (finding) {
                    case Finding.Good _ -> "good";
                    case Finding.Wrong _ -> "wrong";
                    case Finding.Unseen _ -> "unseen";
                };
        String sentence = sentence(finding);
        if (asJson) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("state", state);
            facts.put("code", finding.code());
            facts.put("finding", sentence);
            invocation.terminal().print(JsonMapper.builder().build().writeValueAsString(facts));
        } else {
            invocation.terminal().say("doctor.line." + state, sentence);
        }
    }

    private String sentence(Finding finding) {
        if (finding.facts().size() == 1 && finding.facts().getFirst() instanceof Fault fault) {
            return invocation.terminal().sentence(fault);
        }
        return invocation
                .terminal()
                .sentence("doctor." + finding.code(), finding.facts().toArray());
    }
}
