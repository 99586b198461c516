package itb.backoffice.shell;

import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.check.FindingsHost;
import itb.backoffice.shell.check.FindingsModel;
import itb.backoffice.shell.check.FindingsView;
import itb.backoffice.shell.edit.Workbench;
import itb.backoffice.shell.flow.CatalogueCheck;
import itb.backoffice.validation.FieldPath;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.Fix;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** Ties the check of the whole chain, and the page that shows what it found, to the window. */
public final class ChainFindings {
    private final FindingsModel model;
    private final CatalogueCheck check;
    private final Workbench bench;
    private final Background background;
    private final Messages messages;

    /** What {@code check} finds is in {@code model}; what it offers is done at {@code bench}. */
    public ChainFindings(
            FindingsModel model, CatalogueCheck check, Workbench bench, Background background, Messages messages) {
        this.model = model;
        this.check = check;
        this.bench = bench;
        this.background = background;
        this.messages = messages;
    }

    /** Checks whatever changed since the last time. */
    void start() {
        check.start(background);
    }

    /** Runs {@code action} at the end of every check. */
    void whenChecked(Runnable action) {
        model.runningProperty().addListener((property, old, now) -> {
            if (now == null) {
                action.run();
            }
        });
    }

    /** The page of findings, which opens things through {@code actions}. */
    Page page(ChainActions actions, MainWindow window) {
        FindingsView view = new FindingsView(model, messages, background, new Host(actions, window));
        return new Page("findings", Feather.CHECK_SQUARE, model.countProperty(), view::root, view::focus);
    }

    private final class Host implements FindingsHost {
        private final ChainActions actions;
        private final MainWindow window;

        Host(ChainActions actions, MainWindow window) {
            this.actions = actions;
            this.window = window;
        }

        @Override
        public void open(String reference, Finding finding) {
            bench.desk()
                    .read(
                            type(reference),
                            id(reference),
                            resource -> actions.open(reference, FieldPath.of(finding, resource)));
        }

        @Override
        public void mend(String reference, Finding finding) {
            Fix fix = finding.fix();
            if (fix != null) {
                bench.bulk().change(List.of(reference), fix::applyTo, edited -> {
                    if (edited.count() == 0) {
                        window.status().say(messages.get("page.bulk.busy", edited.busy()));
                        return;
                    }
                    window.notice()
                            .show(
                                    messages.get("shell.check.fixed", finding.message()),
                                    () -> bench.bulk().undo(edited, taken -> actions.changed()),
                                    () -> {});
                    actions.changed();
                });
            }
        }

        @Override
        public void check() {
            start();
        }
    }

    private static String type(String reference) {
        return reference.substring(0, reference.indexOf('/'));
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
