package itb.backoffice.validation.shape;

import itb.backoffice.validation.engine.ProfileEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r5.model.CanonicalType;
import org.hl7.fhir.r5.model.Coding;
import org.hl7.fhir.r5.model.DataType;
import org.hl7.fhir.r5.model.ElementDefinition;
import org.hl7.fhir.r5.model.ElementDefinition.TypeRefComponent;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what the definitions in use say of elements. Belongs off the FX thread: the first question about a profile
 * reads it.
 */
public final class Shapes {
    private static final Pattern STEP = Pattern.compile("([A-Za-z]+)(?:\\[([^\\]]*)\\])?(?:\\.|$)");
    private static final String BASE = "http://hl7.org/fhir/StructureDefinition/";

    /** Where the search stands: an element of a structure. */
    record Place(StructureDefinition structure, ElementDefinition element) {}

    /** Says which profile resources are held against. */
    @FunctionalInterface
    public interface Choice {
        /** The profile for {@code type}, where the resource's meta names {@code named}; empty for none. */
        String of(String type, List<String> named);
    }

    private final Supplier<ProfileEngine> engine;
    private final Choice choice;

    /** Asks {@code engine}, from when it is first needed, for profiles that {@code choice} chooses. */
    public Shapes(Supplier<ProfileEngine> engine, Choice choice) {
        this.engine = engine;
        this.choice = choice;
    }

    /** The canonical url of what a resource of {@code type} is held against: plain FHIR where no profile is for it. */
    public String profile(String type, List<String> named) {
        String chosen = choice.of(type, named);
        return !chosen.isEmpty() && knows(chosen) ? chosen : plain(type);
    }

    /** The urls of the extensions that {@code profile} speaks of. */
    public List<String> extensions(String profile) {
        return structure(profile)
                .map(found -> child(new Place(found, found.getSnapshot().getElementFirstRep()), "extension"))
                .map(all -> slices(all).stream()
                        .flatMap(slice -> slice.getTypeFirstRep().getProfile().stream())
                        .map(CanonicalType::getValue)
                        .toList())
                .orElse(List.of());
    }

    /** The places that {@code profile} has for what FHIR itself has no element for, and for what must be there. */
    public List<Opening> openings(String profile) {
        return structure(profile)
                .map(found ->
                        Openings.of(this, new Place(found, found.getSnapshot().getElementFirstRep())))
                .orElse(List.of());
    }

    /** The canonical url of the plain FHIR structure of {@code type}. */
    public static String plain(String type) {
        return BASE + type;
    }

    /** Whether there are definitions under {@code profile}. */
    public boolean knows(String profile) {
        return structure(profile).isPresent();
    }

    /**
     * The shape of an element.
     *
     * @param profile canonical url
     * @param path names joined by dots; an extension by its url, an identifier by its system: {@code
     *     extension[https://…].extension[about]}; a contained resource by what refers to it: {@code contained[location]}
     */
    public Shape of(String profile, String path) {
        Optional<StructureDefinition> root = structure(profile);
        if (root.isEmpty()) {
            return Shape.UNKNOWN;
        }
        Place at = new Place(root.get(), root.get().getSnapshot().getElementFirstRep());
        boolean required = true;
        for (Matcher step = STEP.matcher(path); step.find(); ) {
            Place next = step(root.get(), at, step.group(1), step.group(2));
            if (next == null) {
                return Shape.UNKNOWN;
            }
            required &= next.element().getMin() > 0;
            at = next;
        }
        return shape(at, required);
    }

    /** The canonical url of what is contained where the element {@code referring} of {@code profile} refers to it. */
    public Optional<String> inside(String profile, String referring) {
        return structure(profile)
                .map(root -> contained(root, referring))
                .map(found -> found.structure().getUrl());
    }

    private Optional<StructureDefinition> structure(String canonical) {
        return engine.get().find(StructureDefinition.class, canonical).filter(StructureDefinition::hasSnapshot);
    }

    private @Nullable Place step(StructureDefinition root, Place at, String name, @Nullable String item) {
        if (name.equals("contained") && item != null) {
            return contained(root, item);
        }
        Place next = child(at, name);
        if (next == null || item == null) {
            return next;
        }
        return name.equals("extension") ? extension(next, item) : identifier(next, item);
    }

    /** The child of that name: in the same structure, or in that of the element's type. */
    @Nullable
    Place child(Place at, String name) {
        String wanted = at.element().getId() + "." + name;
        for (ElementDefinition each : at.structure().getSnapshot().getElement()) {
            if (each.getId().equals(wanted)) {
                return new Place(at.structure(), each);
            }
        }
        TypeRefComponent type = at.element().getTypeFirstRep();
        boolean whole = !at.element().getPath().contains(".");
        Optional<StructureDefinition> structure =
                whole || !type.hasCode() ? Optional.empty() : structure(BASE + type.getCode());
        return structure
                .map(found -> child(new Place(found, found.getSnapshot().getElementFirstRep()), name))
                .orElse(null);
    }

