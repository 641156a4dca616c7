package org.danaya.trust.issuance;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Settings;
import org.danaya.store.Store;
import org.danaya.trust.authority.Authority;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.Infrastructure;
import org.danaya.trust.authority.PlatformAuthorities;
import org.danaya.trust.authority.RevocationReason;
import org.danaya.trust.authority.Revocations;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.profile.SubjectAttribute;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A program that is made to be killed: store, log and authority. It issues and revokes, and writes
 * down each act that was committed.
 */
final class KilledIssuer {

    private static final int ISSUERS = 2;
    private static final int MOST_TOGETHER = 3;

    /** Of acknowledgements, before anything is killed. */
    private static final long SOME_BYTES = 3_000;

    private static final int MOST_CERTIFICATES = 1_000_000;

    private final Infrastructure infrastructure;
    private final Revocations revocations;
    private final Authority authority;
    private final PublicKey key;

    private KilledIssuer(AnnotationConfigApplicationContext context) throws Exception {
        infrastructure = context.getBean(Infrastructure.class);
        revocations = context.getBean(Revocations.class);
        authority = PlatformAuthorities.on(context::getBean, AuthorityKind.PERSONS);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        key = generator.generateKeyPair().getPublic();
    }

    /** Arguments: the home; and, where it isn't for the first time, the file of acts and a seed. */
    public static void main(String[] arguments) throws Exception {
        Settings settings = IssuanceKillTest.settings(Path.of(arguments[0]));
        try (Store store = Store.open(settings);
                AnnotationConfigApplicationContext context = context(store, settings)) {
            KilledIssuer issuer = new KilledIssuer(context);
            if (arguments.length == 1) {
                issuer.infrastructure.approve(
                        issuer.authority.id(),
                        "ocsp",
                        "ceremony:example",
                        Duration.ofDays(400),
                        MOST_CERTIFICATES);
                System.out.println("settled");
            } else {
                issuer.write(Path.of(arguments[1]), Long.parseLong(arguments[2]));
            }
        }
    }

    private static AnnotationConfigApplicationContext context(Store store, Settings settings) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(Settings.class, () -> settings);
        context.registerBean(
                "store",
                Store.class,
                () -> store,
                definition -> ((AbstractBeanDefinition) definition).setDestroyMethodName(""));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(SecureRandom.class, () -> new SecureRandom());
        context.registerBean(
                Ids.class, () -> new Ids(Clock.systemUTC(), context.getBean(SecureRandom.class)));
        context.registerBean(MeterRegistry.class, () -> new SimpleMeterRegistry());
        context.registerBean(
                JdbcClient.class, () -> JdbcClient.create(context.getBean(DataSource.class)));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(PlatformTransactionManager.class)));
        context.addBeanFactoryPostProcessor(KilledIssuer::lazily);
        context.scan("org.danaya.store", "org.danaya.log", "org.danaya.trust.authority");
        context.refresh();
        return context;
    }

    /** What nobody asks for isn't made: it may need modules that aren't here. */
    private static void lazily(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanDefinitionNames()) {
            BeanDefinition definition = beans.getBeanDefinition(name);
            if ("authorityConfiguration".equals(definition.getFactoryBeanName())) {
                definition.setLazyInit(true);
            }
        }
    }

    private void write(Path acknowledged, long seed) throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < ISSUERS; i++) {
            Random random = new Random(seed + i);
            threads.add(Thread.ofPlatform().start(() -> write(acknowledged, random)));
        }
        while (Files.notExists(acknowledged) || Files.size(acknowledged) < SOME_BYTES) {
            Thread.sleep(2);
        }
        System.out.println("ready");
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void write(Path acknowledged, Random random) {
        List<Certificate> mine = new ArrayList<>();
        try (FileChannel file =
                FileChannel.open(
                        acknowledged, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                if (!mine.isEmpty() && random.nextInt(3) == 0) {
                    revoke(file, mine.remove(random.nextInt(mine.size())));
                } else {
                    issue(file, mine, 1 + random.nextInt(MOST_TOGETHER));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void issue(FileChannel file, List<Certificate> mine, int count) throws IOException {
        List<Infrastructure.Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            wanted.add(
                    new Infrastructure.Wanted(
                            Map.of(SubjectAttribute.COMMON_NAME, "Example responder"),
                            List.of(),
                            key.getEncoded(),
                            Optional.empty()));
        }
        try {
            for (Certificate issued : infrastructure.issue(authority.id(), "ocsp", wanted)) {
                say(file, "issued " + HexFormat.of().formatHex(issued.sha256()));
                mine.add(issued);
            }
        } catch (DataAccessException | TransactionException | Fault _) {
            // The database was killed: nothing was promised.
        }
    }

    private void revoke(FileChannel file, Certificate certificate) throws IOException {
        try {
            revocations.revoke(certificate.id(), RevocationReason.SUPERSEDED, Optional.empty());
            say(file, "revoked " + certificate.id());
        } catch (DataAccessException | TransactionException | Fault _) {
            // As above.
        }
    }

    private static void say(FileChannel file, String line) throws IOException {
        file.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
    }
}
