package itb.backoffice.form.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.demo.chain.ChainGenerator;
import itb.backoffice.demo.chain.ChainSize;
import itb.backoffice.form.Field;
import itb.backoffice.form.Form;
import itb.backoffice.form.portal.PortalLook.Beside;
import itb.backoffice.form.portal.PortalLook.Corner;
import itb.backoffice.form.portal.PortalLook.Shown;
import itb.backoffice.form.type.Forms;
import itb.backoffice.platform.Json;
import org.junit.jupiter.api.Test;

class PortalLookTest {
    private static final ObjectNode CHAIN = new ChainGenerator(1, new ChainSize(2))
            .resources()
            .filter(one -> one.path("resourceType").asText().equals("Organization"))
            .findFirst()
            .orElseThrow();

    private static PortalLook look(ObjectNode organisation) {
        return PortalLook.of(Forms.of("Organization", organisation).orElseThrow(), organisation);
    }

    @Test
    void itShowsWhatTheSettingsSay() {
        PortalLook look = look(CHAIN);
        assertEquals("Nordtand", look.name());
        assertEquals(Shown.YES, look.listPrices());
        assertEquals(Shown.NO, look.confirmedPrices());
        assertEquals(Shown.YES, look.avatars());
        assertEquals(Beside.PICTURE, look.clinics());
        assertEquals(Shown.NO, look.map());
        assertEquals(Corner.BOTTOM_LEFT, look.banner().corner());
        assertTrue(look.banner().picture().isPresent());
        assertEquals(look, look(CHAIN.deepCopy()), "the same settings look the same");
    }

    @Test
    void whatIsNotSaidIsNotDecided() {
        PortalLook look = look(Json.object("{\"resourceType\":\"Organization\"}"));
        assertEquals(Shown.OPEN, look.listPrices());
        assertEquals(Beside.OPEN, look.clinics());
        assertEquals(Shown.OPEN, look.search());
    }

    @Test
    void everySettingOfThePortalChangesWhatIsShownAndBelongsToAPage() {
        Form form = Forms.of("Organization", CHAIN).orElseThrow();
        for (var tab : form.tabs()) {
            if (tab.key().equals("portal") || tab.key().equals("banner")) {
                for (Field field : tab.fields()) {
                    assertTrue(PortalScreen.of(field.key()).isPresent(), field.key());
                    ObjectNode without = CHAIN.deepCopy();
                    itb.backoffice.form.Elements.set(without, field.lead(), null);
                    assertNotEquals(look(CHAIN), look(without), field.key());
                }
            }
        }
    }
}
