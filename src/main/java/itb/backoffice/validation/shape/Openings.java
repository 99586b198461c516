package itb.backoffice.validation.shape;

import itb.backoffice.validation.shape.Shapes.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r5.model.ElementDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What a profile speaks of beyond FHIR's own elements: its extensions, part by part, and whatever must be there. What may
 * have several types is left out: a person would have to know them.
 */
final class Openings {
    /** What every resource has, and no profile of a chain is about. */
    private static final Set<String> FRAME = Set.of("id", "meta", "extension", "modifierExtension");

    private final Shapes shapes;
    private final List<Opening> found = new ArrayList<>();

    private Openings(Shapes shapes) {
        this.shapes = shapes;
    }

    static List<Opening> of(Shapes shapes, Place root) {
        Openings openings = new Openings(shapes);
        openings.elements(root);
        openings.extensions(root, "", true);
        return List.copyOf(openings.found);
    }

    private void elements(Place root) {
        String prefix = root.element().getId() + ".";
        for (ElementDefinition each : root.structure().getSnapshot().getElement()) {
            String name = each.getId().startsWith(prefix) ? each.getId().substring(prefix.length()) : "";
            if (each.getMin() > 0 && name.matches("[A-Za-z]+") && !FRAME.contains(name)) {
                boolean list = !"1".equals(each.getBase().getMax());
                add(name, true, list, new Place(root.structure(), each));
            }
        }
    }

    private void extensions(Place in, String path, boolean required) {
        Place all = shapes.child(in, "extension");
        if (all == null) {
            return;
        }
        for (ElementDefinition slice : Shapes.slices(all)) {
            String url = url(all, slice);
            Place there = shapes.extension(all, url);
            if (there != null && !"0".equals(slice.getMax())) {
                String at = (path.isEmpty() ? "" : path + ".") + "extension[" + url + "]";
                boolean must = required && slice.getMin() > 0;
                Place value = shapes.child(there, "value[x]");
                if (value == null || "0".equals(value.element().getMax())) {
                    extensions(there, at, must);
                } else {
                    add(at, must, false, value);
                }
            }
        }
    }

    /** That of the extension's own structure; a part is called by its slice where nothing else is fixed. */
    private String url(Place all, ElementDefinition slice) {
        if (slice.getTypeFirstRep().hasProfile()) {
            String profile = slice.getTypeFirstRep().getProfile().getFirst().getValue();
            int version = profile.indexOf('|');
            return version < 0 ? profile : profile.substring(0, version);
        }
        Place url = shapes.child(new Place(all.structure(), slice), "url");
        String fixed = url == null ? "" : Shapes.fixed(url.element());
        return fixed.isEmpty() ? slice.getSliceName() : fixed;
    }

    private void add(String path, boolean required, boolean list, Place value) {
        @Nullable
        String type = value.element().getType().size() == 1
                ? value.element().getTypeFirstRep().getCode()
                : null;
        if (type != null) {
            Shape.Coded coded = shapes.coded(value);
            String system = coded.system().isEmpty() && !coded.codes().isEmpty()
                    ? coded.codes().getFirst().system()
                    : coded.system();
            found.add(new Opening(path, required, list, type, Shapes.fixed(value.element()), system));
        }
    }
}
