package itb.backoffice.shell.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Connection.SignIn;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import itb.backoffice.upload.UploadPlan;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanPageTest {
    private static final ZonedDateTime NOON = ZonedDateTime.of(2026, 11, 25, 12, 0, 0, 0, ZoneOffset.UTC);

    @TempDir
    Path folder;

    private ReviewGround ground;

    @BeforeEach
    void drafts() {
        ground = new ReviewGround(folder, Messages.of(Locale.UK), Instant::now);
        ground.change(
                ground.known(ReviewGround.role(
                        "kari", "Kari <script>alert(1)</script> & Co", "sandvika", "Eats \"fish\" daily.")),
                json -> {
                    ReviewGround.describe(
                            json, "Eats <b>fish</b> & 'chips' daily, and has done so for many years now.");
                    ReviewGround.photo(json, png());
                    json.put("active", false);
                });
        ground.delete(ground.known(ReviewGround.role("per", "Per Øst", "bergen", "Per slutter.")));
        ground.create(ReviewGround.role("siri", "Siri Åsen", "sandvika", "Siri er ny."));
    }

    @AfterEach
    void close() {
        ground.close();
    }

    private static byte[] png() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(20, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private String page(Locale language) {
        List<String> all = List.of("PractitionerRole/kari", "PractitionerRole/per", "PractitionerRole/siri");
        UploadPlan plan =
                ground.desk(Environment.PRODUCTION).plan(all, Progress.none()).leaveOut("PractitionerRole/siri");
        Connection to = new Connection(
                "id-4711",
                "Nordtand",
                URI.create("https://somebody:hunter2@itb.example:8443/fhir?key=hunter3"),
                Environment.PRODUCTION,
                SignIn.BEARER_TOKEN);
        var sheet = new PlanSheet(
                to, plan, Map.of("PractitionerRole/per", List.of(new Touched("1 role", List.of("A<B")))), null);
        StringBuilder page = new StringBuilder();
        try {
            PlanPage.write(sheet, NOON, Messages.of(language), page, Progress.none());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
    }

    @Test
    void whateverAnybodyTypedIsTextAndNothingIsFetchedOrRun() {
        String page = page(Locale.UK);
        assertFalse(page.contains("<script"), page);
        assertTrue(page.contains("Kari &lt;script&gt;alert(1)&lt;/script&gt; &amp; Co"));
        assertTrue(page.contains("A&lt;B"));
        assertTrue(page.contains("default-src 'none'"));
        assertFalse(Pattern.compile("(src|href|url)\\s*[=(]\\s*[\"']?(?!data:)(https?:|//|file:)")
                .matcher(page)
                .find());
        assertFalse(page.contains(" on" + "error=") || page.contains("javascript:"));
    }

    @Test
    void itHasWordsPicturesAndWhatElseIsTouchedButNoSecret() {
        String page = page(Locale.UK);
        assertTrue(page.contains("3 changes for Nordtand"));
        assertTrue(page.contains("https://itb.example:8443/fhir</p>"));
        assertTrue(page.contains("src=\"data:image/png;base64,iVBOR"));
        assertTrue(page.contains("PNG, 20 × 30, 1 kB"));
        assertTrue(page.contains("<ins>"));
        assertTrue(page.contains("Also touched: 1 role"));
        assertTrue(page.contains("Left out"));
        assertTrue(page.contains("2 of 3 go along."));
        assertFalse(page.contains("hunter") || page.contains("somebody") || page.contains("id-4711"));
        assertTrue(page.contains("prefers-color-scheme: dark"));
    }

    @Test
    void itSpeaksTheUsersLanguage() {
        assertTrue(page(Locale.of("sv")).contains("<html lang=\"sv\">"));
        assertTrue(page(Locale.of("sv")).contains("3 ändringar för Nordtand"));
        assertTrue(page(Locale.of("nb")).contains("25. november 2026"));
        assertEquals(1, page(Locale.UK).split("<main>", -1).length - 1);
    }
}
