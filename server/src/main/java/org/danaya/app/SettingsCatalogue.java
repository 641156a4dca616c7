package org.danaya.app;

import java.util.List;
import java.util.stream.Stream;
import org.danaya.access.AccessSettings;
import org.danaya.audit.AuditSettings;
import org.danaya.backup.BackupSettings;
import org.danaya.base.ProxySettings;
import org.danaya.base.Setting;
import org.danaya.crypto.KeySettings;
import org.danaya.edge.EdgeSettings;
import org.danaya.gate.GateSettings;
import org.danaya.jobs.JobsSettings;
import org.danaya.log.LogSettings;
import org.danaya.mandates.status.MandateSettings;
import org.danaya.page.PageSettings;
import org.danaya.programs.ProgramsSettings;
import org.danaya.signin.SigninSettings;
import org.danaya.store.StoreSettings;
import org.danaya.trust.authority.AuthoritySettings;
import org.danaya.trust.registration.RegistrationSettings;
import org.danaya.trust.seal.SealSettings;
import org.danaya.trust.status.StatusSettings;
import org.danaya.trust.timestamp.TimestampSettings;
import org.danaya.trust.trustlist.TrustlistSettings;
import org.danaya.trust.validation.ValidationSettings;
import org.danaya.witness.WitnessSettings;

/** Every setting of every module. */
final class SettingsCatalogue {

    static final List<Setting<?>> ALL =
            Stream.of(
                            AppSettings.ALL,
                            StoreSettings.ALL,
                            BackupSettings.ALL,
                            JobsSettings.ALL,
                            KeySettings.ALL,
                            LogSettings.ALL,
                            PageSettings.ALL,
                            GateSettings.ALL,
                            ProxySettings.ALL,
                            AccessSettings.ALL,
                            SigninSettings.ALL,
                            ProgramsSettings.ALL,
                            EdgeSettings.ALL,
                            AuditSettings.ALL,
                            WitnessSettings.ALL,
                            AuthoritySettings.ALL,
                            StatusSettings.ALL,
                            TimestampSettings.ALL,
                            RegistrationSettings.ALL,
                            TrustlistSettings.ALL,
                            SealSettings.ALL,
                            ValidationSettings.ALL,
                            MandateSettings.ALL)
                    .flatMap(List::stream)
                    .toList();

    private SettingsCatalogue() {}
}
