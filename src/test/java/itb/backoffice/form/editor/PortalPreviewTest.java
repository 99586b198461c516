package itb.backoffice.form.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import itb.backoffice.demo.chain.ChainGenerator;
import itb.backoffice.demo.chain.ChainSize;
import itb.backoffice.form.Choices;
import itb.backoffice.form.Field;
import itb.backoffice.form.Form;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.Values;
import itb.backoffice.form.editor.portal.PortalPreview;
import itb.backoffice.form.type.Forms;
import itb.backoffice.shell.ScreenTest;
import itb.backoffice.validation.shape.Shapes;
import javafx.scene.Parent;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class PortalPreviewTest extends ScreenTest {
    private final ObjectNode chain = new ChainGenerator(1, new ChainSize(2))
            .resources()
            .filter(one -> one.path("resourceType").asText().equals("Organization"))
            .findFirst()
            .orElseThrow();
    private final Form form = Forms.of("Organization", chain).orElseThrow();
    private FormModel model;

    @Override
    protected Parent screen() {
        model = new FormModel(form, chain, chain, edit -> {});
        EditorTools tools = new EditorTools(
                TEXTS,
                background,
                Choices.none(),
                () -> 400,
                new Shapes(
                        () -> {
                            throw new AssertionError("a picture needs no profile");
                        },
                        (type, named) -> ""));
        return new StackPane(form.tabs().stream()
                .flatMap(tab -> PortalPreview.beside(model, tab, tools).stream())
                .findFirst()
                .orElseThrow());
    }

    private void set(String key, com.fasterxml.jackson.databind.JsonNode value) {
        Field field = form.field(key).orElseThrow();
        interact(() -> model.edit(field, copy -> Values.set(copy, field, value)));
    }

    private void says(String key) {
        waitUntil(() -> words("portal-words").contains(TEXTS.get(key)));
    }

    @Test
    void whateverSettingChangesItsPageIsShownAsPatientsWillSeeIt() {
        waitUntil(() -> lookup(node -> node instanceof ImageView view && view.getImage() != null)
                .tryQuery()
                .isPresent());
        set("showPricesForTreatments", TextNode.valueOf("never-show-price"));
        says("form.portal.listPrices.NO");
        assertTrue(!said().contains(TEXTS.get("form.portal.sample.price")));
        set("showPricesForTreatments", TextNode.valueOf("always-show-price"));
        says("form.portal.listPrices.YES");
        assertTrue(said().contains(TEXTS.get("form.portal.sample.price")));
        set("showPractitionerAvatar", null);
        says("form.portal.avatars.OPEN");
        set("showClinicMapInMyPage", BooleanNode.TRUE);
        says("form.portal.map.YES");
        set("showClinicImage", TextNode.valueOf("show-clinic-map"));
        says("form.portal.clinics.MAP");
        set("bannerText", TextNode.valueOf("Velkommen hit"));
        waitUntil(() -> said().contains("Velkommen hit"));
        set("aboveFormReminder", TextNode.valueOf("Husk briller"));
        waitUntil(() -> said().contains("Husk briller"));
        clickOn("#portal-CONFIRMATION");
        says("form.portal.confirmedPrices.NO");
        assertEquals(1, lookup(".portal").queryAll().size());
    }
}
