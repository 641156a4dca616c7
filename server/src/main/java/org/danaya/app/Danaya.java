package org.danaya.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.danaya.audit.AuditCommand;
import org.danaya.backup.BackupCommand;
import org.danaya.backup.RestoreCommand;
import org.danaya.base.Version;
import org.danaya.defence.detection.run.DetectCommand;
import org.danaya.defence.rules.SigmaCommand;
import org.danaya.doctor.DoctorCommand;
import org.danaya.logdesk.LogCommand;
import org.danaya.mandates.check.VerifyCommand;
import org.danaya.page.Invocation;
import org.danaya.page.Language;
import org.danaya.page.Terminal;
import org.danaya.page.Words;
import org.danaya.texts.TextCommand;
import org.danaya.trust.ceremony.CeremonyCommand;
import org.danaya.trust.issuance.AuditIssuanceCommand;
import org.danaya.trust.policy.CertPolicyCommand;
import org.danaya.trust.registration.command.CertCommand;
import org.danaya.trust.seal.SignCommand;
import org.danaya.trust.timestamp.TimestampCommand;
import org.danaya.trust.trustlist.TrustlistCommand;
import org.danaya.trust.validation.ValidateCommand;
import org.danaya.witness.MonitorCommand;
import org.danaya.witness.WitnessCommand;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.IVersionProvider;

/** The program: one command of the command line. */
@Command(
        name = "danaya",
        mixinStandardHelpOptions = true,
        versionProvider = Danaya.VersionLine.class)
public final class Danaya {

    /** Commands by name, in the order in which the help tells them. */
    private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("run", RunCommand.class);
        COMMANDS.put("demo", DemoCommand.class);
        COMMANDS.put("admin-link", AdminLinkCommand.class);
        COMMANDS.put("log", LogCommand.class);
        COMMANDS.put("witness", WitnessCommand.class);
        COMMANDS.put("backup", BackupCommand.class);
        COMMANDS.put("restore", RestoreCommand.class);
        COMMANDS.put("doctor", DoctorCommand.class);
        COMMANDS.put("audit", AuditCommand.class);
        COMMANDS.put("validate", ValidateCommand.class);
        COMMANDS.put("verify", VerifyCommand.class);
        COMMANDS.put("detect", DetectCommand.class);
        COMMANDS.put("sign", SignCommand.class);
        COMMANDS.put("timestamp", TimestampCommand.class);
        COMMANDS.put("trustlist", TrustlistCommand.class);
        COMMANDS.put("ceremony", CeremonyCommand.class);
        COMMANDS.put("cert", CertCommand.class);
        COMMANDS.put("sigma", SigmaCommand.class);
        COMMANDS.put("text", TextCommand.class);
    }

    private Danaya() {}

    /** What {@code --version} prints. */
    static final class VersionLine implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"danaya " + Version.current()};
        }
    }

    /**
     * Runs one command and exits with its code: 0 done, 1 a negative answer, 2 wrong use, 3
     * failure.
     */
    public static void main(String[] arguments) {
        // What a command prints is its answer; the platform sets up its own log when it starts.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        // What is wrong with a signed file is the answer of a command and no warning beside it.
        for (String files : List.of("eu.europa.esig.dss", "org.apache.pdfbox")) {
            ((Logger) LoggerFactory.getLogger(files)).setLevel(Level.OFF);
        }
        Language language = Language.of(Terminal.systemLanguage());
        try {
            System.exit(commandLine(language, arguments).execute(arguments));
        } catch (OutOfMemoryError e) {
            System.exit(new Terminal(Words.load(), language).failure(e));
        }
    }

    /** The command line with all its commands. */
    static CommandLine commandLine(Language language) {
        return commandLine(language, new String[0]);
    }

    /**
     * The command line for those arguments: where they begin with a command, with no other one,
     * because to know them all takes longer than what many of them do.
     */
    static CommandLine commandLine(Language language, String[] arguments) {
        Terminal terminal = new Terminal(Words.load(), language);
        CommandLine line = new CommandLine(new Danaya(), factory(terminal));
        if (arguments.length > 0 && COMMANDS.containsKey(arguments[0])) {
            add(arguments[0], line);
        } else {
            COMMANDS.keySet().forEach(name -> add(name, line));
        }
        return HelpText.of(line, language)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((problem, _) -> WrongUse.tell(problem, terminal))
                .setExecutionExceptionHandler((problem, _, _) -> terminal.failure(problem));
    }

    private static void add(String name, CommandLine line) {
        CommandLine command =
                new CommandLine(Objects.requireNonNull(COMMANDS.get(name)), line.getFactory());
        switch (name) {
            // They are of modules that the log doesn't know: witnesses, authorities.
            case "log" ->
                    command.addSubcommand(MonitorCommand.class)
                            .addSubcommand(AuditIssuanceCommand.class);
            // The policy's documents need what stands above registration; the others write into
            // the journal and the log of a whole platform, which is started for them.
            case "cert" ->
                    command.addSubcommand(CertPolicyCommand.class)
                            .addSubcommand(CertRequestCommand.class)
                            .addSubcommand(CertRevokeCommand.class);
            default -> {}
        }
        line.addSubcommand(name, command);
    }

    /** Makes each command with the constructor that takes the invocation, where it has one. */
    private static IFactory factory(Terminal terminal) {
        Invocation invocation = new Invocation(terminal, Configuration::settings);
        return new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                try {
                    var constructor = type.getDeclaredConstructor(Invocation.class);
                    constructor.setAccessible(true);
                    return constructor.newInstance(invocation);
                } catch (NoSuchMethodException _) {
                    return CommandLine.defaultFactory().create(type);
                }
            }
        };
    }
}
