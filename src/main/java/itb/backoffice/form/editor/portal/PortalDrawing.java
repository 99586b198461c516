package itb.backoffice.form.editor.portal;

import itb.backoffice.form.editor.picture.Pixels;
import itb.backoffice.form.picture.PictureFile;
import itb.backoffice.form.portal.PortalLook;
import itb.backoffice.form.portal.PortalLook.Beside;
import itb.backoffice.form.portal.PortalLook.Shown;
import itb.backoffice.form.portal.PortalScreen;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Draws the pages of the portal, small. */
final class PortalDrawing {
    private static final int PICTURE = 840;

    private final Messages messages;

    PortalDrawing(Messages messages) {
        this.messages = messages;
    }

    /** The keys of the sentences that say what a page shows, for those who cannot see the drawing and for those who can. */
    static List<String> words(PortalScreen screen, PortalLook look) {
        return switch (screen) {
            case START -> List.of("form.portal.clinics." + look.clinics(), "form.portal.search." + look.search());
            case TREATMENTS -> List.of("form.portal.listPrices." + look.listPrices());
            case PEOPLE -> List.of("form.portal.avatars." + look.avatars());
            case DETAILS -> List.of(look.reminder().isBlank() ? "form.portal.reminder.NO" : "form.portal.reminder.YES");
            case CONFIRMATION -> List.of("form.portal.confirmedPrices." + look.confirmedPrices());
            case MY_PAGE -> List.of("form.portal.map." + look.map());
        };
    }

    Node draw(PortalScreen screen, PortalLook look, Background background) {
        VBox page = new VBox(6);
        page.getStyleClass().add("page");
        if (screen == PortalScreen.START) {
            start(page, look, background);
            return page;
        }
        page.getChildren().add(label(look.name(), "strong"));
        switch (screen) {
            case TREATMENTS -> {
                page.getChildren().add(row(null, text("examination"), price(look.listPrices())));
                page.getChildren().add(row(null, text("cleaning"), price(look.listPrices())));
                page.getChildren().add(row(null, text("emergency"), price(look.listPrices())));
            }
            case PEOPLE -> {
                page.getChildren().add(row(avatar(look), "Kari N.", times()));
                page.getChildren().add(row(avatar(look), "Ola N.", times()));
            }
            case DETAILS -> details(page, look);
            case CONFIRMATION -> {
                page.getChildren().add(row(icon(Feather.CHECK_CIRCLE), text("confirmed"), null));
                page.getChildren().add(row(null, text("examination"), price(look.confirmedPrices())));
                page.getChildren().add(row(null, text("when"), null));
            }
            case MY_PAGE -> {
                page.getChildren().add(row(null, text("examination"), label(text("when"), "quiet")));
                page.getChildren().add(look.map() == Shown.YES ? map(64) : open(look.map() == Shown.OPEN, 64));
            }
            default -> throw new IllegalStateException(screen.name());
        }
        return page;
    }

    private void start(VBox page, PortalLook look, Background background) {
        PortalLook.Banner banner = look.banner();
        if (!banner.heading().isBlank()) {
            page.getChildren().add(label(banner.heading(), "strong"));
        }
        if (!banner.line().isBlank()) {
            page.getChildren().add(label(banner.line(), "quiet"));
        }
        BannerDrawing drawn = new BannerDrawing(banner);
        page.getChildren().add(drawn);
        banner.picture().ifPresent(picture -> background.run(() -> picture(picture.bytes()), drawn::show));
        if (look.search() == Shown.YES) {
            page.getChildren().add(row(icon(Feather.SEARCH), text("search"), null));
        } else if (look.search() == Shown.OPEN) {
            page.getChildren().add(open(true, 22));
        }
        HBox clinics = new HBox(6, clinic(look, 1), clinic(look, 2));
        page.getChildren().add(clinics);
    }

    private static @Nullable Image picture(byte[] bytes) {
        return PictureFile.open(bytes) instanceof PictureFile.Opened.Picture opened
                ? Pixels.shown(opened.image(), PICTURE)
                : null;
    }

    private Node clinic(PortalLook look, int number) {
        VBox card = new VBox(2);
        card.getStyleClass().add("portal-row");
        HBox.setHgrow(card, Priority.ALWAYS);
        Node beside = switch (look.clinics()) {
            case PICTURE -> box("portal-picture", icon(Feather.IMAGE), 24);
            case MAP -> map(24);
            case NOTHING -> null;
            case OPEN -> open(true, 24);
        };
        if (beside != null && look.clinics() != Beside.NOTHING) {
            card.getChildren().add(beside);
        }
        card.getChildren().add(label(messages.get("form.portal.sample.clinic", number), "name"));
        return card;
    }

    private void details(VBox page, PortalLook look) {
        if (!look.reminder().isBlank()) {
            Label reminder = label(look.reminder(), "portal-reminder");
            reminder.setWrapText(true);
            reminder.setMaxWidth(Double.MAX_VALUE);
            reminder.setMaxHeight(56);
            page.getChildren().add(reminder);
        }
        page.getChildren().add(row(null, text("yourName"), null));
        page.getChildren().add(row(null, text("yourPhone"), null));
    }

    private Node avatar(PortalLook look) {
        FontIcon face = icon(Feather.USER);
        Region circle = box("portal-avatar", face, 24);
        circle.setMaxWidth(24);
        circle.setMinWidth(24);
        boolean shown = look.avatars() == Shown.YES;
        return shown ? circle : look.avatars() == Shown.OPEN ? open(true, 24, 24) : new Region();
    }

    private Node times() {
        HBox times = new HBox(4);
        for (String time : List.of("09:00", "10:30")) {
            Label drawn = label(time, "portal-time");
            drawn.setMinWidth(Region.USE_PREF_SIZE);
            times.getChildren().add(drawn);
        }
        return times;
    }

    private Node price(Shown shown) {
        return switch (shown) {
            case YES -> label(text("price"), "name");
            case NO -> new Region();
            case OPEN -> open(true, 14, 40);
        };
    }

    private String text(String key) {
        return messages.get("form.portal.sample." + key);
    }

    private static Node map(double height) {
        return box("portal-map", icon(Feather.MAP_PIN), height);
    }

    /** A dotted place: the portal may or may not show something there. */
    private static Node open(boolean drawn, double height) {
        return drawn ? box("portal-open", new Label("?"), height) : new Region();
    }

    private static Node open(boolean drawn, double height, double width) {
        Node place = open(drawn, height);
        ((Region) place).setMaxWidth(width);
        ((Region) place).setMinWidth(width);
        return place;
    }

    private static Region box(String style, Node inside, double height) {
        HBox box = new HBox(inside);
        box.getStyleClass().add(style);
        box.setAlignment(Pos.CENTER);
        box.setMinHeight(height);
        box.setMaxHeight(height);
        return box;
    }

    private static HBox row(@Nullable Node before, String words, @Nullable Node after) {
        HBox row = new HBox(6);
        row.getStyleClass().add("portal-row");
        row.setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        if (before != null) {
            row.getChildren().add(before);
        }
        row.getChildren().addAll(label(words, "name"), gap);
        if (after != null) {
            row.getChildren().add(after);
        }
        return row;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(0);
        return label;
    }

    private static FontIcon icon(Feather feather) {
        return new FontIcon(feather);
    }
}
