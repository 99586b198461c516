package itb.backoffice.validation.pack;

import itb.backoffice.validation.engine.DefinitionSource;
import java.util.List;

/**
 * The package that a connection's resources are checked against.
 *
 * @param missing whether the one that was chosen is not here any more, so that this one stands in for it
 * @param sources it and what it needs, for the validator
 */
public record PackageInUse(PackageId id, boolean missing, List<DefinitionSource> sources) {}
