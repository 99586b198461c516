package itb.backoffice.shell.review;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.Failure.OutcomeIssue;
import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import itb.backoffice.shell.draft.DraftHost;
import itb.backoffice.shell.draft.DraftsView;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.Finding.Origin;
import itb.backoffice.validation.Finding.Severity;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Lifelike drafts, uploads and conflicts for the gallery. */
public final class ReviewScenes {
    private final Messages texts;
    private final Background background;
    private final Environment environment;
    private final ReviewGround ground;
    private final StoredResource kari;

    public ReviewScenes(Messages texts, Background background, Environment environment) {
        this.texts = texts;
        this.background = background;
        this.environment = environment;
        try {
            ground = new ReviewGround(Files.createTempDirectory("scenes"), texts, Instant::now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var known = ReviewGround.role(
                "kari",
                "Kari Nordmann",
                "sandvika",
                "Kari har jobbet med barn i tjue år og er opptatt av at alle skal føle seg trygge i stolen.");
        ReviewGround.photo(known, face(new Color(0x6a, 0x8c, 0xb8)));
        kari = ground.known(known);
        ground.change(kari, json -> {
            ReviewGround.describe(
                    json,
                    "Kari har jobbet med barn og ungdom i over tjue år og er opptatt av at alle skal føle seg trygge.");
            json.withArray("/contained").removeAll();
            json.withArray("/extension").remove(1);
            ReviewGround.photo(json, face(new Color(0xb8, 0x7a, 0x5a)));
            ReviewGround.move(json, "bergen");
        });
        ground.change(
                ground.known(ReviewGround.role("ola", "Ola Hansen", "bergen", "Ola snakker polsk.")),
                json -> json.put("active", false));
        ground.create(ReviewGround.role("siri", "Siri Åsen", "sandvika", "Siri er ny hos oss."));
        ground.delete(ground.known(ReviewGround.role("per", "Per Øst", "bergen", "Per slutter til sommeren.")));
        ground.findings.put(
                "siri",
                List.of(new Finding(
                        Severity.ERROR,
                        "PractitionerRole.code",
                        "A role must say what the person does.",
                        "r",
                        "t",
                        Origin.NEW)));
        ground.findings.put(
                "ola",
                List.of(new Finding(
                        Severity.WARNING,
                        "PractitionerRole.organization",
                        "The billing organisation has no name.",
                        "r",
                        "t",
                        Origin.BEFORE)));
    }

    private static byte[] face(Color colour) {
        BufferedImage image = new BufferedImage(200, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, 200, 240);
        pen.setColor(new Color(0xf0, 0xd0, 0xb0));
        pen.fillOval(50, 40, 100, 120);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private List<String> all() {
        return ground.drafts.all().stream().map(Draft::reference).toList();
    }

    public void clear() {
        ground.drafts.discard(all());
    }

    public Parent drafts() {
        DraftsView view = new DraftsView(texts, background, ground.drafts, new DraftHost() {
            @Override
            public void open(String reference) {}

            @Override
            public void review(List<String> references) {}

            @Override
            public void draftsChanged() {}
        });
        view.findings(Map.of(
                "PractitionerRole/siri",
                ground.findings.get("siri"),
                "PractitionerRole/ola",
                ground.findings.get("ola")));
        view.refresh();
        return view.root();
    }

    public Parent review() {
        ReviewView view = new ReviewView(texts, background, ground.desk(environment), new Quiet(), reference -> {});
        view.show(all());
        return view.root();
    }

    /** A review whose upload meets a refusal and a conflict. */
    public Parent troubled() {
        ground.refuse(new Failure(
                Failure.Kind.INVALID,
                422,
                "PUT [base]/PractitionerRole/ola: 422",
                List.of(new OutcomeIssue(
                        "error", "business-rule", "Ola still has bookings", List.of("PractitionerRole.active"))),
                null));
        ground.elsewhere("kari", json -> ReviewGround.describe(json, "Kari er i permisjon."));
        return review();
    }

    public Parent conflict() {
        ground.elsewhere("kari", json -> {
            ReviewGround.describe(json, "Kari har jobbet med barn i tjue år. Hun er tilbake i januar.");
            ReviewGround.move(json, "sandvika");
            json.put("active", false);
        });
        ReviewDesk desk = ground.desk(environment);
        desk.upload(desk.plan(List.of("PractitionerRole/kari"), Progress.none()), Progress.none());
        ConflictView view = new ConflictView(texts, background, ground.conflicts(), ground.tools(background), () -> {});
        view.show("PractitionerRole/kari");
        return view.root();
    }

    public Parent history() {
        ground.elsewhere("ola", json -> json.put("active", false));
        ReviewDesk desk = ground.desk(environment);
        desk.upload(desk.plan(all(), Progress.none()), Progress.none());
        HistoryView view = new HistoryView(texts, background, ground.history(), ground.host);
        view.refresh();
        return view.root();
    }

    /** The versions of a role that was changed here and elsewhere. */
    public Parent versions() {
        ReviewDesk desk = ground.desk(environment);
        desk.upload(desk.plan(all(), Progress.none()), Progress.none());
        ground.elsewhere("kari", json -> {
            ReviewGround.describe(json, "Kari er i permisjon til mars.");
            json.put("active", false);
        });
        ground.fetched("kari");
        VersionsView view = new VersionsView(texts, background, ground.versions(), new VersionHost() {
            @Override
            public void restored(String reference) {}

            @Override
            public void leaveVersions() {}
        });
        view.show("PractitionerRole/kari");
        return view.root();
    }

    static final class Quiet implements ReviewHost {
        @Override
        public void open(String reference, @Nullable String path) {}

        @Override
        public List<Touched> touched(String reference) {
            return List.of(new Touched("2 roles", List.of("Kari Nordmann", "Ola Hansen")));
        }

        @Override
        public void close() {}

        @Override
        public void findOut() {}

        @Override
        public void ended(String summary) {}

        @Override
        public void changed() {}
    }
}
