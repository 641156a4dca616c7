package org.danaya.base;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which proxies are believed when they say who the client is, for every port. */
public final class ProxySettings {

    /** Whether a proxy stands before the program; without it, no header is believed. */
    public static final Setting<Boolean> BEHIND_PROXY = Setting.flag("behind-proxy", false);

    /** The exact addresses of the proxies: an address that isn't listed is a client's. */
    public static final Setting<Set<InetAddress>> TRUSTED_PROXIES =
            new Setting<>(
                    "trusted-proxies",
                    "IP addresses with commas between",
                    "127.0.0.1, ::1",
                    false,
                    ProxySettings::addresses);

    /** All of them, in the order of the documentation. */
    public static final List<Setting<?>> ALL = List.of(BEHIND_PROXY, TRUSTED_PROXIES);

    private ProxySettings() {}

    /** The proxies whose {@code X-Forwarded-For} is believed. */
    public static Set<InetAddress> trusted(Settings settings) {
        return settings.get(BEHIND_PROXY) ? settings.get(TRUSTED_PROXIES) : Set.of();
    }

    private static Set<InetAddress> addresses(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(InetAddress::ofLiteral)
                .collect(Collectors.toUnmodifiableSet());
    }
}
