package org.danaya.trust.issuance;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.danaya.access.ActingFor;
import org.danaya.access.TestNames;
import org.danaya.base.Ids;
import org.danaya.base.Setting;
import org.danaya.base.Settings;
import org.danaya.crypto.KeySettings;
import org.danaya.log.LogSettings;
import org.danaya.page.Words;
import org.danaya.store.Store;
import org.danaya.store.StoreSettings;
import org.danaya.trust.authority.AuthoritySettings;
import org.danaya.trust.status.StatusSettings;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Store, log and authority as the platform runs them, and what a test asks for above them. */
final class IssuerPlatform {

    private IssuerPlatform() {}

    static Settings settings(Path home) {
        List<Setting<?>> known =
                Stream.of(
                                StoreSettings.ALL,
                                LogSettings.ALL,
                                KeySettings.ALL,
                                AuthoritySettings.ALL,
                                StatusSettings.ALL)
                        .flatMap(List::stream)
                        .toList();
        return Settings.of(known, Map.of("home", home.toString()));
    }

    /** Starts them, and the modules of other packages. */
    static ConfigurableApplicationContext on(Store store, Settings settings, String... packages) {
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
        context.registerBean(Words.class, Words::load);
        context.registerBean(ActingFor.class, TestNames::nobody);
        context.registerBean(
                JdbcClient.class, () -> JdbcClient.create(context.getBean(DataSource.class)));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(PlatformTransactionManager.class)));
        context.addBeanFactoryPostProcessor(IssuerPlatform::lazily);
        context.scan("org.danaya.store", "org.danaya.log", "org.danaya.trust.authority");
        if (packages.length > 0) {
            context.scan(packages);
        }
        context.refresh();
        return context;
    }

    /** What nobody asks for isn't made: it may need modules that aren't here. */
    private static void lazily(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanDefinitionNames()) {
            BeanDefinition definition = beans.getBeanDefinition(name);
            if ("authorityConfiguration".equals(definition.getFactoryBeanName())
                    || String.valueOf(definition.getBeanClassName()).endsWith("Pages")) {
                definition.setLazyInit(true);
            }
        }
    }
}