    /** The slice for {@code url} and the extension's own structure, which says what is in it. */
    @Nullable
    Place extension(Place all, String url) {
        for (ElementDefinition slice : slices(all)) {
            boolean byProfile = slice.getTypeFirstRep().getProfile().stream()
                    .anyMatch(profile -> profile.getValue().equals(url));
            if (byProfile || slice.getSliceName().equals(url)) {
                return byProfile ? inside(url, slice) : new Place(all.structure(), slice);
            }
        }
        // No slice speaks of it, but whoever defines it says what is in it.
        return url.contains(":") ? inside(url, all.element()) : null;
    }

    private @Nullable Place inside(String url, ElementDefinition slice) {
        return structure(url)
                .map(found -> {
                    ElementDefinition root =
                            found.getSnapshot().getElementFirstRep().copy();
                    root.setMin(slice.hasSliceName() ? slice.getMin() : 0);
                    root.setMax(slice.getMax());
                    return new Place(found, root);
                })
                .orElse(null);
    }

    private static Place identifier(Place all, String system) {
        for (ElementDefinition slice : slices(all)) {
            String inside = slice.getId() + ".system";
            boolean says = all.structure().getSnapshot().getElement().stream()
                    .filter(each -> each.getId().equals(inside))
                    .map(Shapes::fixed)
                    .anyMatch(fixed -> fixed.equals(system));
            if (says || slice.getSliceName().equals(system)) {
                return new Place(all.structure(), slice);
            }
        }
        return all;
    }

    static List<ElementDefinition> slices(Place all) {
        String prefix = all.element().getId() + ":";
        return all.structure().getSnapshot().getElement().stream()
                .filter(each -> each.getId().startsWith(prefix)
                        && each.hasSliceName()
                        && each.getId().indexOf('.', prefix.length()) < 0)
                .toList();
    }

    /** A contained resource is what the element that refers to it may refer to. */
    private @Nullable Place contained(StructureDefinition root, String referring) {
        Place reference = child(new Place(root, root.getSnapshot().getElementFirstRep()), referring);
        if (reference == null) {
            return null;
        }
        for (TypeRefComponent type : reference.element().getType()) {
            for (CanonicalType target : type.getTargetProfile()) {
                Optional<StructureDefinition> found = structure(target.getValue());
                if (found.isPresent()) {
                    ElementDefinition start =
                            found.get().getSnapshot().getElementFirstRep().copy();
                    start.setMin(reference.element().getMin());
                    return new Place(found.get(), start);
                }
            }
        }
        return null;
    }

    private Shape shape(Place at, boolean required) {
        ElementDefinition element = at.element();
        Place value = isExtension(element) ? child(at, "value[x]") : null;
        ElementDefinition valued = value == null || "0".equals(value.element().getMax()) ? element : value.element();
        List<String> types = new ArrayList<>(isExtension(valued) ? List.of("Extension") : List.of());
        List<String> targets = new ArrayList<>();
        for (TypeRefComponent type : valued.getType()) {
            types.add(type.getCode() == null ? "" : type.getCode());
            type.getTargetProfile()
                    .forEach(target -> structure(target.getValue()).ifPresent(found -> targets.add(found.getType())));
        }
        return new Shape(
                true,
                required,
                max(element),
                types,
                targets.stream().distinct().toList(),
                coded(new Place(at.structure(), valued)));
    }

    Shape.Coded coded(Place at) {
        return new Shape.Coded(system(at, at.element()), new CodeLists(engine.get()).of(at.element()));
    }

    private static boolean isExtension(ElementDefinition element) {
        return element.getPath().endsWith("xtension");
    }

    private static int max(ElementDefinition element) {
        String max = element.getMax();
        return max == null || max.equals("*") ? Integer.MAX_VALUE : Integer.parseInt(max);
    }

    /** The system that is fixed for the element, or for the one slice of it that must be there. */
    private static String system(Place at, ElementDefinition element) {
        if (element.getPattern() instanceof Coding pattern && pattern.hasSystem()) {
            return pattern.getSystem();
        }
        return slices(new Place(at.structure(), element)).stream()
                .flatMap(slice -> at.structure().getSnapshot().getElement().stream()
                        .filter(each -> each.getId().equals(slice.getId() + ".system")))
                .map(Shapes::fixed)
                .filter(fixed -> !fixed.isEmpty())
                .findFirst()
                .orElse("");
    }

    static String fixed(ElementDefinition element) {
        DataType value = element.hasFixed() ? element.getFixed() : element.getPattern();
        return value != null && value.isPrimitive() ? value.primitiveValue() : "";
    }
}
