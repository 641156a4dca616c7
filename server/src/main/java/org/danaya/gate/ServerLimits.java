package org.danaya.gate;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.catalina.Container;
import org.danaya.base.ProxySettings;
import org.danaya.base.Settings;
import org.danaya.page.Words;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The limits that the server itself holds a request to. */
@Configuration(proxyBeanMethods = false)
public class ServerLimits {

    /** How much of a refused body is still taken, so that the client hears why. */
    private static final String SWALLOWED = "2MB";

    /** What the web framework must be told before it starts. */
    public static Map<String, Object> properties(Settings settings) {
        long body = settings.get(GateSettings.BODY);
        long silence = settings.get(GateSettings.SILENCE).toMillis();
        Map<String, Object> properties =
                new HashMap<>(
                        settings.get(GateSettings.LOG_FORMAT).properties(LogFormat.onTerminal()));
        properties.put("spring.servlet.multipart.max-file-size", body + "B");
        properties.put("spring.servlet.multipart.max-request-size", body + "B");
        properties.put("server.tomcat.max-swallow-size", SWALLOWED);
        properties.put(
                "server.tomcat.max-http-form-post-size", settings.get(GateSettings.FORM) + "B");
        properties.put(
                "server.max-http-request-header-size", settings.get(GateSettings.HEAD) + "B");
        properties.put("server.tomcat.max-parameter-count", settings.get(GateSettings.FIELDS));
        properties.put("server.tomcat.max-part-count", settings.get(GateSettings.FIELDS));
        properties.put("server.tomcat.connection-timeout", silence + "ms");
        properties.put("server.tomcat.keep-alive-timeout", silence + "ms");
        properties.put("server.tomcat.max-connections", settings.get(GateSettings.CONNECTIONS));
        properties.put("server.forward-headers-strategy", "none");
        return properties;
    }

    /** Holds connections to their limits where they come in. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connections(Settings settings) {
        int most = settings.get(GateSettings.CONNECTIONS_PER_ADDRESS);
        Duration head = settings.get(GateSettings.HEAD_TIME);
        Set<InetAddress> proxies = ProxySettings.trusted(settings);
        return factory -> {
            factory.setProtocol(HttpConnections.class.getName());
            factory.addConnectorCustomizers(
                    connector -> {
                        if (connector.getProtocolHandler() instanceof HttpConnections http) {
                            http.limit(most, head, proxies);
                        }
                    });
        };
    }

    /** Puts the plain error pages in the place of the server's own, and watches bodies. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> valves(
            Words words, Settings settings) {
        long most = settings.get(GateSettings.BODY);
        Duration grace = settings.get(GateSettings.BODY_GRACE);
        long pace = settings.get(GateSettings.BODY_PACE);
        Set<InetAddress> proxies = ProxySettings.trusted(settings);
        return factory ->
                factory.addContextCustomizers(
                        context -> {
                            Container host = context.getParent();
                            if (host instanceof org.apache.catalina.core.StandardHost standard) {
                                standard.setErrorReportValveClass(PlainErrors.class.getName());
                            }
                            host.getPipeline().addValve(new BehindProxy(proxies));
                            host.getPipeline().addValve(new PlainErrors(words));
                            host.getPipeline().addValve(new BodyWatch(most, grace, pace));
                        });
    }
}
