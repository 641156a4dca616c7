package org.danaya.page.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.danaya.app.TestPlatform;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.ServletRequestPathUtils;

/** Every route of the platform against addresses made of all of them. */
final class RoutesByBeginningTest {

    @Test
    void noRouteThatMatchesIsPassedOver() {
        RoutesByBeginning routes = TestPlatform.bean(RoutesByBeginning.class);
        List<RequestMappingInfo> all = List.copyOf(routes.getHandlerMethods().keySet());
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("RoutesByBeginningTest: -Ddanaya.seed=" + seed);
        Random random = new Random(seed);
        List<String> addresses = new ArrayList<>(List.of("/", "/nowhere", "/console", "//"));
        all.stream()
                .flatMap(each -> each.getPatternValues().stream())
                .sorted()
                .forEach(pattern -> addresses.add(filled(pattern, random)));
        int matches = 0;
        for (String address : addresses) {
            for (RequestMappingInfo route : all) {
                HttpServletRequest request = request(address);
                boolean matching = route.getMatchingCondition(request) != null;
                assertEquals(
                        matching,
                        routes.getMatchingMapping(route, request) != null,
                        () -> address + " and " + route);
                matches += matching ? 1 : 0;
            }
        }
        assertTrue(matches > 100, "Too few matches to mean anything: " + matches);
    }

    private static HttpServletRequest request(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", address);
        ServletRequestPathUtils.parseAndCache(request);
        return request;
    }

    /** An address that a pattern means, sometimes written otherwise, longer or shorter. */
    private static String filled(String pattern, Random random) {
        String address =
                pattern.replaceAll("\\{[^}]*\\}", "a1B2").replace("**", "x/y").replace('*', 'z');
        return switch (random.nextInt(8)) {
            case 0 -> address + "/";
            case 1 -> address + "/more";
            case 2 -> address.replace("c", "%63");
            case 3 -> address + ";v=1";
            case 4 -> address.substring(0, address.lastIndexOf('/') + 1);
            default -> address;
        };
    }
}
