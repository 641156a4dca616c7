package org.danaya.bench;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.danaya.base.Ids;
import org.danaya.base.Setting;
import org.danaya.base.Settings;
import org.danaya.crypto.KeySettings;
import org.danaya.log.LeafIntegrated;
import org.danaya.log.LogSettings;
import org.danaya.page.Words;
import org.danaya.store.Store;
import org.danaya.store.StoreSettings;
import org.danaya.trust.authority.AuthoritySettings;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Store and log as the platform runs them, without the planes above. */
final class LogPlatform implements AutoCloseable {

    private final Store store;
    private final AnnotationConfigApplicationContext context;

    private LogPlatform(Store store, AnnotationConfigApplicationContext context) {
        this.store = store;
        this.context = context;
    }

    /** Starts them. {@code listener} hears of every leaf whose checkpoint is durable. */
    static LogPlatform start(Settings settings, Consumer<LeafIntegrated> listener) {
        return start(settings, listener, new String[0]);
    }

    /** Starts them, and the modules of these packages above them. */
    static LogPlatform start(Settings settings, String... packages) {
        return start(settings, _ -> {}, packages);
    }

    private static LogPlatform start(
            Settings settings, Consumer<LeafIntegrated> listener, String[] packages) {
        Store store = Store.open(settings);
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(Settings.class, () -> settings);
        context.registerBean(
                "store",
                Store.class,
                () -> store,
                definition -> ((AbstractBeanDefinition) definition).setDestroyMethodName(""));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(SecureRandom.class, () -> new SecureRandom());
        context.registerBean(Words.class, Words::load);
        context.registerBean(MeterRegistry.class, () -> new SimpleMeterRegistry());
        context.registerBean(
                JdbcClient.class, () -> JdbcClient.create(context.getBean(DataSource.class)));
        context.addApplicationListener(
                event -> {
                    if (event instanceof PayloadApplicationEvent<?> payload
                            && payload.getPayload() instanceof LeafIntegrated leaf) {
                        listener.accept(leaf);
                    }
                });
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(PlatformTransactionManager.class)));
        context.registerBean(
                Ids.class,
                () -> new Ids(context.getBean(Clock.class), context.getBean(SecureRandom.class)));
        context.scan("org.danaya.store", "org.danaya.log");
        if (packages.length > 0) {
            // What a bench doesn't ask for isn't made: it may need modules that aren't here.
            context.addBeanFactoryPostProcessor(LogPlatform::lazily);
            context.scan(packages);
        }
        try {
            context.refresh();
            return new LogPlatform(store, context);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static void lazily(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanDefinitionNames()) {
            BeanDefinition bean = beans.getBeanDefinition(name);
            String type = bean.getFactoryBeanName();
            String own = String.valueOf(bean.getBeanClassName());
            if ((type != null && type.startsWith("authority"))
                    || own.endsWith("Pages")
                    || own.endsWith("Api")) {
                bean.setLazyInit(true);
            }
        }
    }

    /** The settings of a home, with the defaults. */
    static Settings settings(Path home) {
        List<Setting<?>> known =
                Stream.of(
                                StoreSettings.ALL,
                                LogSettings.ALL,
                                KeySettings.ALL,
                                AuthoritySettings.ALL)
                        .flatMap(List::stream)
                        .toList();
        return Settings.of(known, Map.of("home", home.toString()));
    }

    /** All beans of a type that were made. */
    <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    TransactionTemplate transactions() {
        return new TransactionTemplate(bean(PlatformTransactionManager.class));
    }

    @Override
    public void close() {
        context.close();
        store.close();
    }
}
