package itb.backoffice;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * How well words stand out from what is behind them, by the formula of WCAG 2 (relative luminance). The colours are
 * those that the style sheets gave to the nodes; what is behind is every parent's background, one over the other.
 * Controls that are switched off are left out, as the guideline does.
 */
final class Contrast {
    /** Whatever has less of its colour cannot be seen: it has faded out. */
    static final double UNSEEN = 0.05;

    private static final double FOR_WORDS = 4.5;
    private static final double FOR_ICONS = 3;

    private Contrast() {}

    /** What stands out too little under {@code root}, in words. */
    static Set<String> problems(Parent root) {
        Set<String> problems = new TreeSet<>();
        for (Node node : root.lookupAll("*")) {
            if (node instanceof Text text && seen(text) && text.getFill() instanceof Color colour) {
                Color behind = behind(text);
                double contrast = between(over(colour, opacity(text), behind), behind);
                if (contrast < (text instanceof FontIcon ? FOR_ICONS : FOR_WORDS) - 0.005) {
                    problems.add(
                            "%.2f “%s” %s on %s in %s".formatted(contrast, words(text), colour, behind, styles(text)));
                }
            }
        }
        return problems;
    }

    private static boolean seen(Text text) {
        if (text.getText().isBlank() || text.isDisabled() || opacity(text) < UNSEEN) {
            return false;
        }
        for (Node at = text; at != null; at = at.getParent()) {
            if (!at.isVisible() || at.getStyleClass().contains("scroll-bar")) {
                return false;
            }
        }
        return true;
    }

    private static String words(Text text) {
        return text instanceof FontIcon icon ? icon.getIconLiteral() : text.getText();
    }

    private static String styles(Node node) {
        StringBuilder styles = new StringBuilder();
        Node at = node;
        for (int i = 0; i < 4 && at != null; i++, at = at.getParent()) {
            styles.insert(0, " / " + String.join(".", at.getStyleClass()));
        }
        return styles.substring(3);
    }

    /** How much of a node is seen, with all that it lies in. */
    static double opacity(Node node) {
        double opacity = 1;
        for (Node at = node; at != null; at = at.getParent()) {
            opacity *= at.getOpacity();
        }
        return opacity;
    }

    private static Color behind(Node node) {
        Deque<Background> layers = new ArrayDeque<>();
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof Region region && region.getBackground() != null) {
                layers.push(region.getBackground());
            }
        }
        Color colour = Color.WHITE;
        for (Background layer : layers) {
            List<javafx.scene.layout.BackgroundFill> fills = layer.getFills();
            // The last fill is the innermost: those before it draw the edge.
            if (!fills.isEmpty() && fills.getLast().getFill() instanceof Color fill) {
                colour = over(fill, 1, colour);
            }
        }
        return colour;
    }

    private static Color over(Color top, double opacity, Color below) {
        double alpha = top.getOpacity() * opacity;
        return new Color(
                top.getRed() * alpha + below.getRed() * (1 - alpha),
                top.getGreen() * alpha + below.getGreen() * (1 - alpha),
                top.getBlue() * alpha + below.getBlue() * (1 - alpha),
                1);
    }

    static double between(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
