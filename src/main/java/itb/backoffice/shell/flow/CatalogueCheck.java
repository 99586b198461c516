package itb.backoffice.shell.flow;

import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.chain.FindingCount;
import itb.backoffice.validation.CheckStore;
import itb.backoffice.validation.CheckStore.Checked;
import itb.backoffice.validation.Validator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks whatever was downloaded and not yet checked in its present version, in the background, for the table. */
public final class CatalogueCheck {
    private static final int AT_ONCE = 50;
    private static final int SHOWN_FROM = 20;

    private final CatalogueStore catalogue;
    private final CheckStore checks;
    private final Validator validator;
    private final ChainModel chain;
    private final Messages messages;

    /** Checks the roles of {@code catalogue} and tells {@code chain}. */
    public CatalogueCheck(
            CatalogueStore catalogue, CheckStore checks, Validator validator, ChainModel chain, Messages messages) {
        this.catalogue = catalogue;
        this.checks = checks;
        this.validator = validator;
        this.chain = chain;
        this.messages = messages;
    }

    /** Starts the check; stopping it loses nothing that was found. */
    public void start(Background background) {
        List<Summary> roles = chain.summaries("PractitionerRole");
        background.run(
                messages.get("shell.check.title"), progress -> check(roles, background, progress), nothing -> {});
    }

    private boolean check(List<Summary> roles, Background background, Progress progress) {
        Map<String, Checked> known = checks.all();
        Map<String, Checked> fresh = new HashMap<>();
        long done = 0;
        for (Summary role : roles) {
            progress.check();
            StoredResource resource = catalogue.get(role.type(), role.id()).orElse(null);
            String stamp = resource == null ? "" : stamp(resource);
            Checked before = known.get(role.reference());
            if (resource != null && (before == null || !before.stamp().equals(stamp))) {
                FindingCount count = FindingCount.of(validator.validate(resource.json()));
                fresh.put(role.reference(), new Checked(stamp, count.errors(), count.warnings()));
            }
            done++;
            if (fresh.size() >= AT_ONCE) {
                tell(fresh, background);
                fresh = new HashMap<>();
            }
            if (done % SHOWN_FROM == 0) {
                progress.report(messages.get("shell.check.progress", done, roles.size()), done, roles.size());
            }
        }
        tell(fresh, background);
        return true;
    }

    private String stamp(StoredResource resource) {
        return validator.stamp() + " " + resource.version() + " "
                + Integer.toHexString(resource.json().hashCode());
    }

    private void tell(Map<String, Checked> fresh, Background background) {
        if (fresh.isEmpty()) {
            return;
        }
        checks.put(fresh);
        Map<String, FindingCount> counts = new HashMap<>();
        fresh.forEach(
                (reference, checked) -> counts.put(reference, new FindingCount(checked.errors(), checked.warnings())));
        background.run(() -> counts, chain::counted);
    }
}
