package itb.backoffice.shell.review;

import static itb.backoffice.shell.review.OutcomeGround.ROLE;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.review.SpoiledServer.Told;
import java.nio.file.Files;
import javafx.scene.Parent;

/** One upload that ends in every way there is, for the gallery. */
public final class OutcomeScene {
    private final Messages texts;
    private final Background background;

    public OutcomeScene(Messages texts, Background background) {
        this.texts = texts;
        this.background = background;
    }

    /** The review before it; its button does the rest. */
    public Parent review() {
        try {
            OutcomeGround ground = new OutcomeGround(Files.createTempDirectory("outcomes"), texts);
            drafts(ground);
            ReviewView view = new ReviewView(texts, background, ground.desk, new ReviewScenes.Quiet(), reference -> {});
            view.show(ground.all());
            return view.root();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bill(ObjectNode role, String name) {
        role.withObjectProperty("organization").put("display", name);
    }

    private static void drafts(OutcomeGround ground) throws Exception {
        SpoiledServer server = ground.server;
        server.declare(metadata -> {
            ((ObjectNode) metadata.path("rest").path(0)).remove("interaction");
            SpoiledServer.eachType(
                    metadata, type -> type.put("versioning", "versioned").put("updateCreate", false));
        });
        StoredResource[] roles = new StoredResource[10];
        for (int i = 0; i < roles.length; i++) {
            roles[i] = ground.known(ROLE, i);
            if (i != 9) {
                ground.change(roles[i], json -> bill(json, "Nordtand Fjord AS"));
            }
        }
        server.spoil(roles[0].reference(), call -> call.writes() ? refusal() : null);
        server.elsewhere(roles[1].reference(), json -> bill(json, "Vestlandet Tannhelse AS"));
        server.elsewhere(roles[2].reference(), json -> json.put("active", false));
        server.deleteElsewhere(roles[3].reference());
        server.spoil(roles[4].reference(), call -> {
            if (call.headers.remove("If-Match") != null) {
                server.elsewhere(roles[4].reference(), json -> json.put("active", false));
            }
            return null;
        });
        server.spoil(roles[5].reference(), call -> {
            if (call.headers.remove("If-Match") != null) {
                server.deleteElsewhere(roles[5].reference());
            }
            return null;
        });
        server.spoil(roles[6].reference(), call -> {
            call.body = call.body.replace("Nordtand Fjord AS", "NORDTAND FJORD AS");
            return null;
        });
        StoredResource clinic = ground.known("HealthcareService", 0);
        ground.create(clinic, "new-clinic", json -> json.put("name", "Nordtand Ny"));
        ground.create(
                roles[7],
                "new-role",
                json -> ((ObjectNode) json.path("healthcareService").path(0))
                        .put("reference", "HealthcareService/new-clinic")
                        .put("display", "Nordtand Ny"));
        server.spoil(
                "HealthcareService",
                call -> call.method.equals("POST") ? SpoiledServer.refusal(403, "No more clinics in this plan") : null);
        ObjectNode code = (ObjectNode)
                Json.object(ground.known("ActivityDefinition", 0).json()).path("code");
        ground.create(ground.known("ActivityDefinition", 1), "new-treatment", json -> json.set("code", code));
        ground.delete(roles[9]);
        server.loseTheAnswer(roles[9].reference());
    }

    private static Told refusal() {
        ObjectNode outcome = Json.object(SpoiledServer.refusal(
                        422, "The billing organisation is not known in the accounts", ROLE + ".organization")
                .body());
        ((ArrayNode) outcome.path("issue"))
                .addObject()
                .put("severity", "warning")
                .put("code", "informational")
                .put("diagnostics", "Bookings until 12 January will be kept as they are");
        return new Told(422, Json.write(outcome));
    }
}
