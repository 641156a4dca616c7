package org.danaya.witness;

import java.util.concurrent.Callable;
import org.danaya.base.Settings;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.store.Home;
import org.danaya.store.StoreSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the keys that logs check this witness's cosignatures with. */
@Command(name = "key", mixinStandardHelpOptions = true)
final class WitnessKeyCommand implements Callable<Integer> {

    @Mixin private final HomeOption home = new HomeOption();

    private final Invocation invocation;

    WitnessKeyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Settings settings = invocation.settings(home);
        WitnessKeys keys = WitnessAlone.keys(settings, Home.open(settings.get(StoreSettings.HOME)));
        keys.verifiers().forEach(key -> invocation.terminal().print(key.vkey()));
        return Terminal.DONE;
    }
}
