package org.danaya.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import java.util.Objects;
import java.util.ResourceBundle;
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
        subcommands = {
            RunCommand.class,
            DemoCommand.class,
            AdminLinkCommand.class,
            LogCommand.class,
            WitnessCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DoctorCommand.class,
            AuditCommand.class,
            ValidateCommand.class,
            VerifyCommand.class,
            DetectCommand.class,
            SignCommand.class,
            TimestampCommand.class,
            TrustlistCommand.class,
            CeremonyCommand.class,
            CertCommand.class,
            SigmaCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Danaya.VersionLine.class)
public final class Danaya {

    /** The words of the language, and never those of the operating system's. */
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

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
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return commandLine(Language.of(Terminal.systemLanguage()));
    }

    static CommandLine commandLine(Language language) {
        Terminal terminal = new Terminal(Words.load(), language);
        Invocation invocation = new Invocation(terminal, Configuration::settings);
        CommandLine line = new CommandLine(new Danaya(), commands(invocation));
        // They are of modules that the log doesn't know: witnesses, authorities.
        Objects.requireNonNull(line.getSubcommands().get("log"))
                .addSubcommand(MonitorCommand.class)
                .addSubcommand(AuditIssuanceCommand.class);
        // The policy's documents need what stands above registration; the others write into the
        // journal and the log of a whole platform, which is started for them.
        Objects.requireNonNull(line.getSubcommands().get("cert"))
                .addSubcommand(CertPolicyCommand.class)
                .addSubcommand(CertRequestCommand.class)
                .addSubcommand(CertRevokeCommand.class);
        return line.setResourceBundle(
                        ResourceBundle.getBundle("commands", language.locale(), EXACT))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((problem, _) -> WrongUse.tell(problem, terminal))
                .setExecutionExceptionHandler((problem, _, _) -> terminal.failure(problem));
    }

    /** Makes each command with the constructor that takes the invocation, where it has one. */
    private static IFactory commands(Invocation invocation) {
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
